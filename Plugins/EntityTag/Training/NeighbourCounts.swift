/// How often words of plain texts stand beside the commonest ones: what words of like use are told by.
struct NeighbourCounts {
  struct Neighbour {
    /// Two numbers for each common word: before, and after.
    var feature: Int32
    var count: Int32
  }

  /// The words as they are written, the commonest first.
  private(set) var words: [String] = []
  /// The neighbours of each word.
  private(set) var neighbours: [[Neighbour]] = []
  let featureCount: Int

  /// - Parameters:
  ///   - least: how often a word must occur.
  ///   - common: how many words count as neighbours.
  init(_ texts: [String], least: Int = 5, common: Int = 2000) {
    var counts: [UInt64: Int] = [:]
    var spelling: [UInt64: String] = [:]
    var streams: [[UInt64]] = []
    for content in texts {
      let text = TokenizedText(content)
      var keys: [UInt64] = []
      for (index, token) in text.tokens.enumerated() {
        if token.followsBlankLine { keys.append(WordForm.borderKey) }
        // Numbers are neighbours by their length alone.
        let key = token.isNumber ? UInt64(WordForm.shape(of: token)) : WordForm.key(of: token)
        keys.append(key)
        counts[key, default: 0] += 1
        if token.isWord, spelling[key] == nil { spelling[key] = text.string(of: index..<index + 1) }
      }
      keys.append(WordForm.borderKey)
      streams.append(keys)
    }
    counts[WordForm.borderKey] = Int.max
    let order = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    let features = Dictionary(uniqueKeysWithValues: order.prefix(common).enumerated().map { ($1, Int32($0)) })
    let kept = order.filter { spelling[$0] != nil && counts[$0, default: 0] >= least }
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, UInt64($0)) })
    words = kept.map { spelling[$0] ?? "" }
    featureCount = 2 * common
    neighbours = Self.counted(streams, numbers: numbers, features: features)
  }

  private static func counted(
    _ streams: [[UInt64]], numbers: [UInt64: UInt64], features: [UInt64: Int32]
  ) -> [[Neighbour]] {
    var pairs: [UInt64] = []
    for keys in streams {
      for (index, key) in keys.enumerated() {
        guard let number = numbers[key] else { continue }
        if index > 0, let before = features[keys[index - 1]] { pairs.append(number << 32 | UInt64(before) * 2) }
        if index + 1 < keys.count, let after = features[keys[index + 1]] {
          pairs.append(number << 32 | UInt64(after) * 2 + 1)
        }
      }
    }
    pairs.sort()
    var neighbours = [[Neighbour]](repeating: [], count: numbers.count)
    var previous = UInt64.max
    for pair in pairs {
      let word = Int(pair >> 32)
      if pair == previous {
        neighbours[word][neighbours[word].count - 1].count += 1
      } else {
        neighbours[word].append(Neighbour(feature: Int32(truncatingIfNeeded: pair), count: 1))
      }
      previous = pair
    }
    return neighbours
  }
}

internal import TextBytes

/// Finds the words of `HintWords` in names such as `relatedArticles` or `post__share-bar`, in one pass over the bytes.
///
/// Aho and Corasick's automaton over the letters and a border: anything that is no letter, or the place where a capital
/// follows a small letter. States are rows of a flat table.
struct HintScanner: Sendable {
  static let shared = HintScanner(HintWords.all)

  private static let width = 27
  private let next: [UInt16]
  private let found: [Hints]

  private init(_ words: [(Hints, String)]) {
    var next = [UInt16](repeating: 0, count: Self.width)
    var found: [Hints] = [[]]
    for (hint, list) in words {
      for word in list.words {
        var state = 0
        for byte in word.utf8 {
          let symbol = Self.symbol(byte)
          if next[state * Self.width + symbol] == 0 {
            next[state * Self.width + symbol] = UInt16(found.count)
            found.append([])
            next += [UInt16](repeating: 0, count: Self.width)
          }
          state = Int(next[state * Self.width + symbol])
        }
        found[state].formUnion(hint)
      }
    }
    Self.link(&next, &found)
    (self.next, self.found) = (next, found)
  }

  /// Fills in where a state goes on when no word does: breadth first, so that the shorter states are complete before.
  private static func link(_ next: inout [UInt16], _ found: inout [Hints]) {
    var failure = [Int](repeating: 0, count: found.count)
    var queue = (0..<width).compactMap { next[$0] == 0 ? nil : Int(next[$0]) }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      found[state].formUnion(found[failure[state]])
      for symbol in 0..<width {
        let fallback = next[failure[state] * width + symbol]
        let place = state * width + symbol
        guard next[place] != 0 else {
          next[place] = fallback
          continue
        }
        failure[Int(next[place])] = Int(fallback)
        queue.append(Int(next[place]))
      }
    }
  }

  /// 0 for a border, 1 to 26 for a letter.
  private static func symbol(_ byte: UInt8) -> Int { byte.isLetter ? Int(byte | 0x20) - 0x60 : 0 }

  /// The hints in the class names at `range`; what blogs add to tell a post's tags and categories is passed over.
  func hints(ofClasses bytes: Span<UInt8>, _ range: Range<Int>) -> Hints {
    let whole = hints(bytes, range)
    guard whole.contains(.blogPost) else { return whole }
    var hints: Hints = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, !bytes[unchecked: end].isSpace { end += 1 }
      let isLabel = Self.labels.contains { label in
        let stop = start + label.utf8.count
        return stop <= end && bytes.equals(label, at: start..<stop)
      }
      if !isLabel, end > start { hints.formUnion(self.hints(bytes, start..<end)) }
      start = end + 1
    }
    return hints
  }

  private static let labels = ["tag-", "category-", "cat-", "cat_", "no-", "has-", "topic-", "format-"]

  /// The hints in the bytes at `range`. Longer names than any person writes are cut off.
  func hints(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Hints {
    var state = Int(next[0])
    var hints = found[state]
    var wasSmall = false
    for index in range.prefix(512) {
      let byte = bytes[unchecked: index]
      if wasSmall && byte.isUpper {
        state = Int(next[state * Self.width])
        hints.formUnion(found[state])
      }
      state = Int(next[state * Self.width + Self.symbol(byte)])
      hints.formUnion(found[state])
      wasSmall = byte.isLower
    }
    return hints.union(found[Int(next[state * Self.width])])
  }
}

internal import DocumentModel

/// Finds names that the gazetteer knows: at each capital the longest one that its surroundings allow.
struct GazetteerFinder: CandidateFinder {
  /// Longer names are none of the gazetteer's.
  private static let longestName = 14

  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    var index = 0
    while index < text.count {
      // A number may begin a name too: "20th Century".
      let token = text.text[index]
      let entry = token.isNumber ? text.gazetteer.entry(token.hash) : text.words[index].entry
      guard entry.isPrefix || entry.hasSenses, canBegin(index, entry, in: text),
        let match = longestMatch(at: index, entry, in: text)
      else {
        index += 1
        continue
      }
      found += match
      // A name inside a longer one is not looked for: "Bank of America" is no America.
      index = match.map(\.tokens.upperBound).max() ?? index + 1
    }
    return found
  }

  /// A capital, a digit ("9/11"), or one of the few names in small letters ("al-Qaeda").
  private func canBegin(_ index: Int, _ entry: GazetteerEntry, in text: LookedUpText) -> Bool {
    let token = text.text[index]
    guard !token.isMark else { return false }
    // Not inside "pro-Russian" or "O-Ring"; "non-Muslim" is no name either.
    if index > 0, !token.followsSpace, text.text.isHyphen(index - 1), text.text[index - 1].followsSpace == false {
      return token.startsUpper
    }
    return token.startsUpper || token.shape == .mixed || entry.isPrefix
  }

  /// The readings of the longest name at `index` that has any.
  private func longestMatch(at index: Int, _ entry: GazetteerEntry, in text: LookedUpText) -> [Candidate]? {
    var entry = entry
    guard entry.isPrefix else {
      let readings = readings(of: entry, tokens: index..<(index + 1), in: text)
      return readings.isEmpty ? nil : readings
    }
    // The names that begin here by their length, up to `longestName`.
    var entries = InlineArray<14, GazetteerEntry>(repeating: .none)
    var hash = text.text[index].hash
    var end = index + 1
    entries[0] = entry
    while entry.isPrefix, end < text.count, end - index < Self.longestName, text.isJoined(at: end) {
      hash = Gazetteer.extended(hash, by: text.text[end].hash)
      entry = text.gazetteer.entry(hash)
      entries[end - index] = entry
      end += 1
    }
    for length in stride(from: end - index, to: 0, by: -1) where entries[length - 1].hasSenses {
      let readings = readings(of: entries[length - 1], tokens: index..<(index + length), in: text)
      if !readings.isEmpty { return readings }
    }
    return nil
  }

  private func readings(of entry: GazetteerEntry, tokens: Range<Int>, in text: LookedUpText) -> [Candidate] {
    let exact = text.text.exactHash(of: tokens)
    let isCapitals = text.text.isAllCapitals(tokens)
    var readings: [Candidate] = []
    text.gazetteer.forEachSense(of: entry) { sense in
      let isExact = sense.exactHash == UInt32(truncatingIfNeeded: exact)
      guard
        isExact || isCapitals && !sense.isCaseSensitive && tokens.count + Int(text.text[tokens.lowerBound].count) > 4
      else { return }
      guard let score = score(of: sense, tokens: tokens, in: text) else { return }
      readings.append(
        Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: sense.label, why: .gazetteer, score: score))
    }
    // "New Zealand" is what New Zealand things are called too, but first of all the country.
    if readings.contains(where: { $0.label == .gpe }) { readings.removeAll { $0.label == .norp } }
    return readings
  }

  /// How sure the name stands for `sense` here, or `nil` where it had better not be taken for it.
  private func score(of sense: GazetteerSense, tokens: Range<Int>, in text: LookedUpText) -> Double? {
    let context = NameContext(tokens, in: text)
    let isOneWord = tokens.count == 1
    if sense.label == .language {
      return context.speaksForLanguage ? Confidence.sure : sense.strength == .sure ? Confidence.good : nil
    }
    switch sense.strength {
    case .sure:
      if isOneWord, context.isDoubtfulCapital, text.words[tokens.lowerBound].entry.isCommon { return nil }
      return isOneWord ? Confidence.known : Confidence.sure
    case .careful:
      if sense.label == .gpe || sense.label == .loc, context.speaksForPlace { return Confidence.good }
      if isOneWord, context.isDoubtfulCapital, !context.isPossessive { return nil }
      return Confidence.likely
    case .context:
      switch sense.label {
      case .gpe, .loc:
        return placeScore(tokens, context, in: text)
      case .norp: return context.isAdjective ? Confidence.fair : nil
      case .product: return context.isFollowedByNumber ? Confidence.fair : nil
      case .event, .org: return nil
      default: return nil
      }
    }
  }
}

extension GazetteerFinder {
  /// How sure a small place, or one with a name that other things have, is meant.
  fileprivate func placeScore(_ tokens: Range<Int>, _ context: NameContext, in text: LookedUpText) -> Double? {
    if context.isFollowedByRegion { return Confidence.good }
    let entry = text.words[tokens.lowerBound].entry
    let isPersonal = tokens.count == 1 && (entry.isFirstName || entry.isLastName)
    if isPersonal || entry.isCommon {
      return context.speaksStronglyForPlace && !context.isFollowedByName ? Confidence.likely : nil
    }
    if context.speaksForPlace { return context.isFollowedByName ? Confidence.fair : Confidence.likely }
    guard !context.isFollowedByName, !context.followsName, !text.words[tokens.lowerBound].isInTitleCase,
      text.text[tokens.lowerBound].shape == .capitalized
    else { return nil }
    return Confidence.fair
  }
}

extension TokenizedText {
  /// The hash of these tokens as they are written, as the gazetteer's compiler makes it.
  func exactHash(of tokens: Range<Int>) -> UInt64 {
    var hash = exactHash(of: tokens.lowerBound)
    for index in tokens.dropFirst() { hash = Gazetteer.extended(hash, by: exactHash(of: index)) }
    return hash
  }

  /// The same for folded tokens.
  func foldedHash(of tokens: Range<Int>) -> UInt64 {
    guard let first = token(at: tokens.lowerBound), !tokens.isEmpty else { return 0 }
    var hash = first.hash
    for index in tokens.dropFirst() { hash = Gazetteer.extended(hash, by: self[index].hash) }
    return hash
  }

  /// Whether all words are in capitals, and one has two letters.
  func isAllCapitals(_ tokens: Range<Int>) -> Bool {
    var hasCapitals = false
    for index in tokens where self[index].isWord && !self[index].isPossessive {
      switch self[index].shape {
      case .allCaps: hasCapitals = true
      case .capitalized: if self[index].count > 2 { return false }
      case .lower, .mixed: return false
      case .caseless: break
      }
    }
    return hasCapitals
  }
}

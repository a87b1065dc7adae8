internal import DocumentModel

/// What stands around a name and speaks for or against a reading of it.
struct NameContext {
  private let tokens: Range<Int>
  private let text: LookedUpText

  init(_ tokens: Range<Int>, in text: LookedUpText) {
    self.tokens = tokens
    self.text = text
  }

  private var before: Int { tokens.lowerBound - 1 }
  private var after: Int { tokens.upperBound }

  /// The capital may be there for the sentence's or the heading's sake.
  var isDoubtfulCapital: Bool {
    let word = text.words[tokens.lowerBound]
    return word.beginsSentence || word.isInTitleCase
  }

  var isPossessive: Bool { text.text.token(at: after)?.isPossessive == true }

  /// "in", "city of", "northern" before it.
  var speaksForPlace: Bool {
    text.has(.place, at: before) && isSmall(before) || followsPlaceHead
  }

  /// The same, without what can as well stand before a person: "to", "from".
  var speaksStronglyForPlace: Bool { text.has(.strongPlace, at: before) && isSmall(before) || followsPlaceHead }

  private var followsPlaceHead: Bool {
    text.text.token(before, is: "of") && text.has(.geoHead, at: before - 1)
  }

  /// In small letters, but for a sentence's beginning.
  private func isSmall(_ index: Int) -> Bool {
    guard let token = text.text.token(at: index) else { return false }
    return token.shape == .lower || text.words[index].beginsSentence
  }

  /// A capital comes before: the name may be the second half of another.
  var followsName: Bool {
    guard text.isJoined(at: tokens.lowerBound) else { return false }
    return text.isCapital(before) && !text.has([.function, .month, .place], at: before)
      && text.text.token(at: before)?.isPossessive == false
  }

  /// A comma and a place that is known for sure after it: ", Ohio".
  var isFollowedByRegion: Bool {
    guard text.text.byte(after) == 0x2C, text.isCapital(after + 1) else { return false }
    var hash: UInt64?
    for next in (after + 1)..<min(after + 4, text.count) {
      hash = hash.map { Gazetteer.extended($0, by: text.text[next].hash) } ?? text.text[next].hash
      guard let hash else { break }
      let entry = text.gazetteer.entry(hash)
      var isRegion = false
      text.gazetteer.forEachSense(of: entry) { sense in
        if sense.label == .gpe, sense.strength == .sure || sense.strength == .careful { isRegion = true }
      }
      if isRegion { return true }
      guard entry.isPrefix else { break }
    }
    return false
  }

  /// A capital comes next: the name may be the first half of another.
  var isFollowedByName: Bool {
    guard text.isJoined(at: after), text.isCapital(after) else { return false }
    return text.text.token(at: after)?.isPossessive == false && !text.has([.function, .month], at: after)
  }

  var isFollowedByNumber: Bool { text.isJoined(at: after) && text.text.token(at: after)?.isNumber == true }

  /// A small word comes next, and it is not one of grammar.
  var isAdjective: Bool {
    guard text.isJoined(at: after), let next = text.text.token(at: after), next.isWord, next.shape == .lower
    else { return false }
    return !text.has([.function, .said, .place], at: after) && !next.isPossessive
  }

  /// "speaks …", "… language", "in …" with no noun after it.
  var speaksForLanguage: Bool {
    if text.text.token(after, is: "language") || text.text.token(after, is: "languages")
      || text.text.token(after, is: "dialect") || text.text.token(after, is: "alphabet")
    {
      return !text.text.token(before, is: "foreign")
    }
    if text.text.isHyphen(after),
      text.text.token(after + 1, is: "language") || text.text.token(after + 1, is: "speaking")
    {
      return true
    }
    let isClosed = !isFollowedByName && !isAdjective
    guard isClosed else { return false }
    if text.has(.languageCue, at: before), text.text.token(at: before)?.shape == .lower { return true }
    guard text.text.token(before, is: "in") || text.text.token(before, is: "into") else { return false }
    return !text.text.isHyphen(after)
  }
}

internal import DocumentModel

/// How far a name reaches from one of its words.
struct CapitalRun {
  private let text: LookedUpText

  init(in text: LookedUpText) { self.text = text }

  /// The first token of the capitals that end before `end`: "Shanghai Cooperation" before "Organization".
  ///
  /// - Parameter connectors: whether "of", "for" and "&" with a capital before them belong to the name.
  func start(before end: Int, connectors: Bool = true, atMost limit: Int = 8) -> Int {
    var start = end
    while start > 0, end - start < limit, text.isJoined(at: start) {
      let previous = start - 1
      let token = text.text[previous]
      if isPart(previous) {
        start = previous
      } else if text.text.isHyphen(previous), previous > 0 {
        // "Asia-Pacific" is part of a name; what "pro-Beijing" says of one is not.
        guard text.isCapital(previous - 1) else { return start + 1 }
        start = previous - 1
      } else if token.isPossessive, isOwner(previous - 1) {
        start = previous - 1
      } else if connectors, isConnector(previous), isHead(previous - 1), isPart(previous - 1),
        text.isJoined(at: previous)
      {
        start = previous - 1
      } else {
        break
      }
    }
    return start
  }

  /// The token after the capitals that begin at `start`.
  ///
  /// - Parameter connectors: whether "of", "and" and the like with a capital after them belong to the name.
  func end(from start: Int, connectors: Bool = true, atMost limit: Int = 8) -> Int {
    var end = start
    while end < text.count, end - start < limit, end == start || text.isJoined(at: end) {
      if isPart(end) {
        end += 1
      } else if end > start, text.text.isHyphen(end) {
        end += 2
      } else if end > start, text.text[end].isPossessive, isOwner(end - 1), isPart(end + 1) {
        end += 2
      } else if connectors, end > start, isConnector(end), !isPlace(end - 1), text.isJoined(at: end + 1),
        isPart(end + 1)
      {
        end += 2
      } else if connectors, end > start, isConnector(end), !isPlace(end - 1), text.text.token(end + 1, is: "the"),
        isPart(end + 2),
        text.isJoined(at: end + 1), text.isJoined(at: end + 2)
      {
        end += 3
      } else {
        break
      }
    }
    return min(end, text.count)
  }

  /// What "of" and "for" go on from: "Bank of …", but not "Anna Berg of …".
  private func isHead(_ index: Int) -> Bool {
    text.has([.orgHead, .orgTail, .lawHead, .eventHead, .locHead, .geoHead], at: index)
      || text.text.byte(index + 1) == 0x26
  }

  /// A country or city, which ends what it belongs to: "University of Oslo of …" goes no further.
  private func isPlace(_ index: Int) -> Bool {
    var isPlace = false
    text.gazetteer.forEachSense(of: text.words[index].entry) { sense in
      if sense.label == .gpe { isPlace = true }
    }
    return isPlace
  }

  /// A capital that is no word of grammar, or an initial.
  private func isPart(_ index: Int) -> Bool {
    guard text.isCapital(index), !text.text[index].isPossessive else { return false }
    let word = text.words[index]
    guard word.classes.isDisjoint(with: [.function, .month]) || isInnerNumber(index) else { return false }
    return !(word.beginsSentence && word.entry.isCommon && word.classes.isDisjoint(with: [.direction, .orgHead]))
  }

  /// "First", "New" and the like inside a name.
  private func isInnerNumber(_ index: Int) -> Bool {
    guard !text.words[index].beginsSentence else { return false }
    return text.text.token(index, is: "new") || text.text.token(index, is: "first")
      || text.text.token(index, is: "second")
      || text.text.token(index, is: "old")
  }

  private func isConnector(_ index: Int) -> Bool {
    text.text.byte(index) == 0x26
      || text.text[index].shape == .lower && (text.text.token(index, is: "of") || text.text.token(index, is: "for"))
  }

  /// Whose things bear the owner's name: "People's Party", but not "Putin's Party".
  private func isOwner(_ index: Int) -> Bool {
    for word in Self.owners where text.text.token(index, is: word) { return text.isCapital(index) }
    return false
  }

  private static let owners: [StaticString] = [
    "people", "children", "women", "men", "lord", "king", "queen", "girls", "boys", "veteran", "world", "nation",
    "master", "bishop", "player", "teacher", "farmer", "worker", "driver", "mother", "father", "lloyd",
  ]
}

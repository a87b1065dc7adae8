internal import DocumentModel

/// Finds names by a word that says what they name: "… University", "Ministry of …", "Mount …", "Treaty on …".
struct AnchoredNameFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    for index in 0..<text.count {
      let classes = text.words[index].classes
      guard !classes.isEmpty, text.isCapital(index), !text.words[index].isInTitleCase else { continue }
      if !classes.isDisjoint(with: .tails), let name = name(endingAt: index, in: text) { found.append(name) }
      if !classes.isDisjoint(with: [.orgHead, .geoHead, .locHead, .lawHead, .eventHead]),
        let name = name(beginningAt: index, in: text)
      {
        found.append(name)
      }
    }
    return found
  }

  // MARK: - The anchor ends the name

  private func name(endingAt index: Int, in text: LookedUpText) -> Candidate? {
    let classes = text.words[index].classes
    let run = CapitalRun(in: text)
    var start = run.start(before: index)
    var end = index + 1
    guard start < index, let label = label(of: classes, in: text, start: start, end: index) else { return nil }
    if label == .org, classes.contains(.orgSuffix) {
      // "Acme Widgets, Inc." has a comma inside; the legal form's stop is part of it.
      if text.text.byte(end) == 0x2E, text.text.token(at: end)?.followsSpace == false, !endsSentence(end, in: text) {
        end += 1
      }
    } else if let longer = complement(from: end, after: index, in: text) {
      end = longer
    }
    if label == .law { end = yearOrNumber(from: end, in: text) }
    // "President Smith Street" and "Mr. Hill" name people first.
    if text.has(.title, at: start), start + 1 == index, label != .org { return nil }
    if label == .event, text.words[start].beginsSentence, start + 1 == index, text.words[start].entry.isCommon {
      return nil
    }
    start = withoutTitle(start, before: index, in: text)
    return candidate(start..<end, label, text)
  }

  private func label(of classes: WordClasses, in text: LookedUpText, start: Int, end: Int) -> Label? {
    if classes.contains(.orgSuffix) { return .org }
    if classes.contains(.workTail) { return .workOfArt }
    if classes.contains(.geoTail) { return .gpe }
    if classes.contains(.lawTail) {
      // "Bill" is a man more often than a law.
      return text.words[end].entry.isFirstName && text.isCapital(end + 1) ? nil : .law
    }
    if classes.contains(.locTail) { return .loc }
    if classes.contains(.facTail) { return .fac }
    if classes.contains(.orgTail) { return .org }
    return classes.contains(.eventTail) ? .event : nil
  }

  /// The end of "of …" and "for …" after a word that can also begin a name: "House Committee on Foreign Affairs".
  private func complement(from end: Int, after anchor: Int, in text: LookedUpText) -> Int? {
    guard text.has([.orgHead, .lawHead, .eventHead], at: anchor) else { return nil }
    return complementEnd(from: end, head: anchor, in: text)
  }

  private func yearOrNumber(from end: Int, in text: LookedUpText) -> Int {
    if text.text.token(end, is: "of"), let year = text.text.token(at: end + 1), year.isNumber, year.count == 4 {
      return end + 2
    }
    if let number = text.text.token(at: end), number.isNumber, text.isJoined(at: end) { return end + 1 }
    return end
  }

  private func endsSentence(_ stop: Int, in text: LookedUpText) -> Bool {
    guard let next = text.text.token(at: stop + 1), !next.followsBlankLine else { return true }
    return next.isWord && next.startsUpper
  }

  private func withoutTitle(_ start: Int, before end: Int, in text: LookedUpText) -> Int {
    guard text.text.byte(start + 1) == 0x2E, text.has(.title, at: start), start + 2 < end else { return start }
    return start + 2
  }

  // MARK: - The anchor begins the name

  private func name(beginningAt index: Int, in text: LookedUpText) -> Candidate? {
    let classes = text.words[index].classes
    let run = CapitalRun(in: text)
    if !classes.isDisjoint(with: [.locHead, .eventHead]), !classes.contains(.facTail), text.isNameWord(index + 1),
      text.isJoined(at: index + 1), !text.words[index + 1].beginsSentence, !text.has(.tails, at: index + 1),
      !text.text.token(index, is: "world"), !text.text.token(index, is: "winter"),
      !text.text.token(index, is: "summer"),
      !text.text.token(index, is: "sea"),
      !text.text.token(index, is: "river") || text.words[index + 1].entry.hasSenses == false
    {
      let end = run.end(from: index + 1, connectors: false, atMost: 3)
      let start = text.text.token(index, is: "storm") && text.text.token(index - 1, is: "tropical") ? index - 1 : index
      if !classes.contains(.locHead), followsGroup(start, in: text) { return candidate(start..<end, .org, text) }
      return candidate(start..<end, classes.contains(.locHead) ? .loc : .event, text)
    }
    guard let end = complementEnd(from: index + 1, head: index, in: text) else { return nil }
    let start = run.start(before: index, connectors: false)
    if classes.contains(.lawHead) { return candidate(start..<yearOrNumber(from: end, in: text), .law, text) }
    if classes.contains(.orgHead) {
      // "Bank of America Stadium" is a stadium.
      let last = text.classes(at: end - 1)
      let isBuilding = end - index > 3 && last.contains(.facTail) && last.isDisjoint(with: [.orgTail, .orgHead])
      return candidate(start..<end, isBuilding ? .fac : .org, text)
    }
    if classes.contains(.locHead) { return candidate(start..<end, .loc, text) }
    if classes.contains(.eventHead) { return candidate(start..<end, .event, text) }
    return text.words[index].beginsSentence ? nil : candidate(start..<end, .gpe, text)
  }

  /// "the charity Operation Rulk"
  private func followsGroup(_ start: Int, in text: LookedUpText) -> Bool {
    text.text.token(start - 1, isOneOf: Self.groups) && text.text[start - 1].shape == .lower
  }

  private static let groups: [StaticString] = [
    "site", "website", "charity", "group", "organization", "organisation", "band", "company",
  ]

  /// The end of "of the …" from `start`, or `nil` where no name goes on there.
  private func complementEnd(from start: Int, head: Int, in text: LookedUpText) -> Int? {
    guard text.isJoined(at: start), text.text.token(at: start)?.shape == .lower else { return nil }
    let isLaw = text.has(.lawHead, at: head)
    let isOrg = text.has(.orgHead, at: head)
    let words = text.text
    guard
      words.token(start, is: "of") || isOrg && (words.token(start, is: "for") || words.token(start, is: "on"))
        || isLaw && (words.token(start, is: "on") || words.token(start, is: "for") || words.token(start, is: "against"))
    else { return nil }
    let first = words.token(start + 1, is: "the") ? start + 2 : start + 1
    guard text.isCapital(first), text.isJoined(at: first), !text.has([.function, .month], at: first) else { return nil }
    let run = CapitalRun(in: text)
    var end = run.end(from: first)
    guard end > first else { return nil }
    // "Ministry of Trade and Industry": the second half is of a kind with the first.
    if isOrg || isLaw, words.token(end, is: "and"), text.isCapital(end + 1), isOrdinary(end + 1, in: text),
      isOrdinary(end - 1, in: text)
    {
      let second = run.end(from: end + 1)
      if second > end + 1 { end = second }
    }
    return end
  }

  /// A capital of no name that is known: "Industry".
  private func isOrdinary(_ index: Int, in text: LookedUpText) -> Bool {
    guard index >= 0, index < text.count, text.text[index].shape == .capitalized else { return false }
    let entry = text.words[index].entry
    return !entry.isFirstName && !entry.isLastName && !entry.hasSenses || entry.isCommon
      || !text.classes(at: index).isDisjoint(with: .orgTail)
  }

  private func candidate(_ tokens: Range<Int>, _ label: Label, _ text: LookedUpText) -> Candidate {
    Candidate(
      tokens: tokens, range: text.text.range(of: tokens), label: label, why: .rule, score: Confidence.good)
  }
}

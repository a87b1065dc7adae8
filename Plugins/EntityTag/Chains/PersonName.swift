internal import DocumentModel

/// The words of a person's name that other mentions have again.
struct PersonName: Hashable, Sendable {
  private(set) var first: UInt64
  private(set) var last: UInt64
  /// One name only.
  private(set) var isShort: Bool
  /// The first byte of the first name as it is written, and whether that is all of it: "J. Berg".
  private let letter: UInt8
  private let hasInitial: Bool
  /// The tokens of the first name and of the last but one.
  private let firstToken: Int
  private let middle: UInt64?

  /// - Parameter tokens: the name without article and possessive.
  init(_ tokens: Range<Int>, in text: LookedUpText) {
    let name = Self.bare(tokens, in: text)
    let start = text.text[name.lowerBound]
    let end = text.text[name.upperBound - 1]
    isShort = name.dropLast().allSatisfy { !text.isCapital($0) }
    last = text.text.plainHash(of: name.upperBound - 1)
    first = isShort ? last : text.text.plainHash(of: name.lowerBound)
    firstToken = name.lowerBound
    middle = name.count > 2 && end.count > 2 ? text.text.plainHash(of: name.upperBound - 2) : nil
    letter = start.first | 0x20
    hasInitial = start.isInitial || start.isWord && start.count == 1
  }

  /// Hashes of the whole name, the family name last and first: "Ichiyo Higuchi", "Higuchi Ichiyo".
  var fullNames: [UInt64] { [Gazetteer.extended(first, by: last), Gazetteer.extended(last, by: first)] }

  /// Whether one of two names with the same last word has an initial that fits the other, "J. Berg" and "Jane Berg", or
  /// both are the same but for how the first one is spelled: "Kirsten Berg", "Kirstin Berg".
  func mayBe(_ other: PersonName, in text: LookedUpText) -> Bool {
    guard last == other.last, letter == other.letter else { return false }
    if hasInitial || other.hasInitial { return hasInitial != other.hasInitial }
    if let middle, middle == other.middle { return true }
    return text.text.areSpellings(firstToken, other.firstToken)
  }

  /// The name without titles before it, and without what follows the family name: "Jr.", "OBE", "of Tabennese".
  private static func bare(_ tokens: Range<Int>, in text: LookedUpText) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    if let of = tokens.dropFirst().first(where: { text.text.token($0, is: "of") }) { end = of }
    while end - start > 1, isAfterName(end - 1, from: start, in: text) { end -= 1 }
    while end - start > 1, isBeforeName(start, in: text) { start += 1 }
    return start..<end
  }

  private static func isBeforeName(_ index: Int, in text: LookedUpText) -> Bool {
    if text.text[index].isMark { return true }
    let isTitle = text.has(.title, at: index) && !text.words[index].entry.isFirstName
    return isTitle || text.text.token(index, is: "st") || text.text.token(index, is: "saint")
  }

  private static func isAfterName(_ index: Int, from start: Int, in text: LookedUpText) -> Bool {
    let token = text.text[index]
    if token.isMark || text.has(.nameSuffix, at: index) { return true }
    guard index - start > 1, token.shape == .allCaps, token.count > 1 else { return false }
    // "Anna Berg DBE RA": what follows the name is in capitals, the name is not.
    return (start..<index).contains { text.text[$0].shape == .capitalized && text.text[$0].count > 1 }
      && !text.text.isHyphen(index - 1)
  }
}

extension TokenizedText {
  /// Whether two words of five letters and more differ in one letter inside: "Kirsten" and "Kirstin", but not "Daniel"
  /// and "Daniela", which end otherwise.
  fileprivate func areSpellings(_ first: Int, _ second: Int) -> Bool {
    guard let one = token(at: first), let other = token(at: second), one.count > 4, other.count > 4,
      abs(Int(one.count) - Int(other.count)) <= 1
    else { return false }
    let bytes = text.utf8.span
    var (start, end, otherStart, otherEnd) = (one.start, one.end, other.start, other.end)
    while start < end, otherStart < otherEnd, bytes[start] | 0x20 == bytes[otherStart] | 0x20 {
      start += 1
      otherStart += 1
    }
    while end > start, otherEnd > otherStart, bytes[end - 1] | 0x20 == bytes[otherEnd - 1] | 0x20 {
      end -= 1
      otherEnd -= 1
    }
    return end < one.end && otherEnd < other.end && end - start <= 1 && otherEnd - otherStart <= 1
  }
}

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

  /// - Parameter tokens: the name without article and possessive.
  init(_ tokens: Range<Int>, in text: LookedUpText) {
    let name = Self.bare(tokens, in: text)
    let start = text.text[name.lowerBound]
    let end = text.text[name.upperBound - 1]
    isShort = name.dropLast().allSatisfy { !text.isCapital($0) }
    first = isShort ? end.hash : start.hash
    last = end.hash
    letter = start.first | 0x20
    hasInitial = start.isInitial || start.isWord && start.count == 1
  }

  /// Hashes of the whole name, the family name last and first: "Ichiyo Higuchi", "Higuchi Ichiyo".
  var fullNames: [UInt64] { [Gazetteer.extended(first, by: last), Gazetteer.extended(last, by: first)] }

  /// Whether one of two names with the same last word has an initial that fits the other: "J. Berg", "Jane Berg".
  func mayBe(_ other: PersonName) -> Bool {
    last == other.last && letter == other.letter && hasInitial != other.hasInitial
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
    return index - start > 1 && token.shape == .allCaps && token.count > 1 && text.text[index - 1].shape == .capitalized
  }
}

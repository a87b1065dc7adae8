/// What stands behind a stretch of a line: its first mark would be taken for a part of a web address before it.
enum Neighbour {
  case nothing
  /// `[`.
  case link
  /// `\` before a line feed.
  case lineBreak
}

/// How a web address is written in a text.
enum AddressForm {
  /// As it is; GitHub makes it a link.
  case plain
  /// As a link, in `<` and `>`, where no mark means anything but `&`.
  case bracketed(Range<Int>)
  /// As words that GitHub makes no link, with backslashes before its marks.
  case escaped
}

extension Span<UInt8> {
  /// Whether a web address begins with `www.` or goes on with `://` at `at`: GitHub makes it a link and shows backslashes
  /// in it; others show its marks as what they mean.
  func beginsAddress(_ at: Int, _ line: Range<Int>) -> Bool {
    switch self[at] {
    case UInt8(ascii: ":"): has("://", at, line) && (has("http", at - 4, line) || has("https", at - 5, line))
    case UInt8(ascii: "w"): has("www.", at, line) && !isWord(at - 1, line)
    default: false
    }
  }

  /// The end of the address that begins or goes on at `at`.
  func addressEnd(_ at: Int, _ line: Range<Int>) -> Int {
    skip(from: at, in: line) { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }

  /// How the address from `at` to `end`, with `next` behind it, shows as itself to all readers.
  func form(ofAddressAt at: Int, before end: Int, _ next: Neighbour) -> AddressForm {
    if next == .link { return .escaped }
    let isWWW = self[at] == UInt8(ascii: "w")
    let start = isWWW ? at : has("https", at - 5, 0..<count) ? at - 5 : at - 4
    var address = start..<end
    while let last = address.last, last > at, isAfterAddress(self[last]) { address = start..<last }
    let marks = address.filter { isMark($0, address) }
    // Behind it, a `<` has a backslash.
    let isFree = next == .nothing && (end == count || self[end] <= 0x20)
    if marks.isEmpty, isFree { return .plain }
    let isAfterBackslash = start > 0 && self[start - 1] == UInt8(ascii: "\\")
    let hasReference = marks.contains { self[$0] == UInt8(ascii: "&") }
    return isWWW || isAfterBackslash || hasReference ? .escaped : .bracketed(address)
  }
}

/// A stop or bracket that belongs to the sentence and not to the address before it.
private func isAfterAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: ","),
    UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"):
    true
  default: false
  }
}

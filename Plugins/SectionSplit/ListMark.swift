internal import TextBytes

/// What begins an item of a list: `-`, `•`, `1.`, `(a)`, `iv)`.
struct ListMark {
  /// Where the item's text begins.
  var textStart: Int
  /// What it looks like; the marks of one list look alike.
  var style: Style
  /// The place in the list that an ordinal tells, 0 for bullets; a letter counts from `a`.
  var value: Int

  /// The bytes of a dash that is no bullet elsewhere.
  static var enDash: UInt32 { 0xE28093 }

  enum Style: Hashable {
    /// The bytes of the mark.
    case bullet(UInt32)
    case number(Enclosure)
    case letter(Enclosure)
    case roman(Enclosure)
  }

  enum Enclosure: Hashable {
    case stop, closing, stopAndClosing, brackets
  }
}

extension Span<UInt8> {
  /// The list mark at `start`, where text follows it before `end`.
  func listMark(at start: Int, before end: Int) -> ListMark? {
    bulletMark(at: start, before: end) ?? ordinalMark(at: start, before: end)
  }

  private func bulletMark(at start: Int, before end: Int) -> ListMark? {
    guard start < end else { return nil }
    let (kind, count) = character(at: start)
    let shape = codeUnits(at: start, count)
    switch shape {
    // `*`, `+`, `-`, `–`
    case 0x2A, 0x2B, 0x2D, ListMark.enDash: break
    default: guard kind == .bullet else { return nil }
    }
    let textStart = skipSpace(from: start + count, to: end)
    guard textStart < end, kind == .bullet || textStart > start + count else { return nil }
    return ListMark(textStart: textStart, style: .bullet(shape), value: 0)
  }

  private func ordinalMark(at start: Int, before end: Int) -> ListMark? {
    var at = start
    let isBracketed = at < end && self[at] == UInt8(ascii: "(")
    if isBracketed { at += 1 }
    guard let ordinal = ordinal(at: at, before: end) else { return nil }
    at = ordinal.end
    guard at < end, let enclosure = enclosure(at: &at, before: end, isBracketed: isBracketed) else { return nil }
    let textStart = skipSpace(from: at, to: end)
    guard textStart > at, textStart < end else { return nil }
    switch ordinal.kind {
    case .digit: return ListMark(textStart: textStart, style: .number(enclosure), value: ordinal.value)
    // "A. Smith" is a name, "A) Smith" an item.
    case .upper where enclosure == .stop: return nil
    default:
      let style: ListMark.Style = ordinal.isRoman ? .roman(enclosure) : .letter(enclosure)
      return ListMark(textStart: textStart, style: style, value: ordinal.value)
    }
  }

  private func enclosure(at: inout Int, before end: Int, isBracketed: Bool) -> ListMark.Enclosure? {
    let isClosed = self[at] == UInt8(ascii: ")")
    if isBracketed || isClosed {
      guard isClosed else { return nil }
      at += 1
      return isBracketed ? .brackets : .closing
    }
    guard self[at] == UInt8(ascii: ".") else { return nil }
    at += 1
    guard at < end, self[at] == UInt8(ascii: ")") else { return .stop }
    at += 1
    return .stopAndClosing
  }

  /// Up to three digits, one letter, or a small Roman number.
  private func ordinal(
    at start: Int, before end: Int
  ) -> (kind: CharacterClass, value: Int, isRoman: Bool, end: Int)? {
    var at = start
    while at < end, at - start < 5, self[at].isAlphanumeric { at += 1 }
    guard at > start, at - start < 5 else { return nil }
    let first = CharacterClass(ascii: self[start])
    if first == .digit {
      var value = 0
      for index in start..<at {
        guard self[index].isDigit else { return nil }
        value = 10 * value + Int(self[index] - 0x30)
      }
      return at - start <= 3 ? (.digit, value, false, at) : nil
    }
    if at - start == 1, self[start] | 0x20 != UInt8(ascii: "i") {
      return (first, Int((self[start] | 0x20) - 0x60), false, at)
    }
    guard let value = romanValue(start..<at) else { return nil }
    return (first, value, true, at)
  }

  /// Where the words of an item begin whose markup has told its mark: letters or a Roman number, `ab. ` or `xviii. `, which
  /// may be words anywhere else.
  func wordsStart(ofItemAt start: Int, before end: Int) -> Int? {
    var at = start
    while at < end, at - start <= Self.longestRoman, self[at].isLetter, self[at].isUpper == self[start].isUpper {
      at += 1
    }
    guard at > start, at + 2 < end, self[at] == UInt8(ascii: "."), self[at + 1] == UInt8(ascii: " "),
      at - start <= 2 || (start..<at).allSatisfy({ "ivxlcdm".utf8.contains(self[$0].lowered) })
    else { return nil }
    return skipSpace(from: at + 1, to: end)
  }

  /// The letters of `mmmdccclxxxviii`.
  private static var longestRoman: Int { 15 }

  /// The value of a Roman number below 40; `nil` where it is none.
  func romanValue(_ range: Range<Int>) -> Int? {
    var value = 0
    var last = 0
    for index in range {
      let digit: Int
      switch self[index] | 0x20 {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      default: return nil
      }
      if last > 0, digit > last { value -= 2 * last }
      value += digit
      last = digit
    }
    return value > 0 && value < 40 ? value : nil
  }
}

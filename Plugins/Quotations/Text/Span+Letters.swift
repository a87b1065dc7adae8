internal import TextBytes

extension Span<UInt8> {
  /// The length of the letter at `offset`, or `nil` where none stands there. All above ASCII are letters but Latin-1's
  /// and General Punctuation's signs.
  func letterLength(at offset: Int, before limit: Int) -> Int? {
    let byte = self[offset]
    if byte < 0x80 { return byte.isLetter ? 1 : nil }
    let isSign = byte == 0xC2 || byte == 0xE2 && offset + 1 < limit && self[offset + 1] < 0xB0
    let isBlank = byte == 0xE3 && offset + 1 < limit && self[offset + 1] == 0x80
    return isSign || isBlank || byte < 0xC2 ? nil : scalarLength(at: offset, before: limit)
  }

  /// The length of the scalar at `offset` of valid UTF-8.
  func scalarLength(at offset: Int, before limit: Int) -> Int {
    let length = self[offset] < 0xC0 ? 1 : self[offset] < 0xE0 ? 2 : self[offset] < 0xF0 ? 3 : 4
    return Swift.min(length, limit - offset)
  }

  /// Whether the letter at `offset` is a capital of the Latin, Greek or Cyrillic script.
  func isCapital(at offset: Int, length: Int) -> Bool {
    guard length > 1 else { return self[offset].isUpper }
    guard length == 2 else { return false }
    return scalar(at: offset).unicode?.properties.isUppercase ?? false
  }

  /// The length of the hyphen or apostrophe at `offset` where it holds a word together.
  func joint(at offset: Int, before limit: Int) -> Int? {
    let byte = self[offset]
    let isCurly = byte == 0xE2 && offset + 2 < limit && self[offset + 1] == 0x80 && self[offset + 2] == 0x99
    guard isCurly || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") else {
      return nil
    }
    let next = offset + (isCurly ? 3 : 1)
    guard next < limit, letterLength(at: next, before: limit) != nil || self[next].isDigit else { return nil }
    return next - offset
  }

  /// Whether a mark at `offset` may open something for what stands before it.
  func isFree(before offset: Int) -> Bool {
    guard offset > 0 else { return true }
    switch self[offset - 1] {
    case ...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"): return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return isFree(before: offset - 1)
    case 0xA0 where offset > 1: return self[offset - 2] == 0xC2
    case 0x90...0x9F where offset > 2 && self[offset - 3] == 0xE2 && self[offset - 2] == 0x80:
      // A dash, or an opening mark.
      let last = self[offset - 1]
      return last < 0x98 || last != 0x99 && last != 0x9D
    case 0xAB where offset > 1: return self[offset - 2] == 0xC2
    case 0x80...0xBF where offset > 2 && self[offset - 3] == 0xE2 && self[offset - 2] == 0x80:
      return self[offset - 1] == 0xAF || self[offset - 1] <= 0x8A || self[offset - 1] == 0xB9
    default: return false
    }
  }

  /// Whether a mark that ends at `offset` may close something for what stands after it.
  func isFree(from offset: Int) -> Bool {
    guard offset < count else { return true }
    switch self[offset] {
    case ...0x20, 0x21, 0x22, 0x27, 0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x5D: return true
    case 0xC2: return offset + 1 < count && (self[offset + 1] == 0xA0 || self[offset + 1] == 0xBB)
    case 0xE2 where offset + 2 < count && self[offset + 1] == 0x80:
      let last = self[offset + 2]
      return last < 0x98 || last == 0x99 || last == 0x9D || last == 0xA6 || last == 0xAF || last == 0xBA
    default: return false
    }
  }
}

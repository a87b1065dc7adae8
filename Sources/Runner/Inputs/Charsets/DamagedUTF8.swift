internal import TextBytes

/// Whether bytes that are not UTF-8 are such with some places damaged.
///
/// Characters of several bytes hardly arise by chance where nothing but ASCII stands around them: one for each damaged place
/// is enough. Those that touch a damaged place do arise in multi-byte charsets, in which all bytes beyond ASCII stand
/// together: of them it takes four.
struct DamagedUTF8 {
  /// Characters beyond ASCII apart from all damage.
  private var apart = 0
  /// Those that touch a damaged place.
  private var touching = 0
  private var defects = 0

  init(_ bytes: Span<UInt8>) {
    var start = 0
    // A thousand damaged places tell as much as all of them.
    while defects < 1000, start < bytes.count {
      let defect = firstUTF8Defect(in: bytes.extracting(start...))
      let end = defect.map { start + $0.lowerBound } ?? bytes.count
      weigh(start..<end, endsInDefect: defect != nil, bytes)
      guard let defect else { break }
      start += defect.upperBound
      // A character that the file breaks off in is no sign of another charset.
      let isCut = start == bytes.count && 0xC2...0xF4 ~= bytes[end]
      if !isCut { defects += 1 }
    }
  }

  var isPlausible: Bool { apart + touching > 0 && 4 * apart + touching >= 4 * defects }

  /// Whether they are where someone says so: one character for sixteen places is enough then, and none where the file only
  /// breaks off.
  var isPlausibleIfLabelled: Bool { apart * 16 >= defects }

  /// Weighs the characters of a stretch that is UTF-8.
  private mutating func weigh(_ stretch: Range<Int>, endsInDefect: Bool, _ bytes: Span<UInt8>) {
    var head = stretch.lowerBound
    if head > 0 { while head < stretch.upperBound, bytes[head] >= 0x80 { head += 1 } }
    var tail = stretch.upperBound
    if endsInDefect { while tail > head, bytes[tail - 1] >= 0x80 { tail -= 1 } }
    for index in stretch where bytes[index] >= 0xC0 {
      if head..<tail ~= index && !isQuoted(index, bytes) { apart += 1 } else { touching += 1 }
    }
  }

  /// Whether the character at `index` is rather a capital letter of windows-1252 with a closing mark, at a word's end:
  /// `CAFÉ”`, `CAFÉ…`.
  private func isQuoted(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard index > 0, bytes[index] < 0xE0, bytes[index - 1].isUpper, index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case 0x85, 0x92...0x97, 0x99, 0x9B, 0xA0, 0xBB:
      return index + 2 == bytes.count || !bytes[index + 2].isLetter
    default: return false
    }
  }
}

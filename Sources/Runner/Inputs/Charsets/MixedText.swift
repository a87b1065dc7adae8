/// UTF-8 with some bytes of windows-1252 among it, as pages and feeds have that were put together from several sources.
///
/// A byte that is part of no UTF-8 is read as windows-1252 where that is certain: a letter beside an ASCII letter, a sign of
/// money before or behind a figure, or a typographic quotation mark, dash or ellipsis, with ASCII on both sides. All else becomes U+FFFD, and so does the last byte
/// of the file where a character of UTF-8 begins with it.
struct MixedText {
  private(set) var text = ""
  /// The bytes that are windows-1252.
  private(set) var western: Undecodable?
  /// The places that nothing was made of.
  private(set) var undecodable: Undecodable?

  init(_ bytes: [UInt8]) {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + 16)
    var position = 0
    while position < bytes.count, let defect = firstUTF8Defect(in: bytes.span.extracting(position...)) {
      let range = position + defect.lowerBound..<position + defect.upperBound
      decoded += bytes[position..<range.lowerBound]
      if range.count == 1, let scalar = Self.westernScalar(at: range.lowerBound, in: bytes) {
        decoded += String(scalar).utf8
        Undecodable.note(range.lowerBound, in: &western)
      } else {
        decoded += "\u{FFFD}".utf8
        Undecodable.note(range.lowerBound, in: &undecodable)
      }
      position = range.upperBound
    }
    decoded += bytes[position...]
    text = String(decoding: decoded, as: UTF8.self)
  }

  private static func westernScalar(at index: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let isCut = index + 1 == bytes.count && 0xC2...0xF4 ~= bytes[index]
    guard !isCut, before < 0x80, after < 0x80 else { return nil }
    switch bytes[index] {
    case 0xD7, 0xF7: return nil
    case 0xC0...0xFF: return isLetter(before) || isLetter(after) ? Unicode.Scalar(bytes[index]) : nil
    case let byte: return marks[byte] ?? (isNearFigure(index, in: bytes) ? money[byte] : nil)
    }
  }

  /// Whether a figure stands beside the byte at `index`, or a space away.
  private static func isNearFigure(_ index: Int, in bytes: [UInt8]) -> Bool {
    func isFigure(_ distance: Int) -> Bool {
      bytes.indices.contains(index + distance) && 0x30...0x39 ~= bytes[index + distance]
    }
    func isSpace(_ distance: Int) -> Bool {
      bytes.indices.contains(index + distance) && bytes[index + distance] == 0x20
    }
    return isFigure(1) || isFigure(-1) || (isSpace(1) && isFigure(2)) || (isSpace(-1) && isFigure(-2))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// Ellipsis, quotation marks and dashes of windows-1252 (Encoding Standard, index windows-1252).
  private static let marks: [UInt8: Unicode.Scalar] = [
    0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—",
  ]

  private static let money: [UInt8: Unicode.Scalar] = [0x80: "€", 0xA2: "¢", 0xA3: "£", 0xA5: "¥"]
}

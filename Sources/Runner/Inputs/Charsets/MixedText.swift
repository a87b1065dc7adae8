internal import TextBytes

/// UTF-8 with some bytes of windows-1252 among it, as pages and feeds have that were put together from several sources.
///
/// A byte that is part of no UTF-8 is read as windows-1252 where that is certain: a letter beside an ASCII letter, a sign of
/// money before or behind a figure, or a typographic quotation mark, dash, ellipsis or no-break space, with ASCII on both
/// sides; and where that is most of them, the others too. All else becomes U+FFFD, and so does the last byte of the file
/// where a character of UTF-8 begins with it.
struct MixedText {
  let text: String
  /// The bytes that are windows-1252.
  let western: Undecodable?
  /// The places that nothing was made of.
  let undecodable: Undecodable?

  init(_ bytes: [UInt8], from start: Int = 0) {
    let careful = MixedText(bytes, from: start) { Self.certainScalar(at: $0, in: bytes) }
    guard let others = careful.undecodable?.count, let certain = careful.western?.count, certain >= others else {
      self = careful
      return
    }
    self.init(bytes, from: start) { Self.isCut($0, in: bytes) ? nil : Windows1252.scalar(bytes[$0]) }
  }

  private init(_ bytes: [UInt8], from start: Int, scalar: (Int) -> Unicode.Scalar?) {
    var western: Undecodable?
    var undecodable: Undecodable?
    text = repairedUTF8(bytes, from: start) { place in
      guard place.count == 1, let scalar = scalar(place.lowerBound) else {
        Undecodable.note(place.lowerBound, in: &undecodable)
        return "\u{FFFD}"
      }
      Undecodable.note(place.lowerBound, in: &western)
      return String(scalar)
    }
    (self.western, self.undecodable) = (western, undecodable)
  }

  /// Whether a character of UTF-8 begins at `index`, and breaks off there with the file.
  private static func isCut(_ index: Int, in bytes: [UInt8]) -> Bool {
    index + 1 == bytes.count && 0xC2...0xF4 ~= bytes[index]
  }

  private static func certainScalar(at index: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    guard !isCut(index, in: bytes), before < 0x80, after < 0x80 else { return nil }
    switch bytes[index] {
    case 0xD7, 0xF7: return nil
    case 0xC0...0xFF: return before.isLetter || after.isLetter ? Unicode.Scalar(bytes[index]) : nil
    case let byte:
      return marks.contains(byte) || money.contains(byte) && isNearFigure(index, in: bytes)
        ? Windows1252.scalar(byte) : nil
    }
  }

  /// Whether a figure stands beside the byte at `index`, or a space away.
  private static func isNearFigure(_ index: Int, in bytes: [UInt8]) -> Bool {
    func isFigure(_ distance: Int) -> Bool {
      bytes.indices.contains(index + distance) && bytes[index + distance].isDigit
    }
    func isSpace(_ distance: Int) -> Bool {
      bytes.indices.contains(index + distance) && bytes[index + distance] == 0x20
    }
    return isFigure(1) || isFigure(-1) || (isSpace(1) && isFigure(2)) || (isSpace(-1) && isFigure(-2))
  }

  private static let marks = Windows1252.bytes("…„‘’“”«»–—\u{A0}")
  private static let money = Windows1252.bytes("€¢£¥")
}

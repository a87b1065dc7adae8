/// Where the zero bytes of the beginning stand, which tells UTF-16 and UTF-32 without a mark.
struct ZeroPattern {
  private let head: [UInt8]
  private var even = 0
  private var odd = 0

  init(_ bytes: [UInt8]) {
    head = Array(bytes.prefix(1 << 16))
    for index in head.indices where head[index] == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
  }

  /// The charset that the beginning is a text in, with at least some spaces or line feeds.
  ///
  /// The side with more zeros does not tell the order of bytes: a Chinese text can have more of U+4E00 than line feeds.
  var charset: Charset? {
    let little = odd * 256 > head.count ? [Charset.utf16LittleEndian, .utf32LittleEndian] : []
    let big = even * 256 > head.count ? [Charset.utf16BigEndian, .utf32BigEndian] : []
    return (odd >= even ? little + big : big + little).first(where: isText)
  }

  /// Whether the beginning can be decoded, and to what is used in texts but for one character in fifty. In a wrong order
  /// of bytes one in ten is none or private.
  private func isText(_ charset: Charset) -> Bool {
    guard let (text, undecodable) = charset.decode(head) else { return false }
    // The beginning may break off in a character.
    if let undecodable, undecodable.offset + 4 <= head.count { return false }
    var count = 0
    var strange = 0
    for scalar in text.unicodeScalars {
      count += 1
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse: strange += 1
      case .control: if scalar.value < 0x20, ControlCensus.isControl(UInt8(scalar.value)) { strange += 1 }
      default: break
      }
    }
    return strange * 50 <= count
  }
}

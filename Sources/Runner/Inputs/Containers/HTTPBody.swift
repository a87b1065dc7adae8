/// The body of an HTTP response, its codings undone (RFC 9112, section 7; RFC 9110, section 8.4).
struct HTTPBody {
  private(set) var bytes: [UInt8]
  private let settings: FeedSettings

  /// - Parameter codings: their names in small letters, in the order in which they were applied.
  init(_ coded: [UInt8], _ codings: [String], _ settings: FeedSettings) throws(ReadError) {
    bytes = coded
    self.settings = settings
    for coding in codings.reversed() {
      switch coding {
      // Some archives keep the head of a body that they have unpacked.
      case "chunked": bytes = Self.chunks(of: bytes) ?? bytes
      // Some servers call one the other, or leave the wrapping away.
      case "gzip", "x-gzip":
        if let format = formatByMagic { try unpack(InflatingStream(MemoryStream(bytes), format)) }
      case "deflate": try unpack(InflatingStream(MemoryStream(bytes), formatByMagic ?? .raw))
      case "br": try unpack(BrotliStream(bytes))
      case "zstd": if bytes.starts(with: ZstandardStream.magic) { try unpack(ZstandardStream(bytes)) }
      default: break
      }
    }
  }

  /// Whether the coding `name`, in small letters, is undone, or changes nothing.
  static func undoes(_ name: String) -> Bool {
    ["chunked", "deflate", "gzip", "x-gzip", "br", "zstd", "identity", "none", "utf-8"].contains(name)
  }

  /// The chunks put together, as far as there are some; `nil` where the bytes begin with none.
  private static func chunks(of bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    var at = 0
    while let end = bytes.span.firstIndex(of: 0x0A, from: at) {
      let size = bytes[at..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16), count >= 0,
        size.first != UInt8(ascii: "+")
      else { break }
      if count == 0 { return body }
      body += bytes[end + 1..<end + 1 + min(count, bytes.count - end - 1)]
      at = end + 1 + min(count, bytes.count - end - 1)
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
    }
    return body.isEmpty ? nil : body
  }

  /// What the bytes begin as.
  private var formatByMagic: InflatingStream.Format? {
    if Compression(bytes) == .gzip { return .gzip }
    return bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 ? .zlib : nil
  }

  /// Hardly any control characters, of which one byte in ten is one where bytes are compressed.
  private var isText: Bool { Compression(bytes) == nil && ControlCensus(bytes.span).count * 50 <= bytes.count }

  /// Unpacks the bytes, but for text that has been unpacked before.
  private mutating func unpack(_ stream: any ByteStream) throws(ReadError) {
    let (product, isBeyondInt) = bytes.count.multipliedReportingOverflow(by: settings.maximumExpansion)
    let harmless = isBeyondInt ? Int.max : max(settings.harmlessBytes, product)
    do throws(ReadError) {
      bytes = try stream.allBytes(limit: min(harmless, settings.maximumBytes))
    } catch .tooLarge(let limit) where limit < settings.maximumBytes {
      throw .expandsTooMuch(settings.maximumExpansion)
    } catch .malformed(let reason) {
      if isText { return }
      throw .malformed(
        "has a body that can't be unpacked: \(reason); mend or replace the file, or fetch the page again")
    }
  }
}

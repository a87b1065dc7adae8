internal import Glibc

/// Bytes that no character was decoded from.
struct Undecodable: Hashable {
  /// How many U+FFFD stand for them.
  var count: Int
  /// Where the first stood, in bytes of the file.
  var offset: Int

  /// Counts one more place, at `offset`.
  static func note(_ offset: Int, in undecodable: inout Undecodable?) {
    undecodable = Undecodable(count: (undecodable?.count ?? 0) + 1, offset: undecodable?.offset ?? offset)
  }
}

extension Charset {
  /// Whether this system can decode it.
  var isKnown: Bool {
    guard self != .utf8 else { return true }
    guard let converter = Converter(self) else { return false }
    converter.close()
    return true
  }

  /// The text of `bytes` from `start` on, U+FFFD in place of what can't be decoded; `nil` where the charset is unknown.
  func decode(_ bytes: [UInt8], from start: Int = 0) -> (text: String, undecodable: Undecodable?)? {
    guard self != .utf8 else { return decodeUTF8(bytes, from: start) }
    guard let converter = Converter(self) else { return nil }
    defer { converter.close() }
    return converter.decode(bytes, from: start, unit: unit)
  }

  private func decodeUTF8(_ bytes: [UInt8], from start: Int) -> (text: String, undecodable: Undecodable?) {
    if let text = String(validating: bytes[start...], as: UTF8.self) { return (text, nil) }
    var undecodable: Undecodable?
    let text = repairedUTF8(bytes, from: start) { place in
      Undecodable.note(place.lowerBound, in: &undecodable)
      return "\u{FFFD}"
    }
    return (text, undecodable)
  }

  /// U+FFFD in UTF-8.
  fileprivate static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

/// An iconv(3) descriptor from a charset to UTF-8, for one thread.
private struct Converter {
  private let descriptor: iconv_t

  init?(_ charset: Charset) {
    guard let descriptor = iconv_open("UTF-8", charset.iconvName), descriptor != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.descriptor = descriptor
  }

  func close() { iconv_close(descriptor) }

  func decode(_ bytes: [UInt8], from start: Int, unit: Int) -> (text: String, undecodable: Undecodable?) {
    var output = [UInt8](repeating: 0, count: bytes.count - start + (bytes.count - start) / 2 + 64)
    var written = 0
    var undecodable: Undecodable?
    bytes.withUnsafeBytes { bytes in
      // iconv's parameter is not const in C; it does not write there.
      var next = bytes.baseAddress.map {
        UnsafeMutablePointer(mutating: $0.advanced(by: start).assumingMemoryBound(to: CChar.self))
      }
      var left = bytes.count - start
      while left > 0 {
        let error = convert(&next, &left, to: &output, &written)
        if error == E2BIG || output.count - written < 64 {
          output += [UInt8](repeating: 0, count: output.count)
        }
        guard error == EILSEQ || error == EINVAL else { continue }
        Undecodable.note(bytes.count - left, in: &undecodable)
        output.replaceSubrange(written..<written + Charset.replacement.count, with: Charset.replacement)
        written += Charset.replacement.count
        // EINVAL: the bytes left are the beginning of a character that the file breaks off in.
        let skipped = error == EINVAL ? left : min(unit, left)
        next = next?.advanced(by: skipped)
        left -= skipped
      }
      next = nil  // has a character that waited for a combining one written out
      _ = convert(&next, &left, to: &output, &written)
    }
    return (String(decoding: output[..<written], as: UTF8.self), undecodable)
  }

  /// One call of iconv(3): the error that stopped it, 0 where nothing did.
  private func convert(
    _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, to output: inout [UInt8], _ written: inout Int
  ) -> CInt {
    output.withUnsafeMutableBytes { buffer in
      var place = buffer.baseAddress.map { $0.advanced(by: written).assumingMemoryBound(to: CChar.self) }
      var room = buffer.count - written
      let result = iconv(descriptor, &next, &left, &place, &room)
      let error = result == -1 ? errno : 0
      written = buffer.count - room
      return error
    }
  }
}

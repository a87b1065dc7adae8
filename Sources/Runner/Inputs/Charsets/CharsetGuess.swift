internal import CUchardet

/// What uchardet takes some bytes for.
struct CharsetGuess {
  let charset: Charset?

  /// Looks at a quarter of a megabyte, from shortly before the first byte beyond ASCII on.
  init(_ bytes: Span<UInt8>) {
    var first = 0
    while first < bytes.count, bytes[first] < 0x80 { first += 1 }
    // Escape sequences of ISO-2022 are ASCII: then the sample is the beginning.
    let start = first == bytes.count ? 0 : max(0, first - 2048)
    self.init(sample: bytes.extracting(start..<min(bytes.count, start + Self.reach)))
  }

  /// Looks at the words of another script among `bytes` alone: with much ASCII around them, as pages have it, uchardet
  /// takes them for Western.
  init(wordsIn bytes: Span<UInt8>) {
    var words: [UInt8] = []
    var isInWord = false
    for index in 0..<bytes.count where words.count < Self.reach {
      let byte = bytes[index]
      // Second bytes of two-byte charsets are ASCII letters, too.
      if byte >= 0x80 || isInWord && byte >= 0x40 {
        words.append(byte)
        isInWord = true
      } else if isInWord {
        words.append(0x20)
        isInWord = false
      }
    }
    self.init(sample: words.span)
  }

  private static let reach = 1 << 18

  private init(sample: Span<UInt8>) {
    guard let detector = uchardet_new() else {
      charset = nil
      return
    }
    defer { uchardet_delete(detector) }
    sample.withUnsafeBytes { sample in
      _ = uchardet_handle_data(detector, sample.baseAddress?.assumingMemoryBound(to: CChar.self), sample.count)
    }
    uchardet_data_end(detector)
    let label = uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
    let charset = Charset(label: label)
    // UTF-8 has been tried before, and its validity is no matter of frequencies.
    self.charset = label.isEmpty || charset == .utf8 || !charset.isKnown ? nil : charset
  }
}

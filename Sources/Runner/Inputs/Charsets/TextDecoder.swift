internal import DocumentModel

/// A file's text and how it was got.
struct DecodedText {
  var text: String
  var charset: Charset
  var evidence: Source.CharsetEvidence
  var hasByteOrderMark = false
  var diagnostics: [Diagnostic] = []
}

/// Turns a file's bytes into Unicode text, once and for all stages.
///
/// In this order: a byte order mark, the declared charset, UTF-8 where the bytes are valid, what a page says of itself,
/// UTF-16 by its zero bytes, UTF-8 with a few damaged places, Western text in windows-1252, what uchardet makes of it.
struct TextDecoder: Sendable {
  let declared: Charset?

  init(declared: String?) throws(UnknownCharset) {
    self.declared = declared.map(Charset.init(label:))
    if let declared, self.declared?.isKnown != true { throw UnknownCharset(name: declared) }
  }

  /// - Parameter isPage: whether the bytes are HTML, which may name its charset itself.
  func decode(_ bytes: [UInt8], isPage: Bool = false) throws(ReadError) -> DecodedText {
    var decoded = try undiagnosedText(of: bytes, isPage: isPage)
    if decoded.text.isEmpty {
      decoded.diagnostics.append(.emptyText)
    }
    return decoded
  }

  private func undiagnosedText(of bytes: [UInt8], isPage: Bool) throws(ReadError) -> DecodedText {
    if let mark = ByteOrderMark(bytes) {
      var decoded = try text(of: bytes, from: mark.count, in: mark.charset, .mark)
      decoded.hasByteOrderMark = true
      return decoded
    }
    if let declared { return try text(of: bytes, in: declared, .declared) }
    let controls = ControlCensus(bytes.span)
    if let text = String(validating: bytes, as: UTF8.self) {
      return try unicodeText(text, bytes, controls)
    }
    guard isPage, let named = PageCharset(bytes.span) else { return try legacyText(bytes, controls) }
    // What a page says is believed where most of it can be decoded so; UTF-8 needs no word for it.
    if let charset = named.charset, let (text, undecodable) = charset.decode(bytes),
      (undecodable?.count ?? 0) * 50 <= bytes.count
    {
      return decodedText(text, charset, .declared, undecodable)
    }
    var decoded = try legacyText(bytes, controls)
    let reason = named.charset == nil ? "which is not known" : "which its bytes are not in"
    decoded.diagnostics.insert(.charsetPassedOver(named.label, by: "page", reason), at: 0)
    return decoded
  }

  /// Bytes that are valid UTF-8, and nearly always are meant as such.
  private func unicodeText(
    _ text: String, _ bytes: [UInt8], _ controls: ControlCensus
  ) throws(ReadError) -> DecodedText {
    var decoded = DecodedText(text: text, charset: .utf8, evidence: .valid)
    guard controls.count > 0 else { return decoded }
    if controls.nulls > 0, let charset = ZeroPattern(bytes.span).clearCharset {
      return try self.text(of: bytes, in: charset, .detected)
    }
    // More than one in ten: the most that logs with terminal colours and old typesetters' files have is half of that.
    guard controls.count * 10 <= bytes.count else { throw binary(bytes) }
    if controls.hasEscape, let charset = CharsetGuess(bytes.span).charset, charset.name.hasPrefix("iso-2022") {
      return try self.text(of: bytes, in: charset, .detected)
    }
    if controls.nulls > 0, let first = bytes.firstIndex(of: 0) {
      decoded.diagnostics.append(
        Diagnostic(
          .note, code: "nul-characters",
          "the text has \(controls.nulls) NUL characters, the first at byte \(first); a stage such as clean removes them",
          by: "reader", range: TextRange(first, first + 1)))
    }
    return decoded
  }

  /// Bytes that are not valid UTF-8.
  private func legacyText(_ bytes: [UInt8], _ controls: ControlCensus) throws(ReadError) -> DecodedText {
    if controls.nulls > 0 {
      guard let charset = ZeroPattern(bytes.span).possibleCharset, let (text, undecodable) = charset.decode(bytes),
        undecodable == nil, ControlCensus(text.utf8.span).count == 0
      else { throw binary(bytes) }
      return DecodedText(text: text, charset: charset, evidence: .detected)
    }
    guard controls.count * 50 <= bytes.count else { throw binary(bytes) }
    if DamagedUTF8(bytes.span).isPlausible { return mixedText(bytes) }
    let western = WesternText(bytes.span)
    if western.isPlausible { return try text(of: bytes, in: .windows1252, .detected) }
    let firstBeyondASCII = bytes.firstIndex { $0 >= 0x80 } ?? 0
    guard var charset = CharsetGuess(bytes.span).charset ?? (western.isConceivable ? .windows1252 : nil) else {
      throw .noCharset(offset: firstBeyondASCII)
    }
    if bytes.contains(where: { 0x80...0x9F ~= $0 }) { charset = charset.windowsSibling }
    guard let (text, undecodable) = charset.decode(bytes) else { throw .noCharset(offset: firstBeyondASCII) }
    // A guess that leaves one byte in fifty over is wrong.
    if let undecodable, undecodable.count * 50 > bytes.count { throw .noCharset(offset: undecodable.offset) }
    return decodedText(text, charset, .detected, undecodable)
  }

  /// UTF-8 with a few places that are none.
  private func mixedText(_ bytes: [UInt8]) -> DecodedText {
    let mixed = MixedText(bytes)
    var decoded = decodedText(mixed.text, .utf8, .repaired, mixed.undecodable)
    guard let western = mixed.western else { return decoded }
    let count = western.count == 1 ? "1 byte" : "\(western.count) bytes"
    decoded.diagnostics.insert(
      Diagnostic(
        .note, code: "mixed-charsets",
        "\(count) of windows-1252 in a text that is utf-8 otherwise, the first at byte \(western.offset)", by: "reader"),
      at: 0)
    return decoded
  }

  private func text(
    of bytes: [UInt8], from start: Int = 0, in charset: Charset, _ evidence: Source.CharsetEvidence
  ) throws(ReadError) -> DecodedText {
    guard let (text, undecodable) = charset.decode(bytes, from: start) else { throw .noCharset(offset: start) }
    return decodedText(text, charset, evidence, undecodable)
  }

  private func decodedText(
    _ text: String, _ charset: Charset, _ evidence: Source.CharsetEvidence, _ undecodable: Undecodable?
  ) -> DecodedText {
    guard let undecodable else { return DecodedText(text: text, charset: charset, evidence: evidence) }
    let places = undecodable.count == 1 ? "1 place" : "\(undecodable.count) places"
    return DecodedText(
      text: text, charset: charset, evidence: .repaired,
      diagnostics: [
        Diagnostic(
          .warning, code: "undecodable-bytes",
          "\(places) could not be decoded as \(charset.name) and became U+FFFD, the first at byte \(undecodable.offset); "
            + "if the file is in another charset, name it by --charset", by: "reader")
      ])
  }

  private func binary(_ bytes: [UInt8]) -> ReadError {
    let offset = bytes.firstIndex(where: ControlCensus.isControl) ?? 0
    return .binary(byte: bytes[offset], offset: offset)
  }
}

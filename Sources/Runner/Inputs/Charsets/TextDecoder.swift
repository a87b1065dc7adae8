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
/// In this order: a byte order mark, the declared charset, UTF-8 where the bytes are valid, UTF-16 and UTF-32 by their zero
/// bytes, UTF-8 with a few damaged places, what a server and a page say of the bytes, Western text in windows-1252, what
/// uchardet makes of it. What is said is passed over where the bytes contradict it.
struct TextDecoder: Sendable {
  let declared: Charset?

  init(declared: String?) throws(UnknownCharset) {
    self.declared = declared.map(Charset.init(label:))
    if let declared, self.declared?.isKnown != true { throw UnknownCharset(name: declared) }
  }

  /// - Parameters:
  ///   - server: what the server that sent the bytes calls their charset.
  ///   - isPage: whether the bytes are HTML, which may name its charset itself.
  func decode(_ bytes: [UInt8], server: String? = nil, isPage: Bool = false) throws(ReadError) -> DecodedText {
    let mark = ByteOrderMark(bytes)
    var decoded = try text(of: bytes, mark, server: server, isPage: isPage)
    decoded.hasByteOrderMark = mark != nil
    if decoded.text.isEmpty {
      decoded.diagnostics.append(.emptyText)
    }
    return decoded
  }

  private func text(
    of bytes: [UInt8], _ mark: ByteOrderMark?, server: String?, isPage: Bool
  ) throws(ReadError) -> DecodedText {
    let start = mark?.count ?? 0
    if let mark, mark.charset != .utf8 || firstUTF8Defect(in: bytes.span) == nil {
      return try text(of: bytes, from: start, in: mark.charset, .mark)
    }
    if let declared { return try text(of: bytes, from: start, in: declared, .declared) }
    var labels: [CharsetLabel] = []
    if mark != nil { labels.append(CharsetLabel("utf-8", by: .mark)) }
    if let server { labels.append(CharsetLabel(server, by: .server)) }
    if isPage { labels += CharsetLabel.labels(inPage: bytes.span) }
    let controls = ControlCensus(bytes.span)
    var decoded =
      if let text = String(validating: bytes, as: UTF8.self) {
        try unicodeText(text, bytes, controls, labels)
      } else {
        try otherText(bytes, from: start, controls, labels)
      }
    let notes = labels.compactMap { $0.note(on: decoded.charset) }
    // In ASCII alone nearly all charsets agree.
    if !notes.isEmpty, decoded.text.utf8.contains(where: { $0 >= 0x80 }) {
      decoded.diagnostics.insert(contentsOf: notes, at: 0)
    }
    return decoded
  }

  /// Bytes that are valid UTF-8, and nearly always are meant as such.
  private func unicodeText(
    _ text: String, _ bytes: [UInt8], _ controls: ControlCensus, _ labels: [CharsetLabel]
  ) throws(ReadError) -> DecodedText {
    var decoded = DecodedText(text: text, charset: .utf8, evidence: .valid)
    guard controls.count > 0 else { return decoded }
    // More than one in ten: the most that logs with terminal colours and old typesetters' files have is half of that.
    guard controls.count * 10 <= bytes.count else {
      guard controls.nulls > 0, let charset = ZeroPattern(bytes).charset else { throw binary(bytes) }
      return try self.text(of: bytes, in: charset, .detected)
    }
    if controls.hasEscape {
      if let charset = labels.lazy.compactMap(\.charset).first(where: \.usesEscapes) {
        return try self.text(of: bytes, in: charset, .declared)
      }
      if let charset = CharsetGuess(bytes.span).charset, charset.usesEscapes {
        return try self.text(of: bytes, in: charset, .detected)
      }
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
  private func otherText(
    _ bytes: [UInt8], from start: Int, _ controls: ControlCensus, _ labels: [CharsetLabel]
  ) throws(ReadError) -> DecodedText {
    if controls.nulls > 0, let charset = ZeroPattern(bytes).charset {
      return try text(of: bytes, in: charset, .detected)
    }
    let named = labels.compactMap(\.charset)
    guard controls.count * 50 <= bytes.count, controls.nulls == 0 || !named.isEmpty else { throw binary(bytes) }
    let damaged = DamagedUTF8(bytes.span)
    if damaged.isPlausible || named.contains(.utf8) && damaged.isPlausibleIfLabelled {
      return mixedText(MixedText(bytes, from: start))
    }
    let western = WesternText(bytes.span.extracting(start...))
    for charset in named {
      if let decoded = text(of: bytes, from: start, inNamed: charset, western) { return decoded }
    }
    do throws(ReadError) {
      return try detectedText(bytes, from: start, western)
    } catch {
      let mixed = MixedText(bytes, from: start)
      guard named.contains(.utf8), (mixed.undecodable?.count ?? 0) * 50 <= bytes.count else { throw error }
      return mixedText(mixed)
    }
  }

  /// The text in a charset that the bytes come with the name of; `nil` where they contradict it.
  private func text(
    of bytes: [UInt8], from start: Int, inNamed charset: Charset, _ western: WesternText
  ) -> DecodedText? {
    // Texts in UTF-16 and UTF-32 have zeros, and have been told by these.
    guard charset != .utf8, charset.unit == 1, charset != .windows1252 || !western.isOtherScript,
      let (text, undecodable) = charset.decode(bytes, from: start)
    else { return nil }
    if let undecodable, undecodable.count * 50 > bytes.count || western.isPlausible { return nil }
    return decodedText(text, charset, .declared, undecodable)
  }

  /// Bytes in the charset that they look like.
  private func detectedText(
    _ bytes: [UInt8], from start: Int, _ western: WesternText
  ) throws(ReadError) -> DecodedText {
    if western.isPlausible { return try text(of: bytes, from: start, in: .windows1252, .detected) }
    let beyondASCII = bytes[start...].firstIndex { $0 >= 0x80 } ?? 0
    let span = bytes.span.extracting(start...)
    let guess = western.isOtherScript ? CharsetGuess(wordsIn: span).charset : nil
    guard var charset = guess ?? CharsetGuess(span).charset ?? (western.isConceivable ? .windows1252 : nil) else {
      throw .noCharset(offset: beyondASCII)
    }
    if bytes.contains(where: { 0x80...0x9F ~= $0 }) { charset = charset.windowsSibling }
    guard let (text, undecodable) = charset.decode(bytes, from: start) else { throw .noCharset(offset: beyondASCII) }
    // A guess that leaves one byte in fifty over is wrong.
    if let undecodable, undecodable.count * 50 > bytes.count { throw .noCharset(offset: undecodable.offset) }
    return decodedText(text, charset, .detected, undecodable)
  }

  /// UTF-8 with a few places that are none.
  private func mixedText(_ mixed: MixedText) -> DecodedText {
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

internal import DocumentModel

/// Makes documents of inputs: reads the bytes once, decodes them, and notes what they were.
struct DocumentReader: Sendable {
  private let maximumBytes: Int
  private let decoder: TextDecoder
  private let records: RecordReader

  /// - Parameter charset: the charset that the user declares all inputs to have, or `nil` to find it out.
  init(maximumBytes: Int, charset: String?, fields: RecordFields = RecordFields()) throws(UnknownCharset) {
    self.maximumBytes = maximumBytes
    decoder = try TextDecoder(declared: charset)
    records = RecordReader(fields: fields, decoder: decoder)
  }

  /// An input's document, and what identifies the bytes that it was made of.
  ///
  /// A document that Galley wrote before names the source that *it* came from.
  struct Reading {
    var document: Document
    let byteCount: Int
    /// See `Input.digest(of:)`.
    let digest: String
  }

  func document(of input: Input) throws(ReadError) -> Document { try read(input).document }

  func read(_ input: Input) throws(ReadError) -> Reading {
    let bytes = try input.bytes(limit: maximumBytes)
    var document = try document(of: bytes, for: input)
    let sha256 = SHA256.hexDigest(of: bytes.span)
    if document.source.byteCount == nil { document.source.byteCount = bytes.count }
    if document.source.sha256 == nil { document.source.sha256 = sha256 }
    return Reading(
      document: document, byteCount: bytes.count,
      digest: input.isItsBytes ? input.dependency(sha256) : input.digest(of: bytes))
  }

  private func document(of bytes: [UInt8], for input: Input) throws(ReadError) -> Document {
    if let columns = input.payload?.columns { return try records.document(of: bytes, columns, for: input) }
    if input.form == .json { return try records.document(of: bytes, for: input) }
    let kind = try input.kind(by: bytes.span)
    let isPage = kind.mediaType == MediaType.html || kind.mediaType == MediaType.xhtml
    let decoded = try decoder.decode(bytes, server: input.payload?.charset, isPage: isPage)
    var source = Source(uri: input.uri, mediaType: kind.mediaType)
    source.charset = decoded.charset.name
    source.charsetEvidence = decoded.evidence
    source.hasByteOrderMark = decoded.hasByteOrderMark
    var document = Document(id: input.id, text: decoded.text, source: source)
    for fact in input.payload?.metadata ?? [] { document.metadata[fact.key] = fact.value }
    document.diagnostics = decoded.diagnostics
    if kind.isToldByContent, let mediaType = kind.mediaType {
      document.diagnostics.insert(.toldByContent(mediaType), at: 0)
    }
    return document
  }
}

extension Input {
  /// The document before anything has been read: its id and what the path tells of the source.
  var bareDocument: Document { Document(id: id, text: "", source: Source(uri: uri, mediaType: mediaType)) }
}

extension Diagnostic {
  static let emptyText = Diagnostic(
    .warning, code: "empty-text", "there is no text; check where the file comes from", by: "reader")

  /// That a record has a field that is a layer in the JSON of documents.
  static func layerInRecord(_ field: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "layer-in-record",
      "'\(field)' was taken for metadata, as all fields of records are: in a document of Galley, put \"galley\": 1 first",
      by: "reader")
  }
}

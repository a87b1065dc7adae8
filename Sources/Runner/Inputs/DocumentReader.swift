internal import DocumentModel

/// Makes documents of inputs: reads the bytes once, decodes them, and notes what they were.
struct DocumentReader: Sendable {
  private let maximumBytes: Int
  private let decoder: TextDecoder

  /// - Parameter charset: the charset that the user declares all inputs to have, or `nil` to find it out.
  init(maximumBytes: Int, charset: String?) throws(UnknownCharset) {
    self.maximumBytes = maximumBytes
    decoder = try TextDecoder(declared: charset)
  }

  func document(of input: Input) throws(ReadError) -> Document {
    let bytes = try input.bytes(limit: maximumBytes)
    let decoded = try decoder.decode(bytes, isPage: input.isPage)
    var source = Source(uri: input.uri, mediaType: input.mediaType)
    source.charset = decoded.charset.name
    source.charsetEvidence = decoded.evidence
    source.hasByteOrderMark = decoded.hasByteOrderMark
    source.byteCount = bytes.count
    source.sha256 = SHA256.hexDigest(of: bytes.span)
    var document = Document(id: input.id, text: decoded.text, source: source)
    document.diagnostics = decoded.diagnostics
    return document
  }
}

extension Input {
  /// Whether the content is HTML.
  fileprivate var isPage: Bool { mediaType == "text/html" || mediaType == "application/xhtml+xml" }

  /// The document before anything has been read: its id and what the path tells of the source.
  var bareDocument: Document { Document(id: id, text: "", source: Source(uri: uri, mediaType: mediaType)) }
}

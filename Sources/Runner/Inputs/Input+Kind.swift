internal import DocumentModel

extension Input {
  /// Whether its first bytes decide whether it is read at all: those of a file of a folder, an archive or the web whose
  /// kind nothing else tells.
  var isUntold: Bool { mediaType == nil && form == .document && (kind == .file || kind == .member) }

  /// The kind of content of the document that begins with `bytes`, and whether these tell it.
  ///
  /// They are asked where nothing is known but a name, and a name that says plain text may be wrong about markup. The mark
  /// of a format that is not read is never taken for text.
  ///
  /// - Throws: `leftOut` or `otherKind` where it is not read.
  func kind(by bytes: Span<UInt8>) throws(ReadError) -> (mediaType: String?, isToldByContent: Bool) {
    guard !isDeclared else { return (mediaType, false) }
    let told = MediaType.told(by: bytes)
    guard let told, MediaType.isRead(told) else {
      guard !isUntold else { throw .leftOut(reason: Self.reasonToSkip(told)) }
      if let told { throw .otherKind(told) }
      return (mediaType, false)
    }
    return mediaType == nil || mediaType == MediaType.plainText ? (told, true) : (mediaType, false)
  }

  /// Why what is of a kind that is not read is left out; `nil` stands for a kind that is not known.
  static func reasonToSkip(_ mediaType: String?) -> String {
    guard let mediaType else {
      return
        "neither its name nor its first bytes tell a kind of content that is read: name the file itself to read it "
        + "as text"
    }
    return "\(mediaType) is not read by this version, only plain text, HTML and Markdown"
  }
}

extension MediaType {
  /// Whether documents are made of content of the kind.
  static func isRead(_ name: String) -> Bool { name == plainText || Source.markupTypes.contains(name) }
}

extension Diagnostic {
  /// That the content, and not the name, says what kind it is of.
  static func toldByContent(_ mediaType: String) -> Diagnostic {
    Diagnostic(
      .note, code: "told-by-content", "its first bytes are those of \(mediaType), as which it is read", by: "reader")
  }
}

public import JSON

/// Where a document was read from, and what its bytes were.
public struct Source: Hashable, Sendable {
  /// The file or record, as the user named it: `articles/2024/plans.txt`.
  public var uri: String?
  /// The kind of content: `text/plain`.
  public var mediaType: String?
  /// The charset that the bytes were decoded from, in lower case: `utf-8`, `utf-16le`, `windows-1252`.
  public var charset: String?
  /// How the charset is known.
  public var charsetEvidence: CharsetEvidence?
  /// Whether the file begins with a byte order mark, which is no part of the text.
  public var hasByteOrderMark: Bool
  /// The size of the file or record, in bytes.
  public var byteCount: Int?
  /// The SHA-256 of those bytes, in lower-case hexadecimal.
  public var sha256: String?
  /// The text as it was read, once a stage has rewritten it; `nil` where it is the document's text still, or not at hand.
  public var text: String?
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// How sure a charset is.
  public enum CharsetEvidence: String, Hashable, Sendable, CaseIterable {
    /// A byte order mark says so.
    case mark
    /// The bytes are valid in it, and hardly any text in another charset is: UTF-8.
    case valid
    /// The user or the file says so.
    case declared
    /// A detector's guess from the frequencies of bytes.
    case detected
    /// Nothing fits; undecodable bytes became U+FFFD.
    case repaired
  }

  public init(uri: String? = nil, mediaType: String? = nil) {
    self.uri = uri
    self.mediaType = mediaType
    hasByteOrderMark = false
    extra = [:]
  }
}

extension Source {
  /// The media types whose text has markup between its words, which a stage has to read before any other can.
  public static let markupTypes: Set<String> = ["text/html", "application/xhtml+xml", "text/markdown"]
}

extension Document {
  /// Whether the text is still markup as it was read. The stage that reads it sets `paragraphs`.
  public var isMarkup: Bool { isOfMarkupType && paragraphs == nil }

  /// Whether a stage has taken the text out of its markup.
  public var hasReadMarkup: Bool { isOfMarkupType && paragraphs != nil }

  private var isOfMarkupType: Bool { source.mediaType.map(Source.markupTypes.contains) ?? false }
}

extension Source {
  /// The bytes of the file that `range` of its decoded text `text` was read from; `nil` where the charset's bytes can't
  /// be counted exactly (a multi-byte charset other than UTF-8 and UTF-16, or a repaired text).
  ///
  /// - Complexity: O(n) in `range.end`; O(1) for UTF-8.
  public func fileRange(of range: TextRange, in text: String) -> TextRange? {
    guard let charset, charsetEvidence != .repaired else { return nil }
    switch charset {
    case "utf-8", "us-ascii", "ascii":
      let mark = hasByteOrderMark ? 3 : 0
      return TextRange(range.start + mark, range.end + mark)
    case "utf-16le", "utf-16be":
      let mark = hasByteOrderMark ? 2 : 0
      let offsets = OffsetTable(text, unit: .utf16)
      return TextRange(2 * offsets.offset(ofByte: range.start) + mark, 2 * offsets.offset(ofByte: range.end) + mark)
    case _ where charset.hasPrefix("windows-125") || charset.hasPrefix("iso-8859-") || charset.hasPrefix("koi8-"):
      let offsets = OffsetTable(text, unit: .unicode)
      return TextRange(offsets.offset(ofByte: range.start), offsets.offset(ofByte: range.end))
    default: return nil
    }
  }
}

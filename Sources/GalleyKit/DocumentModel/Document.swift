public import JSON

/// A text and what has been found out about it.
///
/// A plain value: stages are handed a document, add a layer, and hand it on. In every layer `nil` means "not looked for
/// yet", empty means "looked, and found none". All ranges count UTF-8 bytes of `text`.
public struct Document: Hashable, Sendable {
  /// The name that stays the same from run to run: the path relative to the input folder without its extension, or the
  /// record's own id.
  public var id: String
  /// Where the text was read from.
  public var source: Source
  /// What is known of the article as a whole: title, byline, language, …
  public var metadata: Metadata
  /// The text. Change it by `rewrite(_:by:)`, so that ranges can still be told in the source.
  public internal(set) var text: String
  /// How `text` came from the text as it was read.
  public internal(set) var alignment: Alignment

  /// The sections in the order of their starts, parents before their children.
  public var sections: [Section]?
  /// The paragraphs in the order of their starts; headings are none, but for those that markup has and no section is made from yet.
  public var paragraphs: [Paragraph]?
  /// What leads somewhere else in the markup that the text was read from, in reading order; none overlap.
  public var links: [Link]?
  /// The sentences in the order of their starts, each within one paragraph; headings have none.
  public var sentences: [Sentence]?
  /// The entities, in reading order where Galley's own stages found them; they may overlap and nest.
  public var entities: [Entity]?
  /// The things that the entities name, each once.
  public var chains: [Chain]?
  public var quotations: [Quotation]?
  public var summary: Summary?
  /// The keyphrases, best first.
  public var keyphrases: [Keyphrase]?
  /// Layers of stages that this format does not know, by the stage's or layer's name.
  public var extensions: JSONObject
  /// What stages had to say about this document.
  public var diagnostics: [Diagnostic]
  /// The stages that the document has been through, in order.
  public var trace: [TraceEntry]
  /// Keys of the JSON form that this version does not know, kept as they were.
  public var extra: JSONObject

  /// A document of `text` without any layer.
  public init(id: String = "", text: String, source: Source = Source(), metadata: Metadata = Metadata()) {
    self.id = id
    self.text = text
    self.source = source
    self.metadata = metadata
    alignment = Alignment()
    extensions = [:]
    diagnostics = []
    trace = []
    extra = [:]
  }

  /// The text at `range`, which must lie within `text`. O(1): nothing is copied.
  public subscript(range: TextRange) -> Substring { text.words(at: range) }

  /// The range of the whole text.
  public var textRange: TextRange { TextRange(0, text.utf8.count) }

  /// Whether `range` lies within `text` and begins and ends between Unicode scalars.
  public func isWellFormed(_ range: TextRange) -> Bool { text.isWellFormed(range) }
}

extension String {
  /// The part at `range`, which must lie within this text. O(1).
  func words(at range: TextRange) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.start)
    return Substring(utf8[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// Whether `range` lies within this text and begins and ends between Unicode scalars.
  func isWellFormed(_ range: TextRange) -> Bool {
    0 <= range.start && range.start <= range.end && isScalarBorder(range.start) && isScalarBorder(range.end)
  }

  private func isScalarBorder(_ offset: Int) -> Bool {
    let bytes = utf8.span
    return offset < bytes.count ? bytes[offset] & 0xC0 != 0x80 : offset == bytes.count
  }
}

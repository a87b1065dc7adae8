public import DocumentModel

/// A text with what people say is in it.
public struct GoldDocument: Sendable {
  /// The text, and the layers that the gold has.
  public let document: Document
  /// Summaries by people.
  public let references: [String]
  /// Where it was read from.
  public let places: GoldPlaces

  public init(document: Document, references: [String] = [], places: GoldPlaces) {
    self.document = document
    self.references = references
    self.places = places
  }

  /// Where it begins: the file, and the line or document in it.
  public var place: String { places.place(of: 0, in: document.text) }

  /// The document as a pipeline gets it: the text and what is known of the article, without any layer.
  public var unannotated: Document {
    Document(id: document.id, text: document.text, metadata: document.metadata)
  }

  /// What the gold has something to say about.
  public var layers: Set<MeasureName.Layer> {
    var layers: Set<MeasureName.Layer> = references.isEmpty ? [] : [.summary]
    if document.sections != nil { layers.formUnion([.sections, .headings]) }
    if document.paragraphs != nil { layers.insert(.paragraphs) }
    if document.sentences != nil { layers.insert(.sentences) }
    if document.entities != nil { layers.insert(.entities) }
    if document.chains != nil { layers.insert(.chains) }
    if document.quotations != nil { layers.insert(.quotations) }
    return layers
  }
}

/// Where the parts of a gold document stand in their file.
public struct GoldPlaces: Hashable, Sendable {
  /// The file as the user would name it.
  public let uri: String
  let lines: Lines

  enum Lines: Hashable, Sendable {
    /// The text is the file's: its lines are those of the text.
    case text
    /// The whole document stands on a line.
    case record(Int)
    /// The document is the file's, but its text is inside a string.
    case whole
    /// A token a line: where each token begins in the text, ascending, and its line.
    case tokens(starts: [Int], lines: [Int])
  }

  /// The place of the byte at `offset` of `text`, as far as can be told: `dev.iob2:1204`.
  func place(of offset: Int, in text: String) -> String {
    switch lines {
    case .text: "\(uri):\(text.utf8.prefix(offset).count { $0 == 0x0A } + 1)"
    case .record(let line): "\(uri):\(line): character \(characters(before: offset, in: text))"
    case .whole: "\(uri): character \(characters(before: offset, in: text))"
    case .tokens(let starts, let lines):
      "\(uri):\(lines.isEmpty ? 1 : lines[max(0, starts.partitioningIndex { $0 > offset } - 1)])"
    }
  }

  /// What ranges in documents' JSON count.
  private func characters(before offset: Int, in text: String) -> Int {
    text.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 }
  }
}

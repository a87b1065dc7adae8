internal import DocumentModel

/// What an output is written as.
enum ExportFormat: String, CaseIterable, Sendable {
  /// One JSON object, a line for each annotation.
  case json
  /// The same object on one line.
  case jsonl
  /// A page to read.
  case markdown
  /// The title and the text alone.
  case text
  /// A row for each entity.
  case csv
  /// Rows of the tables of an SQLite database.
  case sqlite
  /// Rows of the tables of a PostgreSQL database.
  case postgresql

  /// The name of the output where the pipeline gives none.
  var defaultName: String {
    switch self {
    case .json: "{id}.json"
    case .jsonl: "documents.jsonl"
    case .markdown: "{id}.md"
    case .text: "{id}.txt"
    case .csv: "entities.csv"
    case .sqlite: "articles.sqlite"
    case .postgresql: "{id}"  // it has an address, which has no default
    }
  }

  var isJSON: Bool { self == .json || self == .jsonl }
  var isDatabase: Bool { self == .sqlite || self == .postgresql }

  /// Whether the outputs of several documents, one after the other, are a file of the same format.
  var isAppendable: Bool { self == .jsonl || self == .csv }

  var requiredLayers: Set<Layer> { self == .csv ? [.entities] : [] }

  var usedLayers: Set<Layer> {
    switch self {
    case .json, .jsonl, .sqlite, .postgresql: Set(Layer.all)
    case .markdown: Set(Layer.all).subtracting([.sentences])
    case .text: [.metadata]
    case .csv: [.metadata, .chains]
    }
  }
}

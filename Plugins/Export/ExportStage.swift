public import DocumentModel
internal import JSON
public import StageKit

/// Renders each document as one output: JSON, a line of JSON, a Markdown page, plain text, rows of a CSV table or of a
/// database.
public struct ExportStage: Renderer {
  public static let contract = Contract(
    "export", version: "1.4.0",
    summary:
      "Renders the document as JSON, JSON lines, Markdown, plain text, CSV of its entities or rows of a database.",
    uses: Set(Layer.all))

  /// The contract of the chosen format: a table of entities needs entities.
  public let contract: Contract
  private let options: ExportOptions

  public init(options: ExportOptions, resources: Resources) {
    self.options = options
    var contract = Self.contract
    contract.requires = options.format.requiredLayers
    contract.uses = options.format.usedLayers.subtracting(contract.requires)
    if options.format.isJSON || options.format.isDatabase {
      contract.uses.formIntersection(options.layers.union([.metadata]))
    }
    self.contract = contract
  }

  /// A file shared by documents has no planned name: that they meet there is no collision.
  public func plannedName(for document: Document) -> String? {
    guard !isShared, !options.format.isDatabase, options.name.isKnown(from: document) else { return nil }
    return try? options.name.filled(from: document)
  }

  public var database: Database? {
    guard options.format.isDatabase else { return nil }
    return Database(options.server?.place ?? .file, .articles)
  }

  public func render(_ document: Document) throws -> Artifact {
    let name = try options.server?.name ?? options.name.filled(from: document)
    if let database { return Artifact(name: name, bytes: bytes(of: document), placement: .rows(database)) }
    let header = options.format == .csv ? EntityTable.header : []
    if isShared { return Artifact(name: name, bytes: bytes(of: document), placement: .appended(header: header)) }
    return Artifact(name: name, bytes: header + bytes(of: document))
  }

  /// Whether documents stand together in one file: lines and rows do, unless each document's file has a name of its own.
  private var isShared: Bool { options.format.isAppendable && !options.name.tellsDocumentsApart }

  private func bytes(of document: Document) -> [UInt8] {
    switch options.format {
    case .sqlite, .postgresql: return DocumentRows(kept(document), offsets: options.form.offsets).bytes
    case .json, .jsonl:
      var bytes = kept(document).json(options.form)
      bytes.append(UInt8(ascii: "\n"))
      return bytes
    case .markdown: return MarkdownPage(document, parts: options.parts).bytes
    case .text: return PlainText(document).bytes
    case .csv: return EntityTable(document, offsets: options.form.offsets).rows
    }
  }

  private func kept(_ document: Document) -> Document {
    options.keepsAllLayers ? document : document.keeping(options.layers)
  }
}

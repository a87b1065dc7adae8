public import DocumentModel

/// A stage that makes outputs of documents. It writes nothing itself: the runner delivers what it renders.
public protocol Renderer: Stage {
  /// The output's name as far as the document's id and source alone tell it; `nil` where it takes more.
  ///
  /// The runner asks before the first document is processed, so that two inputs with one output are refused in time.
  func plannedName(for document: Document) -> String?

  /// The database that all its rows go into; `nil` for a renderer of files.
  var database: Database? { get }

  /// The output of a processed document.
  func render(_ document: Document) throws -> Artifact
}

extension Renderer {
  public func process(_ document: inout Document) {}
  public var database: Database? { nil }
}

/// One output: bytes under a name.
public struct Artifact: Hashable, Sendable {
  /// The path relative to the output folder, with `/` between folders; never leads out of it.
  public var name: String
  public var bytes: [UInt8]
  public var placement: Placement

  /// How an output shares its file with others.
  public enum Placement: Hashable, Sendable {
    /// The file is this output alone; another of the same name is an error.
    case whole
    /// The outputs of all documents stand in one file, in input order, after `header` once.
    case appended(header: [UInt8])
    /// The bytes are rows for the renderer's `database`, in place of those that the document has there: `TableSchema` says how they
    /// are written. The name tells the database in messages; of a server it has no password.
    case rows(Database)
  }

  public init(name: String, bytes: [UInt8], placement: Placement = .whole) {
    self.name = name
    self.bytes = bytes
    self.placement = placement
  }
}

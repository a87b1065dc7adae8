/// The tables of a database of documents: one with a row for each document, others with any number of rows for each.
///
/// Whoever delivers adds the keys. The table of documents begins with `key`, an integer made of the document's id alone,
/// and `id`; each of the others with `document`, that key, and `number`, the row's place among the document's from 0. So
/// rows neither repeat keys nor can break them.
///
/// The bytes of an artifact are the document's rows as compact JSON: an object with a member for each table, in the order
/// of the schema (`documents` first), each a list of rows, each a list of values in the order of the columns:
///
///     {"documents":[["Plans","The text."]],"entities":[[4,8,"text","ORG"],[…]]}
public struct TableSchema: Hashable, Sendable {
  /// The table with a row for each document.
  public var documents: Table
  /// The tables with rows about parts of a document.
  public var details: [Table]
  /// The columns of `documents` that full-text search finds words in, those that weigh most first.
  public var searched: [String]
  /// Queries that have names.
  public var views: [View]

  /// All tables, that of the documents first.
  public var tables: [Table] { [documents] + details }

  /// One table.
  public struct Table: Hashable, Sendable {
    public var name: String
    public var columns: [Column]
    /// Lists of columns that rows are looked up by.
    public var indexes: [[String]]

    public init(_ name: String, _ columns: [Column], indexes: [[String]] = []) {
      self.name = name
      self.columns = columns
      self.indexes = indexes
    }
  }

  /// One column of a table.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var kind: Kind
    /// Whether the value may be null.
    public var isOptional: Bool

    /// What a column's values are.
    public enum Kind: Hashable, Sendable {
      case text
      case integer
      case real
      /// Any JSON value.
      case json
    }

    public init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// A query that has a name.
  public struct View: Hashable, Sendable {
    public var name: String
    /// A SELECT that SQLite and PostgreSQL both understand.
    public var query: String

    public init(_ name: String, _ query: String) {
      self.name = name
      self.query = query
    }
  }

  public init(documents: Table, details: [Table] = [], searched: [String] = [], views: [View] = []) {
    self.documents = documents
    self.details = details
    self.searched = searched
    self.views = views
  }
}

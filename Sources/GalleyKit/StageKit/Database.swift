/// A database that renderers' rows go into: where it is, and what tables it has.
public struct Database: Hashable, Sendable {
  public var place: Place
  public var schema: TableSchema

  /// Where a database is.
  public enum Place: Hashable, Sendable {
    /// An SQLite database: the file of the artifact's name below the output folder.
    case file
    /// The schema called `namespace` of a PostgreSQL database.
    case server(Connection, namespace: String)
  }

  /// A connection string, which may have a password in it and therefore shows itself nowhere.
  public struct Connection: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The string itself, for the one who connects.
    public let string: String
    public init(_ string: String) { self.string = string }

    public var description: String { "(connection)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
  }

  public init(_ place: Place, _ schema: TableSchema) {
    self.place = place
    self.schema = schema
  }
}

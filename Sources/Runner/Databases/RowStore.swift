internal import StageKit

/// A database that documents' rows are delivered into, a batch a transaction.
///
/// Used by one thread at a time. Going out of use without `commit()` is as `rollBack()`.
protocol RowStore: AnyObject {
  /// Puts a document's rows in place of those that it has there. Not durable before `commit()`.
  ///
  /// - Throws: `badRows` where this document's rows can't be there; others can.
  func replace(_ id: String, with rows: [UInt8]) throws(DeliveryError)

  /// Takes a document's rows away. Not durable before `commit()`.
  func remove(_ id: String) throws(DeliveryError)

  /// How many documents have rows there.
  func documentCount() throws(DeliveryError) -> Int

  /// Makes all since the last commit durable, or nothing of it.
  ///
  /// - Throws: `unwritable` where the database takes nothing more.
  func commit() throws(DeliveryError)

  /// Forgets what is not committed.
  func rollBack()
}

/// Opens the database that an artifact's rows go into; its tables are made where they are not there.
///
/// - Parameters:
///   - name: the artifact's name.
///   - outputFolder: the folder that the path of an SQLite database is relative to.
/// - Throws: `unwritable` where it can't be opened, or is not one that Galley made with these tables.
func makeRowStore(
  name: String, database: Database, in outputFolder: String
) throws(DeliveryError) -> any RowStore {
  switch database.place {
  case .file: return try SQLiteStore(name: name, database.schema, in: outputFolder)
  case .server(let connection, let namespace):
    return try PostgreSQLStore(name: name, database.schema, connection, namespace: namespace)
  }
}

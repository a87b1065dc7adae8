import PostgreSQLTesting
import StageKit
import Synchronization
import Testing

@testable import Runner

/// Hands `body` a schema of its own, named, on the tests' server.
func withPostgreSQL(_ body: (PostgreSQLNamespace) throws -> Void) throws {
  let number = PostgreSQLNamespace.count.add(1, ordering: .relaxed).newValue
  let address = try PostgreSQLServer.shared.get().address
  try body(PostgreSQLNamespace(address: address, name: "Test \"\(number)\"", connection: PostgreSQLConnection(address)))
}

struct PostgreSQLNamespace {
  static let count = Atomic<Int>(0)

  let address: String
  let name: String
  /// A connection of the test's own, in the schema.
  let connection: PostgreSQLConnection

  init(address: String, name: String, connection: PostgreSQLConnection) throws {
    (self.address, self.name, self.connection) = (address, name, connection)
    try connection.execute("SET search_path = \(name.sqlName)")
  }

  func store(_ schema: TableSchema = noteTables) throws -> PostgreSQLStore {
    let place = Database.Place.server(Database.Connection(address), namespace: name)
    let store = try makeRowStore(name: "server", database: Database(place, schema), in: "/nowhere")
    return try #require(store as? PostgreSQLStore)
  }

  func value(_ sql: String) throws -> String? { try connection.value(sql) }
}

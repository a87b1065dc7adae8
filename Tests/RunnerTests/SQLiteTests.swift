import Testing

@testable import Runner

/// The thin wrapper of SQLite: what goes in comes out, and errors say what SQLite says.
struct SQLiteTests {
  @Test(arguments: [
    SQLiteStatement.Value.null, .integer(0), .integer(.min), .integer(.max), .real(0.1), .text(""), .text("é\0ö 🙂"),
    .blob([]), .blob([0, 255, 7]),
  ])
  func valuesComeBack(_ value: SQLiteStatement.Value) throws {
    let database = try SQLiteDatabase(":memory:", .create)
    try database.execute("CREATE TABLE t (v)")
    try database.prepare("INSERT INTO t VALUES (?)").run(value)
    let read = try database.prepare("SELECT v FROM t").first { $0.value(0) }
    #expect(read == value)
  }

  @Test func aStatementRunsAgain() throws {
    let database = try SQLiteDatabase(":memory:", .create)
    try database.execute("CREATE TABLE t (v INTEGER)")
    let insert = try database.prepare("INSERT INTO t VALUES (?)")
    for number in 0..<5 { try insert.run(.integer(number)) }
    #expect(try database.integer("SELECT sum(v) FROM t") == 10)
    #expect(database.changes == 1)
  }

  @Test func errorsSayWhatIsWrong() throws {
    let database = try SQLiteDatabase(":memory:", .create)
    #expect(throws: SQLiteError(code: 1, message: "no such table: nowhere")) {
      try database.execute("SELECT * FROM nowhere")
    }
    #expect(throws: SQLiteError.self) { try SQLiteDatabase("/nowhere/at/all.db", .readOnly) }
  }
}

import PostgreSQLTesting
import StageKit
import StageTesting
import Synchronization
import Testing

@testable import Runner

@Suite(
  .enabled(if: PostgreSQLServer.isInstalled, "no PostgreSQL server is installed here: apt-get install postgresql"))
struct PostgreSQLStoreTests {
  /// Every row of every table, those of a document together.
  private let rows = """
    SELECT coalesce(string_agg(line, chr(10) ORDER BY line COLLATE "C"), 'none') FROM (
      SELECT id || ': ' || coalesce(title, '-') || '|' || body || '|' || coalesce(weight::text, '-') || '|' || tags || ' '
        || coalesce((SELECT string_agg(number || '=' || text || '@' || starts, ' ' ORDER BY number)
                     FROM words WHERE document = key), '') AS line
      FROM notes) lines
    """

  private func found(_ words: String) -> String {
    """
    SELECT string_agg(id, ' ' ORDER BY rank DESC, id) FROM (
      SELECT id, ts_rank(search, query) AS rank FROM notes, websearch_to_tsquery('english', \(words.sqlString)) query
      WHERE search @@ query) found
    """
  }

  @Test func replacesAndRemovesByDocument() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      try store.replace("a", with: note("First", "one", "two", "three"))
      try store.replace("b", with: note("Second", "é😀", "five"))
      try store.replace("c/d", with: note("Third"))
      try store.commit()
      #expect(try database.value("SELECT count(*) FROM words") == "5")
      try store.replace("a", with: note("First again", "six"))
      try store.remove("b")
      try store.remove("nowhere")
      try store.replace("e", with: note("not kept"))
      try store.replace("e", with: note("Fifth", "seven"))
      #expect(try database.value("SELECT count(*) FROM words") == "5", "nothing shows before it is committed")
      try store.commit()
      #expect(
        try database.value(rows) == """
          a: First again|six|0.5|{"n": 1} 0=six@0
          c/d: Third||0.5|{"n": 0}\u{20}
          e: Fifth|seven|0.5|{"n": 1} 0=seven@0
          """)
      #expect(try database.value("SELECT string_agg(id || text, ' ' ORDER BY id) FROM said") == "asix eseven")
      #expect(try database.value("SELECT count(*) FROM words") == "2")
    }
  }

  @Test func hasTheKeysThatSQLiteHas() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      try store.replace("2024/plans", with: note("Plans"))
      try store.commit()
      try withTemporaryFolder { folder in
        let file = try makeRowStore(name: "a.sqlite", database: noteDatabase(), in: folder.path)
        try file.replace("2024/plans", with: note("Plans"))
        try file.commit()
        let key = try SQLiteDatabase("\(folder.path)/a.sqlite", .readOnly).integer("SELECT key FROM notes")
        #expect(try database.value("SELECT key FROM notes") == key.map { "\($0)" })
      }
    }
  }

  @Test func findsWordsAsTheyAreNow() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      try store.replace("a", with: note("Elections", "the", "vote", "counted"))
      try store.replace("b", with: note("Weather", "no", "election", "today"))
      try store.commit()
      #expect(try database.value(found("election")) == "a b", "a word of the title weighs more")
      try store.replace("a", with: note("Sports", "the", "match"))
      try store.commit()
      #expect(try database.value(found("elections")) == "b")
      try store.remove("b")
      try store.commit()
      #expect(try database.value(found("elections or match")) == "a")
    }
  }

  @Test func takesEveryText() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      let rows =
        #"{"notes":[["\u0000 tab\t back\\slash\\.","line\nline\r\n\\N \u0000\ud83d\ude00",null,{"k\t":"\u0000\\u0000\\\\n \"q\""}]],"words":[["\\N",0,null],["",0,""]],"marks":[]}"#
      try store.replace("tab\tid\\N", with: Array(rows.utf8))
      try store.commit()
      // U+001A stands for NUL, which PostgreSQL has no place for: one character and one byte as well.
      #expect(try database.value("SELECT title FROM notes") == "\u{1A} tab\t back\\slash\\.")
      #expect(try database.value("SELECT body FROM notes") == "line\nline\r\n\\N \u{1A}😀")
      #expect(try database.value("SELECT tags ->> E'k\\t' FROM notes") == "\u{1A}\\u0000\\\\n \"q\"")
      #expect(try database.value("SELECT id FROM notes") == "tab\tid\\N")
      #expect(
        try database.value("SELECT string_agg(coalesce(kind, 'null') || text, ',' ORDER BY number) FROM words")
          == "null\\N,")
    }
  }

  @Test func refusesOneDocumentAloneAndKeepsTheOthers() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      try store.replace("good", with: note("good"))
      let many = (0..<150_000).map { "w\($0)x" }.joined(separator: " ")
      let cases = [
        ("broken", Array("{}".utf8), "the rows of 'notes' are missing (byte 1 of the rows)"),
        (
          String(repeating: "i", count: 1300), note("a"),
          "the id has more than 1250 bytes, which PostgreSQL's indexes don't take"
        ),
        (
          "title", note(String(repeating: "t", count: 1300)),
          "'title' of a row of 'notes' has more than 1250 bytes, which PostgreSQL's indexes don't take"
        ),
        (
          "number", Array(#"{"notes":[[null,"",0,1]],"words":[],"marks":[[2147483648]]}"#.utf8),
          "2147483648 is beyond PostgreSQL's integers of 32 bits"
        ),
        ("words", note("a", many), "string is too long for tsvector ("),
      ]
      for (id, rows, reason) in cases {
        #expect {
          try store.replace(id, with: rows)
        } throws: { error in
          guard case .badRows("server", let found)? = error as? DeliveryError else { return false }
          return found.hasPrefix(reason)
        }
      }
      let long = note("long", String(repeating: "it's all the same again ", count: 20_000))
      try store.replace("long", with: long)
      try store.commit()
      #expect(try database.value("SELECT string_agg(id, ' ' ORDER BY id) FROM notes") == "good long")
    }
  }

  @Test func forgetsWhatIsNotCommitted() throws {
    try withPostgreSQL { database in
      var store: PostgreSQLStore? = try database.store()
      try store?.replace("a", with: note("kept"))
      try store?.commit()
      try store?.replace("a", with: note("forgotten"))
      store?.rollBack()
      try store?.commit()
      try store?.replace("c", with: note("never committed"))
      store = nil
      #expect(try database.value("SELECT string_agg(title, ' ') FROM notes") == "kept")
    }
  }

  /// A batch that the server refuses is refused whole, and what was there stays.
  @Test func commitsABatchOrNothingOfIt() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      try store.replace("a", with: note("kept", "one"))
      try store.commit()
      try database.connection.execute("ALTER TABLE words ADD CONSTRAINT short CHECK (length(text) < 4)")
      try store.replace("a", with: note("new", "two"))
      try store.replace("b", with: note("new", "three"))
      #expect(
        throws: DeliveryError.unwritable(
          "server", reason: "new row for relation \"words\" violates check constraint \"short\"")
      ) { try store.commit() }
      #expect(try database.value("SELECT string_agg(title, ' ') FROM notes") == "kept")
      try store.replace("b", with: note("new", "two"))
      try store.commit()
      #expect(try database.value("SELECT string_agg(title, ' ' ORDER BY title) FROM notes") == "kept new")
    }
  }

  @Test func endsTheSameAfterAnyHistory() throws {
    try withPostgreSQL { database in
      let final = (0..<30).map { ("doc-\($0)", note("Title \($0)", "word\($0)", "and", "more")) }
      var dumps: [String?] = []
      var random = SplitMix64(seed: 4)
      for round in 0..<3 {
        for _ in 0..<2 * round {
          let store = try database.store()
          for _ in 0..<Int(random.next() % 30) {
            let number = Int(random.next() % 50)
            try store.replace("doc-\(number)", with: note("Old \(number)", "stale"))
            if random.next() % 5 == 0 { try store.commit() }
          }
        }
        let store = try database.store()
        for number in 30..<50 { try store.remove("doc-\(number)") }
        for (id, rows) in final.reversed() { try store.replace(id, with: rows) }
        try store.commit()
        dumps.append(try database.value(rows))
      }
      #expect(dumps.allSatisfy { $0 == dumps[0] })
    }
  }

  @Test func saysThatTheConnectionIsLost() throws {
    try withPostgreSQL { database in
      let store = try database.store()
      try store.replace("a", with: note("kept"))
      try store.commit()
      try store.replace("b", with: note("lost"))
      let process = try #require(try store.connection.value("SELECT pg_backend_pid()"))
      try database.connection.execute("SELECT pg_terminate_backend(\(process))")
      #expect {
        try store.commit()
      } throws: { error in
        guard case .unwritable("server", let reason)? = error as? DeliveryError else { return false }
        return reason.contains("terminat") || reason.contains("closed the connection")
      }
      #expect(throws: DeliveryError.self) {
        try store.replace("c", with: note("c"))
        try store.commit()
      }
      #expect(try database.value("SELECT string_agg(title, ' ') FROM notes") == "kept")
    }
  }

  /// A run that is killed leaves its transaction to the server, which may be at it still when the next run comes.
  @Test func waitsForWhatAKilledRunHasBegun() throws {
    try withPostgreSQL { database in
      _ = try database.store()
      try database.connection.execute(
        """
        CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION linger()
        """)
      let (address, name) = (database.address, database.name)
      let errors = Mutex<[String]>([])
      _ = runOnThreads(2) {
        do {
          let connection = try PostgreSQLConnection(address)
          let store = try PostgreSQLNamespace(address: address, name: name, connection: connection).store()
          try store.replace("a", with: note("kept", "one", "two"))
          try store.commit()
        } catch {
          errors.withLock { $0.append("\(error)") }
        }
      }
      #expect(errors.withLock { $0 } == [])
      #expect(try database.value("SELECT string_agg(text, ' ' ORDER BY number) FROM words") == "one two")
    }
  }

  @Test func leavesWhatOthersMade() throws {
    try withPostgreSQL { database in
      _ = try database.store()
      var changed = noteTables
      changed.details[1].columns[0].name = "place"
      #expect(
        throws: DeliveryError.unwritable(
          "server",
          reason: "its tables were made by another version of Galley, or for other rows, so it is left as it is; "
            + "give the export another 'schema'")
      ) { try database.store(changed) }
    }
    try withPostgreSQL { database in
      try database.connection.execute("CREATE SCHEMA \(database.name.sqlName); CREATE TABLE notes (mine int)")
      #expect(
        throws: DeliveryError.unwritable(
          "server",
          reason: "it has a table 'notes' that Galley did not make, so it is left as it is; give the export another "
            + "'schema'")
      ) { try database.store() }
      #expect(try database.value("SELECT count(*) FROM notes") == "0")
    }
    try withPostgreSQL { database in
      try database.connection.execute("CREATE SCHEMA \(database.name.sqlName); CREATE TABLE words (mine int)")
      #expect(throws: DeliveryError.unwritable("server", reason: "relation \"words\" already exists")) {
        try database.store()
      }
      #expect(try database.value("SELECT to_regclass('notes')") == nil, "all tables are made or none")
    }
  }

  @Test(arguments: [
    "postgresql://ada:sesame@127.0.0.1:1/news", "postgresql://ada:sesame@/news?host=/nowhere",
    "postgresql://ada:sesame@nowhere.invalid/news", "postgresql://ada:sesame@/news?nonsense=1",
  ])
  func saysWhyItCannotConnectWithoutThePassword(address: String) {
    let place = Database.Place.server(Database.Connection(address), namespace: "public")
    #expect {
      _ = try makeRowStore(name: "postgresql://ada@/news", database: noteDatabase(place), in: "/nowhere")
    } throws: { error in
      let words = "\(error)"
      return (error as? DeliveryError)?.endsRun == true && !words.contains("sesame") && words.utf8.count > 80
    }
  }
}

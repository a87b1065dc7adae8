import Glibc
import StageKit
import StageTesting
import Testing

@testable import Runner

@Suite struct SQLiteStoreTests {
  private func store(_ folder: TemporaryFolder, _ name: String = "notes.sqlite") throws -> SQLiteStore {
    try #require(try makeRowStore(name: name, database: noteDatabase(), in: folder.path) as? SQLiteStore)
  }

  /// Every row of every table, those of a document together.
  private func rows(_ folder: TemporaryFolder, _ name: String = "notes.sqlite") throws -> [String] {
    let database = try SQLiteDatabase("\(folder.path)/\(name)", .readOnly)
    var lines: [String] = []
    try database.prepare(
      """
      SELECT id || ': ' || coalesce(title, '-') || '|' || body || '|' || coalesce(weight, '-') || '|' || tags || ' '
        || coalesce((SELECT group_concat(number || '=' || text || '@' || starts, ' ') FROM words WHERE document = key), '')
      FROM notes ORDER BY id
      """
    ).forEach(row: { lines.append($0.text(0)) })
    #expect(try database.integer("SELECT count(*) FROM words WHERE document NOT IN (SELECT key FROM notes)") == 0)
    return lines
  }

  /// The ids of the notes that full-text search finds, best first.
  private func found(_ words: String, _ folder: TemporaryFolder) throws -> [String] {
    let database = try SQLiteDatabase("\(folder.path)/notes.sqlite", .readOnly)
    var ids: [String] = []
    try database.prepare(
      "SELECT n.id FROM notes_fts JOIN notes n ON n.key = notes_fts.rowid WHERE notes_fts MATCH ? ORDER BY rank, n.id"
    ).forEach(.text(words)) { ids.append($0.text(0)) }
    return ids
  }

  @Test func replacesAndRemovesByDocument() throws {
    try withTemporaryFolder { folder in
      var store: SQLiteStore? = try store(folder)
      try store?.replace("a", with: note("First", "one", "two", "three"))
      try store?.replace("b", with: note("Second", "é😀", "five"))
      try store?.replace("c/d", with: note("Third"))
      try store?.commit()
      try store?.replace("a", with: note("First again", "six"))
      try store?.remove("b")
      try store?.remove("nowhere")
      try store?.replace("e", with: note("not kept"))
      try store?.replace("e", with: note("Fifth", "seven"))
      try store?.commit()
      store = nil
      #expect(
        try rows(folder) == [
          "a: First again|six|0.5|{\"n\":1} 0=six@0", "c/d: Third||0.5|{\"n\":0} ",
          "e: Fifth|seven|0.5|{\"n\":1} 0=seven@0",
        ])
      #expect(folder.files == ["notes.sqlite"], "neither log nor journal stays")
    }
  }

  @Test func findsWordsAsTheyAreNow() throws {
    try withTemporaryFolder { folder in
      var store: SQLiteStore? = try store(folder)
      try store?.replace("a", with: note("Elections", "the", "vote", "counted"))
      try store?.replace("b", with: note("Weather", "no", "election", "today"))
      try store?.replace("c", with: note("Café", "closed"))
      try store?.commit()
      #expect(try found("election", folder) == ["a", "b"], "a word of the title weighs more")
      #expect(try found("cafe", folder) == ["c"])
      try store?.replace("a", with: note("Sports", "the", "match"))
      try store?.remove("c")
      try store?.commit()
      store = nil
      #expect(try found("elections", folder) == ["b"])
      #expect(try found("match", folder) == ["a"])
      #expect(try found("cafe", folder) == [])
      // Somebody else's changes are found too, and the index has what the table has.
      let database = try SQLiteDatabase("\(folder.path)/notes.sqlite", .create)
      try database.execute("UPDATE notes SET body = 'changed' WHERE id = 'a'; DELETE FROM notes WHERE id = 'b'; VACUUM")
      #expect(try found("changed", folder) == ["a"])
      #expect(try found("election OR match", folder) == [])
      try database.execute("INSERT INTO notes_fts (notes_fts, rank) VALUES ('integrity-check', 1)")
    }
  }

  @Test func forgetsWhatIsNotCommitted() throws {
    try withTemporaryFolder { folder in
      var store: SQLiteStore? = try store(folder)
      try store?.replace("a", with: note("kept"))
      try store?.commit()
      try store?.replace("a", with: note("forgotten"))
      try store?.replace("b", with: note("forgotten"))
      store?.rollBack()
      try store?.commit()
      try store?.replace("c", with: note("never committed"))
      store = nil
      #expect(try rows(folder) == ["a: kept||0.5|{\"n\":0} "])
    }
  }

  @Test func refusesRowsOfOneDocumentAlone() throws {
    try withTemporaryFolder { folder in
      let store = try store(folder)
      try store.replace("a", with: note("good"))
      #expect {
        try store.replace("b", with: Array("{}".utf8))
      } throws: { error in
        (error as? DeliveryError)?.endsRun == false
          && "\(error)" == "the document's rows can't be put into 'notes.sqlite': the rows of 'notes' are missing "
            + "(byte 1 of the rows)"
      }
      try store.commit()
      #expect(try rows(folder) == ["a: good||0.5|{\"n\":0} "])
    }
  }

  /// Whatever is interrupted and done again, in whatever order and batches: the tables are the same.
  @Test func endsTheSameAfterAnyHistory() throws {
    try withTemporaryFolder { folder in
      let final = (0..<40).map { ("doc-\($0)", note("Title \($0)", "word\($0)", "and", "more")) }
      var plain: SQLiteStore? = try store(folder, "plain.sqlite")
      for (id, rows) in final { try plain?.replace(id, with: rows) }
      try plain?.commit()
      plain = nil
      var random = SplitMix64(seed: 9)
      for round in 0..<6 {
        let name = "round-\(round).sqlite"
        for _ in 0..<Int(random.next() % 8) {
          let store = try store(folder, name)
          for _ in 0..<Int(random.next() % 30) {
            let number = Int(random.next() % 60)
            if random.next() % 4 == 0 { try store.remove("doc-\(number)") }
            try store.replace("doc-\(number)", with: note("Old \(number)", "stale"))
            if random.next() % 10 == 0 { try store.commit() }
            if random.next() % 10 == 0 { store.rollBack() }
          }
        }
        let store = try store(folder, name)
        for number in 40..<60 { try store.remove("doc-\(number)") }
        for (id, rows) in final.reversed() { try store.replace(id, with: rows) }
        try store.commit()
        #expect(try rows(folder, name) == rows(folder, "plain.sqlite"))
        try store.database.execute("INSERT INTO notes_fts (notes_fts, rank) VALUES ('integrity-check', 1)")
      }
    }
  }

  @Test func leavesWhatOthersMade() throws {
    try withTemporaryFolder { folder in
      try folder.write("text", "This is a text and no database, and it is long enough to be looked at.")
      _ = try SQLiteDatabase("\(folder.path)/other.sqlite", .create).execute("CREATE TABLE mine (v)")
      _ = try store(folder)
      symlink("other.sqlite", "\(folder.path)/link.sqlite")
      var changed = noteTables
      changed.details[1].columns[0].name = "place"
      func message(_ name: String, _ schema: TableSchema = noteTables) -> String {
        do {
          _ = try makeRowStore(name: name, database: Database(.file, schema), in: folder.path)
          return "opened"
        } catch {
          #expect(error.endsRun)
          return "\(error)".replacing("\(folder.path)/", with: "")
        }
      }
      let rest =
        ", so it is left as it is; give the export another 'to', or move the file away; nothing incomplete was left "
        + "there, so mend that and run again"
      #expect(message("text") == "could not write 'text': the file there is no SQLite database\(rest)")
      #expect(
        message("other.sqlite")
          == "could not write 'other.sqlite': it is a database that Galley did not make\(rest)")
      #expect(
        message("notes.sqlite", changed)
          == "could not write 'notes.sqlite': it was made by another version of Galley, or has other tables\(rest)")
      #expect(message("link.sqlite") == "could not write 'link.sqlite': what stands there is no file\(rest)")
      #expect(throws: DeliveryError.badName("../out.sqlite")) {
        try makeRowStore(name: "../out.sqlite", database: noteDatabase(), in: folder.path)
      }
      #expect(folder.read("text")?.hasPrefix("This is a text") == true)
      #expect(try SQLiteDatabase("\(folder.path)/other.sqlite", .readOnly).integer("SELECT count(*) FROM mine") == 0)
      #expect(folder.files == ["link.sqlite", "notes.sqlite", "other.sqlite", "text"])
    }
  }

  @Test func saysThatTheDiskIsFullAndKeepsWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let store = try store(folder)
      try store.replace("a", with: note("kept", "one"))
      try store.commit()
      let pages = try store.database.integer("PRAGMA page_count") ?? 0
      try store.database.execute("PRAGMA max_page_count = \(pages + 2)")
      for number in 0..<50 {
        try store.replace("b\(number)", with: note(String(repeating: "long ", count: 200)))
      }
      #expect(
        throws: DeliveryError.unwritable("\(folder.path)/notes.sqlite", reason: "database or disk is full")
      ) { try store.commit() }
      try store.replace("c", with: note("fits"))
      try store.commit()
      #expect(try rows(folder).map { $0.prefix(7) } == ["a: kept", "c: fits"])
    }
  }

  @Test func saysThatItMayNotWrite() throws {
    try withTemporaryFolder { folder in
      let store = try store(folder)
      try store.database.execute("PRAGMA query_only = ON")
      try store.replace("a", with: note("kept"))
      #expect(
        throws: DeliveryError.unwritable(
          "\(folder.path)/notes.sqlite", reason: "attempt to write a readonly database")
      ) { try store.commit() }
    }
  }

  @Test func saysThatAnotherProcessHoldsIt() throws {
    try withTemporaryFolder { folder in
      let store = try store(folder)
      try store.database.execute("PRAGMA busy_timeout = 10")
      let other = try SQLiteDatabase("\(folder.path)/notes.sqlite", .create)
      try other.execute("BEGIN IMMEDIATE")
      try store.replace("a", with: note("kept"))
      #expect(throws: DeliveryError.unwritable("\(folder.path)/notes.sqlite", reason: "database is locked")) {
        try store.commit()
      }
    }
  }
}

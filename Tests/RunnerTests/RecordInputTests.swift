import DocumentModel
import JSON
import Testing

@testable import Runner

/// Files of many records: JSON lines and tables, and single files of JSON.
@Suite struct RecordInputTests {
  @Test func linesAreDocuments() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        "news/a.jsonl",
        "\u{FEFF}{\"id\": \"one\", \"text\": \"First.\"}\r\n\n \t\n{\"text\": \"No id.\"}\n{\"id\": 7, \"text\": \"Seven.\"}"
      )
      try folder.write("news/b.txt", "A file.")
      #expect(
        try folder.feed("news") == [
          "one · news/a.jsonl#1 · First.", "a/4 · news/a.jsonl#4 · No id.", "7 · news/a.jsonl#5 · Seven.",
          "b · news/b.txt · A file.",
        ])
    }
  }

  /// A line and what is said of it.
  static let badLines: [(line: String, problem: String)] = [
    ("nonsense", "is no JSON, at column 1: 'nonsense' is no JSON value: write \"nonsense\" if it is a string"),
    ("[1]", "is an array, but should be an object with a text"),
    ("{}", "has no field 'text', only none: say which has the text by --text-field"),
    ("{\"body\": \"x\", \"n\": 1}", "has no field 'text', only 'body', 'n': say which has the text by --text-field"),
    (
      "{\"text\": 5}",
      "has an integer in the field 'text', but a text should be a string: say which has the text by --text-field"
    ),
    ("{\"text\": \"x\", \"id\": true}", "has a boolean in the field 'id', but an id should be a string"),
    (
      "{\"galley\": 2, \"text\": \"\"}",
      "is a document of Galley with a mistake, at galley: format version 2 is not known; this Galley reads version 1"
    ),
    ("{\"galley\": \"error\"}", "is the report of a document that failed, and no document"),
  ]

  @Test(arguments: badLines)
  func badLineFailsAlone(line: String, problem: String) throws {
    try withTemporaryFolder { folder in
      try folder.write("a.jsonl", "{\"text\": \"Before.\"}\n\(line)\n{\"text\": \"After.\"}\n")
      #expect(
        try folder.feed("a.jsonl") == [
          "a/1 · a.jsonl#1 · Before.", "a.jsonl#2 · failed: \(problem)", "a/3 · a.jsonl#3 · After.",
        ])
    }
  }

  @Test func lineThatIsNotUTF8FailsAlone() throws {
    try withTemporaryFolder { folder in
      try folder.write("a.jsonl", Array("{\"text\": \"caf".utf8) + [0xE9] + Array("\"}\n{\"text\": \"x\"}\n".utf8))
      #expect(
        try folder.feed("a.jsonl") == [
          "a.jsonl#1 · failed: is not in UTF-8, as JSON has to be, from byte 13 on: convert it by iconv",
          "a/2 · a.jsonl#2 · x",
        ])
    }
  }

  @Test func lineThatIsTooLongFailsAlone() throws {
    try withTemporaryFolder { folder in
      var settings = RunSettings()
      settings.maximumBytes = 200_000
      let long = String(repeating: "x", count: 1_000_000)
      for text in [long, String(long.prefix(200_000))] {
        try folder.write("a.jsonl", "{\"text\": \"Before.\"}\n{\"text\": \"\(text)\"}\n{\"text\": \"After.\"}\n")
        #expect(
          try folder.feed("a.jsonl", settings: settings) == [
            "a/1 · a.jsonl#1 · Before.",
            "a.jsonl#2 · failed: has more than 200000 bytes, the limit: raise --max-bytes or split it",
            "a/3 · a.jsonl#3 · After.",
          ])
      }
    }
  }

  @Test func fieldsAreNamedAndOthersAreKept() throws {
    try withTemporaryFolder { folder in
      try folder.write("a.jsonl", "{\"key\": \"k\", \"title\": \"T\", \"body\": \"B\", \"tags\": [1], \"id\": \"i\"}\n")
      var settings = RunSettings()
      settings.fields.text = "body"
      settings.fields.id = "key"
      let selection = InputSelection(paths: ["\(folder.path)/a.jsonl"])
      let document = try #require(try folder.documents(in: selection, settings).first?.document)
      #expect(document.id == "k")
      #expect(document.text == "B")
      #expect(document.metadata == Metadata(["title": "T", "tags": [1], "id": "i"]))
      #expect(document.source.byteCount == 63)
      #expect(document.source.charset == nil)
      settings.fields.id = "number"
      #expect(
        try folder.feed("a.jsonl", settings: settings) == [
          "a.jsonl#1 · failed: has no id in the field 'number': say which has it by --id-field, or leave that away"
        ])
    }
  }

  @Test func documentsOfGalleyKeepTheirLayers() throws {
    try withTemporaryFolder { folder in
      var document = Document(id: "x/y", text: "One. Two.", source: Source(uri: "there.txt"))
      document.sentences = [Sentence(range: TextRange(0, 4), by: "s")]
      document.source.sha256 = "0"
      try folder.write("a.jsonl", document.json(DocumentForm(layout: .compact)))
      try folder.write("b.json", document.json())
      for name in ["a.jsonl", "b.json"] {
        var read = try folder.documents(in: InputSelection(paths: ["\(folder.path)/\(name)"]))
        #expect(read.count == 1)
        var found = try #require(read.popLast()?.document)
        found.source.byteCount = nil
        #expect(found == document)
      }
    }
  }

  @Test func fileOfJSONIsOneDocument() throws {
    try withTemporaryFolder { folder in
      try folder.write("a.json", "{\n  \"id\": \"x\",\n  \"text\": \"A text.\"\n}\n")
      try folder.write("b.json", "{\n  \"text\": \"A text.\",\n}\n")
      try folder.write("c.json", "[{\"text\": \"x\"}]")
      try folder.write("d.json", "{\"text\": \"\"}")
      try folder.write("e.json", "{\"text\": \"x\"}\n{\"text\": \"y\"}\n")
      #expect(
        try folder.feed("") == [
          "x · a.json · A text.",
          "b.json · failed: is no JSON, at line 2, column 20: a comma before '}': take it out",
          "c.json · failed: is an array, but should be an object with a text; of a list, write each element on a line "
            + "of its own into a .jsonl file",
          "d · d.json · ",
          "e.json · failed: is no JSON, at line 2, column 1: there is more after the end of the value; its first line is a "
            + "value of its own, so call it .jsonl if they all are, or say --format jsonl",
        ])
    }
  }

  // MARK: - Tables

  @Test func rowsAreDocuments() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        "a.csv",
        "\u{FEFF}id,title,text\r\n1,\"A, B\",\"Two\nlines \"\"here\"\"\"\r\n\r\n,,Last\n3,x,y,z\n4,x\n5,\"x\"y,z\n")
      try folder.write("b.tsv", "text\tid\nHe said \"no\".\tb\n")
      let found = try folder.documents(in: InputSelection(paths: [folder.path]))
      #expect(
        found.map(\.line) == [
          "1 · a.csv#2 · Two\nlines \"here\"", "a/5 · a.csv#5 · Last",
          "a.csv#6 · failed: has 4 fields, the first row 3: a field with a delimiter, a line end or a quotation mark in "
            + "it belongs in quotation marks",
          "a.csv#7 · failed: has 2 fields, the first row 3: a field with a delimiter, a line end or a quotation mark in "
            + "it belongs in quotation marks",
          "a.csv#8 · failed: field 2 goes on after its closing quotation mark: double the quotation marks inside a field",
          "b · b.tsv#2 · He said \"no\".",
        ])
      #expect(found.first?.document?.metadata == Metadata(["title": "A, B"]))
      #expect(found.dropFirst().first?.document?.metadata == Metadata())
    }
  }

  /// A table and the one thing that is said of all of it.
  static let badTables: [(table: String, problem: String)] = [
    ("a;text\n1;2\n", "has semicolons between its columns, which is not read: convert it to commas"),
    ("a,b\n1,2\n3,4\n", "the first row names no column 'text', only 'a', 'b': say which has the text by --text-field"),
    ("text,text\n1,2\n", "two columns are called 'text' in the first row, which names the columns: rename one"),
    (
      "text,\"x\n1,2\n",
      "field 2 begins with a quotation mark and no other one ends it, so that it takes the rest of the file: close it"
    ),
  ]

  @Test(arguments: badTables)
  func badFirstRowFailsTheTable(table: String, problem: String) throws {
    try withTemporaryFolder { folder in
      try folder.write("a.csv", table)
      #expect(try folder.feed("a.csv") == ["a.csv · failed: \(problem)"])
    }
  }

  @Test func charsetOfTablesIsDeclared() throws {
    try withTemporaryFolder { folder in
      try folder.write("a.csv", Array("text\ncaf".utf8) + [0xE9] + Array("\nplain\n".utf8))
      #expect(
        try folder.feed("a.csv") == [
          "a.csv#2 · failed: is not in UTF-8: name the file's charset by --charset", "a/3 · a.csv#3 · plain",
        ])
      var settings = RunSettings()
      settings.charset = "latin1"
      #expect(try folder.feed("a.csv", settings: settings) == ["a/2 · a.csv#2 · caf\u{E9}", "a/3 · a.csv#3 · plain"])
      try folder.write("b.csv", [0xFF, 0xFE, 0x74, 0])
      #expect(
        try folder.feed("b.csv") == [
          "b.csv · failed: is in utf-16le, in which tables are not read: convert it by iconv -t utf-8"
        ])
    }
  }

  @Test(arguments: [("a.jsonl", ""), ("a.jsonl", "\n\n"), ("a.csv", ""), ("a.csv", "text\n")])
  func fileWithoutRecordsIsToldOf(name: String, content: String) throws {
    try withTemporaryFolder { folder in
      try folder.write(name, content)
      #expect(try folder.feed(name) == ["\(name) · skipped: there is no document in it"])
    }
  }

  @Test func formatOfNamedFilesCanBeDeclared() throws {
    try withTemporaryFolder { folder in
      try folder.write("lines.log", "{\"text\": \"x\"}\n")
      try folder.write("page.html", "<p>")
      #expect(try folder.feed("lines.log", format: .jsonl) == ["lines.log/1 · lines.log#1 · x"])
      #expect(try folder.feed("lines.log") == ["lines.log · lines.log · {\"text\": \"x\"}\n"])
      #expect(try folder.feed("page.html", format: .text) == ["page · page.html · <p>"])
    }
  }
}

import Glibc
import Testing

/// What one run after another makes of a folder, where something in between is unusual.
@Suite struct HistoryTests {
  private static let json = #"{"name": "p", "stages": [{"use": "export", "with": {"format": "json"}}]}"#
  private static let lines =
    #"{"name": "p", "stages": [{"use": "clean"}, {"use": "export", "with": {"format": "jsonl"}}]}"#
  private static let byTitle =
    #"{"name": "p", "stages": [{"use": "clean"}, {"use": "export", "with": {"format": "text", "to": "{title-slug}.txt"}}]}"#

  /// Runs `pipeline.json` and checks how it ends and, by the report, how many inputs ended in each state.
  @discardableResult
  private func run(
    _ workplace: Workplace, _ counts: [String: Int], status: CInt = 0, with arguments: String = "in -o out",
    location: SourceLocation = #_sourceLocation
  ) throws -> Ended {
    let ended = try workplace.galley.run("run pipeline.json \(arguments) --json")
    #expect(ended.status == status, "\(ended.errors)", sourceLocation: location)
    for state in ["delivered", "unchanged", "filtered", "skipped", "quarantined", "not-run"] {
      #expect(try ended.count(state) == counts[state] ?? 0, "\(state): \(ended.errors)", sourceLocation: location)
    }
    return ended
  }

  @Test func standardInputIsReadOnce() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.json)
      for text in ["first words", "other words", "other words"] {
        try workplace.write("text", text)
        #expect(try workplace.galley.run("run pipeline.json - -o out -q < text").status == 0)
        #expect(try workplace.read("out/stdin.json").contains(text))
      }
      try workplace.shell("mkfifo pipe")
      for text in ["first words", "other words"] {
        try workplace.shell("printf '\(text)' > pipe &")
        #expect(try workplace.galley.run("run pipeline.json pipe -o out -q").status == 0)
        #expect(try workplace.read("out/pipe.json").contains(text))
      }
    }
  }

  @Test func aFileStandsWhereAnotherNeedsAFolder() throws {
    try withWorkplace { workplace in
      try workplace.write(
        "pipeline.json",
        #"{"name": "p", "stages": [{"use": "export", "with": {"format": "text", "to": "{id}"}}]}"#)
      for name in ["a.txt", "a/b.txt", "c.txt"] { try workplace.write("in/\(name)", "words of \(name)") }
      try run(workplace, ["delivered": 2, "quarantined": 1], status: 1)
      #expect(try workplace.contents(of: "out").files.keys.sorted() == ["a", "c"])
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
      try run(workplace, ["unchanged": 2, "quarantined": 1], status: 1)
    }
  }

  /// The later line is as it was, but its document is that of the earlier one now.
  @Test func anIDTakenFromALaterRecord() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.json)
      let last = #"{"id": "y", "text": "The second."}"#
      try workplace.write("in/a.jsonl", #"{"id": "x", "text": "The first."}"# + "\n\(last)\n")
      try run(workplace, ["delivered": 2])
      try workplace.write("in/a.jsonl", #"{"id": "y", "text": "The first, changed."}"# + "\n\(last)\n")
      try run(workplace, ["delivered": 1, "quarantined": 1], status: 1, with: "in -o out --prune")
      #expect(try workplace.read("out/y.json").contains("first, changed"))
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
    }
  }

  /// Outputs of a run that the ledger does not know of would be taken for what it says they are.
  @Test func aFolderWithALedgerIsNotWrittenWithoutIt() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.json)
      try workplace.write("in/a.txt", "The words.")
      try run(workplace, ["delivered": 1])
      try workplace.write("in/a.txt", "New words.")
      let ended = try workplace.galley.run("run pipeline.json in -o out --no-ledger")
      #expect(ended.status == 2 && ended.errors.contains("'out' has a ledger"), "\(ended.errors)")
      #expect(try workplace.read("out/a.json").contains("The words."))
      try run(workplace, ["delivered": 1])
    }
  }

  @Test func aNameTakenFromALaterDocument() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.byTitle)
      try workplace.write("in/a.txt", "Other Title Here\n\nBody of the first.\n")
      try workplace.write("in/m.txt", "Same Title Here\n\nBody of the second.\n")
      try run(workplace, ["delivered": 2])
      try workplace.write("in/a.txt", "Same Title Here\n\nBody of the first, changed.\n")
      try run(workplace, ["delivered": 1, "quarantined": 1], status: 1)
      #expect(try workplace.read("out/same-title-here.txt").contains("first, changed"))
      try run(workplace, ["unchanged": 1, "quarantined": 1], status: 1)
      // Once the first is gone, the second can have it.
      try workplace.remove("in/a.txt")
      try run(workplace, ["delivered": 1])
      #expect(try workplace.read("out/same-title-here.txt").contains("the second"))
      #expect(try workplace.contents(of: "out").files.count == 1)
    }
  }

  /// The documents that lost a name must know it in the next run too.
  @Test func twoPipelinesWriteTheSameNames() throws {
    try withWorkplace { workplace in
      for format in ["json", "jsonl"] {
        let pipeline = #"{"name": "NAME", "stages": [{"use": "export", "with": {"format": "\#(format)", "to": "TO"}}]}"#
          .replacing("TO", with: format == "json" ? "{id}.json" : "all.jsonl")
        try workplace.write("in/a.txt", "words")
        for name in ["one", "two", "one", "two", "two"] {
          try workplace.write("pipeline.json", pipeline.replacing("NAME", with: name))
          let unit = name == "one" ? "unicode" : "utf8"
          _ = try workplace.galley.run("run pipeline.json in -o out -q --set stages.export.offsets=\(unit)")
          let output = try workplace.read(format == "json" ? "out/a.json" : "out/all.jsonl")
          #expect(output.contains(unit), "\(format) of \(name)")
        }
      }
    }
  }

  @Test func whatFailsNowLeavesNoOldOutput() throws {
    try withWorkplace { workplace in
      for pipeline in [Self.json, Self.lines] {
        try workplace.write("pipeline.json", pipeline)
        try workplace.write("in/a.txt", "words of a")
        try workplace.write("in/b.txt", "words of b")
        try run(workplace, ["delivered": 2], with: "in -o out")
        try workplace.write("in/a.txt", "\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0\0")
        try run(workplace, ["unchanged": 1, "quarantined": 1], status: 1)
        let files = try workplace.contents(of: "out").files
        #expect(files.count == 1 && files.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("of a") })
        #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
        try workplace.remove("out")
      }
    }
  }

  @Test func aSharedFileOfNoDocumentIsRemoved() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.lines)
      for name in ["a", "b"] { try workplace.write("in/\(name).txt", "words of \(name)") }
      try run(workplace, ["delivered": 2])
      try workplace.write(
        "pipeline.json",
        Self.lines.replacing(#""use": "export","#, with: #""use": "export", "when": {"language": ["xx"]},"#))
      try run(workplace, ["filtered": 2])
      #expect(try workplace.contents(of: "out").files.isEmpty)
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
    }
  }

  /// A table has its header also where no document has a row.
  @Test func aTableOfDocumentsWithoutRows() throws {
    try withWorkplace { workplace in
      try workplace.write(
        "pipeline.json",
        #"{"name": "p", "stages": [{"use": "entity-tag"}, {"use": "export", "with": {"format": "csv"}}]}"#)
      try workplace.write("in/a.txt", "The ferry sailed on Monday, 5 May 2025, from Oslo.\n")
      try workplace.write("in/b.txt", "nothing here\n")
      try run(workplace, ["delivered": 2])
      try workplace.write("in/c.txt", "The ferry sailed on Tuesday, 6 May 2025, from Oslo.\n")
      try run(workplace, ["delivered": 1, "unchanged": 2])
      for name in ["a", "c"] { try workplace.remove("in/\(name).txt") }
      try run(workplace, ["unchanged": 1], with: "in -o out --prune")
      #expect(try workplace.read("out/entities.csv").hasPrefix("id,start"))
      #expect(try workplace.contents(of: "out").files.count == 1)
    }
  }

  @Test func anotherSpellingOrFolderOfInputs() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.lines)
      for name in ["a", "b"] { try workplace.write("in/\(name).txt", "words of \(name)") }
      for name in ["b", "c"] { try workplace.write("more/\(name).txt", "more words of \(name)") }
      try run(workplace, ["delivered": 2], with: "in -o out")
      // A document says where it was read, so it is another one.
      try run(workplace, ["delivered": 2], with: "./in -o out")
      try run(workplace, ["unchanged": 2], with: "./in -o out")
      try run(workplace, ["delivered": 2], with: "more -o out --prune")
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
      _ = try workplace.galley.run("run pipeline.json more -o fresh -q")
      #expect(try workplace.contents(of: "out") == workplace.contents(of: "fresh"))
    }
  }

  @Test func nothingIsRemovedBehindALink() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.json)
      try workplace.write("in/a/b.txt", "words")
      try workplace.write("in/c.txt", "words")
      try run(workplace, ["delivered": 2])
      try workplace.shell("mv out/a elsewhere && ln -s ../elsewhere out/a && rm in/a/b.txt")
      try run(workplace, ["unchanged": 1], with: "in -o out --prune")
      #expect(try workplace.contents(of: "elsewhere").files.keys.sorted() == ["b.json"])
    }
  }

  /// What can't be removed now is removed by the next run, and the run that could not does not end well.
  @Test func whatCanNotBeRemovedIsToldAndRemovedLater() throws {
    try withWorkplace { workplace in
      try workplace.write("pipeline.json", Self.json)
      for name in ["a/b", "c"] { try workplace.write("in/\(name).txt", "words") }
      try run(workplace, ["delivered": 2])
      try workplace.remove("in/a/b.txt")
      let points = try CrashPoints(in: workplace)
      let log = "\(workplace.path)/.log"
      try workplace.shell("cp -a out copy")
      let prune = "run pipeline.json in -o copy --prune -q"
      _ = try workplace.galley.run(prune, prefix: points.prefix(log: log))
      let calls = try workplace.read(".log").split(separator: "\n")
      let removal = try #require(calls.firstIndex { $0.hasSuffix("b.json") })
      let hindered = try workplace.galley.run(
        prune.replacing("copy", with: "out"), prefix: points.prefix(.fail, at: removal + 1, error: EPERM))
      #expect(hindered.status == 2 && hindered.errors.contains("a/b.json"), "\(hindered.errors)")
      try run(workplace, ["unchanged": 1], with: "in -o out --prune")
      #expect(try workplace.contents(of: "out") == workplace.contents(of: "copy"))
    }
  }
}

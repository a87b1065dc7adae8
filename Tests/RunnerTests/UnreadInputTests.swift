import DocumentModel
import Glibc
import StageKit
import Testing

@testable import Runner

/// What earlier runs made of inputs that can't be read this time stays; what is gone is told, and pruned where asked for.
@Suite struct UnreadInputTests {
  private let pipeline = Pipeline.of(
    TextRenderer { "\($0.id).out" },
    TextRenderer(placement: .appended(header: []), text: { "\($0.id)\n" }, name: { _ in "all" }))

  /// Runs over all that is in `in`, and gives the outputs and the line of each input.
  @discardableResult
  private func run(
    in folder: TemporaryFolder, prunes: Bool = false, replays: Bool = false, list: InputList? = nil
  ) throws -> (outputs: [String], log: [String], gone: Int) {
    let inputs = try list ?? InputSelection(paths: ["\(folder.path)/in"]).list()
    var options = LedgerDelivery.Options()
    (options.prunes, options.replays) = (prunes, replays)
    let settings = RunSettings()
    let delivery = try LedgerDelivery(
      at: "\(folder.path)/out", of: pipeline, on: inputs, settings: settings, options: options)
    let observer = RememberingObserver()
    let report = try Run(pipeline, on: inputs, settings: settings).start(into: delivery, observer: observer)
    #expect(report.ending == .complete)
    #expect(delivery.miscounts == [])
    let outputs = folder.files.filter { $0.hasPrefix("out/") && !$0.hasPrefix("out/.galley") && $0 != "out/all" }
    let rows = folder.read("out/all")?.split(separator: "\n").map { "out/\($0).out" } ?? []
    #expect(Set(rows) == Set(outputs))
    return (outputs.map { String($0.dropFirst(4).dropLast(4)) }, observer.lines, delivery.gone.count)
  }

  private func status(of folder: TemporaryFolder) throws -> (counts: [String: Int], gone: Int) {
    let status = try #require(try LedgerStatus(of: "\(folder.path)/out").pipelines.first)
    return (Dictionary(uniqueKeysWithValues: status.counts.map { ($0.state, $0.count) }), status.gone.count)
  }

  /// What is done to the inputs, and what is left of the outputs when it is pruned.
  static let damages: [(String, damage: @Sendable (TemporaryFolder) throws -> Void, left: [String])] = [
    ("nothing", { _ in }, ["a/1", "a/2", "a/3", "b/1", "b/2", "c", "d"]),
    (
      "an archive is cut",
      { try $0.write("in/a.tar", Array(#require($0.bytes("in/a.tar")).prefix(1300))) },
      ["a/1", "a/2", "a/3", "b/1", "b/2", "c", "d"]
    ),
    (
      "an archive is overwritten", { try $0.write("in/a.tar", "garbage!") },
      ["a/1", "a/2", "a/3", "b/1", "b/2", "c", "d"]
    ),
    (
      "an archive loses members", { try writeArchive("\($0.path)/in/a.tar", .tar, [Member("2.txt")]) },
      ["a/2", "b/1", "b/2", "c", "d"]
    ),
    ("an archive is gone", { remove("\($0.path)/in/a.tar") }, ["b/1", "b/2", "c", "d"]),
    (
      "lines of a file are gone", { try $0.write("in/b.jsonl", "{\"text\": \"1\"}\n") },
      ["a/1", "a/2", "a/3", "b/1", "c", "d"]
    ),
    (
      "a line is damaged", { try $0.write("in/b.jsonl", "{\"text\": \"1\"}\n{\"text\": \n") },
      ["a/1", "a/2", "a/3", "b/1", "c", "d"]
    ),
    (
      "a compressed file is damaged", { try $0.write("in/c.txt.gz", "\u{1F}\u{8B}garbage") },
      ["a/1", "a/2", "a/3", "b/1", "b/2", "c", "d"]
    ),
    ("a file can't be read", { loop("\($0.path)/in/d.txt") }, ["a/1", "a/2", "a/3", "b/1", "b/2", "c", "d"]),
    (
      "a file is a link to nothing", { link("gone", at: "\($0.path)/in/d.txt") },
      ["a/1", "a/2", "a/3", "b/1", "b/2", "c"]
    ),
    (
      "a file is no text any more", { try $0.write("in/d.txt", [0, 1, 2, 3]) },
      ["a/1", "a/2", "a/3", "b/1", "b/2", "c"]
    ),
  ]

  @Test(arguments: damages.indices) func onlyWhatIsGoneIsPruned(index: Int) throws {
    let (name, damage, left) = Self.damages[index]
    try withTemporaryFolder { folder in
      func fill() throws {
        try folder.write("in/b.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n")
        try writeArchive(
          "\(folder.path)/in/a.tar", .tar, [Member("1.txt"), Member("2.txt"), Member("3.txt")])
        try writeArchive("\(folder.path)/in/c.txt.gz", .gzip, [Member("c", "C.")])
        remove("\(folder.path)/in/d.txt")
        try folder.write("in/d.txt", "D.")
      }
      try fill()
      let all = ["a/1", "a/2", "a/3", "b/1", "b/2", "c", "d"]
      #expect(try run(in: folder).outputs == all)
      try damage(folder)
      #expect(try run(in: folder, prunes: true).outputs == left, "\(name)")
      #expect(try run(in: folder, prunes: true).outputs == left, "\(name), once more")
      #expect(try status(of: folder).gone == 0)
      try fill()
      #expect(try run(in: folder, prunes: true).outputs == all, "\(name), and mended")
      #expect(try run(in: folder).log.allSatisfy { $0.hasSuffix(": unchanged") })
    }
  }

  @Test func folderThatCannotBeListedKeepsItsOutputs() throws {
    try withTemporaryFolder { folder in
      for name in ["d/1.txt", "d/2.txt", "d.txt", "e.txt"] { try folder.write("in/\(name)", name) }
      #expect(try run(in: folder).outputs == ["d", "d/1", "d/2", "e"])
      chmod("\(folder.path)/in/d", 0)
      chmod(folder.path, 0o755)
      let list = try asNobody { try InputSelection(paths: ["\(folder.path)/in"]).list() }
      chmod("\(folder.path)/in/d", 0o755)
      let (outputs, log, gone) = try run(in: folder, prunes: true, list: list)
      #expect(log.contains { $0.hasPrefix("d: failed: can't be read: Permission denied") })
      #expect(outputs == ["d", "d/1", "d/2", "e"])
      #expect(gone == 0)
      #expect(
        try run(in: folder).log == ["d.txt: unchanged", "1.txt: unchanged", "2.txt: unchanged", "e.txt: unchanged"])
    }
  }

  /// A line that is damaged may be that of any document of its file.
  @Test func documentsOfADamagedLineAreNotGone() throws {
    try withTemporaryFolder { folder in
      let line = "{\"id\": \"y\", \"text\": \"\"}\n"
      try folder.write("in/a.jsonl", "{\"id\": \"x\", \"text\": \"\"}\n\(line)")
      #expect(try run(in: folder).outputs == ["x", "y"])
      try folder.write("in/a.jsonl", "{\"id\": \"x\n\(line)")
      #expect(try run(in: folder, prunes: true).outputs == ["x", "y"])
      try folder.write("in/a.jsonl", line)
      #expect(try run(in: folder, prunes: true).outputs == ["y"])
    }
  }

  @Test func statusTellsWhatIsGoneApart() throws {
    try withTemporaryFolder { folder in
      for name in ["a", "b", "c"] { try folder.write("in/\(name).txt", name) }
      try run(in: folder)
      remove("\(folder.path)/in/a.txt")
      try folder.write("in/b.txt", "new")
      #expect(try run(in: folder).gone == 1)
      let (counts, gone) = try status(of: folder)
      #expect(counts == ["delivered": 1, "unchanged": 1])
      #expect(gone == 1)
    }
  }

  @Test func statusIsReadWhereNothingCanBeWritten() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt")
      try run(in: folder)
      let output = "\(folder.path)/out"
      chmod("\(output)/.galley", 0o555)
      chmod(folder.path, 0o755)
      #expect(try asNobody { try status(of: folder).counts } == ["delivered": 1])
    }
  }

  /// Two inputs of one address: each has an end of its own, and none takes the place of the other.
  static let equalAddresses: [(String, fill: @Sendable (TemporaryFolder) throws -> Void, outputs: [String])] = [
    (
      "members of one name",
      {
        try writeArchive(
          "\($0.path)/in/a.tar", .tar, [Member("1.txt", "old"), Member("2.txt"), Member("1.txt", "new")])
      },
      ["a/1 (2)", "a/1", "a/2"]
    ),
    (
      "a file called as a record",
      {
        try $0.write("in/a.jsonl", "{\"text\": \"record\"}\n")
        try $0.write("in/a.jsonl#1", "file")
      }, ["a.jsonl#1", "a/1"]
    ),
  ]

  @Test(arguments: equalAddresses.indices) func inputsOfOneAddressStayApart(index: Int) throws {
    let (name, fill, expected) = Self.equalAddresses[index]
    try withTemporaryFolder { folder in
      try folder.write("in/z.txt")
      try fill(folder)
      let names = folder.files.map { "\(folder.path)/\($0)" }
      let list = try InputSelection(paths: names).list()
      let outputs = expected + ["z"]
      #expect(try run(in: folder, list: list).outputs == outputs, "\(name)")
      #expect(try run(in: folder, prunes: true, list: list).outputs == outputs, "\(name), once more")
      #expect(try run(in: folder, replays: true, list: list).outputs == outputs, "\(name), replayed")
    }
  }

  @Test func archiveNamedTwiceIsDeliveredOnce() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/x")
      try writeArchive("\(folder.path)/in/a.tar", .tar, [Member("1.txt"), Member("2.txt")])
      for _ in 1...2 {
        let path = "\(folder.path)/in/a.tar"
        let (outputs, log, _) = try run(in: folder, list: try InputSelection(paths: [path, path]).list())
        #expect(outputs == ["a/1", "a/2"])
        #expect(log.count { $0.contains("failed: the document's id") } == 2)
      }
    }
  }
}

private func link(_ target: String, at path: String) {
  remove(path)
  symlink(target, path)
}

/// A link to itself, which nobody can open.
private func loop(_ path: String) { link(path, at: path) }

/// Does as somebody whom permissions hold for, where root runs the tests: in this thread alone.
private func asNobody<Result>(_ body: () throws -> Result) throws -> Result {
  let symbol = try #require(dlsym(nil, "setfsuid"))
  let setUser = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
  guard geteuid() == 0 else { return try body() }
  _ = setUser(65534)
  defer { _ = setUser(0) }
  return try body()
}

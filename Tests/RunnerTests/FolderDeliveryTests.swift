import DocumentModel
import Glibc
import StageKit
import Testing

@testable import Runner

@Suite struct FolderDeliveryTests {
  private func run(_ pipeline: Pipeline, in folder: TemporaryFolder, jobs: Int = 1) throws -> RunReport {
    let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
    var settings = RunSettings()
    settings.jobs = jobs
    let delivery = try FolderDelivery(at: "\(folder.path)/out", of: pipeline, on: inputs)
    let report = try Run(pipeline, on: inputs, settings: settings).start(into: delivery)
    #expect(report.counts.total == inputs.count)
    return report
  }

  @Test func foldersAreMadeAsNeeded() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "b/c/d.txt", "b/c/e.txt", "f/g.txt"] { try folder.write("in/\(name)", name) }
      #expect(try run(.of(TextRenderer { "deep/er/\($0.id).out" }), in: folder).outputs == 4)
      #expect(
        folder.files.filter { $0.hasPrefix("out") }
          == ["a", "b/c/d", "b/c/e", "f/g"].map { "out/deep/er/\($0).out" })
      #expect(folder.read("out/deep/er/b/c/e.out") == "b/c/e.txt")
    }
  }

  @Test func secondRunReplacesTheOutputs() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "new")
      try folder.write("out/a.out", "old, and longer")
      #expect(try run(.of(TextRenderer { "\($0.id).out" }), in: folder).outputs == 1)
      #expect(folder.read("out/a.out") == "new")
    }
  }

  @Test(arguments: [
    "/etc/x", "../x", "a/../../x", "a/./x", "a//x", "", "a/", ".", ".galley/x", "a\u{0}b", "../\u{301}x",
    ".galley/\u{301}x",
  ])
  func namesThatLeadOutAreRefused(name: String) throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt")
      let report = try run(.of(TextRenderer { _ in name }), in: folder)
      #expect(report.counts.quarantined == 1)
      #expect(report.failures.first?.failure.place == .delivery)
      #expect(folder.files == ["in/a.txt", "out/"])
    }
  }

  @Test func linksAreNotFollowedOutOfTheFolder() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "new")
      try folder.write("elsewhere/precious.out", "precious")
      mkdir("\(folder.path)/out", 0o777)
      symlink("../elsewhere", "\(folder.path)/out/way")
      symlink("../elsewhere/precious.out", "\(folder.path)/out/link.out")
      let report = try run(.of(TextRenderer { _ in "way/precious.out" }), in: folder)
      #expect(report.counts.quarantined == 1)
      #expect(try run(.of(TextRenderer { _ in "link.out" }), in: folder).outputs == 1)
      #expect(folder.read("out/link.out") == "new")
      #expect(folder.read("elsewhere/precious.out") == "precious")
    }
  }

  @Test func nameOfAFolderIsNoOutput() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "b.txt", "c.txt"] { try folder.write("in/\(name)") }
      try folder.write("out/a.out/inside")
      try folder.write("out/file")
      let report = try run(.of(TextRenderer { $0.id == "b" ? "file/b.out" : "\($0.id).out" }), in: folder)
      #expect(report.counts.quarantined == 2)
      #expect(report.counts.delivered == 1)
      #expect(folder.files.filter { $0.hasPrefix("out") } == ["out/a.out/inside", "out/c.out", "out/file"])
    }
  }

  @Test func plannedNamesThatCollideAreRefusedBeforeTheRun() throws {
    try withTemporaryFolder { folder in
      for name in ["a/x.txt", "b/x.txt", "page.html"] { try folder.write("in/\(name)") }
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      let stem = TextRenderer { "\($0.id.split(separator: "/").last ?? "").out" }
      let error = #expect(throws: OutputCollision.self) {
        try FolderDelivery(at: "\(folder.path)/out", of: .of(stem), on: inputs)
      }
      #expect(
        error?.description
          == "'\(folder.path)/in/a/x.txt' and '\(folder.path)/in/b/x.txt' would be written to one file, 'x.out': "
          + "put {id} into the 'to' of the export stage")
      let same = TextRenderer { "\($0.id).out" }
      #expect(throws: OutputCollision.self) {
        try FolderDelivery(at: "\(folder.path)/out", of: .of(same, same), on: inputs)
      }
      #expect(!folder.files.contains { $0.hasPrefix("out") })
    }
  }

  @Test(arguments: [1, 4])
  func unplannedNamesThatCollideFailTheLaterDocument(jobs: Int) throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "b.txt", "c.txt"] { try folder.write("in/\(name)", name) }
      let titled = TextRenderer(isPlanned: false) { $0.id == "c" ? "other" : "same" }
      let report = try run(.of(titled), in: folder, jobs: jobs)
      #expect(report.counts.delivered == 2)
      let reason = "the output 'same' is that of '\(folder.path)/in/a.txt' already: put {id} into the name"
      #expect(report.failures.map(\.failure.reason) == [reason])
      #expect(folder.read("out/same") == "a.txt")
    }
  }

  @Test func documentIsDeliveredWholeOrNotAtAll() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "b.txt"] { try folder.write("in/\(name)", name) }
      let good = TextRenderer { "\($0.id).out" }
      let bad = TextRenderer(isPlanned: false) { $0.id == "a" ? "../a" : "b.second" }
      let rows = TextRenderer(placement: .appended(header: []), text: { "\($0.id)\n" }) { _ in "rows" }
      let report = try run(.of(good, rows, bad), in: folder)
      #expect(report.counts.delivered == 1)
      #expect(folder.files.filter { $0.hasPrefix("out") } == ["out/b.out", "out/b.second", "out/rows"])
      #expect(folder.read("out/rows") == "b\n")
    }
  }

  @Test func differentHeadersForOneFileAreRefused() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt")
      let one = TextRenderer(placement: .appended(header: [0x31])) { _ in "rows" }
      let other = TextRenderer(placement: .appended(header: [0x32])) { _ in "rows" }
      let report = try run(.of(one, other), in: folder)
      #expect(report.failures.map(\.failure.reason) == [DeliveryError.differentHeaders("rows").description])
    }
  }

  @Test func fileInPlaceOfTheFolderIsAnError() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt")
      try folder.write("out", "a file")
      let error = #expect(throws: DeliveryError.self) { try run(.of(TextRenderer { "\($0.id).out" }), in: folder) }
      #expect(error == .unwritable("\(folder.path)/out", reason: "Not a directory"))
      #expect(folder.read("out") == "a file")
    }
  }

  /// A stage so slow that each document is delivered before the next is begun.
  private static func slowStage(_ body: @escaping @Sendable (_ id: String) -> Void) -> ClosureStage {
    ClosureStage { document in
      usleep(25_000)
      body(document.id)
    }
  }

  @Test func vanishedFolderEndsTheRun() throws {
    try withTemporaryFolder { folder in
      for number in 10..<30 { try folder.write("in/\(number).txt") }
      let path = folder.path
      let stage = Self.slowStage { if $0 == "15" { TemporaryFolder.delete("\(path)/out") } }
      let report = try run(.of(stage, TextRenderer { "\($0.id).out" }), in: folder)
      #expect(report.ending == .aborted(.unwritable("\(path)/out", reason: "No such file or directory")))
      #expect(report.exitStatus == 2)
      #expect(report.counts.delivered == 5)
      #expect(report.counts.notRun == 15)
    }
  }

  @Test func sharedFileThatIsLostIsNotCountedAsDelivered() throws {
    try withTemporaryFolder { folder in
      for number in 10..<14 { try folder.write("in/\(number).txt") }
      let path = folder.path
      let stage = ClosureStage { if $0.id == "12" { TemporaryFolder.delete("\(path)/out") } }
      let rows = TextRenderer(placement: .appended(header: [])) { _ in "rows" }
      let report = try run(.of(stage, rows), in: folder)
      #expect(report.exitStatus == 2)
      #expect(report.counts.delivered == 0)
      #expect(report.counts.notRun == 4)
      #expect(report.outputs == 0)
    }
  }

  @Test func subfolderThatVanishesIsMadeAgain() throws {
    try withTemporaryFolder { folder in
      for number in 10..<14 { try folder.write("in/\(number).txt") }
      let path = folder.path
      let stage = Self.slowStage { if $0 == "12" { TemporaryFolder.delete("\(path)/out/sub") } }
      #expect(try run(.of(stage, TextRenderer { "sub/\($0.id).out" }), in: folder).outputs == 4)
      #expect(folder.files.filter { $0.hasPrefix("out") } == ["out/sub/12.out", "out/sub/13.out"])
    }
  }

  @Test func draftsOfKilledRunsAreRemoved() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt")
      try folder.write("out/.galley/tmp-4194305/7", "half")  // beyond the largest process number of Linux
      try folder.write("out/.galley/tmp-1/7", "another run's")
      #expect(try run(.of(TextRenderer { "\($0.id).out" }), in: folder).outputs == 1)
      #expect(folder.files.filter { $0.hasPrefix("out") } == ["out/.galley/tmp-1/7", "out/a.out"])
    }
  }

  @Test func fullDiskEndsTheRun() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "b.txt"] { try folder.write("in/\(name)") }
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      let full = open("/dev/full", O_WRONLY)
      defer { close(full) }
      let report = try Run(.of(TextRenderer { $0.id }), on: inputs).start(
        into: StreamDelivery(to: full, name: "standard output"))
      #expect(report.ending == .aborted(.brokenStream("standard output", reason: "No space left on device")))
      #expect(report.counts.notRun == 2)
      #expect(report.exitStatus == 2)
    }
  }

  @Test func streamHasEachHeaderOnce() throws {
    try withTemporaryFolder { folder in
      for name in ["a.txt", "b.txt"] { try folder.write("in/\(name)", name) }
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      let file = open("\(folder.path)/stream", O_WRONLY | O_CREAT, 0o666)
      defer { close(file) }
      let rows = TextRenderer(placement: .appended(header: Array("HEAD ".utf8))) { _ in "rows" }
      _ = try Run(.of(rows), on: inputs).start(into: StreamDelivery(to: file, name: "stream"))
      #expect(folder.read("stream") == "HEAD a.txtb.txt")
    }
  }
}

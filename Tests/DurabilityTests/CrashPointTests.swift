import Glibc
import StageTesting
import Testing

/// A second run over a corpus that has been edited, ended or hindered at each of the calls by which it changes files.
@Suite(.serialized) struct CrashPointTests {
  /// The folder `before` is what a first run has left; then inputs were changed, deleted and added, and `after` is what
  /// an uninterrupted second run leaves.
  struct Scene {
    let workplace: Workplace
    let pipeline: DurablePipeline
    let points: CrashPoints
    let after: FolderContents
    let status: CInt
    /// How many calls the second run makes.
    let calls: Int

    static let run = "run pipeline.json in -o out --prune -q --jobs 2"

    init(_ pipeline: DurablePipeline, in workplace: Workplace) throws {
      (self.workplace, self.pipeline) = (workplace, pipeline)
      points = try CrashPoints(in: workplace)
      try workplace.writeArticles(24)
      try workplace.write("pipeline.json", pipeline.file)
      #expect(try workplace.galley.run("run pipeline.json in -o before -q").status == 0)
      for number in [3, 10, 24] { try workplace.remove("in/quay-\(number % 10)/article-\(number).txt") }
      // It takes the title of an article that comes later, which is not read again.
      try workplace.write("in/quay-1/article-1.txt", "Harbour 11 opens\n\nPORTO, May 4 - Quay 11 is closed.\n")
      try workplace.write("in/quay-1/nothing.txt", "Nothing\n\nNothing is said of any day here.\n")
      try workplace.write("in/quay-5/article-5.txt", "Harbour 5 closes\n\nPORTO, May 4 - Quay 5 was closed.\n")
      try workplace.write("in/quay-5/binary.txt", "\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0\0")
      try workplace.write("in/quay-9/article-99.txt", "Harbour 99 opens\n\nPORTO, May 4 - It is new.\n")
      try workplace.shell("cp -a before out")
      let log = "\(workplace.path)/.log"
      let whole = try workplace.galley.run(Self.run, prefix: points.prefix(log: log))
      status = whole.status
      #expect(status == 1, "the binary file fails: \(whole.errors)")
      after = try pipeline.contents(of: "out", in: workplace)
      calls = String(decoding: try bytes(at: log), as: UTF8.self).utf8.count { $0 == UInt8(ascii: "\n") }
    }

    /// The calls to try: all in a soak, else `count` of them, the first ones and the last ones among them.
    func chosenCalls(_ count: Int) -> [Int] {
      guard !KillTests.isSoak, calls > count else { return Array(1...calls + 1) }
      return (0..<count).map { 1 + $0 * (calls - 1) / (count - 1) }
    }

    /// Runs with `prefix` on what the first run has left.
    func hinderedRun(_ prefix: String) throws -> Ended {
      try workplace.shell("rm -rf out && cp -a before out")
      return try workplace.galley.run(Self.run, prefix: prefix)
    }

    /// What is wrong with what is there after one more run, in words.
    func faultsAfterAnotherRun() throws -> [String] {
      let last = try workplace.galley.run(Self.run)
      let right = last.status == status ? [] : ["the exit status is \(last.status), not \(status): \(last.errors)"]
      return right + (try faults())
    }

    /// What is wrong with what is there, in words.
    func faults() throws -> [String] {
      try auditedFaults(in: "\(workplace.path)/out")
        + pipeline.contents(of: "out", in: workplace).differences(from: after)
    }
  }

  @Test(arguments: DurablePipeline.all)
  func killedAtACall(_ pipeline: DurablePipeline) throws {
    try withWorkplace { workplace in
      let scene = try Scene(pipeline, in: workplace)
      for call in scene.chosenCalls(40) {
        _ = try scene.hinderedRun(scene.points.prefix(.kill, at: call))
        #expect(try scene.faultsAfterAnotherRun() == [], "killed at call \(call) of \(scene.calls)")
      }
    }
  }

  @Test(arguments: [(.full, ENOSPC), (.full, EROFS), (.fail, EIO)] as [(CrashPoints.Action, CInt)])
  func aCallThatFailsIsToldAndMended(_ action: CrashPoints.Action, _ error: CInt) throws {
    try withWorkplace { workplace in
      let scene = try Scene(DurablePipeline.all[2], in: workplace)
      for call in scene.chosenCalls(30) {
        let hindered = try scene.hinderedRun(scene.points.prefix(action, at: call, error: error))
        let place = "\(action) at call \(call) of \(scene.calls): \(hindered.status) \(hindered.errors)"
        if hindered.status == scene.status {
          // Not every call is needed, but then nothing may be missing.
          #expect(try scene.faults() == [], "\(place)")
        } else {
          #expect(hindered.status == 2 && hindered.errors.contains("galley: "), "\(place)")
        }
        #expect(try scene.faultsAfterAnotherRun() == [], "\(place)")
      }
    }
  }

  @Test func interruptedCallsAreMadeAgain() throws {
    try withWorkplace { workplace in
      let scene = try Scene(DurablePipeline.all[2], in: workplace)
      for period in [2, 3, 5, 7] {
        let run = try scene.hinderedRun(scene.points.prefix(.every, at: period, error: EINTR))
        #expect(run.status == scene.status, "\(run.errors)")
        #expect(try scene.faults() == [])
      }
    }
  }

  /// What a loss of power asks for: a file has its bytes on the disk, and the ledger speaks of it on the disk, before it
  /// gets its name, and names are on the disk before the ledger forgets that they are to be given.
  @Test func whatTheLedgerSaysIsOnTheDiskFirst() throws {
    try withWorkplace { workplace in
      let points = try CrashPoints(in: workplace)
      try workplace.writeArticles(1200)
      try workplace.write("pipeline.json", DurablePipeline.all[0].file)
      let log = "\(workplace.path)/.log"
      let run = try workplace.galley.run("run pipeline.json in -o out -q --jobs 1", prefix: points.prefix(log: log))
      #expect(run.status == 0)
      let calls = String(decoding: try bytes(at: log), as: UTF8.self).split(separator: "\n")
        .map { $0.split(separator: " ").map(String.init) }
      var written: [String: Int] = [:]
      var (lastSync, lastCommit, lastRename, renames) = (-1, -1, -1, 0)
      for (index, call) in calls.enumerated() where call.count > 1 {
        switch call[0] {
        case "write": written[call[1].split(separator: "/").last.map(String.init) ?? ""] = index
        case "syncfs": lastSync = index
        case "fdatasync" where call[1].hasSuffix("ledger.db-wal"):
          #expect(lastRename <= lastSync, "a commit before the names of the group before are on the disk")
          lastCommit = index
        case "renameat" where !call[1].contains("/.galley/report."):
          let draft = try #require(written[call[2]], "\(call) has no write")
          #expect(draft < lastSync && lastSync < lastCommit, "\(call)")
          (lastRename, renames) = (index, renames + 1)
        default: break
        }
      }
      #expect(renames == 1200 && lastRename < lastSync && lastSync < lastCommit)
    }
  }
}

extension Workplace {
  /// Runs `line` by the shell in this folder, where it must go well.
  func shell(_ line: String) throws {
    let status = try DurabilityTests.shell("cd '\(path)' && \(line)")
    guard status == 0 else { throw Failure("\(line): \(status)") }
  }
}

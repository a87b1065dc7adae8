import DocumentModel
import Glibc
import JSON
import StageKit
import Synchronization
import Testing

@testable import Runner

@Suite struct RunTests {
  /// Runs over all of `folder`'s `in` and checks what holds for every run: the counts add up, and no draft is left.
  private func run(
    _ pipeline: Pipeline, in folder: TemporaryFolder, jobs: Int = 2, checksContracts: Bool = false,
    stop: StopFlag = StopFlag(), into delivery: (any Delivery)? = nil
  ) throws -> (report: RunReport, log: [String]) {
    let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
    var settings = RunSettings()
    settings.jobs = jobs
    settings.checksContracts = checksContracts
    settings.maximumBytes = 1 << 20
    let observer = RememberingObserver()
    let target = try delivery ?? FolderDelivery(at: "\(folder.path)/out", of: pipeline, on: inputs)
    let report = try Run(pipeline, on: inputs, settings: settings).start(into: target, observer: observer, stop: stop)
    #expect(report.counts.total == inputs.count)
    #expect(report.counts.ended == observer.lines.count)
    #expect(report.counts.notRun >= 0)
    #expect(report.ending != .complete || report.counts.notRun == 0)
    #expect(folder.files.allSatisfy { !$0.contains(".galley") })
    return (report, observer.lines)
  }

  private func fill(_ folder: TemporaryFolder, _ count: Int) throws {
    for number in 0..<count { try folder.write("in/\(100 + number).txt", "text \(number)") }
  }

  @Test func outputIsTheSameWhateverTheJobs() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 100)
      try folder.write("in/150.txt", [0, 1, 2, 0xFF])
      let uneven = ClosureStage { document in
        // Later documents of a window finish before earlier ones.
        let number = UInt32(document.id) ?? 0
        usleep((number * 7919) % 5 * 300)
        if number % 17 == 0 { throw StageFailure("seventeen") }
        document.extensions["note"] = .string("\(document.id)!")
      }
      let lines = TextRenderer(placement: .appended(header: Array("HEAD\n".utf8)), text: { "\($0.id): \($0.text)\n" }) {
        _ in "all.txt"
      }
      let pipeline = Pipeline.of(uneven, TextRenderer { "\($0.id).json" }, lines)
      var results: Set<[String]> = []
      for jobs in [1, 2, 8] {
        let (report, log) = try run(pipeline, in: folder, jobs: jobs)
        #expect(report.counts.delivered == 93)
        #expect(report.counts.quarantined == 7)
        #expect(report.outputs == 186)
        #expect(report.exitStatus == 1)
        results.insert(log + [folder.read("out/all.txt") ?? "", folder.read("out/101.json") ?? ""])
        TemporaryFolder.delete("\(folder.path)/out")
      }
      #expect(results.count == 1)
      let rows = try #require(results.first?.dropLast().last).split(separator: "\n")
      #expect(rows.count == 94)
      #expect(rows[0] == "HEAD")
      #expect(rows[1...].elementsEqual(rows[1...].sorted()))
    }
  }

  @Test func documentIsReadAndTraced() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/2024/plans.txt", "abc")
      let found = Mutex<Document?>(nil)
      let delivery = ClosureDelivery { delivered, _ in found.withLock { $0 = delivered.document } }
      let stage = ClosureStage("note") { $0.extensions["note"] = 1 }
      _ = try run(.of(stage), in: folder, into: delivery)
      let document = try #require(found.withLock { $0 })
      #expect(document.id == "2024/plans")
      #expect(document.text == "abc")
      #expect(document.source.uri == "\(folder.path)/in/2024/plans.txt")
      #expect(document.source.byteCount == 3)
      #expect(document.source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(document.trace == [TraceEntry(stage: "note", version: "1.0.0", options: "sha256:0")])
    }
  }

  @Test func outputsDoNotTraceTheirOwnRenderer() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt")
      let names: @Sendable (Document) -> String = { $0.trace.map(\.stage).joined(separator: ",") }
      let stage = ClosureStage("note") { $0.extensions["note"] = 1 }
      let pipeline = Pipeline.of(stage, TextRenderer(text: names) { _ in "1" }, TextRenderer(text: names) { _ in "2" })
      _ = try run(pipeline, in: folder)
      #expect(folder.read("out/1") == "note")
      #expect(folder.read("out/2") == "note,write")
    }
  }

  // MARK: - Failures

  private static let failing = ClosureStage("fail") { document in
    document.extensions["note"] = "half done"
    if document.id == "102" { throw StageFailure("no good") }
  }

  @Test func failingDocumentIsQuarantined() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 5)
      let (report, log) = try run(.of(Self.failing, TextRenderer { "\($0.id).out" }), in: folder)
      #expect(report.counts.delivered == 4)
      #expect(log[2] == "102.txt: failed: stage 'fail': no good")
      #expect(report.failures.map(\.uri) == ["\(folder.path)/in/102.txt"])
      #expect(folder.read("out/102.out") == nil)
      #expect(report.exitStatus == 1)
    }
  }

  @Test func failingStageIsSkipped() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 5)
      let seen = TextRenderer(text: { document in
        let note = document.extensions["note"]?.description ?? "none"
        return "\(note) \(document.trace[0].skipped ?? "ran") \(document.diagnostics.map(\.code))"
      }) { "\($0.id).out" }
      let (report, _) = try run(.of(Self.failing, seen, onError: .skipStage), in: folder)
      #expect(report.counts.delivered == 5)
      #expect(report.exitStatus == 0)
      #expect(folder.read("out/101.out") == "\"half done\" ran []")
      #expect(folder.read("out/102.out") == "none failed: no good [\"stage-failed\"]")
    }
  }

  @Test(arguments: [1, 4])
  func failingStageStopsTheRun(jobs: Int) throws {
    try withTemporaryFolder { folder in
      try fill(folder, 50)
      let pipeline = Pipeline.of(Self.failing, TextRenderer { "\($0.id).out" }, onError: .stop)
      let (report, _) = try run(pipeline, in: folder, jobs: jobs)
      #expect(report.ending == .stopped(uri: "\(folder.path)/in/102.txt"))
      #expect(report.counts.delivered == 2)
      #expect(report.counts.quarantined == 1)
      #expect(report.counts.notRun == 47)
      #expect(report.exitStatus == 1)
      #expect(folder.files.filter { $0.hasPrefix("out") } == ["out/100.out", "out/101.out"])
    }
  }

  @Test func failingStageIsTriedAgain() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 4)
      let attempts = Mutex<[String: Int]>([:])
      let fickle = ClosureStage("fickle") { document in
        #expect(document.extensions["note"] == nil)
        document.extensions["note"] = "tried"
        let id = document.id
        let attempt = attempts.withLock { attempts in
          attempts[id, default: 0] += 1
          return attempts[id] ?? 0
        }
        if id == "103" || (id == "102" && attempt < 3) { throw StageFailure("no good") }
      }
      let (report, log) = try run(.of(fickle, TextRenderer { "\($0.id).out" }, retries: 2), in: folder)
      #expect(report.counts.delivered == 3)
      #expect(log[3] == "103.txt: failed: stage 'fickle': no good (after 3 attempts)")
      #expect(attempts.withLock { $0 } == ["100": 1, "101": 1, "102": 3, "103": 3])
    }
  }

  @Test(arguments: [(MaximumErrors.count(2), 3), (.share(1, of: 20), 3), (.count(9), 10), (.count(0), 1)])
  func tooManyErrorsEndTheRun(maximum: MaximumErrors, failed: Int) throws {
    try withTemporaryFolder { folder in
      try fill(folder, 50)
      let stage = ClosureStage { if $0.id.hasSuffix("3") || $0.id.hasSuffix("7") { throw StageFailure("no") } }
      let (report, _) = try run(.of(stage, TextRenderer { "\($0.id).out" }, maximumErrors: maximum), in: folder)
      let limit = maximum.limit(of: 50)
      #expect(report.ending == (failed > limit ? .tooManyErrors(limit: limit) : .complete))
      #expect(report.counts.quarantined == failed)
      #expect(report.exitStatus == 1)
    }
  }

  @Test func failedDocumentIsKeptAsItWasBefore() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "abc")
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      let first = ClosureStage("first") { $0.extensions["note"] = "done" }
      let second = ClosureStage("second") { document in
        document.extensions["note"] = "half done"
        throw StageFailure("no good")
      }
      let pass = DocumentPass(
        pipeline: .of(first, second), reader: try DocumentReader(maximumBytes: 1 << 20, charset: nil),
        checksContracts: false, documentForm: nil)
      let processed = try #require(pass.results(of: [inputs[0]]).first)
      #expect(processed.failedStep == 1)
      #expect(processed.sourceDigest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(processed.stepNanoseconds.count == 2)
      #expect(processed.stepNanoseconds.allSatisfy { $0 > 0 })
      let before = try Document(json: JSON(parsing: #require(processed.documentBefore)))
      #expect(before.extensions == ["note": "done"])
      #expect(before.trace.map(\.stage) == ["first"])
    }
  }

  @Test func brokenContractFailsTheDocument() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 1)
      let stage = ClosureStage("loose", provides: [.sentences]) { $0.metadata.title = "T" }
      let pipeline = Pipeline.of(stage, TextRenderer { "\($0.id).out" })
      #expect(try run(pipeline, in: folder).report.counts.delivered == 1)
      let (report, log) = try run(pipeline, in: folder, checksContracts: true)
      #expect(report.counts.quarantined == 1)
      #expect(
        log == [
          "100.txt: failed: stage 'loose': breaks its contract: provides sentences, but left it unset; "
            + "changed metadata, which it does not declare in provides"
        ])
    }
  }

  @Test func conditionsFilter() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 2)
      let pipeline = Pipeline.of(TextRenderer { "\($0.id).out" }, condition: Condition(languages: ["de"]))
      let (report, log) = try run(pipeline, in: folder)
      #expect(report.counts.filtered == 2)
      #expect(report.exitStatus == 0)
      #expect(log == ["100.txt: filtered", "101.txt: filtered"])
    }
  }

  @Test func whatCanNotBeReadIsAccountedFor() throws {
    try withTemporaryFolder { folder in
      for name in ["page.rtf", "fine.txt", "empty.txt"] {
        try folder.write("in/\(name)", name == "empty.txt" ? "" : "text")
      }
      try folder.write("in/large.txt", Array(repeating: 0x61, count: 1 << 20 + 1))
      symlink("nowhere", "\(folder.path)/in/lost.txt")
      symlink("/proc/self/mem", "\(folder.path)/in/memory.txt")
      mkfifo("\(folder.path)/in/pipe.txt", 0o666)
      let (report, log) = try run(.of(TextRenderer { "\($0.id).out" }), in: folder)
      #expect(
        log == [
          "empty.txt: delivered 1", "fine.txt: delivered 1",
          "large.txt: failed: has more than 1048576 bytes, the limit: raise --max-bytes or split it",
          "lost.txt: failed: can't be read: No such file or directory; mend that or leave it out by --exclude",
          "memory.txt: failed: can't be read: Input/output error; mend that or leave it out by --exclude",
          "page.rtf: skipped: application/rtf is not read by this version, only plain text, HTML and Markdown",
          "pipe.txt: skipped: it is a socket, a pipe or a device",
        ])
      #expect(report.counts.skipped == 2)
      #expect(report.skipReasons.map(\.count) == [1, 1])
    }
  }

  /// What a folder holds, and whether a run over it has read nothing.
  @Test(
    arguments: [
      (["a.rtf": "{}"], true), (["a.jsonl": ""], false), (["a.csv": "id,text\n"], false),
      (["a.jsonl": "\n", "a.rtf": "{}"], false), (["a.rtf": "{}", "a.txt": "Text."], false),
    ] as [([String: String], Bool)])
  func whatHasReadNothing(files: [String: String], hasReadNothing: Bool) throws {
    try withTemporaryFolder { folder in
      for (name, content) in files { try folder.write("in/\(name)", content) }
      #expect(try run(.of(TextRenderer { "\($0.id).out" }), in: folder).report.hasReadNothing == hasReadNothing)
    }
  }

  @Test func fileThatVanishesOrChangesKindFails() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 12)
      let path = folder.path
      let stage = ClosureStage { document in
        guard document.id == "100" else { return }
        remove("\(path)/in/110.txt")
        remove("\(path)/in/111.txt")
        mkfifo("\(path)/in/111.txt", 0o666)
      }
      let (report, log) = try run(.of(stage, TextRenderer { "\($0.id).out" }), in: folder, jobs: 1)
      #expect(report.counts.quarantined == 2)
      #expect(log[10].hasPrefix("110.txt: failed: can't be read: No such file"))
      #expect(log[11].hasPrefix("111.txt: failed: is no file any more"))
    }
  }

  @Test func failuresAreKeptWithinBounds() throws {
    try withTemporaryFolder { folder in
      try fill(folder, 150)
      let (report, log) = try run(.of(ClosureStage { _ in throw StageFailure("no") }), in: folder, jobs: 4)
      #expect(report.counts.quarantined == 150)
      #expect(report.failures.count == 100)
      #expect(log.count == 150)
    }
  }

  // MARK: - Interruption

  @Test(arguments: [1, 3])
  func interruptedRunDeliversWhatIsAtHand(jobs: Int) throws {
    try withTemporaryFolder { folder in
      try fill(folder, 60)
      let stop = StopFlag()
      let stage = ClosureStage {
        usleep(5000)
        if $0.id == "120" { stop.raise(signal: SIGINT) }
      }
      let rows = TextRenderer(placement: .appended(header: []), text: { "\($0.id)\n" }) { _ in "all" }
      let (report, _) = try run(.of(stage, rows), in: folder, jobs: jobs, stop: stop)
      #expect(report.ending == .interrupted(signal: SIGINT))
      #expect(report.exitStatus == 130)
      #expect(report.counts.delivered >= 21)
      #expect(report.counts.delivered <= 20 + 8 * jobs)
      #expect(report.counts.notRun == 60 - report.counts.delivered)
      let delivered = (0..<report.counts.delivered).map { "\(100 + $0)\n" }.joined()
      #expect(folder.read("out/all") == delivered)
    }
  }
}

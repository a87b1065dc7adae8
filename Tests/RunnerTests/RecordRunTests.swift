import DocumentModel
import Glibc
import JSON
import StageKit
import Testing

@testable import Runner

/// Runs over files of many documents: order, states, interruption, and what is run again.
@Suite struct RecordRunTests {
  private func fill(_ folder: TemporaryFolder) throws {
    let lines = (0..<40).map { "{\"id\": \"l\($0)\", \"text\": \"line \($0)\"}" }
    try folder.write("in/a.jsonl", lines.joined(separator: "\n") + "\nno json\n")
    try folder.write("in/b.csv", "text\n" + (0..<20).map { "row \($0)\n" }.joined())
    mkdir("\(folder.path)/in", 0o777)
    try writeArchive("\(folder.path)/in/c.tar.gz", .gzippedTar, (0..<20).map { Member("\($0).txt", "member \($0)") })
    try folder.write("in/d.txt", "file")
  }

  private func run(
    _ pipeline: Pipeline, in folder: TemporaryFolder, jobs: Int = 2, stop: StopFlag = StopFlag(),
    settings: RunSettings = RunSettings()
  ) throws -> (report: RunReport, log: [String]) {
    let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
    var settings = settings
    settings.jobs = jobs
    let observer = RememberingObserver()
    let delivery = try LedgerDelivery(at: "\(folder.path)/out", of: pipeline, on: inputs, settings: settings)
    let report = try Run(pipeline, on: inputs, settings: settings).start(into: delivery, observer: observer, stop: stop)
    #expect(report.counts.ended == observer.lines.count)
    return (report, observer.lines)
  }

  private let rows = TextRenderer(
    placement: .appended(header: []), text: { "\($0.id): \($0.text)\n" }, name: { _ in "all" })

  @Test func orderIsThatOfTheFilesWhateverTheJobs() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      let uneven = ClosureStage { usleep(UInt32($0.text.utf8.reduce(0) { $0 &+ Int($1) }) % 5 * 200) }
      var results: Set<[String]> = []
      for jobs in [1, 2, 8] {
        let (report, log) = try run(.of(uneven, rows, TextRenderer { "\($0.id).txt" }), in: folder, jobs: jobs)
        #expect(report.counts.delivered == 81)
        #expect(report.counts.quarantined == 1)
        #expect(report.counts.total == 82)
        #expect(report.ending == .complete)
        results.insert(log + [folder.read("out/all") ?? "", folder.read("out/b/3.txt") ?? ""])
        TemporaryFolder.delete("\(folder.path)/out")
      }
      #expect(results.count == 1)
      let expected =
        (0..<40).map { "l\($0): line \($0)" } + (0..<20).map { "b/\($0 + 2): row \($0)" }
        + (0..<20).map { "c/\($0): member \($0)" } + ["d: file"]
      #expect(results.first?.dropLast().last == expected.map { $0 + "\n" }.joined())
    }
  }

  @Test func onlyRecordsThatChangedAreRunAgain() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      let pipeline = Pipeline.of(TextRenderer { "\($0.id).txt" })
      #expect(try run(pipeline, in: folder).report.counts.delivered == 81)
      let again = try run(pipeline, in: folder).report.counts
      #expect(again.unchanged == 81)
      #expect(again.quarantined == 1)
      try folder.write("in/b.csv", "text\n" + (0..<20).map { $0 == 7 ? "new\n" : "row \($0)\n" }.joined())
      let (report, log) = try run(pipeline, in: folder)
      #expect(report.counts.unchanged == 80)
      #expect(log.filter { $0.contains("delivered") } == ["b.csv#9: delivered 1"])
      #expect(folder.read("out/b/9.txt") == "new")
      // What a column is called belongs to its rows.
      try folder.write("in/b.csv", "text,x\n" + (0..<20).map { "row \($0),\n" }.joined())
      #expect(try run(pipeline, in: folder).report.counts.delivered == 20)
      var settings = RunSettings()
      settings.fields.id = "id"
      #expect(try run(pipeline, in: folder, settings: settings).report.counts.unchanged == 0)
    }
  }

  @Test func recordsOfOneIDAreToldApart() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.jsonl", "{\"id\": \"d\", \"text\": \"1\"}\n{\"id\": \"d\", \"text\": \"2\"}\n")
      let (report, log) = try run(.of(TextRenderer { "\($0.id).txt" }), in: folder)
      #expect(report.counts.delivered == 1)
      #expect(log.last?.hasPrefix("a.jsonl#2: failed: ") == true)
      #expect(folder.read("out/d.txt") == "1")
    }
  }

  @Test(arguments: [1, 3])
  func interruptedRunIsNotComplete(jobs: Int) throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      try folder.write("in/e.jsonl", (0..<200).map { "{\"id\": \"e\($0)\", \"text\": \"\"}\n" }.joined())
      let stop = StopFlag()
      let before = Set((0..<12).map { "l\($0)" })
      // What comes later waits, so that no worker takes all of it before the stop.
      let stage = ClosureStage { document in
        if document.id == "l12" { stop.raise(signal: SIGINT) }
        while !before.contains(document.id), stop.signal == nil { usleep(100) }
      }
      let (report, _) = try run(.of(stage, rows), in: folder, jobs: jobs, stop: stop)
      #expect(report.ending == .interrupted(signal: SIGINT))
      #expect(report.counts.delivered >= 13)
      #expect(report.counts.notRun > 0)
      let counts = try run(.of(ClosureStage { _ in }, rows), in: folder, jobs: jobs).report.counts
      #expect(counts.delivered + counts.unchanged == 281)
    }
  }
}

import DocumentModel
import JSON
import StageKit
import Testing

@testable import Runner

/// A batch stage: texts that begin with the same word are copies of the one whose id comes first.
private struct FirstWordStage: BatchStage {
  static let contract = Contract(
    "first", version: "1.0.0", summary: "Finds equal beginnings.", provides: [.extension("first")])
  var filters = false

  init(options: NoOptions, resources: Resources) {}
  init(filters: Bool = false) { self.filters = filters }

  func gather(_ document: Document) throws -> [UInt8] { Array(document.text.utf8.prefix { $0 != 0x20 }) }

  func decide(_ batch: GatheredBatch) -> [Int: JSON] {
    var decisions: [Int: JSON] = [:]
    for index in 0..<batch.count {
      let alike = (0..<batch.count).filter { batch.content($0).elementsEqual(batch.content(index)) }
      let ids = alike.map { String(decoding: batch.id($0), as: UTF8.self) }
      if let first = ids.min(), !first.utf8.elementsEqual(batch.id(index)) {
        decisions[index] = ["original": .string(first)]
      }
    }
    return decisions
  }

  func process(_ document: inout Document) throws {
    let original = document.extensions["first"]?["original"]?.string
    if filters, original != nil { throw FilteredDocument("a copy") }
    document.extensions["first"] = .string(original ?? "none")
  }
}

@Suite struct BatchTests {
  private let writer = TextRenderer(
    text: { "\($0.text) < \($0.extensions["first"]?.string ?? "?")" }, name: { "\($0.id).out" })

  private func run(
    _ pipeline: Pipeline, in folder: TemporaryFolder, jobs: Int = 2, isolation: RunSettings.Isolation = .none
  ) throws -> [String] {
    let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
    var settings = RunSettings()
    (settings.jobs, settings.isolation, settings.cacheFolder) = (jobs, isolation, "\(folder.path)/out")
    let run = try Run(pipeline, on: inputs, settings: settings)
    let observer = RememberingObserver()
    var options = LedgerDelivery.Options()
    options.cacheLimit = 1 << 20
    let delivery = try LedgerDelivery(
      at: "\(folder.path)/out", of: pipeline, on: inputs, settings: settings, options: options)
    _ = run.start(into: delivery, observer: observer)
    return observer.lines
  }

  @Test(arguments: [1, 2, 8]) func decidesTheSameForAnyJobs(jobs: Int) throws {
    try withTemporaryFolder { folder in
      for number in 0..<60 { try folder.write("in/\(100 + number).txt", "word\(number % 7) \(number)") }
      #expect(try run(.of(FirstWordStage(), writer), in: folder, jobs: jobs).count == 60)
      #expect(folder.read("out/103.out") == "word3 3 < none")
      for number in 7..<60 {
        #expect(folder.read("out/\(100 + number).out")?.hasSuffix(" < \(100 + number % 7)") == true)
      }
    }
  }

  /// Only documents about which something else is decided are run again.
  @Test func aChangeOfAnotherDocumentCounts() throws {
    try withTemporaryFolder { folder in
      for (name, text) in [("b", "ferry sails"), ("c", "ferry sinks"), ("d", "harbour opens")] {
        try folder.write("in/\(name).txt", text)
      }
      let pipeline = Pipeline.of(ClosureStage { $0.extensions["note"] = 1 }, FirstWordStage(), writer)
      #expect(try run(pipeline, in: folder) == ["b.txt: delivered 1", "c.txt: delivered 1", "d.txt: delivered 1"])
      #expect(folder.read("out/c.out") == "ferry sinks < b")
      #expect(try run(pipeline, in: folder) == ["b.txt: unchanged", "c.txt: unchanged", "d.txt: unchanged"])
      try folder.write("in/a.txt", "ferry returns")
      #expect(
        try run(pipeline, in: folder)
          == ["a.txt: delivered 1", "b.txt: delivered 1", "c.txt: delivered 1", "d.txt: unchanged"])
      #expect(folder.read("out/b.out") == "ferry sails < a")
      #expect(folder.read("out/c.out") == "ferry sinks < a")
      TemporaryFolder.delete("\(folder.path)/in/a.txt")
      #expect(try run(pipeline, in: folder) == ["b.txt: delivered 1", "c.txt: delivered 1", "d.txt: unchanged"])
      #expect(folder.read("out/b.out") == "ferry sails < none")
    }
  }

  @Test func whatIsFilteredLosesItsOutputs() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/b.txt", "ferry sails")
      let pipeline = Pipeline.of(FirstWordStage(filters: true), writer)
      #expect(try run(pipeline, in: folder) == ["b.txt: delivered 1"])
      try folder.write("in/a.txt", "ferry returns")
      #expect(try run(pipeline, in: folder) == ["a.txt: delivered 1", "b.txt: filtered"])
      #expect(folder.read("out/b.out") == nil)
      #expect(try run(pipeline, in: folder) == ["a.txt: unchanged", "b.txt: filtered"])
    }
  }

  /// What fails on its way to the batch stage fails in the run, and the others are compared without it.
  @Test func failuresAreToldOnce() throws {
    try withTemporaryFolder { folder in
      for name in ["a", "b", "c"] { try folder.write("in/\(name).txt", "ferry \(name)") }
      let failing = ClosureStage { document in
        if document.id == "a" { throw StageFailure("no") }
        document.extensions["note"] = 1
      }
      #expect(
        try run(.of(failing, FirstWordStage(), writer), in: folder)
          == ["a.txt: failed: stage 'closure': no", "b.txt: delivered 1", "c.txt: delivered 1"])
      #expect(folder.read("out/c.out") == "ferry c < b")
    }
  }

  @Test func saysWhatIsDecidedBeforeARun() throws {
    try withTemporaryFolder { folder in
      for name in ["b", "c"] { try folder.write("in/\(name).txt", "ferry \(name)") }
      let pipeline = Pipeline.of(FirstWordStage(), writer)
      _ = try run(pipeline, in: folder)
      try folder.write("in/a.txt", "ferry a")
      let settings = RunSettings()
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list().decided(for: pipeline, settings: settings)
      let plan = try RunPlan(pipeline, settings: settings, into: "\(folder.path)/out")
      let reasons = try inputs.documents(settings).map { plan.step(for: $0).reason }
      #expect(reasons == ["it is new", Self.changed, Self.changed])
      let document = try #require(try LedgerDocument.documents(called: "c", in: "\(folder.path)/out").first)
      #expect(document.entry.decision == #"{"original":"b"}"#)
      #expect(document.source?.utf8.count == 64)
    }
  }

  private static let changed = "what is decided about it among the other inputs changed"

  @Test func whatCanBeReadOnceIsRefused() throws {
    let inputs = try InputSelection(paths: ["-"]).list()
    let error = #expect(throws: InputReadOnce.self) { try Run(.of(FirstWordStage(), writer), on: inputs) }
    #expect(error?.description.hasPrefix("'-' can be read only once, and 'first' looks at all inputs") == true)
  }

  @Test func decisionsTravelWithTheirInput() throws {
    var input = try #require(try InputSelection(paths: [#filePath]).list().first)
    input.decision = #"{"original":"b"}"#
    #expect(Input(decoding: input.encoded()) == input)
  }
}

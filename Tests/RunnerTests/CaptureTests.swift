import DocumentModel
import JSON
import StageKit
import Testing

@testable import Runner

/// Documents between stages, kept for people.
@Suite struct CaptureTests {
  private let pipeline = Pipeline.of(
    ClosureStage("note") { $0.extensions["note"] = 1 }, ClosureStage("note") { $0.extensions["note"] = 2 },
    TextRenderer { "\($0.id).out" })

  private func run(
    _ capture: StageCapture, of pipeline: Pipeline? = nil, in folder: TemporaryFolder
  ) throws -> RunReport {
    let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list(capture: capture.folder)
    var settings = RunSettings()
    settings.jobs = 2
    settings.capture = capture
    return try Run(pipeline ?? self.pipeline, on: inputs, settings: settings).start(into: CaptureDelivery())
  }

  private func document(_ name: String, in folder: TemporaryFolder) throws -> Document {
    try Document(json: JSON(parsing: #require(folder.read(name), "no \(name)")))
  }

  @Test func keepsWhatEachStageIsGiven() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/2026/bridge.txt", "Toll ends")
      let report = try run(StageCapture(into: "\(folder.path)/steps"), in: folder)
      #expect(report.captured == (1, 3))
      #expect(
        folder.files.filter { $0.hasPrefix("steps") }
          == ["00-read", "01-note", "02-note"].map { "steps/\($0)/2026/bridge.json" })
      #expect(try document("steps/00-read/2026/bridge.json", in: folder).extensions.isEmpty)
      for number in 1...2 {
        let captured = try document("steps/0\(number)-note/2026/bridge.json", in: folder)
        #expect(captured.extensions["note"] == .integer(number))
        #expect(captured.trace.count == number)
        #expect(captured.text == "Toll ends")
      }
    }
  }

  /// What is captured is an input again, from that place on.
  @Test func goesOnFromWhatWasCaptured() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "Toll ends")
      _ = try run(StageCapture(into: "\(folder.path)/whole"), in: folder)
      let inputs = try InputSelection(paths: ["\(folder.path)/whole/01-note"]).list()
      var settings = RunSettings()
      settings.capture = StageCapture(into: "\(folder.path)/rest")
      let report = try Run(pipeline.steps(at: 1...2), on: inputs, settings: settings).start(into: CaptureDelivery())
      #expect(report.captured == (1, 2))
      #expect(folder.read("rest/01-read/a.json") == folder.read("whole/01-note/a.json"))
      #expect(folder.read("rest/02-note/a.json") == folder.read("whole/02-note/a.json"))
    }
  }

  @Test(
    arguments: [
      (["a"], nil, ["a"]), (["2026/*"], nil, ["2026/c"]), (["*.txt"], nil, ["2026/c", "a", "b"]),
      ([], 2, ["2026/c", "a"]),
      (["b"], 2, []), (["a", "c"], nil, ["2026/c", "a"]), (["**/in/b.txt"], nil, ["b"]),
    ] as [([String], Int?, [String])])
  func choosesDocuments(only: [String], count: Int?, ids: [String]) throws {
    try withTemporaryFolder { folder in
      for name in ["2026/c", "a", "b"] { try folder.write("in/\(name).txt", name) }
      let report = try run(StageCapture(into: "\(folder.path)/steps", only: only, count: count), in: folder)
      #expect(report.captured.documents == ids.count)
      #expect(report.counts.delivered == 3)
      let files = folder.files.filter { $0.hasPrefix("steps/00") }
      #expect(files == ids.map { "steps/00-read/\($0).json" })
    }
  }

  @Test func aDocumentThatFailsIsCapturedAsTheStageWasGivenIt() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "Toll ends")
      let failing = Pipeline.of(
        ClosureStage("note") { $0.extensions["note"] = 1 }, ClosureStage("fail") { _ in throw StageFailure("no") })
      let report = try run(StageCapture(into: "\(folder.path)/steps"), of: failing, in: folder)
      #expect(report.counts.quarantined == 1)
      #expect(folder.files.filter { $0.hasPrefix("steps") } == ["steps/00-read/a.json", "steps/01-note/a.json"])
    }
  }

  @Test func whatCannotBeWrittenFailsTheDocument() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "Toll ends")
      try folder.write("steps/01-note", "a file")
      let report = try run(StageCapture(into: "\(folder.path)/steps"), in: folder)
      #expect(report.counts.quarantined == 1)
      #expect(
        report.failures.first?.failure.reason.hasPrefix("can't write '\(folder.path)/steps/01-note/a.json'") == true)
      #expect(throws: UnwritableFile.self) {
        try run(StageCapture(into: "\(folder.path)/steps/01-note"), in: folder)
      }
    }
  }

  /// A document that an earlier run has settled is run again where it is captured, and only that.
  @Test func unchangedDocumentsAreCaptured() throws {
    try withTemporaryFolder { folder in
      for name in ["a", "b"] { try folder.write("in/\(name).txt", name) }
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      func deliver(_ settings: RunSettings) throws -> RunReport {
        let delivery = try LedgerDelivery(
          at: "\(folder.path)/out", of: pipeline, on: inputs, settings: settings, options: .init())
        return try Run(pipeline, on: inputs, settings: settings).start(into: delivery)
      }
      #expect(try deliver(RunSettings()).counts.delivered == 2)
      var settings = RunSettings()
      settings.capture = StageCapture(into: "\(folder.path)/steps", only: ["a"])
      settings.cacheFolder = "\(folder.path)/out"
      let report = try deliver(settings)
      #expect(report.counts.delivered == 1)
      #expect(report.counts.unchanged == 1)
      #expect(report.captured == (1, 3))
    }
  }

  /// The cache goes by the bytes that were read, not by the source that a document's JSON names.
  @Test func aChangedDocumentIsNotTakenFromTheCache() throws {
    try withTemporaryFolder { folder in
      let copy = ClosureStage("copy", provides: [.extension("copy")]) {
        $0.extensions["copy"] = $0.extensions["mark"] ?? 0
      }
      let other = ClosureStage("other") { $0.extensions["note"] = 1 }
      let render = TextRenderer(text: { $0.extensions["copy"]?.text() ?? "" }) { "\($0.id).out" }
      let pipeline = Pipeline.of(copy, other, render)
      var document = Document(id: "a", text: "Toll ends")
      document.source.sha256 = "0"
      for mark in 1...2 {
        document.extensions["mark"] = .integer(mark)
        try folder.write("in/a.json", document.json())
        let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
        var settings = RunSettings()
        settings.cacheFolder = "\(folder.path)/out"
        let delivery = try LedgerDelivery(
          at: "\(folder.path)/out", of: pipeline, on: inputs, settings: settings, options: .init())
        _ = try Run(pipeline, on: inputs, settings: settings).start(into: delivery)
        #expect(folder.read("out/a.out") == "\(mark)")
      }
    }
  }

  @Test(
    arguments: [
      ("2026/bridge", "2026/bridge"), ("", "%"), ("/etc/x", "%/etc/x"), ("../x", "%2E./x"), ("a/./b//c", "a/%2E/b/%/c"),
      ("50%", "50%25"), ("a\u{7}", "a%07"), ("https://example.org/ä?x", "https:/%/example.org/ä?x"),
      (".hidden", "%2Ehidden"),
    ])
  func idsBecomePaths(id: String, path: String) {
    #expect(CapturePath.path(ofID: id) == path)
  }

  @Test func longNamesStayApart() {
    let names = ["x", "y"].map { CapturePath.name(String(repeating: "ü", count: 300) + $0) }
    #expect(names[0] != names[1])
    #expect(names.allSatisfy { $0.utf8.count <= 255 && !$0.unicodeScalars.contains("\u{FFFD}") })
  }
}

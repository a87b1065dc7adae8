import DocumentModel
import StageTesting
import Testing

@testable import Runner

/// What the statistics of a run say, over runs of every kind and over random ones.
@Suite struct ReportStatisticsTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func bucketsAddUp(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var timeline = Timeline()
    var documents = 0
    var failed = 0
    var bytes = 0
    var moment = Duration.zero
    for _ in 0..<Int(random.next() % 3000) {
      // Steps from nothing to hours, so that the buckets have to grow many times over.
      moment += .microseconds(Int(random.next() % (1 << (random.next() % 30))))
      let size = Int(random.next() % 100_000)
      let hasFailed = random.next() % 7 == 0
      timeline.record(bytes: size, hasFailed: hasFailed, at: moment)
      documents += 1
      failed += hasFailed ? 1 : 0
      bytes += size
      #expect(timeline.buckets.count <= Timeline.capacity)
      #expect(timeline.bucketLength * timeline.buckets.count > moment)
    }
    #expect(timeline.buckets.reduce(0) { $0 + $1.documents } == documents)
    #expect(timeline.buckets.reduce(0) { $0 + $1.failed } == failed)
    #expect(timeline.buckets.reduce(0) { $0 + $1.bytes } == bytes)
  }

  @Test func bucketsDoNotDependOnHowTheyGrew() {
    var grown = Timeline()
    for second in 0..<100 { grown.record(bytes: 1, hasFailed: false, at: .seconds(second)) }
    var direct = Timeline()
    for second in (0..<100).reversed() { direct.record(bytes: 1, hasFailed: false, at: .seconds(second)) }
    #expect(grown == direct)
    #expect(grown.bucketLength == .milliseconds(500))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func quantilesAreNearTheExactOnes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var histogram = TimeHistogram()
    var times: [Int64] = []
    for _ in 0..<1 + Int(random.next() % 2000) {
      times.append(Int64(random.next() >> (1 + random.next() % 63)))
      histogram.record(times[times.count - 1])
    }
    times.sort()
    for share in [0.01, 0.5, 0.95, 0.99, 1] {
      let exact = Double(times[Int((share * Double(times.count)).rounded(.up)) - 1]) / 1e9
      #expect(abs(histogram.quantileSeconds(share) - exact) <= exact / 31)
    }
    #expect(histogram.count == times.count)
    #expect(histogram.maximumSeconds == Double(times[times.count - 1]) / 1e9)
  }

  @Test(arguments: [Int64.max, Int64.min, -1, 0])
  func oddTimesAreTaken(time: Int64) {
    var histogram = TimeHistogram()
    histogram.record(time)
    #expect(histogram.quantileSeconds(0.5) == Double(max(0, time)) / 1e9)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func theSlowestAreThoseOfASort(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let all = (0..<Int(random.next() % 200)).map { index in
      SlowDocument(
        uri: "\(index)", nanoseconds: Int64(random.next() % 50), slowestPlace: 0, placeNanoseconds: 0, bytesRead: 0)
    }
    var slowest = SlowestDocuments()
    for document in all { slowest.record(document) }
    let sorted = all.enumerated().sorted {
      ($1.element.nanoseconds, $0.offset) < ($0.element.nanoseconds, $1.offset)
    }
    #expect(slowest.documents == sorted.prefix(20).map(\.element))
  }

  @Test(arguments: [
    ("no sentence", "no sentence"),
    ("byte 12 of 1,234.5 at 0x1F.", "byte # of # at #."),
    ("can't read 'it's here', isn't it", "can't read '…', isn't it"),
    ("the name \"O'Neill\" and 'x'", "the name \"…\" and '…'"),
    ("utf8 is no sha256", "utf8 is no sha256"),
    ("an open 'quotation of 3", "an open 'quotation of #"),
    ("é7 7é 7", "é7 # #"),
    ("", ""),
  ])
  func reasonsHaveShapes(reason: String, shape: String) { #expect(reason.reasonShape == shape) }

  @Test func errorKindsAreBounded() {
    var kinds = ErrorKinds()
    for number in 0..<1000 {
      // Words that differ in letters are kinds of their own.
      let word = String(number).map { "abcdefghij".map(String.init)[$0.wholeNumberValue ?? 0] }.joined()
      kinds.record(failure("no \(word)"), uri: "x")
      kinds.record(failure("the same \(number)"), uri: "\(number)")
    }
    #expect(kinds.sorted.count == ErrorKinds.limit)
    #expect(kinds.sorted[0].reason == "the same #")
    #expect(kinds.sorted[0].count == 1000)
    #expect(kinds.sorted[0].examples.map(\.uri) == ["0", "1", "2", "3", "4"])
    #expect(kinds.sorted.reduce(0) { $0 + $1.count } + kinds.others == 2000)
    #expect(kinds.counts.sorted.map(\.count) == [2000])
  }

  @Test func longReasonsAreClippedBetweenCharacters() {
    var kinds = ErrorKinds()
    kinds.record(failure(String(repeating: "é", count: 1000)), uri: "x")
    #expect(kinds.sorted[0].reason == String(repeating: "é", count: 200) + "…")
    kinds.record(failure("a" + String(repeating: "é", count: 1000)), uri: "x")
    #expect(kinds.sorted[1].reason.utf8.count == 399 + 3)
  }

  private func failure(_ reason: String) -> DocumentFailure { DocumentFailure(.reading, Reason(description: reason)) }
  private struct Reason: Error, CustomStringConvertible { let description: String }

  @Test func namesBeyondTheLimitAreCountedTogether() {
    var names = CountedNames(limit: 2)
    for name in ["b", "a", "c", "a", "d", "b", "c"] { names.record(name) }
    #expect(names.sorted.map(\.name) == ["a", "b"])
    #expect(names.others == 3)
  }

  @Test func placesHaveNamesOfTheirOwn() {
    #expect(
      SyntheticRun.setting.places
        == ["reading", "clean", "section-split", "entity-tag", "summarize", "export", "export #2", "delivery"])
  }

  @Test func aRunIsRecorded() throws {
    try withTemporaryFolder { folder in
      for number in 0..<9 { try folder.write("in/\(number).txt", "text \(number)") }
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      let failing = ClosureStage("fail") { if $0.id == "3" { throw Reason(description: "no \($0.id)") } }
      let pipeline = Pipeline.of(failing, TextRenderer { "\($0.id).out" })
      let output = "\(folder.path)/out"
      let recorder = try RunRecorder(
        RunSetting(pipeline, inputs: inputs, jobs: 2, output: output, started: 0),
        metrics: "\(folder.path)/state/run.prom", every: .zero)
      #expect(folder.read("state/run.prom")?.contains("galley_run_finished{pipeline=\"test\"} 0\n") == true)
      let delivery = try FolderDelivery(at: output, of: pipeline, on: inputs)
      let (statistics, warning) = recorder.finish(
        try Run(pipeline, on: inputs).start(into: delivery, observer: recorder))
      #expect(warning == nil)
      #expect(statistics.documentTimes.count == 9)
      #expect(statistics.placeTimes.map(\.count) == [9, 9, 8, 8])
      #expect(statistics.timeline.buckets.reduce(0) { $0 + $1.documents } == 9)
      #expect(statistics.errors.sorted.map(\.reason) == ["no 3"])
      #expect(statistics.memory.ofProcess > 1 << 20)
      try statistics.writeReport(into: output)
      try statistics.writeReport(into: output)
      #expect(folder.read("out/.galley/report.json")?.contains("\"ending\": \"complete\"") == true)
      #expect(folder.read("out/.galley/report.html")?.contains("<h1>1 of 9 inputs failed</h1>") == true)
      #expect(
        folder.files.filter { $0.contains(".galley") || $0.contains("state") }
          == ["out/.galley/report.html", "out/.galley/report.json", "state/run.prom"])
      #expect(folder.read("state/run.prom")?.contains("galley_run_exit_status{pipeline=\"test\"} 1\n") == true)
    }
  }

  @Test func whatCanNotBeWrittenIsSaid() throws {
    try withTemporaryFolder { folder in
      try folder.write("out", "a file")
      #expect(throws: UnwritableReport.self) {
        try SyntheticRun.tiny.statistics.writeReport(into: "\(folder.path)/out")
      }
      #expect(throws: UnwritableFile.self) {
        try RunRecorder(SyntheticRun.setting, metrics: "\(folder.path)/out/run.prom")
      }
      #expect(folder.files == ["out"])
    }
  }
}

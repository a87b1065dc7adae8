import StageTesting
import Testing

@testable import Runner

/// Statistics of runs that never were, the same each time.
enum SyntheticRun: String, CaseIterable, CustomTestStringConvertible {
  case clean, failing, interrupted, stopped, aborted, tiny, empty, large, unchanged

  var testDescription: String { rawValue }

  static let setting = RunSetting(
    pipeline: "news",
    steps: [
      ("clean", "1.0.0", "sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"),
      ("section-split", "1.2.0", "sha256:9e107d9d372bb6826bd81d3542a419d6e277252d2e5d0f7e3c5b0a1f6c3d2e1f"),
      ("entity-tag", "2.0.1", "sha256:0cc175b9c0f1b6a831c399e269772661b5b3a8f0c9d8e7f6a5b4c3d2e1f0a9b8"),
      ("summarize", "1.0.0", "sha256:92eb5ffee6ae2fec3ad71c777531578f0a1b2c3d4e5f60718293a4b5c6d7e8f9"),
      ("export", "1.0.0", "sha256:4a8a08f09d37b73795649038408b5f33112233445566778899aabbccddeeff00"),
      ("export", "1.0.0", "sha256:8277e0910d750195b448797616e091adffeeddccbbaa99887766554433221100"),
    ].map { RunSetting.StepSetting(stage: $0, version: $1, options: $2) },
    inputs: 0, jobs: 2, output: "out", started: 1_795_489_272, version: "0.1.0")

  var statistics: RunStatistics {
    switch self {
    case .clean: Self.run(1204, seconds: 12.43)
    case .failing: Self.run(1250, seconds: 14.2, failsEvery: 9, skipsEvery: 40)
    case .interrupted: Self.run(700, of: 5000, seconds: 9, failsEvery: 333, ending: .interrupted(signal: 2))
    case .stopped: Self.run(40, of: 60, seconds: 1.2, failsEvery: 40, ending: .stopped(uri: "articles/0039.txt"))
    case .aborted:
      Self.run(
        3000, of: 4000, seconds: 31,
        ending: .aborted(.unwritable("out/2026/plans.json", reason: "No space left on device")))
    case .tiny: Self.run(1, seconds: 0.0123)
    case .empty: Self.run(0, seconds: 0.001)
    case .large: Self.largeRun
    case .unchanged: Self.unchangedRun
    }
  }

  /// Made once: it takes a second.
  private static let largeRun = run(100_000, seconds: 3912, failsEvery: 7001, skipsEvery: 10_003)

  private static var unchangedRun: RunStatistics {
    var statistics = run(0, seconds: 2)
    statistics.report.counts.unchanged = 80_000
    return statistics
  }

  /// Names that have been trouble.
  static let hostileNames = [
    "a/<script>alert(1)</script>.txt", "b/\"quoted\" & 'single'.txt", "c/line\nfeed\u{7}bell\u{1B}[31m.txt",
    "d/\u{202E}txt.exe", "e/caf\u{FFFD}.txt", "f/]]>--><!-- {{x}} ${y}.txt", "g/نص.txt",
    "h/" + String(repeating: "long-", count: 40),
  ]

  private static let reasons: [DocumentFailure] = [
    DocumentFailure(.reading, ReadError.binary(byte: 0xFF, offset: 0)),
    DocumentFailure(.reading, ReadError.unreadable(reason: "Permission denied")),
    DocumentFailure(.stage("entity-tag"), Words("the name 'Anna Berg' at 112 is no name of 9 bytes")),
    DocumentFailure(.stage("summarize"), Words("no sentence has 3 words")),
    DocumentFailure(.stage("summarize"), Words("<b>bold</b> & \"quoted\" \u{7}")),
    DocumentFailure(.delivery, DeliveryError.unplaceable("x.json", reason: "Is a directory")),
  ]

  /// A run of `count` of `total` inputs in `seconds`, which gets slower in the middle.
  static func run(
    _ count: Int, of total: Int? = nil, seconds: Double, failsEvery: Int? = nil, skipsEvery: Int? = nil,
    ending: RunReport.Ending = .complete
  ) -> RunStatistics {
    let setting = RunSetting(
      pipeline: setting.pipeline, steps: setting.steps, inputs: total ?? count, leftOut: (2, 1), jobs: 2, output: "out",
      started: setting.started, version: setting.version)
    var statistics = RunStatistics(setting)
    var report = RunReport()
    var random = SplitMix64(seed: 7)
    for index in 0..<count {
      let share = Double(index + 1) / Double(count)
      let moment = Duration.seconds(seconds * (share + 0.15 * share * (1 - share) * (share < 0.5 ? -1 : 1)))
      var uri = "articles/\(String(index).leftPadded(to: 4))-harbour.txt"
      if skipsEvery.map({ index % $0 == $0 - 1 }) == true {
        report.skip("its extension tells no kind of content: name the file itself to read it as text")
        statistics.record(uri: uri, ending: .skipped(reason: ""), at: moment)
        continue
      }
      let bytes = 800 + Int(random.next() % 8000)
      report.bytesRead += bytes
      let unit = Int64(seconds * 1e9 * 1.8 / Double(count) / 100)
      var steps = [4, 9, 52, 22, 6, 3].map { Int64($0) * unit * (60 + Int64(random.next() % 80)) / 100 }
      var ending = InputEnding.delivered(outputs: 2)
      if failsEvery.map({ index % $0 == $0 - 1 }) == true {
        var failure = reasons[report.counts.quarantined % reasons.count]
        if report.counts.quarantined % 12 == 0 {
          failure = DocumentFailure(.reading, ReadError.binary(byte: 0x01, offset: index * 17))
        }
        uri = hostileNames[report.counts.quarantined % hostileNames.count]
        ending = .quarantined(failure)
        steps = failure.place == .reading ? [] : Array(steps.prefix(4))
        report.counts.quarantined += 1
      } else {
        report.counts.delivered += 1
        report.outputs += 2
      }
      statistics.record(
        uri: uri, ending: ending, readNanoseconds: 3 * unit, stepNanoseconds: steps, deliveryNanoseconds: 2 * unit,
        bytesRead: bytes, warningCodes: index % 50 == 3 ? ["guessed-charset"] : [], at: moment)
    }
    report.counts.notRun = setting.inputs - report.counts.ended
    report.ending = ending
    statistics.report = report
    statistics.elapsed = .seconds(seconds)
    statistics.memory.ofProcess = 118_423_552
    return statistics
  }
}

private struct Words: Error, CustomStringConvertible {
  let description: String
  init(_ words: String) { description = words }
}

extension RunReport {
  fileprivate mutating func skip(_ reason: String) {
    counts.skipped += 1
    if skipReasons.isEmpty { skipReasons.append((reason, 0)) }
    skipReasons[0].count += 1
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String {
    String(repeating: "0", count: max(0, count - utf8.count)) + self
  }
}

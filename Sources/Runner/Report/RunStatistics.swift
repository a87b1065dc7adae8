internal import Pages
internal import StageKit

/// What a run was like: how fast, where the time went, what failed. Times are in it, so it is never part of an output.
///
/// It takes the same memory after a million documents as after a thousand.
public struct RunStatistics: Sendable {
  public let setting: RunSetting
  /// The counts and the ending; those of the time when it was last brought up to date.
  public internal(set) var report = RunReport()
  /// How long the run has taken.
  public internal(set) var elapsed = Duration.zero
  /// Documents, failures and bytes over time.
  public private(set) var timeline = Timeline()
  /// The time that documents spent at each place of their way, as `setting.places` names them.
  public private(set) var placeTimes: [TimeHistogram]
  /// The time that whole documents took.
  public private(set) var documentTimes = TimeHistogram()
  /// The documents that took longest.
  public private(set) var slowest = SlowestDocuments()
  public private(set) var errors = ErrorKinds()
  /// The codes of documents' warnings, with how many there were.
  public private(set) var warnings = CountedNames(limit: 50)
  public internal(set) var memory = PeakMemory()

  public init(_ setting: RunSetting) {
    self.setting = setting
    placeTimes = Array(repeating: TimeHistogram(), count: setting.places.count)
  }

  /// Takes in one input's end, `moment` after the start of the run.
  public mutating func record(_ ended: EndedInput, at moment: Duration) {
    record(
      uri: ended.input.uri, ending: ended.ending, readNanoseconds: ended.readNanoseconds,
      stepNanoseconds: ended.stepNanoseconds, deliveryNanoseconds: ended.deliveryNanoseconds,
      bytesRead: ended.bytesRead, warningCodes: ended.warningCodes, at: moment)
  }

  mutating func record(
    uri: String, ending: InputEnding, readNanoseconds: Int64 = 0, stepNanoseconds: [Int64] = [],
    deliveryNanoseconds: Int64 = 0, bytesRead: Int = 0, warningCodes: [String] = [], at moment: Duration
  ) {
    elapsed = max(elapsed, moment)
    var hasFailed = false
    if case .quarantined(let failure) = ending {
      hasFailed = true
      errors.record(failure, uri: uri)
    }
    timeline.record(bytes: bytesRead, hasFailed: hasFailed, at: moment)
    for code in warningCodes { warnings.record(code) }

    var total: Int64 = 0
    var longest: (place: Int, nanoseconds: Int64) = (0, 0)
    func spend(_ nanoseconds: Int64, at place: Int, _ times: inout [TimeHistogram]) {
      guard nanoseconds > 0, times.indices.contains(place) else { return }
      times[place].record(nanoseconds)
      total += nanoseconds
      if nanoseconds > longest.nanoseconds { longest = (place, nanoseconds) }
    }
    spend(readNanoseconds, at: 0, &placeTimes)
    for (index, nanoseconds) in stepNanoseconds.enumerated() { spend(nanoseconds, at: index + 1, &placeTimes) }
    spend(deliveryNanoseconds, at: placeTimes.count - 1, &placeTimes)
    guard total > 0 else { return }
    documentTimes.record(total)
    slowest.record(
      SlowDocument(
        uri: uri, nanoseconds: total, slowestPlace: longest.place, placeNanoseconds: longest.nanoseconds,
        bytesRead: bytesRead))
  }

  /// Brings the counts and the memory up to date.
  mutating func update(_ report: RunReport, at moment: Duration) {
    self.report = report
    elapsed = max(elapsed, moment)
    memory = PeakMemory.now
  }

  /// The share of the time in which workers had a document in hand, from 0 to 1.
  var busyShare: Double {
    let available = elapsed.inSeconds * Double(max(1, min(setting.jobs, report.counts.total)))
    return available > 0 ? min(1, documentTimes.totalSeconds / available) : 0
  }

  var documentsPerSecond: Double { Double(report.counts.ended) / max(elapsed.inSeconds, 1e-6) }
  var bytesPerSecond: Double { Double(report.bytesRead) / max(elapsed.inSeconds, 1e-6) }
}

/// What a run was asked to do.
public struct RunSetting: Sendable {
  public let pipeline: String
  /// The stages in order.
  public let steps: [StepSetting]
  /// The number of inputs.
  public let inputs: Int
  /// Files and folders that were left out of the inputs.
  public let leftOut: (hidden: Int, excluded: Int)
  public let jobs: Int
  /// The folder of the outputs, or `nil` where they go to a stream.
  public let output: String?
  /// When the run began, in seconds since 1970.
  public let started: Int
  /// The program's version.
  public let version: String
  /// The places of a document's way, each with a name of its own: reading, the stages, delivery.
  public let places: [String]

  public struct StepSetting: Hashable, Sendable {
    public let stage: String
    public let version: String
    /// `sha256:` and the hexadecimal digest of the resolved options.
    public let options: String
  }

  public init(
    _ pipeline: Pipeline, inputs: InputList, jobs: Int, output: String?, started: Int
  ) {
    self.init(
      pipeline: pipeline.name,
      steps: pipeline.steps.map {
        StepSetting(stage: $0.contract.name, version: "\($0.contract.version)", options: $0.optionsFingerprint)
      },
      inputs: inputs.count, leftOut: (inputs.hiddenCount, inputs.excludedCount), jobs: jobs, output: output,
      started: started, version: "\(Plugin.kitVersion)")
  }

  init(
    pipeline: String, steps: [StepSetting], inputs: Int, leftOut: (hidden: Int, excluded: Int) = (0, 0), jobs: Int,
    output: String?, started: Int, version: String
  ) {
    self.pipeline = pipeline
    self.steps = steps
    self.inputs = inputs
    self.leftOut = leftOut
    self.jobs = jobs
    self.output = output
    self.started = started
    self.version = version
    var places = ["reading"]
    for step in steps {
      let count = places.count { $0 == step.stage || $0.hasPrefix("\(step.stage) #") }
      places.append(count == 0 ? step.stage : "\(step.stage) #\(count + 1)")
    }
    self.places = places + ["delivery"]
  }
}

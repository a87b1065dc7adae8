internal import DocumentModel
internal import Glibc
internal import JSON
public import Runner
internal import StageKit

/// Runs test files: makes the pipelines that their cases name, takes the inputs through, compares.
public struct TestRun {
  private let registry: StageRegistry
  private let settings: Settings
  private let pipelines: TestPipelines

  /// How tests are run.
  public struct Settings: Sendable {
    /// Whether snapshots are written as they are found.
    public var recordsSnapshots = false
    /// Words, one of which has to be in the name of a case or in the path of its file; empty for all cases.
    public var filter: [String] = []
    /// Where the stages run.
    public var isolation = RunSettings.Isolation.process(maximumMemory: RunSettings.Isolation.defaultMemory)
    /// Environment variables, of which only those that a pipeline's parameter declares are looked at.
    public var environment: [String: String] = [:]

    public init() {}
  }

  public init(_ registry: StageRegistry, settings: Settings = Settings()) {
    self.registry = registry
    self.settings = settings
    pipelines = TestPipelines(PipelineLoader(registry: registry), environment: settings.environment)
  }

  /// Runs the cases of `files`.
  ///
  /// - Parameter finished: told of each file when its cases have run.
  /// - Throws: everything that keeps cases from running, of all files at once; then none has run.
  public func callAsFunction(
    _ files: [TestFile], finished: (TestReport.File) -> Void = { _ in }
  ) throws(PipelineProblems) -> TestReport {
    let planned = try plan(files)
    var report = TestReport()
    for (file, cases) in planned where !cases.isEmpty {
      var results: [TestReport.Result] = []
      for planned in cases { results.append(result(of: planned, in: file)) }
      let done = TestReport.File(path: file.path, results: results)
      report.files.append(done)
      finished(done)
    }
    report.staleSnapshots = settings.filter.isEmpty ? files.flatMap(\.staleSnapshots) : []
    return report
  }

  /// Finds everything that keeps cases of `files` from running, without running any.
  public func check(_ files: [TestFile]) throws(PipelineProblems) { _ = try plan(files) }

  /// What is tested of the pipelines that `files` are about, whatever is filtered.
  public func coverage(of files: [TestFile], pipelinesBeside paths: [String]) -> Coverage {
    Coverage(of: files.flatMap { $0.cases.filter { $0.skipReason == nil } }, pipelines, beside: paths)
  }

  // MARK: - Planning

  private struct Planned {
    let test: TestCase
    /// `nil` where the case is not run, or expects that it can't be made.
    let pipeline: Pipeline?
    /// Why the pipeline can't be made, where the case expects a failure.
    var problem: String?
  }

  private func plan(_ files: [TestFile]) throws(PipelineProblems) -> [(TestFile, [Planned])] {
    var problems: [PipelineProblem] = []
    var planned: [(TestFile, [Planned])] = []
    for file in files {
      planned.append((file, file.cases.filter { isChosen($0, in: file) }.compactMap { plan($0, &problems) }))
    }
    guard problems.isEmpty else { throw PipelineProblems(inFileOrder: problems.unique) }
    return planned
  }

  private func isChosen(_ test: TestCase, in file: TestFile) -> Bool {
    settings.filter.isEmpty
      || settings.filter.contains { word in
        test.name.lowercased().contains(word.lowercased()) || file.path.contains(word)
      }
  }

  private func plan(_ test: TestCase, _ problems: inout [PipelineProblem]) -> Planned? {
    if test.skipReason != nil { return Planned(test: test, pipeline: nil) }
    if case .file(let path) = test.input, access(path.resolved, R_OK) != 0 {
      problems.append(
        PipelineProblem(.unreadable(file: path.resolved, reason: String(cString: strerror(errno))), at: path.origin))
    }
    do throws(PipelineProblems) {
      return Planned(test: test, pipeline: try pipelines.pipeline(for: test.subject))
    } catch {
      guard test.expectsError else {
        problems += error.problems
        return nil
      }
      return Planned(test: test, pipeline: nil, problem: error.problems.map(\.message).joined(separator: "; "))
    }
  }

  // MARK: - Running

  private func result(of planned: Planned, in file: TestFile) -> TestReport.Result {
    let test = planned.test
    var result = TestReport.Result(name: test.name, place: test.origin.place())
    result.skipReason = test.skipReason
    guard test.skipReason == nil else { return result }
    let start = MonotonicClock.nanoseconds
    defer { result.nanoseconds = MonotonicClock.nanoseconds - start }
    guard let pipeline = planned.pipeline else {
      result.failures = test.failures(for: planned.problem ?? "")
      return result
    }
    switch outcome(of: test, pipeline) {
    case .success(.finished(let document, let outputs)):
      let check = ExpectationCheck(document, outputs: outputs)
      result.failures = test.expectations.flatMap { check.failures(of: $0) }
      if let request = test.snapshot { compare(document, outputs, request, of: test, in: file, &result) }
    case .success(.failed(let failure)): result.failures = test.failures(for: failure.description)
    case .success(.filtered): result.failures = test.failures(for: "a stage takes the document out of the run")
    case .success(.skipped(let reason)): result.failures = test.failures(for: "the input is not read: \(reason)")
    case .success(.notRun(let reason)): result.failures = test.failures(for: reason)
    case .failure(let error): result.failures = test.failures(for: "\(error)")
    }
    return result
  }

  private func outcome(of test: TestCase, _ pipeline: Pipeline) -> Result<PipelineTrial.Outcome, any Error> {
    Result {
      var runSettings = RunSettings()
      runSettings.checksContracts = true
      runSettings.isolation = settings.isolation
      let trial = try PipelineTrial(pipeline, settings: runSettings)
      switch test.input {
      case .document(let document): return trial(document)
      case .file(let path): return try trial(fileAt: path.resolved, as: path.value)
      }
    }
  }

  // MARK: - Snapshots

  private func compare(
    _ document: Document, _ outputs: [Artifact], _ request: Sourced<SnapshotRequest>, of test: TestCase,
    in file: TestFile, _ result: inout TestReport.Result
  ) {
    let place = request.origin.place()
    guard document.text.utf8.count <= Snapshot.largestText else {
      let size = "\(document.text.utf8.count) bytes"
      return result.failures.append(
        TestFailure("a text that a person can read, at most \(Snapshot.largestText) bytes", found: size, at: place))
    }
    let path = file.snapshotPath(of: test)
    let found = Snapshot(document, outputs: request.value.keepsOutputs ? outputs : []).text
    let recorded = (try? Resources().bytes(of: path)).map { String(decoding: $0, as: UTF8.self) }
    if let recorded, recorded.isIdentical(to: found) { return }
    if recorded != nil, !settings.recordsSnapshots {
      let details = SnapshotComparison(recorded: recorded ?? "", found: found, document).details
      return result.failures.append(
        TestFailure(
          "what the snapshot '\(path)' says", found: "another document (- recorded, + found)",
          details: details + ["if that is right, --record writes it anew"], at: place))
    }
    do {
      try OutputFile.replace(path, with: Array(found.utf8))
      result.recordedSnapshot = path
      guard !settings.recordsSnapshots else { return }
      result.failures.append(
        TestFailure(
          "a snapshot that somebody has read", found: "there was none",
          details: ["it is in '\(path)' now: read it, then run again"], at: place))
    } catch {
      result.failures.append(
        TestFailure("a snapshot", found: "it can't be written to '\(path)': \(error.reason)", at: place))
    }
  }
}

extension TestCase {
  /// What is to be said where the document fails, in `words`.
  func failures(for words: String) -> [TestFailure] {
    let errors = expectations.filter { if case .error = $0.value { true } else { false } }
    guard !errors.isEmpty else {
      return [TestFailure("that the document goes through", found: words, at: origin.place())]
    }
    return errors.compactMap { expected in
      guard case .error(let pattern) = expected.value else { return nil }
      let conditions = pattern.object ?? (pattern.string.map { ["contains": .string($0)] } ?? [:])
      guard !Pattern.holds(conditions, of: .string(words)) else { return nil }
      return TestFailure("the error \(pattern.brief)", found: words, at: expected.origin.place())
    }
  }
}

extension TestFile {
  func snapshotPath(of test: TestCase) -> String { "\(snapshotFolder)/\(Snapshot.slug(of: test.name)).txt" }

  /// Snapshots in the file's folder of them that no case has any more.
  var staleSnapshots: [String] {
    guard let directory = opendir(snapshotFolder) else { return [] }
    defer { closedir(directory) }
    let wanted = Set(cases.filter { $0.snapshot != nil }.map { "\(Snapshot.slug(of: $0.name)).txt" })
    var stale: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".txt"), !wanted.contains(name) { stale.append("\(snapshotFolder)/\(name)") }
    }
    return stale.sorted()
  }
}

extension [PipelineProblem] {
  /// Each problem once: cases share pipelines.
  fileprivate var unique: [PipelineProblem] {
    var seen: Set<PipelineProblem> = []
    return filter { seen.insert($0).inserted }
  }
}

/// A clock that nobody sets.
enum MonotonicClock {
  static var nanoseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

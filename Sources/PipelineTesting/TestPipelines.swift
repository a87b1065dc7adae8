internal import JSON
internal import Runner
internal import Synchronization

/// The pipelines that cases run, each made once: stages load models.
final class TestPipelines: Sendable {
  let loader: PipelineLoader
  private let environment: [String: String]
  private let made = Mutex<[String: Result<Pipeline, PipelineProblems>]>([:])

  init(_ loader: PipelineLoader, environment: [String: String]) {
    self.loader = loader
    self.environment = environment
  }

  /// The pipeline, or the part of one, that `subject` names.
  func pipeline(for subject: Subject) throws(PipelineProblems) -> Pipeline {
    switch subject {
    case .stage(let stage, let options):
      // Paths in options start from the test file's folder.
      let key = "stage \(stage.origin.folder) \(stage.value) \((options?.value).map { JSON.object($0).text() } ?? "")"
      return try once(key) { () throws(PipelineProblems) in try loader.load(stage: stage, options: options) }
    case .stages(let entries, let origin):
      let key = "stages \(origin.folder) \(JSON.array(entries).text())"
      return try once(key) { () throws(PipelineProblems) in
        try loader.load(stages: entries, at: origin, named: "stages")
      }
    case .pipeline(let part): return try self.part(part)
    }
  }

  private func part(_ part: PipelinePart) throws(PipelineProblems) -> Pipeline {
    let arguments = PipelineLoader.Arguments(
      settings: part.settings, parameters: part.parameters, environment: environment,
      slice: PipelineSlice(from: part.from?.value, until: part.until?.value))
    let key =
      "file \(part.path.resolved) \(part.settings) \(part.parameters) \(part.from?.value ?? "") … \(part.until?.value ?? "")"
    do {
      return try once(key) { () throws(PipelineProblems) in try loader.load(part.path.resolved, arguments) }
    } catch {
      throw PipelineProblems(inFileOrder: error.problems.map(part.placed))
    }
  }

  private func once(
    _ key: String, _ make: () throws(PipelineProblems) -> Pipeline
  ) throws(PipelineProblems) -> Pipeline {
    if let known = made.withLock({ $0[key] }) { return try known.get() }
    let result: Result<Pipeline, PipelineProblems>
    do throws(PipelineProblems) {
      result = .success(try make())
    } catch {
      result = .failure(error)
    }
    made.withLock { $0[key] = result }
    return try result.get()
  }
}

extension PipelinePart {
  /// `problem` with the place in the test file, where it is about what stands there.
  fileprivate func placed(_ problem: PipelineProblem) -> PipelineProblem {
    guard problem.place == nil else { return problem }
    let origin: Origin =
      switch problem.path.prefix(6) {
      case "--from": from?.origin ?? path.origin
      case "--unti": until?.origin ?? path.origin
      default: path.origin
      }
    let isAboutSlice = problem.path.hasPrefix("--from") || problem.path.hasPrefix("--until")
    let message = problem.path.isEmpty || isAboutSlice ? problem.message : "\(problem.path): \(problem.message)"
    return PipelineProblem(isAboutSlice ? problem.kind : .refused(message), at: origin)
  }
}

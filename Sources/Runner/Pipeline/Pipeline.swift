internal import DocumentModel
public import StageKit

/// A checked pipeline: its stages created, ready to process documents.
public struct Pipeline: Sendable {
  /// The name that the file gives it, or the file's own.
  public let name: String
  /// What a document goes through, in order.
  public let steps: [Step]
  /// How long all steps together may take on a document, its reading included; `nil` for any time.
  public let timeout: Duration?
  /// How many inputs may fail before the run ends; `nil` for any number.
  public let maximumErrors: MaximumErrors?
  /// The steps that it has been taken out of, before its own; empty for a whole pipeline.
  public let stepsBefore: [Step]
  /// What is hardly meant as it is, and keeps nothing from running.
  public internal(set) var warnings: [PipelineProblem] = []
  /// The places of steps that are run each on a copy of what those before have made; empty where all follow each other.
  var branches: [Range<Int>] = []

  public init(
    name: String, steps: [Step], timeout: Duration? = nil, maximumErrors: MaximumErrors? = nil,
    stepsBefore: [Step] = []
  ) {
    self.name = name
    self.steps = steps
    self.timeout = timeout
    self.maximumErrors = maximumErrors
    self.stepsBefore = stepsBefore
  }

  /// The steps at `places` as a pipeline of their own, whose documents bring along what the steps before provide.
  public func steps(at places: ClosedRange<Int>) -> Pipeline {
    Pipeline(
      name: name, steps: Array(steps[places]), timeout: timeout, maximumErrors: maximumErrors,
      stepsBefore: stepsBefore + steps[..<places.lowerBound])
  }

  /// This pipeline without the stages that make outputs.
  public var withoutRenderers: Pipeline {
    Pipeline(
      name: name, steps: steps.filter { !($0.stage is any Renderer) }, timeout: timeout, maximumErrors: maximumErrors,
      stepsBefore: stepsBefore)
  }

  /// The stage that provides `layer` and is not run, because the pipeline begins after it.
  func providerBefore(of layer: Layer) -> String? {
    stepsBefore.last { $0.contract.provides.contains(layer) }?.contract.name
  }
}

/// One stage's place in a pipeline.
public struct Step: Sendable {
  public let stage: any Stage
  /// The stage's contract with the options that it has here.
  public let contract: Contract
  /// `sha256:` and the hexadecimal digest of the resolved options.
  public let optionsFingerprint: String
  /// The path of the plugin's library; `nil` for a stage of the program or test itself.
  public let library: String?
  /// What a document must be for the stage to run on it.
  public let condition: Condition
  /// What becomes of a document on which the stage fails.
  public let onError: OnError
  /// How long the stage may take on a document; `nil` for any time. Kept only where workers are processes.
  public let timeout: Duration?
  /// How many times the stage is tried again on a document on which it failed.
  public let retries: Int

  static let retryBounds = 0...100
  /// In seconds.
  static let timeoutBounds = 0.001...1e6

  public init(
    stage: any Stage, optionsFingerprint: String, library: String? = nil, condition: Condition = .always,
    onError: OnError = .quarantine, timeout: Duration? = nil, retries: Int = 0
  ) {
    self.stage = stage
    self.contract = stage.contract
    self.optionsFingerprint = optionsFingerprint
    self.library = library
    self.condition = condition
    self.onError = onError
    self.timeout = timeout
    self.retries = retries
  }
}

/// What becomes of a document on which a stage fails.
public enum OnError: String, Hashable, Sendable, CaseIterable {
  /// It leaves the run, named with its error; the others go on.
  case quarantine
  /// It goes on to the next stage as it was before this one, marked in its trace.
  case skipStage = "skip-stage"
  /// The run ends.
  case stop
}

internal import JSON
internal import StageKit

/// Two pipelines as one: the stages that both begin with, and then, each on a document of its own, the rest of the first and
/// the rest of the second. Stages that make outputs are left out.
public struct PipelineFork: Sendable {
  /// What a run takes: the common steps, the first's own, the second's own.
  public let pipeline: Pipeline
  /// The places of the steps that both begin with.
  public let common: Range<Int>
  /// The places of the first's own steps.
  public let first: Range<Int>
  /// The places of the second's own steps.
  public let second: Range<Int>

  /// Steps are common as long as stage, build, options, condition and what is done about failures are the same.
  ///
  /// - Throws: `PluginError` where a plugin's library can't be read any more, `BatchStageInBranch`.
  public init(_ first: Pipeline, _ second: Pipeline) throws {
    let (first, second) = (first.withoutRenderers, second.withoutRenderers)
    var count = 0
    for (one, other) in zip(first.steps, second.steps) {
      guard try one.fingerprint == other.fingerprint, one.timeout == other.timeout, one.retries == other.retries else {
        break
      }
      count += 1
    }
    common = 0..<count
    self.first = count..<first.steps.count
    self.second = first.steps.count..<first.steps.count + second.steps.count - count
    if let step = (first.steps[count...] + second.steps[count...]).first(where: { $0.stage is any BatchStage }) {
      throw BatchStageInBranch(stage: step.contract.name)
    }
    let timeout = first.timeout.flatMap { one in second.timeout.map { one + $0 } }
    var pipeline = Pipeline(
      name: first.name, steps: first.steps + second.steps[count...], timeout: timeout, stepsBefore: first.stepsBefore)
    pipeline.branches = [self.first, self.second]
    self.pipeline = pipeline
  }
}

/// A stage that decides about all documents together is not one of those that both pipelines begin with.
public struct BatchStageInBranch: Error, CustomStringConvertible {
  public let stage: String

  public var description: String {
    "stage '\(stage)' decides about all documents together, and the pipelines differ there or before: run each into a folder "
      + "of its own, and compare the folders"
  }
}

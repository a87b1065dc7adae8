internal import DocumentModel
internal import JSON
internal import StageKit

/// The pass over all inputs before a run whose pipeline has a batch stage: it brings each document to that stage, gathers
/// what the stage wants to know, and has it decide.
///
/// It is a run itself, of the stages before and one that renders what is gathered, with the same workers, time limits and
/// isolation. A document that fails on this way fails on it in the run proper too, and is told of there.
final class Gathering: Sendable {
  private let run: Run
  private let stage: any BatchStage

  /// `nil` where the pipeline has no batch stage, or the inputs have been decided about.
  ///
  /// - Throws: `InputReadOnce` where an input can't be read a second time.
  init?(for pipeline: Pipeline, on inputs: InputList, settings: RunSettings) throws {
    guard inputs.decisions == nil, let index = pipeline.batchStep,
      let stage = pipeline.steps[index].stage as? any BatchStage
    else { return nil }
    if let uri = inputs.firstReadOnce { throw InputReadOnce(uri: uri, stage: stage.contract.name) }
    self.stage = stage
    var settings = settings
    (settings.cacheFolder, settings.capture, settings.documentForm) = (nil, nil, nil)
    settings.maximumErrors = nil
    let before = pipeline.steps[..<index].filter { !($0.stage is any Renderer) }.map { $0.quarantining }
    run = try Run(
      Pipeline(
        name: pipeline.name, steps: before + [pipeline.steps[index].gathering(by: stage)], timeout: pipeline.timeout),
      on: inputs, settings: settings)
  }

  /// Gathers and decides. Where `stop` is raised amid it, what is decided is of no use: the run proper will stop as well.
  func decisions(stop: StopFlag) -> BatchDecisions {
    let delivery = GatheringDelivery()
    _ = run.start(into: delivery, stop: stop)
    var decisions = BatchDecisions(by: stage.contract.name)
    for (index, decision) in stage.decide(delivery.batch) {
      decisions.set(decision, at: Int(delivery.positions[index]))
    }
    for position in delivery.failed { decisions.set(["not-compared": true], at: position) }
    return decisions
  }
}

/// An input of a batch that can't be read a second time.
public struct InputReadOnce: Error, CustomStringConvertible {
  let uri: String
  let stage: String

  public var description: String {
    "'\(uri)' can be read only once, and '\(stage)' looks at all inputs before the first is taken through the pipeline: "
      + "name files or folders, or leave '\(stage)' out"
  }
}

extension InputList {
  /// These inputs with what the pipeline's batch stage decides about each; as they are where it has none.
  ///
  /// A run finds this out by itself; this is for who wants to know what a run would do.
  public func decided(for pipeline: Pipeline, settings: RunSettings, stop: StopFlag = StopFlag()) throws -> InputList {
    guard let gathering = try Gathering(for: pipeline, on: self, settings: settings) else { return self }
    var inputs = self
    inputs.decisions = gathering.decisions(stop: stop)
    return inputs
  }
}

extension Pipeline {
  /// The index of the step whose results depend on the whole batch.
  var batchStep: Int? { steps.firstIndex { $0.stage is any BatchStage } }
}

extension Step {
  /// This step without a way to end the run.
  fileprivate var quarantining: Step {
    Step(
      stage: stage, optionsFingerprint: optionsFingerprint, library: library, condition: condition,
      onError: onError == .stop ? .quarantine : onError, timeout: timeout, retries: retries)
  }

  fileprivate func gathering(by stage: any BatchStage) -> Step {
    Step(
      stage: GatheringRenderer(stage), optionsFingerprint: optionsFingerprint, library: library, condition: condition,
      timeout: timeout, retries: retries)
  }
}

/// Renders what a batch stage wants to know of a document.
private struct GatheringRenderer: Renderer {
  static let contract = Contract("gather", version: "1.0.0", summary: "Gathers what a batch stage wants to know.")
  private let stage: any BatchStage

  /// The name is the stage's: it is to blame.
  var contract: Contract {
    var contract = Contract(stage.contract.name, version: stage.contract.version, summary: stage.contract.summary)
    (contract.requires, contract.languages) = (stage.contract.requires, stage.contract.languages)
    return contract
  }

  init(_ stage: any BatchStage) { self.stage = stage }

  init(options: NoOptions, resources: Resources) throws { throw StageFailure("made for a batch stage only") }

  func plannedName(for document: Document) -> String? { nil }

  func render(_ document: Document) throws -> Artifact { Artifact(name: "", bytes: try stage.gather(document)) }
}

/// Takes what was gathered, in input order.
private final class GatheringDelivery: Delivery {
  private(set) var batch = GatheredBatch()
  /// The inputs' positions, by the index in the batch.
  private(set) var positions: [UInt32] = []
  private(set) var failed: [Int] = []

  func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    guard let output = delivered.outputs.first, let position = UInt32(exactly: processed.input.position) else { return }
    batch.append(id: processed.documentID ?? processed.input.id, output.artifact.bytes)
    positions.append(position)
  }

  func note(_ ending: InputEnding, of processed: ProcessedInput) throws(DeliveryError) {
    if case .quarantined = ending { failed.append(processed.input.position) }
  }

  func finish(_ report: RunReport) throws(DeliveryError) {}
  func abandon() -> (documents: Int, outputs: Int) { (0, 0) }
}

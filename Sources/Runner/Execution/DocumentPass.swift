internal import DocumentModel
internal import StageKit

/// One document's way from its file through all steps.
struct DocumentPass: Sendable {
  private let reader: DocumentReader
  private let steps: [PlannedStep]
  private let checksContracts: Bool
  private let rendersOutputs: Bool

  init(pipeline: Pipeline, reader: DocumentReader, checksContracts: Bool) {
    self.reader = reader
    self.checksContracts = checksContracts
    steps = pipeline.steps.map(PlannedStep.init)
    rendersOutputs = steps.contains { $0.renderer != nil }
  }

  /// A step with what would take too long to find out for each document.
  private struct PlannedStep: Sendable {
    let step: Step
    let renderer: (any Renderer)?
    let requires: [Layer]
    let trace: TraceEntry

    init(_ step: Step) {
      self.step = step
      renderer = step.stage as? any Renderer
      requires = step.contract.requires.sorted()
      trace = TraceEntry(
        stage: step.contract.name, version: step.contract.version, options: step.optionsFingerprint)
    }
  }

  /// Reads `input` and runs every step on it.
  func callAsFunction(_ input: Input) -> ProcessedInput {
    if let reason = input.skipReason { return ProcessedInput(input, .skipped(reason: reason)) }
    var document: Document
    do {
      document = try reader.document(of: input)
    } catch {
      return ProcessedInput(input, .failed(DocumentFailure(.reading, error), endsRun: false))
    }
    var result = ProcessedInput(input, .processed(Delivered()))
    result.bytesRead = document.source.byteCount ?? 0
    result.outcome = run(&document)
    return result
  }

  private func run(_ document: inout Document) -> ProcessedInput.Outcome {
    var outputs: [Delivered.Output] = []
    var failedRenderer: DocumentFailure?
    for planned in steps {
      let step = planned.step
      guard step.condition.holds(for: document) else {
        document.trace.append(planned.trace.skipped("when does not hold"))
        continue
      }
      let before = step.onError == .skipStage || checksContracts ? document : nil
      do {
        // The loader knows the order of the steps, but not which of them this document made them skip.
        if let layer = planned.requires.first(where: { !document.has($0) }) { throw MissingLayer(layer: layer) }
        if !step.contract.rewritesText, document.isMarkup { throw UnreadMarkup(mediaType: document.source.mediaType) }
        if let renderer = planned.renderer {
          outputs.append(Delivered.Output(renderer: renderer, artifact: try renderer.render(document)))
        } else {
          try step.stage.process(&document)
          if checksContracts, let before { try step.contract.check(from: before, to: document) }
        }
        document.trace.append(planned.trace)
      } catch {
        let failure = DocumentFailure(.stage(planned.trace.stage), error)
        guard step.onError == .skipStage, let before else {
          return .failed(failure, endsRun: step.onError == .stop)
        }
        document = before
        document.trace.append(planned.trace.skipped("failed: \(failure.reason)"))
        document.diagnostics.append(
          Diagnostic(.warning, code: "stage-failed", failure.reason, by: planned.trace.stage))
        if planned.renderer != nil { failedRenderer = failure }
      }
    }
    guard rendersOutputs else { return .processed(Delivered(document: document)) }
    if outputs.isEmpty {
      // Nothing to deliver is no delivery, whatever the steps were asked to put up with.
      return failedRenderer.map { .failed($0, endsRun: false) } ?? .filtered
    }
    return .processed(Delivered(outputs: outputs))
  }
}

extension TraceEntry {
  fileprivate func skipped(_ reason: String) -> TraceEntry {
    var entry = self
    entry.skipped = reason
    return entry
  }
}

extension Contract {
  fileprivate func check(from before: Document, to after: Document) throws(BrokenContract) {
    let violations = violations(from: before, to: after)
    guard violations.isEmpty else { throw BrokenContract(violations: violations) }
  }
}

/// What a stage did that its contract does not allow.
private struct BrokenContract: Error, CustomStringConvertible {
  let violations: [String]
  var description: String { "breaks its contract: \(violations.joined(separator: "; "))" }
}

/// A stage that reads text was handed a page with its tags.
private struct UnreadMarkup: Error, CustomStringConvertible {
  let mediaType: String?
  var description: String {
    "the text is \(mediaType ?? "markup") as it was read, and no stage has taken the article out of it; "
      + "put 'clean' before this one"
  }
}

/// A layer that a stage requires is not there, because the stage that provides it was skipped on this document.
private struct MissingLayer: Error, CustomStringConvertible {
  let layer: Layer
  var description: String {
    "requires \(layer), and the stage that provides it was skipped on this document; give both the same 'when'"
  }
}

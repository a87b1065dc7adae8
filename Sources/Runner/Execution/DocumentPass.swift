internal import DocumentModel
internal import JSON
internal import StageKit

/// One document's way from its file through all steps, in this process.
struct DocumentPass: DocumentProcessor, Sendable {
  private let pipeline: Pipeline
  private let reader: DocumentReader
  private let steps: [PlannedStep]
  private let checksContracts: Bool
  private let rendersOutputs: Bool
  private let documentForm: DocumentForm?
  private let cache: StageCaching?
  private let capture: CaptureWriter?
  /// The stage that takes what was decided about the document among the others.
  private let batchStage: String?

  /// - Parameter documentForm: how a document is handed over where no renderer makes outputs of it; `nil` for itself.
  init(
    pipeline: Pipeline, reader: DocumentReader, checksContracts: Bool, documentForm: DocumentForm?,
    cache: StageCaching? = nil, capture: CaptureWriter? = nil
  ) {
    self.pipeline = pipeline
    self.reader = reader
    self.checksContracts = checksContracts
    self.documentForm = documentForm
    self.cache = cache
    self.capture = capture
    batchStage = pipeline.batchStep.map { pipeline.steps[$0].contract.name }
    steps = pipeline.steps.map(PlannedStep.init)
    rendersOutputs = steps.contains { $0.renderer != nil }
  }

  /// A step with what would take too long to find out for each document.
  private struct PlannedStep: Sendable {
    let step: Step
    let renderer: (any Renderer)?
    let requires: [Layer]
    /// Whether the pipeline names the languages itself, which goes before what the stage says.
    let servesAnyLanguage: Bool
    let trace: TraceEntry

    init(_ step: Step) {
      self.step = step
      renderer = step.stage as? any Renderer
      requires = step.contract.requires.sorted()
      servesAnyLanguage = step.contract.languages.isEmpty || !step.condition.languages.isEmpty
      trace = TraceEntry(
        stage: step.contract.name, version: step.contract.version, options: step.optionsFingerprint)
    }
  }

  func callAsFunction(_ input: Input) -> ProcessedInput { callAsFunction(input, after: StepHistory(), tellingOf: nil) }

  /// Reads `input` and runs every step on it.
  ///
  /// - Parameters:
  ///   - history: what came of its steps in processes that have ended.
  ///   - slot: where it is noted which step is being run.
  func callAsFunction(_ input: Input, after history: StepHistory, tellingOf slot: WorkerSlot?) -> ProcessedInput {
    if let reason = input.skipReason { return ProcessedInput(input, .skipped(reason: reason)) }
    var result = ProcessedInput(input, .filtered)
    let start = MonotonicTime.now
    var reading: DocumentReader.Reading
    do {
      reading = try reader.read(input)
    } catch {
      result.outcome = .failed(DocumentFailure(.reading, error), endsRun: false)
      return result
    }
    if let batchStage {
      reading.document.extensions[batchStage] = input.decision.flatMap { try? JSON(parsing: $0) }
    }
    result.readNanoseconds = MonotonicTime.now - start
    result.bytesRead = reading.byteCount
    result.documentID = reading.document.id
    result.sourceDigest = reading.digest
    result.stepNanoseconds = Array(repeating: 0, count: steps.count)
    let capture = capture.flatMap { $0.chooses(reading.document, of: input) ? $0 : nil }
    // What is captured is taken through all steps: the cache knows the document before one of them.
    let keys = capture == nil ? cache?.keys.keys(of: reading.document, digest: reading.digest) : nil
    if let keys, let (document, step) = cache?.stored?.latest(of: keys) {
      (reading.document, result.firstStep) = (document, step)
    }
    result.outcome = run(&reading.document, keys, capture, history, slot, &result)
    for diagnostic in reading.document.diagnostics where diagnostic.severity != .note {
      result.warningCodes.append(diagnostic.code)
    }
    return result
  }

  private func run(
    _ document: inout Document, _ keys: [[UInt8]]?, _ capture: CaptureWriter?, _ history: StepHistory,
    _ slot: WorkerSlot?, _ result: inout ProcessedInput
  ) -> ProcessedInput.Outcome {
    var outputs: [Delivered.Output] = []
    var failedRenderer: DocumentFailure?
    var isAsIntended = true
    for (index, planned) in steps.enumerated().dropFirst(result.firstStep) {
      if let failure = capture?.keep(document, before: index, &result) { return .failed(failure, endsRun: false) }
      if let keys, index > result.firstStep, isAsIntended, cache?.keys.boundary == index {
        result.snapshot = Snapshot(of: document, key: keys[index])
      }
      guard planned.step.condition.holds(for: document) else {
        document.trace.append(planned.trace.skipped("when does not hold"))
        continue
      }
      guard planned.servesAnyLanguage || planned.step.contract.serves(document) else {
        document.trace.append(planned.trace.skipped(planned.step.contract.reasonToPassBy(document)))
        planned.step.contract.passBy(&document)
        continue
      }
      let before = document
      let start = MonotonicTime.now
      let failure: DocumentFailure?
      do throws(FilteredDocument) {
        failure = try attempt(index, on: &document, history[index], slot, &outputs)
      } catch {
        return .filtered
      }
      result.stepNanoseconds[index] = MonotonicTime.now - start
      guard let failure else {
        document.trace.append(planned.trace)
        continue
      }
      guard planned.step.onError == .skipStage, !history[index].isFinal else {
        result.failedStep = index
        if let keys, index < keys.count, isAsIntended { result.snapshot = Snapshot(of: before, key: keys[index]) }
        result.documentBefore = before.json(.kept)
        return .failed(failure, endsRun: planned.step.onError == .stop)
      }
      document = before
      isAsIntended = false
      document.trace.append(planned.trace.skipped("failed: \(failure.reason)"))
      document.diagnostics.append(
        Diagnostic(.warning, code: "stage-failed", failure.reason, by: planned.trace.stage))
      if planned.renderer != nil { failedRenderer = failure }
    }
    if let failure = capture?.keep(document, before: steps.count, &result) { return .failed(failure, endsRun: false) }
    guard rendersOutputs else {
      guard let documentForm else { return .processed(Delivered(document: document)) }
      return .processed(Delivered(json: document.json(documentForm)))
    }
    if outputs.isEmpty {
      // Nothing to deliver is no delivery, whatever the steps were asked to put up with.
      return failedRenderer.map { .failed($0, endsRun: false) } ?? .filtered
    }
    return .processed(Delivered(outputs: outputs))
  }

  /// Runs one step until it succeeds or its attempts are used up; `document` is then left as the step left it.
  ///
  /// - Throws: `FilteredDocument` where the stage takes the document out of the run.
  private func attempt(
    _ index: Int, on document: inout Document, _ record: StepHistory.Record, _ slot: WorkerSlot?,
    _ outputs: inout [Delivered.Output]
  ) throws(FilteredDocument) -> DocumentFailure? {
    if let failure = record.failure { return failure }
    let before = document
    var attempts = record.attempts
    while true {
      attempts += 1
      slot?.enter(.step(index), attempt: attempts)
      do {
        try run(index, on: &document, before, &outputs)
        return nil
      } catch let error as FilteredDocument {
        throw error
      } catch {
        let isLast = attempts > steps[index].step.retries || error is MissingLayer
        if isLast { return DocumentFailure(.stage(steps[index].trace.stage), error, attempts: attempts) }
        document = before
      }
    }
  }

  private func run(
    _ index: Int, on document: inout Document, _ before: Document, _ outputs: inout [Delivered.Output]
  ) throws {
    let planned = steps[index]
    // The loader knows the order of the steps, but not which of them this document made them skip.
    if let layer = planned.requires.first(where: { !document.has($0) }) {
      throw MissingLayer(layer: layer, providerBefore: pipeline.providerBefore(of: layer))
    }
    if !planned.step.contract.rewritesText, document.isMarkup {
      throw UnreadMarkup(mediaType: document.source.mediaType)
    }
    if let renderer = planned.renderer {
      outputs.append(Delivered.Output(step: index, renderer: renderer, artifact: try renderer.render(document)))
      return
    }
    try planned.step.stage.process(&document)
    if checksContracts { try planned.step.contract.check(from: before, to: document) }
  }
}

extension CaptureWriter {
  /// Writes `document`, and counts the file in `result`.
  fileprivate func keep(_ document: Document, before index: Int, _ result: inout ProcessedInput) -> DocumentFailure? {
    do {
      if try write(document, before: index) { result.capturedFiles += 1 }
      return nil
    } catch {
      return DocumentFailure(.delivery, error)
    }
  }
}

extension DocumentForm {
  /// The form in which a failed document is kept: everything, on one line.
  fileprivate static let kept = DocumentForm(layout: .compact)
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

/// A layer that a stage requires is not there: the stage that provides it was skipped on this document, or is one of those
/// before the first that is run.
private struct MissingLayer: Error, CustomStringConvertible {
  let layer: Layer
  let providerBefore: String?

  var description: String {
    guard let providerBefore else {
      return "requires \(layer), and the stage that provides it was skipped on this document; give both the same 'when'"
    }
    return
      "requires \(layer), which the document does not bring along, and '\(providerBefore)', which provides them, is "
      + "not run; begin with that stage, or give a document that was captured after it"
  }
}

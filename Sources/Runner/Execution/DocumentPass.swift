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
  private let keepsDocuments: Bool
  private let cache: StageCaching?
  private let capture: CaptureWriter?
  /// The stage that takes what was decided about the document among the others.
  private let batchStage: String?

  /// - Parameters:
  ///   - documentForm: how a document is handed over where no renderer makes outputs of it; `nil` for itself.
  ///   - keepsDocuments: whether it is handed over in any case.
  init(
    pipeline: Pipeline, reader: DocumentReader, checksContracts: Bool, documentForm: DocumentForm?,
    keepsDocuments: Bool = false, cache: StageCaching? = nil, capture: CaptureWriter? = nil
  ) {
    self.pipeline = pipeline
    self.reader = reader
    self.checksContracts = checksContracts
    self.documentForm = documentForm
    self.keepsDocuments = keepsDocuments
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
    var journey = Journey(
      document: reading.document, keys: keys, capture: capture, history: history, slot: slot, result: result)
    journey.result.outcome = run(&journey)
    for diagnostic in journey.document.diagnostics where diagnostic.severity != .note {
      journey.result.warningCodes.append(diagnostic.code)
    }
    return journey.result
  }

  /// One document on its way, and what has come of it so far.
  private struct Journey {
    var document: Document
    /// What the document is called in the cache before each step.
    let keys: [[UInt8]]?
    let capture: CaptureWriter?
    let history: StepHistory
    let slot: WorkerSlot?
    var result: ProcessedInput
    var outputs: [Delivered.Output] = []
    var failedRenderer: DocumentFailure?
    /// Whether no step has been skipped for a failure, so that the document is what its key in the cache stands for.
    var isAsIntended = true
  }

  private func run(_ journey: inout Journey) -> ProcessedInput.Outcome {
    let stem = pipeline.branches.first?.lowerBound ?? steps.count
    if let end = run(journey.result.firstStep..<max(stem, journey.result.firstStep), &journey) { return end }
    guard pipeline.branches.isEmpty else {
      let document = journey.document
      return .processed(Delivered(branches: pipeline.branches.map { branch($0, from: document, &journey) }))
    }
    if let failure = keepCaptured(before: steps.count, &journey) { return .failed(failure, endsRun: false) }
    if keepsDocuments || !rendersOutputs {
      return .processed(
        Delivered(
          document: documentForm == nil ? journey.document : nil, json: documentForm.map { journey.document.json($0) },
          outputs: journey.outputs))
    }
    if journey.outputs.isEmpty {
      // Nothing to deliver is no delivery, whatever the steps were asked to put up with.
      return journey.failedRenderer.map { .failed($0, endsRun: false) } ?? .filtered
    }
    return .processed(Delivered(outputs: journey.outputs))
  }

  /// Runs the steps at `places`.
  ///
  /// - Returns: how the document ended there; `nil` where it goes on.
  private func run(_ places: Range<Int>, _ journey: inout Journey) -> ProcessedInput.Outcome? {
    for index in places {
      let planned = steps[index]
      if let failure = keepCaptured(before: index, &journey) { return .failed(failure, endsRun: false) }
      if let keys = journey.keys, index > journey.result.firstStep, journey.isAsIntended, cache?.keys.boundary == index
      {
        journey.result.snapshot = Snapshot(of: journey.document, key: keys[index])
      }
      guard planned.step.condition.holds(for: journey.document) else {
        journey.document.trace.append(planned.trace.skipped("when does not hold"))
        continue
      }
      guard planned.servesAnyLanguage || planned.step.contract.serves(journey.document) else {
        journey.document.trace.append(
          planned.trace.skipped(planned.step.contract.reasonToPassBy(journey.document)))
        planned.step.contract.passBy(&journey.document)
        continue
      }
      let before = journey.document
      let start = MonotonicTime.now
      let failure: DocumentFailure?
      do throws(FilteredDocument) {
        failure = try attempt(index, on: &journey)
      } catch {
        return .filtered
      }
      journey.result.stepNanoseconds[index] = MonotonicTime.now - start
      guard let failure else {
        journey.document.trace.append(planned.trace)
        continue
      }
      guard planned.step.onError == .skipStage, !journey.history[index].isFinal else {
        return end(failure, at: index, before: before, &journey)
      }
      journey.document = before
      journey.isAsIntended = false
      journey.document.trace.append(planned.trace.skipped("failed: \(failure.reason)"))
      journey.document.diagnostics.append(
        Diagnostic(.warning, code: "stage-failed", failure.reason, by: planned.trace.stage))
      if planned.renderer != nil { journey.failedRenderer = failure }
    }
    return nil
  }

  /// Notes what the step that failed was given, for those who mend it.
  private func end(
    _ failure: DocumentFailure, at index: Int, before: Document, _ journey: inout Journey
  ) -> ProcessedInput.Outcome {
    journey.result.failedStep = index
    if let keys = journey.keys, index < keys.count, journey.isAsIntended {
      journey.result.snapshot = Snapshot(of: before, key: keys[index])
    }
    journey.result.documentBefore = before.json(.kept)
    return .failed(failure, endsRun: steps[index].step.onError == .stop)
  }

  /// Runs the steps of a branch on a copy of `document`; one that fails is told beside what the others have made.
  private func branch(
    _ places: Range<Int>, from document: Document, _ journey: inout Journey
  ) -> Delivered.Branch {
    journey.document = document
    defer { (journey.result.failedStep, journey.result.documentBefore) = (nil, nil) }
    switch run(places, &journey) {
    case .failed(let failure, _): return .failed(failure)
    case nil: return .document(journey.document.json(.branch))
    default: return .filtered
    }
  }

  /// Captures the document, where it is chosen.
  private func keepCaptured(before index: Int, _ journey: inout Journey) -> DocumentFailure? {
    guard let capture = journey.capture else { return nil }
    do {
      if try capture.write(journey.document, before: index) { journey.result.capturedFiles += 1 }
      return nil
    } catch {
      return DocumentFailure(.delivery, error)
    }
  }

  /// Runs one step until it succeeds or its attempts are used up; the document is then left as the step left it.
  ///
  /// - Throws: `FilteredDocument` where the stage takes the document out of the run.
  private func attempt(_ index: Int, on journey: inout Journey) throws(FilteredDocument) -> DocumentFailure? {
    let record = journey.history[index]
    if let failure = record.failure { return failure }
    let before = journey.document
    var attempts = record.attempts
    while true {
      attempts += 1
      journey.slot?.enter(.step(index), attempt: attempts)
      do {
        try run(index, on: &journey.document, before, &journey.outputs)
        return nil
      } catch let error as FilteredDocument {
        throw error
      } catch {
        let isLast = attempts > steps[index].step.retries || error is MissingLayer
        if isLast { return DocumentFailure(.stage(steps[index].trace.stage), error, attempts: attempts) }
        journey.document = before
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

extension DocumentForm {
  /// The form in which a failed document is kept: everything, on one line.
  fileprivate static let kept = DocumentForm(layout: .compact)
  /// The form in which what a branch has made is handed over.
  fileprivate static let branch = DocumentForm(offsets: .utf8, layout: .compact, includesSourceText: false)
}

extension TraceEntry {
  fileprivate func skipped(_ reason: String) -> TraceEntry {
    var entry = self
    entry.skipped = reason
    return entry
  }
}

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

  func take(_ inputs: [Input], finish: (ProcessedInput) -> Void) {
    take(inputs, after: StepHistory(), tellingOf: nil, finish: finish)
  }

  /// Reads `inputs` and runs every step on each, on several small ones step by step.
  ///
  /// - Parameters:
  ///   - history: what came of the steps in processes that have ended.
  ///   - slot: where it is noted which step is being run.
  ///   - finish: is given what came of each, in their order.
  func take(
    _ inputs: [Input], after history: StepHistory, tellingOf slot: WorkerSlot?, finish: (ProcessedInput) -> Void
  ) {
    var rest = inputs[...]
    while !rest.isEmpty {
      var journeys: [Journey] = []
      var bytes = 0
      while bytes < GroupSize.bytes, let input = rest.popFirst() {
        let place = rest.startIndex - 1
        slot?.enter(.reading, document: place)
        var journey = begin(input, after: history, tellingOf: slot)
        journey.place = place
        bytes += journey.result.bytesRead
        journeys.append(journey)
      }
      for index in 0..<stem {
        for place in journeys.indices where journeys[place].isUnderWay && index >= journeys[place].result.firstStep {
          journeys[place].end = run(index, &journeys[place])
        }
      }
      for place in journeys.indices { finish(result(of: &journeys[place])) }
    }
  }

  /// The number of steps before the branches.
  private var stem: Int { pipeline.branches.first?.lowerBound ?? steps.count }

  /// Reads `input`.
  private func begin(_ input: Input, after history: StepHistory, tellingOf slot: WorkerSlot?) -> Journey {
    var result = ProcessedInput(input, .filtered)
    func ended(_ end: ProcessedInput.Outcome) -> Journey {
      Journey(document: Document(id: input.id, text: ""), history: history, slot: slot, result: result, end: end)
    }
    if let reason = input.skipReason { return ended(.skipped(reason: reason)) }
    let start = MonotonicTime.now
    var reading: DocumentReader.Reading
    do throws(ReadError) {
      reading = try reader.read(input)
    } catch .leftOut(let reason) {
      return ended(.skipped(reason: reason))
    } catch {
      return ended(.failed(DocumentFailure(.reading, error), endsRun: false))
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
    return Journey(
      document: reading.document, keys: keys, capture: capture, history: history, slot: slot, result: result)
  }

  /// What came of a document that all steps before the branches have been run on.
  private func result(of journey: inout Journey) -> ProcessedInput {
    journey.result.outcome = journey.end ?? outcome(of: &journey)
    for diagnostic in journey.document.diagnostics where diagnostic.severity != .note {
      journey.result.warningCodes.append(diagnostic.code)
    }
    return journey.result
  }

  private func outcome(of journey: inout Journey) -> ProcessedInput.Outcome {
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

  /// Runs the step at `index`.
  ///
  /// - Returns: how the document ended there; `nil` where it goes on.
  private func run(_ index: Int, _ journey: inout Journey) -> ProcessedInput.Outcome? {
    let planned = steps[index]
    if let failure = keepCaptured(before: index, &journey) { return .failed(failure, endsRun: false) }
    if let keys = journey.keys, index > journey.result.firstStep, journey.isAsIntended, cache?.keys.boundary == index {
      journey.result.snapshot = Snapshot(of: journey.document, key: keys[index])
    }
    guard planned.step.condition.holds(for: journey.document) else {
      journey.document.trace.append(planned.trace.skipped("when does not hold"))
      return nil
    }
    guard planned.servesAnyLanguage || planned.step.contract.serves(journey.document) else {
      journey.document.trace.append(
        planned.trace.skipped(planned.step.contract.reasonToPassBy(journey.document)))
      planned.step.contract.passBy(&journey.document)
      return nil
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
      return nil
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
    for index in places {
      switch run(index, &journey) {
      case nil: continue
      case .failed(let failure, _): return .failed(failure)
      default: return .filtered
      }
    }
    return .document(journey.document.json(.branch))
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
      journey.slot?.enter(.step(index), attempt: attempts, document: journey.place)
      do {
        try runOnce(index, on: &journey.document, before, &journey.outputs)
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

  private func runOnce(
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

internal import StageKit

/// Has inputs processed by a worker process: when it ends, the one document that it had is the culprit, and the next worker
/// goes on.
final class IsolatedProcessor: DocumentProcessor {
  private let processes: WorkerProcesses
  private let pipeline: Pipeline
  private let limits: TimeLimits
  private let maximumBytes: Int
  private let slotIndex: Int
  private var worker: WorkerConnection?
  private var slot: WorkerSlot { processes.slots[slotIndex] }

  init(_ processes: WorkerProcesses, pipeline: Pipeline, maximumBytes: Int) {
    self.processes = processes
    self.pipeline = pipeline
    self.maximumBytes = maximumBytes
    limits = TimeLimits(pipeline)
    slotIndex = processes.takeSlot()
  }

  func callAsFunction(_ input: Input) -> ProcessedInput {
    if let reason = input.skipReason { return ProcessedInput(input, .skipped(reason: reason)) }
    do {
      let copy = try input.spooled(limit: maximumBytes)
      defer { withExtendedLifetime(copy) {} }
      return try process(input, from: copy.map { input.read(from: $0.path) } ?? input)
    } catch let error as IsolationError {
      return ProcessedInput(input, .notRun(reason: error.description))
    } catch {
      return ProcessedInput(input, .failed(DocumentFailure(.reading, error), endsRun: false))
    }
  }

  /// Hands `input` to one worker after the other until one has come to an end with it.
  ///
  /// - Parameter readable: the input as workers can read it again and again.
  private func process(_ input: Input, from readable: Input) throws -> ProcessedInput {
    var history = StepHistory()
    var blamelessEnds = 0
    while true {
      let worker = try self.worker ?? processes.start(at: slotIndex)
      self.worker = worker
      let request = WorkerRequest(readable, history: history)
      switch worker.exchange(request.encoded(), limits: limits, slot: slot) {
      case .frame(let frame): return try ProcessedInput(input, decoding: frame, of: pipeline)
      case .ended(let overrun):
        self.worker = nil
        let reason = try reason(of: worker, overrun)
        switch slot.current.state {
        case .idle:
          // It ended before it had begun: somebody else's doing, unless it happens again and again.
          blamelessEnds += 1
          guard blamelessEnds < 3 else { return failed(input, DocumentFailure(.reading, reason: reason)) }
        case .reading: return failed(input, DocumentFailure(.reading, reason: reason))
        case .handingOver: return failed(input, DocumentFailure(.delivery, reason: reason))
        case .step(let step):
          if let result = note(reason, overrun, at: step, of: input, in: &history) { return result }
        }
      }
    }
  }

  /// Notes in `history` that `step` ended a worker, so that the next one tries it again, or goes by its `on-error`.
  ///
  /// - Returns: the result where no other worker is to try.
  private func note(
    _ reason: String, _ overrun: TimeLimits.Overrun?, at index: Int, of input: Input, in history: inout StepHistory
  ) -> ProcessedInput? {
    guard pipeline.steps.indices.contains(index) else {
      return failed(input, DocumentFailure(.delivery, reason: reason))
    }
    let step = pipeline.steps[index]
    var record = history[index]
    record.attempts = slot.attempt
    let failure = DocumentFailure(.stage(step.contract.name), reason: reason, attempts: record.attempts)
    if case .document = overrun {
      // One more worker is to bring the document to where it failed; if that takes too long too, it is not worth more.
      if let last = history.records.first(where: \.isFinal), let failure = last.failure {
        return failed(input, failure, at: last.step)
      }
      record.failure = failure
      record.isFinal = true
    } else if record.attempts > step.retries {
      record.failure = failure
    }
    history.set(record)
    return nil
  }

  private func reason(of worker: WorkerConnection, _ overrun: TimeLimits.Overrun?) throws -> String {
    let end = try processes.end(of: worker)
    if let overrun { return overrun.reason }
    return end.reason(words: worker.lastWords(), maximumMemory: processes.maximumMemory)
  }

  private func failed(_ input: Input, _ failure: DocumentFailure, at step: Int? = nil) -> ProcessedInput {
    let endsRun = step.map { pipeline.steps[$0].onError == .stop } ?? false
    var result = ProcessedInput(input, .failed(failure, endsRun: endsRun))
    result.failedStep = step
    return result
  }
}

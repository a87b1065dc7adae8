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

  /// Hands all to one worker; where it ends on one of them, those that it did not finish are taken one by one.
  func take(_ inputs: [Input], finish: (ProcessedInput) -> Void) {
    var rest = inputs[...]
    var culprit: (place: Int, fate: Fate)?
    if inputs.count > 1 {
      do throws(IsolationError) {
        culprit = try takeTogether(inputs, &rest, finish)
      } catch {
        for input in rest { finish(ProcessedInput(input, .notRun(reason: error.description))) }
        return
      }
    }
    for (place, input) in zip(rest.indices, rest) {
      switch culprit {
      case (place, .ended(let result))?: finish(result)
      case (place, .tryAgain(let history))?: finish(alone(input, after: history))
      default: finish(alone(input))
      }
    }
  }

  /// What becomes of an input that a worker ended on.
  private enum Fate {
    case ended(ProcessedInput)
    /// Another worker is to try, which must know what came of it.
    case tryAgain(StepHistory)
  }

  /// The worker that there is, or a new one.
  private func readyWorker() throws(IsolationError) -> WorkerConnection {
    if let worker { return worker }
    let started = try processes.start(at: slotIndex)
    worker = started
    return started
  }

  /// Has one worker take `inputs`, and takes those that it finishes off `rest`.
  ///
  /// - Returns: which of them it ended on; `nil` where it has finished all, or it was not for one of them.
  private func takeTogether(
    _ inputs: [Input], _ rest: inout ArraySlice<Input>, _ finish: (ProcessedInput) -> Void
  ) throws(IsolationError) -> (place: Int, fate: Fate)? {
    let worker = try readyWorker()
    var reply = worker.ask(WorkerRequest(inputs).encoded()) ? nil : WorkerConnection.Reply.ended(nil)
    while let input = rest.first {
      switch reply ?? worker.reply(limits: limits, slot: slot) {
      case .frame(let frame):
        guard let result = try? ProcessedInput(input, decoding: frame, of: pipeline) else {
          // Nothing that it says can be relied on; who made it so will be found out alone.
          worker.kill()
          self.worker = nil
          _ = try processes.end(of: worker)
          return nil
        }
        rest.removeFirst()
        finish(result)
        reply = nil
      case .ended(let overrun):
        self.worker = nil
        let (reason, outgrewMemory) = try end(of: worker, overrun)
        // The time and the memory of all together are no single document's.
        if case .document = overrun { return nil }
        let place = slot.document
        guard !outgrewMemory, slot.current.state != .idle, rest.indices.contains(place) else { return nil }
        return (place, fate(of: inputs[place], reason, overrun, after: StepHistory()))
      }
    }
    return nil
  }

  private func alone(_ input: Input, after history: StepHistory = StepHistory()) -> ProcessedInput {
    if let reason = input.skipReason { return ProcessedInput(input, .skipped(reason: reason)) }
    do {
      let copy = try input.spooled(limit: maximumBytes)
      defer { withExtendedLifetime(copy) {} }
      return try process(input, from: copy.map { input.read(from: $0.path) } ?? input, after: history)
    } catch let error as IsolationError {
      return ProcessedInput(input, .notRun(reason: error.description))
    } catch {
      return ProcessedInput(input, .failed(DocumentFailure(.reading, error), endsRun: false))
    }
  }

  /// Hands `input` to one worker after the other until one has come to an end with it.
  ///
  /// - Parameter readable: the input as workers can read it again and again.
  private func process(_ input: Input, from readable: Input, after history: StepHistory) throws -> ProcessedInput {
    var history = history
    var blamelessEnds = 0
    while true {
      let worker = try readyWorker()
      let request = WorkerRequest([readable], history: history)
      let isThere = worker.ask(request.encoded())
      switch isThere ? worker.reply(limits: limits, slot: slot) : .ended(nil) {
      case .frame(let frame): return try ProcessedInput(input, decoding: frame, of: pipeline)
      case .ended(let overrun):
        self.worker = nil
        let (reason, _) = try end(of: worker, overrun)
        if slot.current.state == .idle {
          // It ended before it had begun: somebody else's doing, unless it happens again and again.
          blamelessEnds += 1
          guard blamelessEnds < 3 else { return failed(input, DocumentFailure(.reading, reason: reason)) }
          continue
        }
        switch fate(of: input, reason, overrun, after: history) {
        case .ended(let result): return result
        case .tryAgain(let noted): history = noted
        }
      }
    }
  }

  /// What becomes of `input`, which a worker has ended on.
  private func fate(
    of input: Input, _ reason: String, _ overrun: TimeLimits.Overrun?, after history: StepHistory
  ) -> Fate {
    var history = history
    switch slot.current.state {
    case .idle, .reading: return .ended(failed(input, DocumentFailure(.reading, reason: reason)))
    case .handingOver: return .ended(failed(input, DocumentFailure(.delivery, reason: reason)))
    case .step(let step):
      if let result = note(reason, overrun, at: step, of: input, in: &history) { return .ended(result) }
      return .tryAgain(history)
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

  /// Why `worker` ended.
  private func end(
    of worker: WorkerConnection, _ overrun: TimeLimits.Overrun?
  ) throws(IsolationError) -> (reason: String, outgrewMemory: Bool) {
    let end = try processes.end(of: worker)
    if let overrun { return (overrun.reason, false) }
    let words = worker.lastWords()
    let limit = processes.maximumMemory
    return (end.reason(words: words, maximumMemory: limit), end.outgrew(limit, words: words))
  }

  private func failed(_ input: Input, _ failure: DocumentFailure, at step: Int? = nil) -> ProcessedInput {
    let endsRun = step.map { pipeline.steps[$0].onError == .stop } ?? false
    var result = ProcessedInput(input, .failed(failure, endsRun: endsRun))
    result.failedStep = step
    return result
  }
}

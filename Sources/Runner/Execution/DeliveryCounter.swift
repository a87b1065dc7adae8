/// Delivers what is next in line and counts it.
///
/// The window lets one thread at a time in here, each after the one before it, which is what makes this Sendable.
final class DeliveryCounter: @unchecked Sendable {
  private let delivery: any Delivery
  private let observer: any RunObserver
  private let errorLimit: Int
  private var report = RunReport()

  /// - Parameter errorLimit: how many inputs may fail before the run ends.
  init(_ delivery: any Delivery, _ observer: any RunObserver, errorLimit: Int) {
    self.errorLimit = errorLimit
    self.delivery = delivery
    self.observer = observer
  }

  /// Brings one input to its end.
  ///
  /// - Returns: whether the run goes on.
  func deliver(_ processed: ProcessedInput) -> Bool {
    report.bytesRead += processed.bytesRead
    if processed.firstStep > 0 { report.fromCache += 1 }
    if processed.capturedFiles > 0 {
      report.captured.documents += 1
      report.captured.files += processed.capturedFiles
    }
    do throws(DeliveryError) {
      switch processed.outcome {
      case .processed(let delivered): try deliver(delivered, of: processed)
      case .settled(let settled): try keep(settled, of: processed)
      case .filtered: try end(processed, as: .filtered)
      case .skipped(let reason): try end(processed, as: .skipped(reason: reason))
      case .undeliverable(let error):
        guard !error.endsRun else { throw error }
        try end(processed, as: .quarantined(DocumentFailure(.delivery, error)))
      case .failed(let failure, let endsRun):
        try end(processed, as: .quarantined(failure))
        if endsRun { report.ending = .stopped(uri: processed.input.uri) }
      case .notRun(let reason): report.ending = .noProcesses(reason: reason)
      }
    } catch {
      report.ending = .aborted(error)
    }
    if report.ending == .complete, report.counts.quarantined > errorLimit {
      report.ending = .tooManyErrors(limit: errorLimit)
    }
    return report.ending == .complete
  }

  private func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    let start = MonotonicTime.now
    do throws(DeliveryError) {
      try delivery.deliver(delivered, of: processed)
      let nanoseconds = MonotonicTime.now - start
      count(processed, as: .delivered(outputs: max(1, delivered.outputs.count)), delivery: nanoseconds)
    } catch  where !error.endsRun {
      try end(processed, as: .quarantined(DocumentFailure(.delivery, error)))
    }
  }

  private func keep(_ settled: SettledInput, of processed: ProcessedInput) throws(DeliveryError) {
    do throws(DeliveryError) {
      try delivery.keep(settled, of: processed.input)
      count(processed, as: settled.ending)
    } catch  where !error.endsRun {
      try end(processed, as: .quarantined(DocumentFailure(.delivery, error)))
    }
  }

  private func end(_ processed: ProcessedInput, as ending: InputEnding) throws(DeliveryError) {
    try delivery.note(ending, of: processed)
    count(processed, as: ending)
  }

  private func count(_ processed: ProcessedInput, as ending: InputEnding, delivery nanoseconds: Int64 = 0) {
    let input = processed.input
    switch ending {
    case .delivered(let outputs):
      report.counts.delivered += 1
      report.outputs += outputs
    case .unchanged: report.counts.unchanged += 1
    case .filtered: report.counts.filtered += 1
    case .skipped(let reason):
      report.counts.skipped += 1
      if let index = report.skipReasons.firstIndex(where: { $0.reason == reason }) {
        report.skipReasons[index].count += 1
      } else {
        report.skipReasons.append((reason, 1))
      }
    case .quarantined(let failure):
      report.counts.quarantined += 1
      if report.failures.count < RunReport.keptFailures { report.failures.append((input.uri, failure)) }
    }
    observer.ended(
      EndedInput(
        input: input, ending: ending, bytesRead: processed.bytesRead, readNanoseconds: processed.readNanoseconds,
        stepNanoseconds: processed.stepNanoseconds, deliveryNanoseconds: nanoseconds,
        warningCodes: processed.warningCodes),
      report: report)
  }

  func abort(_ error: DeliveryError) { report.ending = .aborted(error) }

  /// Completes the delivery once all threads have ended.
  func finish(total: Int, signal: Int32?) -> RunReport {
    report.counts.notRun = total - report.counts.ended
    if report.counts.notRun > 0, report.ending == .complete, let signal { report.ending = .interrupted(signal: signal) }
    if case .aborted = report.ending {
      abandonDelivery()
      return report
    }
    do {
      try delivery.finish(report)
    } catch {
      report.ending = .aborted(error)
      abandonDelivery()
    }
    return report
  }

  /// Documents whose outputs are lost with a shared file are as good as not run.
  private func abandonDelivery() {
    let lost = delivery.abandon()
    report.counts.delivered -= lost.documents
    report.counts.notRun += lost.documents
    report.outputs -= lost.outputs
  }
}

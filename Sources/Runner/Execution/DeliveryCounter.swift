/// Delivers what is next in line and counts it.
///
/// The window lets one thread at a time in here, each after the one before it, which is what makes this Sendable.
final class DeliveryCounter: @unchecked Sendable {
  private let delivery: any Delivery
  private let observer: any RunObserver
  private var report = RunReport()

  init(_ delivery: any Delivery, _ observer: any RunObserver) {
    self.delivery = delivery
    self.observer = observer
  }

  /// Brings one input to its end.
  ///
  /// - Returns: whether the run goes on.
  func deliver(_ processed: ProcessedInput) -> Bool {
    report.bytesRead += processed.bytesRead
    let input = processed.input
    switch processed.outcome {
    case .processed(let delivered):
      let start = monotonicNanoseconds()
      do {
        try delivery.deliver(delivered, of: input)
        let nanoseconds = monotonicNanoseconds() - start
        count(processed, as: .delivered(outputs: max(1, delivered.outputs.count)), delivery: nanoseconds)
      } catch  where error.endsRun {
        report.ending = .aborted(error)
        return false
      } catch {
        count(processed, as: .quarantined(DocumentFailure(.delivery, error)))
      }
    case .filtered: count(processed, as: .filtered)
    case .skipped(let reason): count(processed, as: .skipped(reason: reason))
    case .failed(let failure, let endsRun):
      count(processed, as: .quarantined(failure))
      guard !endsRun else {
        report.ending = .stopped(uri: input.uri)
        return false
      }
    }
    return true
  }

  private func count(_ processed: ProcessedInput, as ending: InputEnding, delivery nanoseconds: Int64 = 0) {
    let input = processed.input
    switch ending {
    case .delivered(let outputs):
      report.counts.delivered += 1
      report.outputs += outputs
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
      try delivery.finish()
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

/// How a run goes about its work; nothing here changes what comes out, but the charset and the limit.
public struct RunSettings: Hashable, Sendable {
  /// How many documents are processed at once.
  public var jobs = 1
  /// Whether what each stage did is compared with its contract.
  public var checksContracts = false
  /// The charset that all inputs have; `nil` to find it out for each.
  public var charset: String?
  /// The size beyond which an input fails, in bytes.
  public var maximumBytes = 1 << 30

  public init() {}
}

/// A pipeline and the inputs that go through it.
public struct Run: Sendable {
  private let inputs: InputList
  private let jobs: Int
  private let pass: DocumentPass

  /// - Throws: `UnknownCharset` where the settings name one.
  public init(_ pipeline: Pipeline, on inputs: InputList, settings: RunSettings = RunSettings()) throws(UnknownCharset)
  {
    self.inputs = inputs
    jobs = max(1, settings.jobs)
    let reader = try DocumentReader(maximumBytes: settings.maximumBytes, charset: settings.charset)
    pass = DocumentPass(pipeline: pipeline, reader: reader, checksContracts: settings.checksContracts)
  }

  /// Processes every input and delivers in input order, until all are done, `stop` is raised, or nothing more can be
  /// delivered. Whatever `jobs` is, the delivery and the observer see the same.
  public func start(
    into delivery: any Delivery, observer: any RunObserver = SilentObserver(), stop: StopFlag = StopFlag()
  ) -> RunReport {
    let counter = DeliveryCounter(delivery, observer)
    let window = Window<ProcessedInput>(total: inputs.count, capacity: 64 * jobs, byteCapacity: jobs << 25)
    let couldStart = runOnThreads(min(jobs, inputs.count)) { [inputs, pass, preparation = delivery.preparation] in
      while let index = window.take(unless: { stop.signal != nil }) {
        let processed = pass(inputs[index], preparation)
        window.put(processed, bytes: processed.byteCount, at: index, deliver: counter.deliver)
      }
    }
    if !couldStart, !inputs.isEmpty { counter.abort(.noThreads) }
    return counter.finish(total: inputs.count, signal: stop.signal)
  }
}

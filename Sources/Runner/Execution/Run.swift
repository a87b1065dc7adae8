internal import DocumentModel

/// A pipeline and the inputs that go through it.
public struct Run: Sendable {
  private let inputs: InputList
  private let jobs: Int
  private let errorLimit: Int
  private let processor: @Sendable () -> any DocumentProcessor
  private let feedSettings: FeedSettings
  private let capture: CaptureWriter?
  /// What has to be done with all inputs before; `nil` for nothing.
  private let gathering: Gathering?

  /// With isolation this process is forked here: do it before anything is open that the workers should not hold, and
  /// from the thread that outlives the run.
  ///
  /// - Throws: `UnknownCharset` where the settings name one, `IsolationError` where no processes can be had,
  ///   `UnwritableFile` where the folder for captured documents can't be made, `InputReadOnce` where the pipeline has a
  ///   batch stage and an input can't be read twice.
  public init(_ pipeline: Pipeline, on inputs: InputList, settings: RunSettings = RunSettings()) throws {
    self.inputs = inputs
    gathering = try Gathering(for: pipeline, on: inputs, settings: settings)
    jobs = max(1, settings.jobs)
    errorLimit = (settings.maximumErrors ?? pipeline.maximumErrors)?.limit(of: inputs.count) ?? Int.max
    feedSettings = try FeedSettings(settings, inputs)
    capture = try settings.capture.map { try CaptureWriter($0, of: pipeline) }
    processor = try Self.processor(of: pipeline, settings, capture: capture)
  }

  /// Makes processors, one for each thread, that take inputs through `pipeline` as `settings` say.
  static func processor(
    of pipeline: Pipeline, _ settings: RunSettings, keepsDocuments: Bool = false, capture: CaptureWriter? = nil
  ) throws -> @Sendable () -> any DocumentProcessor {
    let reader = try DocumentReader(
      maximumBytes: settings.maximumBytes, charset: settings.charset, fields: settings.fields)
    let cache = try settings.cacheFolder.map { folder in
      StageCaching(
        keys: StageCacheKeys(of: pipeline, try PipelineFingerprint(of: pipeline, settings: settings)),
        stored: StageCache(StageCacheFile.path(in: folder)))
    }
    func pass(_ documentForm: DocumentForm?) -> DocumentPass {
      DocumentPass(
        pipeline: pipeline, reader: reader, checksContracts: settings.checksContracts, documentForm: documentForm,
        keepsDocuments: keepsDocuments, cache: cache, capture: capture)
    }
    guard case .process(let maximumMemory) = settings.isolation else {
      let pass = pass(settings.documentForm)
      return { pass }
    }
    let processes = try WorkerProcesses(
      pass: pass(settings.documentForm ?? .complete), count: max(1, settings.jobs), maximumMemory: maximumMemory)
    return { IsolatedProcessor(processes, pipeline: pipeline, maximumBytes: settings.maximumBytes) }
  }

  /// Processes every input and delivers in input order, until all are done, `stop` is raised, or nothing more can be
  /// delivered. Whatever `jobs` is, the delivery and the observer see the same.
  public func start(
    into delivery: any Delivery, observer: any RunObserver = SilentObserver(), stop: StopFlag = StopFlag()
  ) -> RunReport {
    var inputs = inputs
    if let gathering { inputs.decisions = gathering.decisions(stop: stop) }
    let counter = DeliveryCounter(delivery, observer, errorLimit: errorLimit)
    let window = Window<ProcessedInput>(capacity: 64 * jobs, byteCapacity: jobs << 25)
    let feed = Monitor(InputFeed(inputs, feedSettings, stop: stop))
    let workers = inputs.hasContainers ? jobs : min(jobs, inputs.count)
    let preparation = delivery.preparation
    let couldStart = runOnThreads(workers) { [processor, capture] in
      let process = processor()
      var size = GroupSize()
      func put(_ processed: ProcessedInput) {
        window.put(processed, bytes: processed.byteCount, at: processed.input.position, deliver: counter.deliver)
      }
      /// `first` and the inputs behind it that are taken together; what an earlier run knows of them is put right away.
      func gather(from first: Input) -> [Input] {
        let canBeReadAgain = first.canBeReadAgain
        var group: [Input] = []
        var bytes = 0
        var next: Input? = first
        while let input = next {
          if !(capture?.mayChoose(input) ?? false), let processed = preparation.earlier(input) {
            put(processed)
          } else {
            group.append(input)
            bytes += input.payload?.bytes.count ?? 0
          }
          guard !group.isEmpty, group.count < size.count, bytes < GroupSize.bytes, canBeReadAgain,
            window.letInAtOnce()
          else { break }
          // Another worker may be waiting for a pipe, with the feed in its hands.
          next = feed.changeAtOnce { $0.next(waits: false) } ?? nil
          if next == nil { window.letOut() }
        }
        return group
      }
      while window.letIn(unless: { stop.signal != nil }), let first = feed.change({ $0.next() }) {
        let group = gather(from: first)
        guard !group.isEmpty else { continue }
        let start = MonotonicTime.now
        var delivering: Int64 = 0
        process.take(group) { processed in
          let start = MonotonicTime.now
          put(preparation.prepared(processed))
          delivering += MonotonicTime.now - start
        }
        size.note(group.count, took: MonotonicTime.now - start - delivering)
      }
    }
    if !couldStart, !inputs.isEmpty { counter.abort(.noThreads) }
    return counter.finish(total: feed.change { $0.knownCount }, signal: stop.signal)
  }
}

internal import DocumentModel

extension DocumentPass {
  /// One document on its way, and what has come of it so far.
  struct Journey {
    var document: Document
    /// What the document is called in the cache before each step.
    var keys: [[UInt8]]?
    var capture: CaptureWriter?
    let history: StepHistory
    let slot: WorkerSlot?
    var result: ProcessedInput
    var outputs: [Delivered.Output] = []
    var failedRenderer: DocumentFailure?
    /// Whether no step has been skipped for a failure, so that the document is what its key in the cache stands for.
    var isAsIntended = true
    /// Its place among the inputs.
    var place = 0
    /// How it ended before all steps were run.
    var end: ProcessedInput.Outcome?

    var isUnderWay: Bool { end == nil }
  }
}

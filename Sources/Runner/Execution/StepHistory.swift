/// What came of a document's steps in processes that did not live to finish it: what the next process must know.
struct StepHistory: Hashable, Sendable {
  private(set) var records: [Record] = []

  /// What came of one step.
  struct Record: Hashable, Sendable {
    var step: Int
    /// How many attempts are used up.
    var attempts = 0
    /// Why it is not tried again; `nil` where it is.
    var failure: DocumentFailure?
    /// Whether the document is given up, whatever the step's `on-error` says.
    var isFinal = false
  }

  init() {}

  init(_ records: [Record]) { self.records = records }

  subscript(step: Int) -> Record { records.first { $0.step == step } ?? Record(step: step) }

  mutating func set(_ record: Record) {
    records.removeAll { $0.step == record.step }
    records.append(record)
  }
}

/// What the conductor asks of a worker: one input, and what came of it in workers that did not live to finish it.
struct WorkerRequest {
  var input: Input
  var history: StepHistory

  func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.bytes(input.encoded())
    writer.list(history.records) { writer, record in
      writer.integer(record.step)
      writer.integer(record.attempts)
      writer.optional(record.failure) { $1.encode(to: &$0) }
      writer.bool(record.isFinal)
    }
    return writer.frame()
  }

  init(_ input: Input, history: StepHistory) {
    self.input = input
    self.history = history
  }

  init(decoding frame: [UInt8]) throws(WireError) {
    var reader = WireReader(frame)
    guard let input = Input(decoding: try reader.bytes()) else { throw WireError() }
    self.input = input
    history = StepHistory(
      try reader.list { reader throws(WireError) in
        var record = StepHistory.Record(step: try reader.integer())
        record.attempts = try reader.integer()
        record.failure = try reader.optional { reader throws(WireError) in try DocumentFailure(decoding: &reader) }
        record.isFinal = try reader.bool()
        return record
      })
  }
}

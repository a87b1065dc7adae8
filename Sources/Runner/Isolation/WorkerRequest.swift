/// What the conductor asks of a worker: inputs, and what came of a single one in workers that did not live to finish it.
struct WorkerRequest {
  var inputs: [Input]
  var history: StepHistory

  func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.list(inputs) { $0.bytes($1.encoded()) }
    writer.list(history.records) { writer, record in
      writer.integer(record.step)
      writer.integer(record.attempts)
      writer.optional(record.failure) { $1.encode(to: &$0) }
      writer.bool(record.isFinal)
    }
    return writer.frame()
  }

  init(_ inputs: [Input], history: StepHistory = StepHistory()) {
    self.inputs = inputs
    self.history = history
  }

  init(decoding frame: [UInt8]) throws(WireError) {
    var reader = WireReader(frame)
    inputs = try reader.list { reader throws(WireError) in
      guard let input = Input(decoding: try reader.bytes()) else { throw WireError() }
      return input
    }
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

/// What the conductor asks of a worker: one input, and what came of it in workers that did not live to finish it.
struct WorkerRequest {
  /// The input's place in the list that workers share with the conductor.
  var position: Int
  /// Where to read it instead: a copy of what can be read but once.
  var path: [UInt8]?
  var history: StepHistory

  func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.integer(position)
    writer.optional(path) { $0.bytes($1) }
    writer.list(history.records) { writer, record in
      writer.integer(record.step)
      writer.integer(record.attempts)
      writer.optional(record.failure) { $1.encode(to: &$0) }
      writer.bool(record.isFinal)
    }
    return writer.frame()
  }

  init(position: Int, path: [UInt8]?, history: StepHistory) {
    self.position = position
    self.path = path
    self.history = history
  }

  init(decoding frame: [UInt8]) throws(WireError) {
    var reader = WireReader(frame)
    position = try reader.integer()
    path = try reader.optional { reader throws(WireError) in try reader.bytes() }
    history = StepHistory(
      try reader.list { reader throws(WireError) in
        var record = StepHistory.Record(step: try reader.integer())
        record.attempts = try reader.integer()
        record.failure = try reader.optional { reader throws(WireError) in try DocumentFailure(decoding: &reader) }
        record.isFinal = try reader.bool()
        return record
      })
  }

  /// The input to read.
  func input(of inputs: InputList) throws(WireError) -> Input {
    guard inputs.indices.contains(position) else { throw WireError() }
    let input = inputs[position]
    return path.map { input.read(from: $0) } ?? input
  }
}

internal import StageKit

extension ProcessedInput {
  /// What a worker sends of it; the conductor has the input.
  func encoded() -> [UInt8] {
    var writer = WireWriter(capacity: byteCount + 1024)
    writer.integer(bytesRead)
    writer.optional(documentID) { $0.string($1) }
    writer.optional(sourceDigest) { $0.string($1) }
    writer.integer(Int(readNanoseconds))
    writer.list(warningCodes) { $0.string($1) }
    writer.integer(firstStep)
    writer.integer(capturedFiles)
    writer.optional(snapshot) { writer, snapshot in
      writer.bytes(snapshot.key)
      writer.bytes(snapshot.bytes)
    }
    writer.list(stepNanoseconds) { $0.integer(Int($1)) }
    writer.optional(failedStep) { $0.integer($1) }
    writer.optional(documentBefore) { $0.bytes($1) }
    outcome.encode(to: &writer)
    return writer.frame()
  }

  /// Reads what a worker made of `input`.
  init(_ input: Input, decoding frame: [UInt8], of pipeline: Pipeline) throws(WireError) {
    var reader = WireReader(frame)
    self.init(input, .filtered)
    bytesRead = try reader.integer()
    documentID = try reader.optional { reader throws(WireError) in try reader.string() }
    sourceDigest = try reader.optional { reader throws(WireError) in try reader.string() }
    readNanoseconds = Int64(try reader.integer())
    warningCodes = try reader.list { reader throws(WireError) in try reader.string() }
    firstStep = try reader.integer()
    capturedFiles = try reader.integer()
    snapshot = try reader.optional { reader throws(WireError) in
      Snapshot(key: try reader.bytes(), bytes: try reader.bytes())
    }
    stepNanoseconds = try reader.list { reader throws(WireError) in Int64(try reader.integer()) }
    failedStep = try reader.optional { reader throws(WireError) in try reader.integer() }
    documentBefore = try reader.optional { reader throws(WireError) in try reader.bytes() }
    outcome = try Outcome(decoding: &reader, of: pipeline)
  }
}

extension ProcessedInput.Outcome {
  private enum Tag: Int { case processed, filtered, skipped, failed, notRun }

  fileprivate func encode(to writer: inout WireWriter) {
    switch self {
    case .processed(let delivered):
      writer.integer(Tag.processed.rawValue)
      writer.optional(delivered.json) { $0.bytes($1) }
      writer.list(delivered.outputs) { $1.encode(to: &$0) }
      writer.list(delivered.branches) { $1.encode(to: &$0) }
    case .filtered: writer.integer(Tag.filtered.rawValue)
    case .skipped(let reason):
      writer.integer(Tag.skipped.rawValue)
      writer.string(reason)
    case .failed(let failure, let endsRun):
      writer.integer(Tag.failed.rawValue)
      failure.encode(to: &writer)
      writer.bool(endsRun)
    // What is settled, and what can't be delivered, is found out by who has the delivery.
    case .settled, .undeliverable: writer.integer(Tag.filtered.rawValue)
    case .notRun(let reason):
      writer.integer(Tag.notRun.rawValue)
      writer.string(reason)
    }
  }

  fileprivate init(decoding reader: inout WireReader, of pipeline: Pipeline) throws(WireError) {
    switch Tag(rawValue: try reader.integer()) {
    case .processed:
      var delivered = Delivered()
      delivered.json = try reader.optional { reader throws(WireError) in try reader.bytes() }
      delivered.outputs = try reader.list { reader throws(WireError) in
        try Delivered.Output(decoding: &reader, of: pipeline)
      }
      delivered.branches = try reader.list { reader throws(WireError) in try Delivered.Branch(decoding: &reader) }
      self = .processed(delivered)
    case .filtered: self = .filtered
    case .skipped: self = .skipped(reason: try reader.string())
    case .failed: self = .failed(try DocumentFailure(decoding: &reader), endsRun: try reader.bool())
    case .notRun: self = .notRun(reason: try reader.string())
    case nil: throw WireError()
    }
  }
}

extension Delivered.Branch {
  fileprivate func encode(to writer: inout WireWriter) {
    switch self {
    case .document(let json):
      writer.integer(0)
      writer.bytes(json)
    case .failed(let failure):
      writer.integer(1)
      failure.encode(to: &writer)
    case .filtered: writer.integer(2)
    }
  }

  fileprivate init(decoding reader: inout WireReader) throws(WireError) {
    switch try reader.integer() {
    case 0: self = .document(try reader.bytes())
    case 1: self = .failed(try DocumentFailure(decoding: &reader))
    case 2: self = .filtered
    default: throw WireError()
    }
  }
}

extension Delivered.Output {
  fileprivate func encode(to writer: inout WireWriter) {
    writer.integer(step)
    writer.string(artifact.name)
    switch artifact.placement {
    case .whole: writer.integer(0)
    case .appended(let header):
      writer.integer(1)
      writer.bytes(header)
    // The conductor has the renderer, which knows its database.
    case .rows: writer.integer(2)
    }
    writer.bytes(artifact.bytes)
  }

  fileprivate init(decoding reader: inout WireReader, of pipeline: Pipeline) throws(WireError) {
    let step = try reader.integer()
    guard pipeline.steps.indices.contains(step), let renderer = pipeline.steps[step].stage as? any Renderer else {
      throw WireError()
    }
    let name = try reader.string()
    let placement: Artifact.Placement
    switch (try reader.integer(), renderer.database) {
    case (0, _): placement = .whole
    case (1, _): placement = .appended(header: try reader.bytes())
    case (2, let database?): placement = .rows(database)
    default: throw WireError()
    }
    let artifact = Artifact(name: name, bytes: try reader.bytes(), placement: placement)
    self.init(step: step, renderer: renderer, artifact: artifact)
  }
}

extension DocumentFailure {
  func encode(to writer: inout WireWriter) {
    switch place {
    case .reading: writer.integer(0)
    case .delivery: writer.integer(1)
    case .stage(let name):
      writer.integer(2)
      writer.string(name)
    }
    writer.string(reason)
    writer.integer(attempts)
    writer.bool(isUnread)
  }

  init(decoding reader: inout WireReader) throws(WireError) {
    let place: Place =
      switch try reader.integer() {
      case 0: .reading
      case 1: .delivery
      case 2: .stage(try reader.string())
      default: throw WireError()
      }
    let reason = try reader.string()
    self.init(place, reason: reason, attempts: try reader.integer(), isUnread: try reader.bool())
  }
}

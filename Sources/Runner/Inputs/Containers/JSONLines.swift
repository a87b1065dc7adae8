/// The records of a file of JSON lines (https://jsonlines.org). Blank lines are none.
struct JSONLines: Container {
  private let name: ContainerName
  private let limit: Int
  private var buffer: RecordBuffer

  init(_ stream: any ByteStream, _ name: ContainerName, limit: Int) {
    self.name = name
    self.limit = limit
    buffer = RecordBuffer(stream, limit: limit)
  }

  mutating func next() throws(ReadError) -> Input? {
    while let record = try buffer.next(end: { bytes, seen in bytes.firstIndex(of: 0x0A, from: seen).map { $0 + 1 } }) {
      guard let bytes = record.content else { return name.tooLarge(record.line, limit: limit) }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return name.record(record.line, .json, Payload(bytes: bytes, line: record.line))
    }
    return nil
  }
}

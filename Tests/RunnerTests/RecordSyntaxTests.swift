import StageTesting
import Testing

@testable import Runner

/// The laws of cutting streams into records and records into fields, on made-up bytes.
@Suite struct RecordSyntaxTests {
  /// Bytes that come in pieces of any size.
  private final class PieceStream: ByteStream {
    private var bytes: ArraySlice<UInt8>
    private var random: SplitMix64

    init(_ bytes: [UInt8], seed: UInt64) {
      self.bytes = bytes[...]
      random = SplitMix64(seed: seed)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
      let count = min(bytes.count, buffer.count, Int.random(in: 1...40, using: &random))
      buffer.copyBytes(from: bytes.prefix(count))
      bytes.removeFirst(count)
      return count
    }
  }

  private func records(_ bytes: [UInt8], seed: UInt64, delimiter: UInt8?) throws -> [RecordBuffer.Record] {
    var buffer = RecordBuffer(PieceStream(bytes, seed: seed), limit: 1000)
    var records: [RecordBuffer.Record] = []
    while true {
      var syntax = CSVSyntax(delimiter: delimiter ?? 0)
      let record = try buffer.next { bytes, seen in
        delimiter == nil
          ? bytes.firstIndex(of: 0x0A, from: seen).map { $0 + 1 } : syntax.recordEnd(in: bytes, seen: seen)
      }
      guard let record else { return records }
      records.append(record)
    }
  }

  /// Random text of few kinds of bytes, so that marks, delimiters and line ends meet.
  private func noise(_ random: inout SplitMix64, _ alphabet: String, count: Int) -> [UInt8] {
    let alphabet = Array(alphabet.utf8)
    return (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func recordsAddUpToTheStream(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = noise(&random, "ab,\"\n\r", count: Int.random(in: 0...900, using: &random))
    for delimiter in [nil, UInt8(ascii: ",")] {
      let found = try records(bytes, seed: seed, delimiter: delimiter)
      #expect(found.flatMap { $0.bytes ?? [] } == bytes)
      #expect(found.dropLast().allSatisfy { $0.bytes?.last == 0x0A })
      var line = 1
      for record in found {
        #expect(record.line == line)
        line += (record.bytes ?? []).count { $0 == 0x0A }
        _ = try? fields(of: record)
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func tablesReadBackAsTheyWereWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<Int.random(in: 1...10, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        noise(&random, "ab ,\"\n\r\u{E9}", count: Int.random(in: 0...12, using: &random))
      }
    }
    let lineEnd: [UInt8] = Bool.random(using: &random) ? [0x0D, 0x0A] : [0x0A]
    var table: [UInt8] = []
    for row in rows {
      table += row.map { written($0, &random) }.joined(separator: [UInt8(ascii: ",")])
      table += lineEnd
    }
    let found = try records(table, seed: seed, delimiter: UInt8(ascii: ","))
    #expect(try found.map(fields) == rows)
  }

  private func fields(of record: RecordBuffer.Record) throws -> [[UInt8]] {
    let bytes = record.bytes ?? []
    return try CSVSyntax.fields(of: bytes.span, delimiter: UInt8(ascii: ","))
  }

  private func written(_ field: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let needsMarks = field.contains { [0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0) }
    guard needsMarks || Bool.random(using: &random) else { return field }
    let inside = field.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    return [UInt8(ascii: "\"")] + inside + [UInt8(ascii: "\"")]
  }

  @Test(arguments: [1000, 1001, 1002, 5000])
  func recordsBeyondTheLimitAreDropped(count: Int) throws {
    let long = Array(repeating: UInt8(ascii: "x"), count: count - 1) + [0x0A]
    let found = try records(Array("a\n".utf8) + long + Array("b".utf8), seed: 1, delimiter: nil)
    #expect(found.map(\.bytes?.count) == [2, count > 1000 ? nil : count, 1])
    #expect(found.map(\.line) == [1, 2, 3])
  }
}

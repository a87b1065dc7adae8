internal import JSON

/// What is kept of an input that failed, as a file of `.galley/quarantine`: the input, where and why it failed, and the
/// document as it was before the stage that failed.
struct QuarantineRecord {
  /// The address of the input.
  let uri: String
  let id: String?
  let failure: DocumentFailure
  let step: Int?
  let attempt: Int
  /// The document as JSON; `nil` where the input did not become one.
  let document: [UInt8]?

  /// The file: JSON, the document last.
  var bytes: [UInt8] {
    let head: JSON = [
      "input": .string(uri), "id": id.map { .string($0) } ?? .null, "place": .string(failure.place.ledgerName),
      "step": step.map { .integer($0) } ?? .null, "reason": .string(failure.reason), "attempt": .integer(attempt),
    ]
    var bytes = Array(head.text(.lines(depth: 1)).utf8)
    if let document {
      bytes.removeLast(bytes.reversed().prefix { $0 != UInt8(ascii: "}") }.count + 1)
      while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      bytes += Array(",\n  \"document\": ".utf8) + document + Array("\n}".utf8)
    }
    return bytes + [UInt8(ascii: "\n")]
  }

  /// The file's name in the output folder, of the document's id or the input's path: a name of its own for each.
  static func name(id: String?, uri: String) -> String {
    "\(OutputPath.reserved)/quarantine/\(fileName(of: id ?? uri))"
  }

  /// The name of the record of an earlier failure.
  static func name(of row: LedgerRow) -> String { name(id: row.id, uri: row.uri ?? "") }

  /// `text` with all that is no plain letter, digit, `-`, `_` or `.` inside as `%` and two hexadecimal digits.
  private static func fileName(of text: String) -> String {
    var name: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
        name.append(byte)
      case UInt8(ascii: ".") where !name.isEmpty: name.append(byte)
      default: name += Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8)
      }
    }
    // Longer ones are no file names to the system, and two long ones may begin alike.
    guard name.count > 200 else { return String(decoding: name, as: UTF8.self) + ".json" }
    return SHA256.hexDigest(of: text.utf8.span) + ".json"
  }
}

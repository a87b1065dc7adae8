import StageTesting
import Testing

@testable import Runner

@Suite struct RowScannerTests {
  /// What is read, a row a line; or what is wrong.
  private func scanned(_ rows: String) -> String { scanned(Array(rows.utf8)) }

  private func scanned(_ bytes: [UInt8]) -> String {
    var lines = ""
    let error = RowScanner.scan(bytes, noteTables) { table, values in
      let words = values.map { value in
        switch value {
        case .null: "null"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let range, _): "'\(String(decoding: JSONText.unescaped(bytes[range]), as: UTF8.self))'"
        case .json(let range): String(decoding: bytes[range], as: UTF8.self)
        }
      }
      lines += "\(table): \(words.joined(separator: " "))\n"
    }
    return error?.description ?? lines
  }

  @Test func readsEveryKindOfValue() {
    let rows =
      #"{"notes":[[null,"a\n\"b\" \\ \u00e9\ud83d\ude00\u0000.",-1.5e3,{"k":["]",1]}]],"words":[["",-9223372036854775808,"x"],["é",9223372036854775807,null]],"marks":[[0]]}"#
    #expect(
      scanned(rows) == """
        0: null 'a\n"b" \\ é😀\0.' -1500.0 {"k":["]",1]}
        1: '' -9223372036854775808 'x'
        1: 'é' 9223372036854775807 null
        2: 0

        """)
  }

  @Test(arguments: [
    ("", "'{' is missing (byte 0 of the rows)"),
    ("{}", "the rows of 'notes' are missing (byte 1 of the rows)"),
    (#"{"notes":[]"#, "'notes' has 0 rows, but should have one (byte 11 of the rows)"),
    (#"{"notes":[[1,"",0,{}]]"#, "'notes' should have a string or null for 'title' (byte 11 of the rows)"),
    (#"{"notes":[["",null,0,{}]]"#, "'notes' should have a string for 'body' (byte 18 of the rows)"),
    (#"{"notes":[["","",0,{]]]"#, "'notes' should have a JSON value for 'tags' (byte 21 of the rows)"),
    (#"{"notes":[["",""]]"#, "',' is missing (byte 16 of the rows)"),
    (#"{"notes":[["","",0,1,2]]"#, "']' is missing (byte 20 of the rows)"),
    (#"{"notes":[["","",0,1]],"marks":[]"#, "the rows of 'words' are missing (byte 23 of the rows)"),
    (
      #"{"notes":[["","",0,1]],"words":[["",99999999999999999999,""]]"#,
      "'words' should have an integer for 'starts' (byte 56 of the rows)"
    ),
    (#"{"notes":[["\x","",0,1]]"#, "'notes' should have a string or null for 'title' (byte 15 of the rows)"),
    (#"{"notes":[["\ud800","",0,1]]"#, "'notes' should have a string or null for 'title' (byte 19 of the rows)"),
    (#"{"notes":[["","",0,1]],"words":[],"marks":[]}!"#, "something follows the rows (byte 45 of the rows)"),
  ])
  func saysWhatIsWrong(rows: String, problem: String) { #expect(scanned(rows) == problem) }

  @Test func takesNoBrokenUTF8() {
    var bytes = note("plan", "one")
    bytes[bytes.firstIndex(of: UInt8(ascii: "p")).map { $0 } ?? 0] = 0xC3
    #expect(scanned(bytes).hasPrefix("'notes' should have a string or null for 'title'"))
  }

  /// Cut and changed anywhere, rows are read or refused; nothing traps.
  @Test func takesWhateverBytesThereAre() {
    let rows = Array(
      #"{"notes":[["t\u00e9","a\\b",0.5,{"n":["x",null]}]],"words":[["one",0,null]],"marks":[[7]]}"#.utf8)
    var random = SplitMix64(seed: 74)
    var refused = 0
    for _ in 0..<5000 {
      var bytes = rows
      for _ in 0...Int(random.next() % 3) {
        let at = Int(random.next() % UInt64(bytes.count))
        if random.next() % 4 == 0 {
          bytes.removeSubrange(at...)
          if bytes.isEmpty { bytes = [0x7B] }
        } else {
          bytes[at] = random.next() % 2 == 0 ? UInt8(truncatingIfNeeded: random.next()) : rows[Int(random.next() % 40)]
        }
      }
      if RowScanner.scan(bytes, noteTables, row: { _, _ in }) != nil { refused += 1 }
    }
    #expect(refused > 3000)
  }
}

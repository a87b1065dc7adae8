import JSON
import StageTesting
import Testing

@Suite struct JSONWriterTests {
  private static let value: JSON = [
    "id": "a", "none": [:], "empty": [],
    "rows": [["start": 0, "end": 3, "tags": ["x", "y"]], ["start": 4, "end": 9, "inner": ["deep": [1, [2]]]]],
    "flags": [true, false, nil], "numbers": [0, -1, 9, 10, 1_234_567_890_123, 0.1],
  ]

  @Test(arguments: [
    ("compact", JSONWriter.Layout.compact), ("lines-0", .lines(depth: 0)), ("lines-2", .lines(depth: 2)),
    ("lines-9", .lines(depth: 9)),
  ])
  func laysOut(name: String, layout: JSONWriter.Layout) throws {
    let text = Self.value.text(layout)
    expectGolden(text + "\n", at: "Goldens/layout-\(name).json")
    #expect(try JSON(parsing: text) == Self.value)
  }

  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{8}\u{C}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u000c\\u001f\u{7F}\""), ("é😀\u{2028}", "\"é😀\u{2028}\""),
    ("1234567\n", #""1234567\n""#), ("12345678\n12345678\"", #""12345678\n12345678\"""#),
  ])
  func quotes(string: String, text: String) { #expect(JSON.string(string).text() == text) }

  @Test(arguments: [0, 7, -7, 10, 99, 100, -100, 1_000_000, Int.max, Int.min])
  func writesIntegers(value: Int) { #expect(JSON.integer(value).text() == value.description) }

  @Test func quotesAtEveryPlaceInAWord() throws {
    for length in 0..<40 {
      for place in 0..<length {
        for mark: UInt8 in [0, 0x1F, 0x22, 0x5C, 0x20, 0x21, 0x5B, 0x5D, 0x7F] {
          var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
          bytes[place] = mark
          let string = String(decoding: bytes, as: UTF8.self)
          #expect(try JSON(parsing: JSON.string(string).text()) == .string(string))
        }
      }
    }
  }

  @Test func startsAfreshAfterALine() {
    var writer = JSONWriter()
    writer.object { $0.member("a", 1) }
    #expect(writer.takeLine() == Array("{\"a\":1}\n".utf8))
    writer.array { $0.bool(true) }
    #expect(writer.takeLine() == Array("[true]\n".utf8))
    #expect(writer.bytes.isEmpty)
  }
}

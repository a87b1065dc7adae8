import JSON
import Testing

/// What is JSON and what is not, and what people are told about the latter.
@Suite struct JSONSyntaxTests {
  @Test(
    arguments: [
      ("null", JSON.null), (" true\n", true), ("false", false), ("0", 0), ("-0", 0), ("-12", -12),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("0.5", 0.5), ("1e3", 1000.0), ("1E-2", 0.01), ("1e-400", 0.0), ("\"\"", ""),
      (#""\u0041\n\/\ud83d\ude00""#, "A\n/😀"),
      (#""\u0000""#, "\u{0}"), ("[]", []), ("[1,[2],{}]", [1, [2], [:]]),
      (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": nil]]),
      ("\u{FEFF}[1]", [1]), ("\"\u{7F}\u{85}\u{2028}\"", "\u{7F}\u{85}\u{2028}"),
    ] as [(String, JSON)])
  func readsValid(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      // Nothing, or not enough.
      ("", 1, 1, "there is no value: the text is empty"),
      (" \n ", 1, 1, "there is no value: the text is empty"),
      ("\u{FEFF}", 1, 1, "there is no value: the text is empty"),
      ("[1, 2\n", 1, 6, "the text ends inside the array that begins on line 1, column 1: ']' is missing"),
      (
        "{\"a\": {\n\"b\": 1 }", 2, 9, "the text ends inside the object that begins on line 1, column 1: '}' is missing"
      ),
      ("{\"a\"", 1, 5, "the text ends inside the object that begins on line 1, column 1: '}' is missing"),
      ("{\"a\":", 1, 6, "the text ends inside the object that begins on line 1, column 1: '}' is missing"),
      // Commas and brackets.
      ("[1, 2,]", 1, 6, "a comma before ']': take it out"),
      ("{\"a\": 1,\n}", 1, 8, "a comma before '}': take it out"),
      ("[1,,2]", 1, 4, "a comma too many: a value is missing before it"),
      ("[,1]", 1, 2, "a comma too many: a value is missing before it"),
      ("{,}", 1, 2, "a comma too many: take it out"),
      ("[1 2]", 1, 4, "a comma is missing before this"),
      ("{\"a\": 1\n \"b\": 2}", 2, 2, "a comma is missing before this"),
      ("{\"a\": 1; \"b\": 2}", 1, 8, "';' should be ','"),
      ("[1}", 1, 3, "'}' should be ']', which closes the '[' of line 1, column 1"),
      ("{\"a\": [1, 2}", 1, 12, "'}' should be ']', which closes the '[' of line 1, column 7"),
      ("{\"a\": 1]", 1, 8, "']' should be '}', which closes the '{' of line 1, column 1"),
      ("{]", 1, 2, "']' should be '}', which closes the '{' of line 1, column 1"),
      ("[1]]", 1, 4, "']' closes nothing: take it out"),
      ("{},", 1, 3, "a comma after the end of the value: take it out"),
      ("{} {}", 1, 4, "there is more after the end of the value"),
      // Keys.
      ("{a: 1}", 1, 2, "the key a should stand in double quotation marks: \"a\""),
      ("{1: 1}", 1, 2, "the key 1 should stand in double quotation marks: \"1\""),
      ("{'a': 1}", 1, 2, "''' should be '\"': JSON's quotation marks are double and straight"),
      ("{“a”: 1}", 1, 2, "'“' should be '\"': JSON's quotation marks are double and straight"),
      ("{[1]: 2}", 1, 2, "'[' begins no key: keys stand in double quotation marks"),
      ("{\"a\" 1}", 1, 6, "a colon is missing after the key \"a\""),
      ("{\"a\" = 1}", 1, 6, "'=' should be ':'"),
      ("{\"a\": }", 1, 7, "a value is missing before '}'"),
      ("[\"a\": 1]", 1, 5, "a key and its value can't stand in an array: put them in an object, { … }"),
      ("{\"é\": 1, \"é\": 2}", 1, 10, "the key \"é\" stands twice in this object"),
      ("{\"a\": 1, \"b\": {\"a\": 1},\n \"\\u0061\": 2}", 2, 2, "the key \"a\" stands twice in this object"),
      ("{\"a\\u0000b\": 1}", 1, 2, "a key can't contain a NUL character"),
      // Words, numbers and comments.
      ("['a']", 1, 2, "''' should be '\"': JSON's quotation marks are double and straight"),
      ("True", 1, 1, "'True' should be 'true'"),
      ("[FALSE]", 1, 2, "'FALSE' should be 'false'"),
      ("[None]", 1, 2, "'None' should be 'null'"),
      ("[NaN]", 1, 2, "JSON has no NaN: write null"),
      ("[-Infinity]", 1, 2, "JSON has no -Infinity: write null"),
      ("[clean]", 1, 2, "'clean' is no JSON value: write \"clean\" if it is a string"),
      ("[+5]", 1, 2, "'+5' is no JSON number: write 5"),
      ("[.5]", 1, 2, "'.5' is no JSON number: write 0.5"),
      ("[5.]", 1, 2, "'5.' is no JSON number: write 5.0"),
      ("[-007]", 1, 2, "'-007' is no JSON number: write -7"),
      ("[0x1F]", 1, 2, "'0x1F' is no JSON number: write 31"),
      ("[1_000]", 1, 2, "'1_000' is no JSON number: write 1000"),
      ("[1.2.3]", 1, 2, "'1.2.3' is no JSON number: write \"1.2.3\" if it is a string"),
      ("[9223372036854775808]", 1, 2, "9223372036854775808 is too large for an integer of 64 bits"),
      ("[1, 1e400]", 1, 5, "1e400 is too large for a number"),
      ("{ // all\n}", 1, 3, "JSON has no comments: take this out"),
      ("[1 # one\n]", 1, 4, "JSON has no comments: take this out"),
      ("[1] /* end */", 1, 5, "JSON has no comments: take this out"),
      ("[@]", 1, 2, "'@' begins no value: strings stand in double quotation marks"),
      ("[\u{0}]", 1, 2, "U+0000 begins no value: strings stand in double quotation marks"),
      ("[1 @]", 1, 4, "'@' can't stand here: ',' or ']' is missing"),
      // Strings.
      (
        "[\"a\n\"]", 1, 2,
        "this string has no closing quotation mark on its line: put one at its end, or write line breaks as \\n"
      ),
      (
        "[\"a", 1, 2,
        "this string has no closing quotation mark on its line: put one at its end, or write line breaks as \\n"
      ),
      (
        "[\"a\\", 1, 4,
        "this string has no closing quotation mark on its line: put one at its end, or write line breaks as \\n"
      ),
      ("[\"ä\tb\"]", 1, 4, "a tab in a string: write \\t"),
      ("[\"\u{0}\"]", 1, 3, "the control character U+0000 in a string: write \\u0000"),
      ("[\"\u{1B}\"]", 1, 3, "the control character U+001B in a string: write \\u001b"),
      ("[\"C:\\dir\"]", 1, 5, "\\d means nothing: write \\\\ for a backslash"),
      ("[\"\\u12g4\"]", 1, 3, "\\u wants four hexadecimal digits: \\u00e9"),
      ("[\"\\ud800\"]", 1, 3, "this is half of a surrogate pair, and the other half is missing"),
      ("[\"\\udc00\"]", 1, 3, "this is half of a surrogate pair, and the other half is missing"),
    ] as [(String, Int, Int, String)])
  func explainsInvalid(text: String, line: Int, column: Int, problem: String) {
    #expect(
      performing: { try JSON(parsing: text) },
      throws: { error in
        guard let error = error as? JSONSyntaxError else { return false }
        #expect(error.problem == problem)
        #expect([error.location.line, error.location.column] == [line, column], "in \(text)")
        return true
      })
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 3), ([0x22, 0xC3, 0x22], 2), ([0x22, 0xC0, 0x80, 0x22], 2),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 2), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 2),
    ] as [([UInt8], Int)])
  func pointsAtUndecodableBytes(bytes: [UInt8], column: Int) {
    #expect(
      performing: { try JSON(parsing: bytes) },
      throws: { error in
        guard let error = error as? JSONSyntaxError else { return false }
        #expect(error.problem == "this is not UTF-8: save the file in the charset UTF-8")
        return error.location.column == column
      })
  }

  @Test func saysTheSameAsJansson() throws {
    var dice = Dice(seed: 1)
    let marks = Array("{}[]:,\"'\\/ \n0123456789-+.eEtrufalsn\u{1}é😀".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xFF]
    for _ in 0..<6000 {
      var bytes = Array(dice.json(depth: 3).text().utf8)
      for _ in 0..<dice.below(3) {
        let at = dice.below(bytes.count + 1)
        if dice.once(in: 2), at < bytes.count { bytes.remove(at: at) } else { bytes.insert(dice.pick(marks), at: at) }
      }
      do {
        _ = try JSON(parsing: bytes)
      } catch {
        // Words of jansson's would mean that the scanner let something pass.
        #expect(!error.problem.contains(" near "), "\(error) in \(String(decoding: bytes, as: UTF8.self))")
        #expect(error.location.offset + error.location.length <= bytes.count)
      }
    }
  }
}

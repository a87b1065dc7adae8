import JSON
import Testing

@Suite struct JSONLocatorTests {
  private static let text = """
    {
      "name": "é😀", "after": 1,
      "stages": [
        { "use": "clean" },
        { "use": "a \\"b\\" c", "with": { "x/y": [[], [10, 200]], "\\u0061\\n": true } }
      ],
      "": -1.5e3,
      "cafe\u{301}": 1, "caf\u{E9}": 2
    }
    """

  @Test(arguments: [
    (JSONPointer.root, 1, 1, "{"), (.root.appending("name"), 2, 11, "\"é😀\""), (.root.appending("after"), 2, 26, "1"),
    (.root.appending("stages").appending(0), 4, 5, "{ \"use\": \"clean\" }"),
    (.root.appending("stages").appending(1).appending("use"), 5, 14, #""a \"b\" c""#),
    (.root.appending("stages").appending(1).appending("with").appending("x/y").appending(1).appending(1), 5, 54, "200"),
    (.root.appending("stages").appending(1).appending("with").appending("a\n"), 5, 73, "true"),
    (.root.appending(""), 7, 7, "-1.5e3"),
    (.root.appending("caf\u{E9}"), 8, 23, "2"),
    // The nearest value around a missing step.
    (.root.appending("stages").appending(7), 3, 13, "["), (.root.appending("stages").appending("x"), 3, 13, "["),
    (.root.appending("name").appending("x"), 2, 11, "\"é😀\""), (.root.appending(0), 1, 1, "{"),
  ])
  func findsValues(pointer: JSONPointer, line: Int, column: Int, begins: String) throws {
    _ = try JSON(parsing: Self.text)
    let location = JSONLocator(Array(Self.text.utf8)).location(of: pointer)
    #expect([location.line, location.column] == [line, column])
    let found = Array(Self.text.utf8)[location.offset..<location.offset + location.length]
    #expect(String(decoding: found, as: UTF8.self).hasPrefix(begins))
  }

  @Test(arguments: [
    (JSONPointer.root.appending("stages"), 3, 3, "\"stages\""),
    (.root.appending("stages").appending(1).appending("with").appending("a\n"), 5, 61, #""\u0061\n""#),
    (.root.appending("stages").appending(0), 4, 5, "{ \"use\": \"clean\" }"),
  ])
  func findsKeys(pointer: JSONPointer, line: Int, column: Int, text: String) {
    let location = JSONLocator(Array(Self.text.utf8)).location(of: pointer, .key)
    #expect([location.line, location.column] == [line, column])
    let found = Array(Self.text.utf8)[location.offset..<location.offset + location.length]
    #expect(String(decoding: found, as: UTF8.self) == text)
  }

  @Test func skipsAByteOrderMark() {
    let location = JSONLocator(Array("\u{FEFF}{\"a\": 1}".utf8)).location(of: .root.appending("a"))
    #expect([location.line, location.column, location.offset, location.length] == [1, 7, 9, 1])
  }

  @Test func findsWhatTheValueHolds() throws {
    var dice = Dice(seed: 4)
    for _ in 0..<300 {
      let value = JSON.array([dice.json(depth: 4)])
      let text = Array(value.text(.lines(depth: dice.below(4))).utf8)
      for pointer in pointers(in: value) {
        let location = JSONLocator(text).location(of: pointer)
        let found = text[location.offset..<location.offset + location.length]
        #expect(try JSON(parsing: Array(found)) == value[pointer])
      }
    }
  }

  @Test func survivesTextsThatAreNotJSON() {
    var dice = Dice(seed: 5)
    for _ in 0..<3000 {
      let value = JSON.object(["a": dice.json(depth: 3), "b": [1]])
      var text = Array(value.text().utf8)
      text.removeSubrange(dice.below(text.count)...)
      if !text.isEmpty { text[dice.below(text.count)] = dice.pick(Array("{}[]:,\"\\".utf8)) }
      for pointer in pointers(in: value) {
        let location = JSONLocator(text).location(of: pointer, dice.once(in: 2) ? .key : .value)
        #expect(location.offset + location.length <= text.count)
      }
    }
  }

  private func pointers(in value: JSON, at pointer: JSONPointer = .root) -> [JSONPointer] {
    let inner =
      switch value {
      case .array(let elements): elements.enumerated().flatMap { pointers(in: $1, at: pointer.appending($0)) }
      case .object(let object): object.flatMap { pointers(in: $0.value, at: pointer.appending($0.key)) }
      default: [] as [JSONPointer]
      }
    return [pointer] + inner
  }
}

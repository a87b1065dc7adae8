import JSON
import Testing

@Suite struct JSONValueTests {
  @Test func writesBackWhatItRead() throws {
    var dice = Dice(seed: 2)
    for _ in 0..<2000 {
      let value = dice.json(depth: 4)
      #expect(try JSON(parsing: value.text()) == value)
      #expect(try JSON(parsing: value.text(.lines(depth: 2))) == value)
    }
  }

  @Test(arguments: [
    (0.1, "0.1"), (-0.0, "-0.0"), (100, "100.0"), (1e16, "1e+16"), (1.0 / 3, "0.3333333333333333"),
    (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (0.98, "0.98"), (.infinity, "null"), (.nan, "null"),
  ])
  func writesShortestReals(value: Double, text: String) { #expect(JSON.real(value).text() == text) }

  @Test func readsRealsExactly() throws {
    var dice = Dice(seed: 3)
    for _ in 0..<20_000 {
      let value = dice.real()
      guard case .real(let read) = try JSON(parsing: JSON.real(value).text()) else {
        Issue.record("\(value) is read as another kind")
        continue
      }
      #expect(read.bitPattern == value.bitPattern)
    }
    // Halfway between two doubles, and a hair above: a reader that rounds twice gets one of them wrong.
    #expect(try JSON(parsing: "9007199254740993.0") == .real(9_007_199_254_740_992))
    #expect(try JSON(parsing: "9007199254740993.00000000000000000000001") == .real(9_007_199_254_740_994))
  }

  @Test func keepsTheOrderOfKeys() throws {
    let text = #"{"z":1,"a":2,"m":{"y":1,"b":2}}"#
    #expect(try JSON(parsing: text).text() == text)
  }

  @Test func keysDifferWhereTheirBytesDo() throws {
    let value = try JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(JSON.string("\u{E9}") != .string("e\u{301}"))
    #expect(Set([JSON.string("\u{E9}"), .string("e\u{301}")]).count == 2)
  }

  @Test(arguments: [3, 40])
  func objectsKeepTheirMembersInOrder(count: Int) {
    var object = JSONObject()
    for number in 0..<count { object["key \(number)"] = .integer(number) }
    object["key 1"] = "changed"
    object["key 0"] = nil
    object["none"] = nil
    object["key 0"] = "again"
    #expect(object.keys == (1..<count).map { "key \($0)" } + ["key 0"])
    #expect(object["key 1"] == "changed")
    #expect(object["key \(count - 1)"] == .integer(count - 1))
    #expect(object["key \(count)"] == nil)
    #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
  }

  /// Takes minutes where any step is quadratic.
  @Test func manyKeysTakeLinearTime() throws {
    let object = JSONObject((0..<100_000).map { ("key number \($0)", .integer($0)) })
    let read = try JSON(parsing: JSON.object(object).text())
    #expect(read == .object(object))
    #expect(object.keys.allSatisfy { read[$0] == object[$0] })
  }

  @Test(
    arguments: [
      (JSON.null, "null"), ([], "an array"), (["a": 1], "an object"), (true, "a boolean"), (1, "an integer"),
      (1.5, "a number"), ("a", "a string"),
    ] as [(JSON, String)])
  func convertsOnlyItsOwnKind(value: JSON, _: String) {
    let found = [
      value.bool != nil, value.integer != nil, value.string != nil, value.array != nil, value.object != nil,
    ].count { $0 }
    #expect(found == (value == .null || value == 1.5 ? 0 : 1))
    #expect((value.number != nil) == (value == 1 || value == 1.5))
  }

  @Test func followsPointers() {
    let value: JSON = ["a": [1, ["b/c": 2]]]
    #expect(value[.root] == value)
    #expect(value[.root.appending("a").appending(1).appending("b/c")] == 2)
    #expect(value[.root.appending("a").appending(2)] == nil)
    #expect(value[.root.appending("a").appending(-1)] == nil)
    #expect(value[.root.appending(0)] == nil)
  }

  @Test func writesPointersAsRFC6901AndAsPeopleDo() {
    let pointer = JSONPointer.root.appending("m~n").appending("a/b").appending(0).appending("")
    #expect(pointer.description == "/m~0n/a~1b/0/")
    #expect(JSONPointer.root.description == "")
    #expect(JSONPointer.root.appending("stages").appending(2).appending("with").path == "stages[2].with")
    #expect(JSONPointer.root.appending("a").appending(JSONPointer.root.appending(1)).path == "a[1]")
  }
}

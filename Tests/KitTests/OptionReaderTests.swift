import JSON
import StageKit
import Testing

@Suite struct OptionReaderTests {
  private static let valid: JSONObject = ["needed": "x"]

  @Test func givesDefaultsForWhatIsAbsent() throws {
    let options = try EveryOption.read(Self.valid)
    #expect(options.flag && options.count == 3 && options.limit == nil && options.share == 0.5 && options.floor == nil)
    #expect(options.word == "w" && options.other == nil && options.needed == "x" && options.list == nil)
    #expect(options.lists == [] && options.style == .short && options.labels == ["A"] && options.map == nil)
  }

  @Test func readsWhatIsThere() throws {
    let options = try EveryOption.read([
      "flag": false, "count": 10, "limit": -7, "share": 1, "floor": -2.5, "word": "", "other": "o", "needed": "n",
      "list": "words.txt", "lists": ["a", "b"], "style": "long", "labels": ["B", "A"], "map": ["k": 1],
    ])
    #expect(!options.flag && options.count == 10 && options.limit == -7 && options.share == 1 && options.floor == -2.5)
    #expect(options.word == "" && options.other == "o" && options.needed == "n" && options.list == "words.txt")
    #expect(options.lists == ["a", "b"] && options.style == .long && options.labels == ["B", "A"])
    #expect(options.map == ["k": 1])
  }

  @Test(
    arguments: [
      (["flag": 1], "'flag' should be true or false, not an integer"),
      (["count": "3"], "'count' should be an integer from 0 to 10, not a string"),
      (["count": 11], "'count' is 11, but should be an integer from 0 to 10"),
      (["count": 1.5], "'count' should be an integer from 0 to 10, not a number"),
      (["count": nil], "'count' should be an integer from 0 to 10, not null"),
      (["limit": "x"], "'limit' should be an integer, not a string"),
      (["share": 1.5], "'share' is 1.5, but should be a number from 0 to 1"),
      (["share": 2], "'share' is 2, but should be a number from 0 to 1"),
      (["share": "a"], "'share' should be a number from 0 to 1, not a string"),
      (["floor": true], "'floor' should be a number, not a boolean"),
      (["word": []], "'word' should be a string, not an array"),
      (["list": 1], "'list' should be the path of a file, not an integer"),
      (["lists": ["a", 1]], "'lists[1]' should be the path of a file, not an integer"),
      (["lists": "a"], "'lists' should be a list, each the path of a file, not a string"),
      (["style": "lnog"], "'style': unknown value \"lnog\"; did you mean \"long\"?"),
      (["style": "x"], "'style': unknown value \"x\"; it can be \"short\", \"long\""),
      (["style": 1], "'style' should be one of \"short\", \"long\", not an integer"),
      (["labels": ["A", "C"]], "'labels[1]': unknown value \"C\"; it can be \"A\", \"B\""),
      (["map": []], "'map' should be an object, not an array"),
      (["cuont": 3], "unknown option 'cuont'; did you mean 'count'?"),
      (["Count": 3], "unknown option 'Count'; did you mean 'count'?"),
      (
        ["zzzzzzzz": 3],
        "unknown option 'zzzzzzzz'; there are 'flag', 'count', 'limit', 'share', 'floor', 'word', 'other', 'needed', 'list', 'lists', 'style', 'labels', 'map'"
      ),
      (["word": "refused"], "'word': is refused"),
    ] as [(JSONObject, String)])
  func refuses(values: JSONObject, message: String) {
    let values = JSONObject(Self.valid.map { ($0.key, $0.value) } + values.map { ($0.key, $0.value) })
    #expect(
      performing: { try EveryOption.read(values) },
      throws: { error in
        #expect("\(error)" == message)
        return (error as? OptionErrors)?.errors.count == 1
      })
  }

  @Test func tellsEverythingAtOnce() {
    #expect(
      performing: { try EveryOption.read(["count": 11, "flag": "no", "x": 1, "lists": [1, 2]]) },
      throws: { error in
        let pointers = (error as? OptionErrors)?.errors.map(\.pointer.description)
        return pointers == ["/flag", "/count", "", "/lists/0", "/lists/1", "/x"]
      })
    #expect(
      performing: { try EveryOption.read([:]) },
      throws: { error in
        "\(error)" == "the option 'needed' is missing: Help of needed."
      })
  }

  @Test func aStageWithoutOptionsSaysSo() {
    var reader = OptionReader(["a": 1])
    #expect(performing: { try reader.finish() }, throws: { "\($0)" == "unknown option 'a'; this stage has none" })
  }

  @Test func describesEachOption() {
    var reader = OptionReader([:])
    _ = EveryOption(from: &reader)
    let schemas = reader.declarations.map { "\($0.key)\($0.isRequired ? "!" : "") \(JSON.object($0.schema))" }
    #expect(
      schemas == [
        #"flag {"type":"boolean","description":"Help of flag.","default":true}"#,
        #"count {"type":"integer","minimum":0,"maximum":10,"description":"Help of count.","default":3}"#,
        #"limit {"type":"integer","description":"Help of limit."}"#,
        #"share {"type":"number","minimum":0.0,"maximum":1.0,"description":"Help of share.","default":0.5}"#,
        #"floor {"type":"number","description":"Help of floor."}"#,
        #"word {"type":"string","description":"Help of word.","default":"w"}"#,
        #"other {"type":"string","description":"Help of other."}"#,
        #"needed! {"type":"string","description":"Help of needed."}"#,
        #"list {"type":"string","description":"Help of list."}"#,
        #"lists {"type":"array","items":{"type":"string"},"description":"Help of lists.","default":[]}"#,
        #"style {"enum":["short","long"],"description":"Help of style.","default":"short"}"#,
        #"labels {"type":"array","items":{"enum":["A","B"]},"description":"Help of labels.","default":["A"]}"#,
        #"map {"type":"object","description":"Help of map."}"#,
      ])
  }

  @Test(arguments: [
    (OptionDeclaration.Kind.integer(1...Int.max), "an integer of at least 1"),
    (.integer(Int.min...5), "an integer of at most 5"), (.number(0...Double.infinity), "a number of at least 0"),
    (.list(.choice(["a", "b"])), "a list, each one of \"a\", \"b\""),
  ])
  func describesBounds(kind: OptionDeclaration.Kind, words: String) { #expect(kind.description == words) }
}

/// One option of each kind.
private struct EveryOption: StageOptions {
  let flag: Bool, count: Int, limit: Int?, share: Double, floor: Double?, word: String, other: String?, needed: String
  let list: String?, lists: [String], style: Style, labels: [String], map: JSONObject?

  enum Style: String, CaseIterable { case short, long }

  init(from reader: inout OptionReader) {
    flag = reader.boolean("flag", default: true, help: "Help of flag.")
    count = reader.integer("count", default: 3, in: 0...10, help: "Help of count.")
    limit = reader.integer("limit", help: "Help of limit.")
    share = reader.number("share", default: 0.5, in: 0...1, help: "Help of share.")
    floor = reader.number("floor", help: "Help of floor.")
    word = reader.string("word", default: "w", help: "Help of word.")
    other = reader.string("other", help: "Help of other.")
    needed = reader.requiredString("needed", help: "Help of needed.")
    list = reader.file("list", help: "Help of list.")
    lists = reader.files("lists", help: "Help of lists.")
    style = reader.choice("style", default: .short, help: "Help of style.")
    labels = reader.strings("labels", default: ["A"], choices: ["A", "B"], help: "Help of labels.")
    map = reader.object("map", help: "Help of map.")
    if word == "refused" { reader.refuse("word", "is refused") }
  }

  static func read(_ values: JSONObject) throws -> EveryOption {
    var reader = OptionReader(values)
    let options = EveryOption(from: &reader)
    try reader.finish()
    return options
  }
}

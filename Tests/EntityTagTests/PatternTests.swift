import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import EntityTagPlugin

/// Patterns of the user's own.
@Suite struct PatternTests {
  private func tag(_ text: String, _ files: String..., with options: JSONObject = [:]) throws -> Document {
    try withFiles(files, named: "jsonl") { names, resources in
      var options = options
      options["patterns"] = .array(names.map { .string($0) })
      return try run(EntityTagStage.self, with: options, resources: resources, on: text)
    }
  }

  /// What patterns have found, marked.
  private func marking(_ document: Document) -> String {
    var found = document
    found.entities = document.entities?.filter { $0.why == .pattern }
    return MarkedText.marking(found)
  }

  @Test(arguments: [
    (
      "a phrase as it is written", #"{"label": "ORG", "pattern": "Kvell Brewing"}"#,
      "[ORG Kvell\nBrewing] and kvell brewing"
    ),
    ("with marks", #"{"label": "ORG", "pattern": "Kvell & Sons, Inc."}"#, "At [ORG Kvell & Sons, Inc.] today"),
    (
      "words in any letters", #"{"label": "GPE", "pattern": [{"LOWER": "san"}, {"LOWER": "tomu"}]}"#,
      "SAN [GPE San Tomu] san"
    ),
    ("the words as written", #"{"label": "X", "pattern": [{"ORTH": "Ab"}, {"TEXT": "cd"}]}"#, "[X Ab cd] ab cd Ab Cd"),
    ("keys in small letters", #"{"label": "X", "pattern": [{"lower": "ab", "op": "+"}]}"#, "[X ab AB] cd"),
    (
      "optional", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {"LOWER": "-", "OP": "?"}, {"IS_DIGIT": true}]}"#,
      "[X ab 1] [X ab-2] ab - - 3"
    ),
    (
      "as often as can be", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {"IS_DIGIT": true, "OP": "*"}]}"#,
      "[X ab] x [X ab 1 2 3] x"
    ),
    (
      "once at least, before a known word",
      #"{"label": "X", "pattern": [{"IS_TITLE": true, "OP": "+"}, {"LOWER": "inc"}]}"#, "the [X Old Kvell Inc] of Inc"
    ),
    (
      "so many times", #"{"label": "X", "pattern": [{"LOWER": "ab", "OP": "{2,3}"}]}"#,
      "ab. [X ab ab]. [X ab ab ab] ab. x"
    ),
    ("exactly", #"{"label": "X", "pattern": [{"LOWER": "ab", "OP": "{2}"}, {"LOWER": "c"}]}"#, "ab c; ab [X ab ab c]"),
    ("at most", #"{"label": "X", "pattern": [{"LOWER": "ab", "OP": "{,1}"}, {"LOWER": "c"}]}"#, "ab [X ab c] [X c]"),
    ("not", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {"LOWER": "cd", "OP": "!"}]}"#, "ab cd [X ab ef]"),
    (
      "one of several", #"{"label": "X", "pattern": [{"LOWER": {"IN": ["ab", "cd"]}}, {"IS_DIGIT": true}]}"#,
      "[X ab 1] [X CD 2] ef 3"
    ),
    (
      "none of several", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {"TEXT": {"NOT_IN": ["cd", "ef"]}}]}"#,
      "ab cd [X ab Cd] ab ef"
    ),
    (
      "by a regular expression", #"{"label": "X", "pattern": [{"TEXT": {"REGEX": "^[A-Z]{2}\\d+$"}}]}"#,
      "[X MH17] mh17 MHX17"
    ),
    (
      "by one in small letters", #"{"label": "X", "pattern": [{"LOWER": {"REGEX": "^colou?rs?$"}}]}"#,
      "[X Colours] of [X color]"
    ),
    (
      "by shape", #"{"label": "X", "pattern": [{"SHAPE": "Xxxxx"}, {"SHAPE": "dd"}]}"#,
      "[X Oktober 12] Okt 12 October 123"
    ),
    ("by length", #"{"label": "X", "pattern": [{"LENGTH": {">=": 7}, "IS_ALPHA": true}]}"#, "short [X Österreich] abc"),
    ("by the shorter", #"{"label": "X", "pattern": [{"LENGTH": {"<": 3}, "IS_UPPER": true}]}"#, "[X AB] ABC ab"),
    (
      "by traits", #"{"label": "X", "pattern": [{"IS_CURRENCY": true}, {"LIKE_NUM": true, "OP": "+"}]}"#,
      "[X $ 12 million] [X €3] x"
    ),
    ("by what it is not", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {"IS_PUNCT": false}]}"#, "ab, [X ab c]"),
    (
      "any token", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {}, {"LOWER": "ef"}]}"#, "[X ab, ef] [X ab 1 ef] ab ef"
    ),
    (
      "with what was found", #"{"label": "X", "pattern": [{"LOWER": "president"}, {"ENT_TYPE": "PERSON", "OP": "+"}]}"#,
      "[X President Maria Lopez] spoke."
    ),
    (
      "what is two tokens here", #"{"label": "X", "pattern": [{"LOWER": "21st"}, {"LOWER": "century"}]}"#,
      "the [X 21st Century]"
    ),
    ("an initial", #"{"label": "X", "pattern": [{"ORTH": "J."}, {"LOWER": "kvell"}]}"#, "by [X J. Kvell]"),
    ("not over a blank line", #"{"label": "X", "pattern": [{"LOWER": "ab"}, {"LOWER": "cd"}]}"#, "ab\n\ncd [X ab\ncd]"),
    (
      "the longest of several patterns",
      """
      {"label": "X", "pattern": [{"LOWER": "ab"}]}
      {"label": "Y", "pattern": [{"LOWER": "ab"}, {"LOWER": "cd"}]}
      """, "[X ab] [Y ab cd]"
    ),
    (
      "the first of equally long ones",
      """
      {"label": "X", "pattern": [{"LOWER": "ab"}]}
      {"label": "Y", "pattern": [{"TEXT": "ab"}]}
      """, "[X ab] cd"
    ),
    ("a regex", #"{"label": "LAW", "regex": "(?i)\\barticle \\d+\\b"}"#, "See [LAW Article 12], [LAW article 3]."),
    (
      "a group of it", #"{"label": "TICKER", "regex": "\\((?:NYSE|NASDAQ): *([A-Z]+)\\)", "group": 1}"#,
      "Kvell (NYSE: [TICKER KVL]) rose"
    ),
    (
      "a group by name", #"{"label": "TICKER", "regex": "\\$(?<symbol>[A-Z]{2,5})\\b", "group": "symbol"}"#,
      "buy $[TICKER KVL] now"
    ),
    ("of letters beyond ASCII", #"{"label": "X", "regex": "\\bÖ\\w+"}"#, "die [X Österreicher] und Graz"),
    ("part of a token", #"{"label": "X", "regex": "MH(\\d+)", "group": 1}"#, "flight MH[X 17] fell"),
    ("without white space at its ends", #"{"label": "X", "regex": " +ab +"}"#, "x  [X ab]  y"),
    ("with comments and empty lines between", "# ours\n\n{\"label\": \"X\", \"pattern\": \"ab\"}\n", "[X ab]"),
    (
      "a list", "[\n  {\"label\": \"X\", \"pattern\": \"ab\"},\n  {\"label\": \"Y\", \"pattern\": \"cd\"}\n]\n",
      "[X ab] [Y cd]"
    ),
    ("nothing", "", "ab"),
  ])
  func finds(_ what: String, patterns: String, marked: String) throws {
    let document = try tag(MarkedText(marked).text, patterns)
    #expect(marking(document) == marked)
    for entity in document.entities ?? [] where entity.why == .pattern { #expect(entity.score == 1) }
  }

  @Test(arguments: [
    (#"{"label": "ORG", "patern": "x"}"#, ":1:18: unknown key 'patern'; did you mean 'pattern'?"),
    (#"{"pattern": "x"}"#, ":1:1: the label is missing"),
    (#"{"label": "ORGG", "pattern": "x"}"#, ":1:11: unknown label 'ORGG'; did you mean 'ORG'?"),
    (#"{"label": "A B", "pattern": "x"}"#, ":1:11: the label 'A B' has a space in it"),
    (#"{"label": "ORG"}"#, ":1:1: what to find is missing"),
    (#"{"label": "ORG", "pattern": "x", "regex": "x"}"#, ":1:34: 'pattern' and 'regex' are two patterns"),
    (#"{"label": "ORG", "pattern": " "}"#, ":1:29: there is nothing but white space"),
    (#"{"label": "ORG", "pattern": []}"#, ":1:29: 'pattern' should be a text or a list of tokens"),
    (#"{"label": "ORG", "pattern": ["x"]}"#, ":1:30: a token should be an object"),
    (#"{"label": "ORG", "pattern": [{"LOWR": "x"}]}"#, ":1:31: unknown attribute 'LOWR'; did you mean 'LOWER'?"),
    (#"{"label": "ORG", "pattern": [{"POS": "NOUN"}]}"#, ":1:31: Galley knows no parts of speech"),
    (#"{"label": "ORG", "pattern": [{"LEMMA": "buy"}]}"#, ":1:31: Galley knows no lemmas"),
    (#"{"label": "ORG", "pattern": [{"IS_TITLE": "yes"}]}"#, ":1:43: 'IS_TITLE' should be true or false"),
    (#"{"label": "ORG", "pattern": [{"LOWER": 1}]}"#, ":1:40: the value should be a text"),
    (
      #"{"label": "ORG", "pattern": [{"LOWER": {"FUZZY": "x"}}]}"#,
      ":1:41: 'FUZZY' is not known here; there are IN and NOT_IN and REGEX"
    ),
    (#"{"label": "ORG", "pattern": [{"LOWER": {"IN": ["a", "b c"]}}]}"#, ":1:53: 'b c' is 2 words and marks here"),
    (#"{"label": "ORG", "pattern": [{"LENGTH": "x"}]}"#, ":1:41: LENGTH should be a number"),
    (
      #"{"label": "ORG", "pattern": [{"ENT_TYPE": "PERSN"}]}"#,
      ":1:43: no entity has the label 'PERSN'; did you mean 'PERSON'?"
    ),
    (#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "++"}]}"#, ":1:51: unknown operator"),
    (#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "{3,2}"}]}"#, ":1:51: unknown operator"),
    (#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "{65}"}]}"#, ":1:51: a token can be repeated 64 times"),
    (#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "*"}]}"#, ":1:29: each token of the pattern may be missing"),
    (
      #"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "{64}"}, {"LOWER": "b"}]}"#,
      ":1:29: the pattern has more than 64 tokens"
    ),
    (
      #"{"label": "LAW", "regex": "é(ab"}"#,
      ":1:27: the regex makes no sense: missing closing parenthesis, after its 4 first characters: é(ab"
    ),
    (#"{"label": "LAW", "pattern": [{"TEXT": {"REGEX": "[a"}}]}"#, ":1:49: the regex makes no sense"),
    (#"{"label": "LAW", "regex": "a*"}"#, ":1:27: the regex matches also where there is nothing"),
    (#"{"label": "LAW", "regex": "(a)", "group": 2}"#, ":1:43: the regex has no group 2; it has 1"),
    (#"{"label": "LAW", "regex": "(a)", "group": "x"}"#, ":1:43: the regex has no group (?<x>…)"),
    (#"{"label": "LAW", "regex": "\\C+"}"#, ":1:27: the regex makes no sense: using \\C is disabled"),
    (#"{"label": "LAW", "pattern": "a", "group": 1}"#, ":1:34: only a regex has groups"),
    (#"{"label": "LAW", "pattern": "a", "id": 1}"#, ":1:40: 'id' should be a string"),
    ("\n{\"label\": \"ORG\"", ":2:16: the line ends inside the pattern; a pattern takes one line"),
    ("{\n\"label\": \"ORG\"}", "a pattern takes one line, or all stand in one list, in [ and ]"),
    ("[\n {\"label\": \"ORG\",\n  \"pattern\": [{\"LOWR\": \"x\"}]}\n]", ":3:16: unknown attribute 'LOWR'"),
    ("[1]", ":1:2: a pattern should be an object"),
    (String(repeating: "x\n", count: 12), "… and 2 more"),
  ])
  func saysWhatIsWrong(content: String, message: String) {
    let error = #expect(throws: FileErrors.self) { try tag("", content) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("list-0.jsonl:") == true)
  }

  @Test func saysThatAFileIsNoText() {
    let error = #expect(throws: ResourceError.self) {
      try withFiles([""], named: "jsonl") { names, resources in
        try run(EntityTagStage.self, with: ["patterns": ["/proc/self/exe"]], resources: resources, on: "")
      }
    }
    #expect(error?.description.contains("has to be JSON in UTF-8") == true)
  }

  /// Neither hangs nor passes it over.
  @Test(arguments: [
    #"{"label": "X", "regex": "(a+)+$"}"#, #"{"label": "X", "regex": "(a|aa)+$"}"#,
    #"{"label": "X", "regex": "^(([a-z])+.)+[A-Z]([a-z])+$"}"#,
    #"{"label": "X", "pattern": [{"TEXT": {"REGEX": "(a+)+$"}}]}"#,
  ])
  func givesUpWithTheNameOfThePattern(pattern: String) throws {
    let text = String(repeating: "a", count: 3000) + "1b"
    let error = #expect(throws: StageFailure.self) { try tag(text, "\n" + pattern) }
    #expect(error?.description.contains("of the pattern at list-0.jsonl:2 takes too many steps") == true)
  }

  @Test func carriesNamesAndIds() throws {
    let document = try tag(
      "Kvell grew. KVL-12 was small; the old brewery closed. Kvell won.",
      """
      {"label": "ORG", "pattern": "Kvell", "id": "Q77", "canonical": "Kvell Brewing"}
      {"label": "ORG", "regex": "KVL-\\\\d+", "id": "Q77"}
      {"label": "ORG", "pattern": [{"LOWER": "old"}, {"LOWER": "brewery"}], "id": "Q78"}
      """, with: ["labels": ["ORG"]])
    #expect(document.chains?.map(\.canonical) == ["Kvell Brewing", "old brewery"])
    #expect(document.chains?.map(\.id) == ["Q77", "Q78"])
    #expect(document.chains?.map(\.mentions) == [[0, 1, 3], [2]])
  }

  @Test func joinsWithNamesOfTheSameId() throws {
    let document = try withFiles(
      ["Kvell\tORG\tKvell Brewing\tQ77\n", #"{"label": "ORG", "regex": "KVL-\\d+", "id": "Q77"}"#], named: "txt"
    ) {
      names, resources in
      try run(
        EntityTagStage.self,
        with: ["gazetteers": [.string(names[0])], "patterns": [.string(names[1])], "labels": ["ORG"]],
        resources: resources, on: "KVL-12 was ours, said Kvell.")
    }
    #expect(document.chains?.map(\.mentions) == [[0, 1]])
    #expect(document.chains?.map(\.canonical) == ["Kvell Brewing"])
  }

  @Test(arguments: [
    (true, "[ORG Kvell Brewing] Hall"), (false, "Kvell [FAC Brewing Hall]"),
  ])
  func theLongestOfNamesAndPatternsCounts(patternsWin: Bool, marked: String) throws {
    let files = ["Brewing Hall\tFAC\n", #"{"label": "ORG", "pattern": "Kvell Brewing"}"#]
    let document = try withFiles(files, named: "txt") { names, resources in
      try run(
        EntityTagStage.self,
        with: [
          "gazetteers": [.string(names[0])], "patterns": [.string(names[1])], "patterns-win": .bool(patternsWin),
        ], resources: resources, on: "Kvell Brewing Hall")
    }
    #expect(MarkedText.marking(document) == marked)
  }

  @Test(arguments: [(true, "She lives in [PERSON Berlin] now."), (false, "She lives in [GPE Berlin] now.")])
  func winsWhereAsked(wins: Bool, marked: String) throws {
    let document = try tag(
      "She lives in Berlin now.", #"{"label": "PERSON", "regex": "Berlin"}"#,
      with: ["patterns-win": .bool(wins), "labels": ["PERSON", "GPE"]])
    #expect(MarkedText.marking(document) == marked)
  }

  @Test func keepsItsPromises() throws {
    let patterns = """
      {"label": "THING", "pattern": [{"IS_ALPHA": true, "OP": "+"}, {"IS_DIGIT": true, "OP": "?"}], "id": "a"}
      {"label": "MARK", "regex": "[^\\\\w\\\\s]+|\\\\p{L}{3}"}
      """
    let broken = try withFiles([patterns], named: "jsonl") { names, resources in
      try brokenPromises(
        of: EntityTagStage.self, with: ["patterns": .array(names.map { .string($0) })], resources: resources)
    }
    #expect(broken == [])
  }

  /// Patterns of words alone, which are looked up together, find what the same find that are tried at every token.
  @Test(arguments: 0..<20) func findsWordsAsAnywhere(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = ["ab", "Ab", "AB", "cd", "ef", "of"]
    let patterns = (0..<40).map { number in
      let count = number == 0 ? 10 : Int.random(in: 1...4, using: &random)
      return (0..<count).map { _ in
        (Bool.random(using: &random) ? "LOWER" : "TEXT", words.randomElement(using: &random) ?? "")
      }
    }
    var text = (0..<200).map { _ in words.randomElement(using: &random) ?? "" }
    text += patterns[0].map(\.1)
    func lines(_ value: (String) -> String) -> String {
      patterns.enumerated().map { number, pattern in
        let tokens = pattern.map { name, word in
          #"{"\#(name)": \#(value(name == "LOWER" ? word.lowercased() : word))}"#
        }
        return #"{"label": "X", "id": "\#(number)", "pattern": [\#(tokens.joined(separator: ", "))]}"#
      }.joined(separator: "\n")
    }
    let source = text.joined(separator: " ")
    let literal = try tag(source, lines { #""\#($0)""# }, with: ["labels": ["X"]])
    // One word of two is no longer known, though the text never has the other.
    let automaton = try tag(source, lines { #"{"IN": ["\#($0)", "zz"]}"# }, with: ["labels": ["X"]])
    #expect(literal.entities == automaton.entities)
    #expect(literal.entities?.isEmpty == false)
    #expect(literal.chains == automaton.chains)
  }

  /// Operators find what a slow search by the definition finds.
  @Test(arguments: 0..<30) func findsWhatASearchFinds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = ["ab", "cd", "ef"]
    let operators: [(String, ClosedRange<Int>)] = [
      ("1", 1...1), ("?", 0...1), ("*", 0...9), ("+", 1...9), ("{2}", 2...2), ("{1,3}", 1...3), ("{,2}", 0...2),
    ]
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (word: words.randomElement(using: &random) ?? "", op: operators.randomElement(using: &random) ?? ("1", 1...1))
    }
    guard parts.contains(where: { $0.op.1.lowerBound > 0 }) else { return }
    let text = (0..<30).map { _ in words.randomElement(using: &random) ?? "" }
    /// The ends of all matches of the parts from `part` on that begin at `index`.
    func ends(_ part: Int, _ index: Int) -> Set<Int> {
      guard part < parts.count else { return [index] }
      var all: Set<Int> = []
      var next = index
      for count in 0...parts[part].op.1.upperBound {
        if count >= parts[part].op.1.lowerBound { all.formUnion(ends(part + 1, next)) }
        guard next < text.count, text[next] == parts[part].word else { break }
        next += 1
      }
      return all
    }
    let found = text.indices.compactMap { start in ends(0, start).max().map { start..<$0 } }.filter { !$0.isEmpty }
    var expected: [Range<Int>] = []
    for match in found.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) })
    where !expected.contains(where: { $0.overlaps(match) }) {
      expected.append(match)
    }
    let tokens = parts.map { #"{"LOWER": "\#($0.word)", "OP": "\#($0.op.0)"}"# }.joined(separator: ", ")
    let document = try tag(
      text.joined(separator: " "), #"{"label": "X", "pattern": [\#(tokens)]}"#, with: ["labels": ["X"]])
    let spans = expected.sorted { $0.lowerBound < $1.lowerBound }.map { text[$0].joined(separator: " ") }
    #expect(document.entities?.map { String(document[$0.range]) } == spans, "\(tokens)")
  }
}

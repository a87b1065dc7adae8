import DocumentModel
import JSON
import StageKit
import StageTesting
import Synchronization
import Testing

/// The verbs of stage tests, tried on stages that break their promises.
@Suite struct StageTestingTests {
  @Test func aGoodStageBreaksNone() throws { #expect(try brokenPromises(of: CountStage.self) == []) }

  @Test func runsAStageWithOptions() throws {
    #expect(try run(CountStage.self, on: "It is late").extensions["count"] == 3)
    #expect(try run(CountStage.self, with: ["least": 3], on: "It is late").extensions["count"] == 1)
    #expect(throws: OptionErrors.self) { try run(CountStage.self, with: ["most": 3], on: "It is late") }
  }

  @Test func preparesWhatAStageRequires() throws {
    #expect(throws: StageFailure.self) { try brokenPromises(of: NeedyStage.self) }
    #expect(try brokenPromises(of: NeedyStage.self) { $0.sentences = [] } == [])
  }

  @Test(arguments: [
    ("idle", "provides keyphrases, but left it unset"),
    ("layer", "changed entities, which it does not declare in provides"),
    ("text", "rewrote the text, which its contract does not say"),
    ("id", "changed the document's id"),
    ("range", "sentences[0] has the range 1..<99, which is outside the text or cuts through a character"),
    ("score", "keyphrases[0] has the score nan, which JSON can't hold"),
    ("random", "two runs differ"),
    ("key", "the document does not read back from JSON: line "),
    ("twice", "the document does not read back from JSON: line "),
  ])
  func tellsABrokenPromise(way: String, blame: String) throws {
    let broken = try brokenPromises(
      of: BadStage.self, with: ["way": .string(way)], on: [Document(id: "d", text: "a b")])
    #expect(broken.contains { $0.hasPrefix("\"d\": \(blame)") }, "\(broken)")
  }

  @Test func goldensTellWhatDiffers() {
    withKnownIssue {
      expectGolden("line 1\nline two\n", at: "Goldens/two-lines.txt")
    } matching: { issue in
      issue.comments.map(\.rawValue) == [
        "Goldens/two-lines.txt differs (- expected, + found):\n  line 2 - line 2\n  line 2 + line two"
      ]
    }
    withKnownIssue {
      expectGolden("", at: "Goldens/none.txt")
    } matching: { issue in
      issue.comments.map(\.rawValue) == ["no golden file Goldens/none.txt: record it by GALLEY_RECORD=1"]
    }
    expectGolden("line 1\nline 2\n", at: "Goldens/two-lines.txt")
  }
}

/// Helpers that compare one layer, and draw the difference.
@Suite struct LayerExpectationTests {
  @Test func saysNothingWhereAllIsWell() {
    expectText(Self.document.text, in: Self.document)
    expectEntities("[PERSON Anna Berg] left [GPE Oslo]. \"Rain,\" Berg said.", in: Self.document)
    expectSentences(["Anna Berg left Oslo.", "\"Rain,\" Berg said."], in: Self.document)
    expectChains(["PERSON Anna Berg: Anna Berg"], in: Self.document)
    expectQuotations(["Anna Berg: \"Rain,\""], in: Self.document)
    expectKeyphrases([], in: Self.document)
  }

  @Test func drawsTheDifferenceAtTheCallersLine() {
    let line = #line + 2
    withKnownIssue {
      expectEntities("[PERSON Anna Berg] left [ORG Oslo]. \"Rain,\" Berg said.", in: Self.document)
    } matching: { issue in
      issue.sourceLocation?.line == line
        && issue.comments.map(\.rawValue) == [
          """
          the entities differ (- expected, + found):
              PERSON "Anna Berg" 0..<9
            - ORG "Oslo" 15..<19
            + GPE "Oslo" 15..<19
          found as a whole: [PERSON Anna Berg] left [GPE Oslo]. "Rain," Berg said.
          """
        ]
    }
    withKnownIssue {
      expectSentences(["Anna Berg left Oslo. \"Rain,\" Berg said."], in: Self.document)
    } matching: { issue in
      issue.comments.first?.rawValue.contains("+ Anna Berg left Oslo.") == true
    }
    withKnownIssue {
      expectSummary([], in: Self.document)
    } matching: { issue in
      issue.comments.map(\.rawValue) == ["the document has no summary: the stage left them unset"]
    }
  }

  @Test func showsNormalForms() {
    var document = Document(text: "Oslo, 3 July")
    document.entities = [
      Entity(range: TextRange(0, 4), label: .gpe, chain: 0, by: "e"),
      Entity(range: TextRange(6, 12), label: .date, by: "e", normal: "2026-07-03"),
    ]
    document.chains = [Chain(canonical: "Oslo", label: .gpe, mentions: [0], id: "Q585", by: "e")]
    expectNormalForms(["3 July → 2026-07-03"], in: document)
    #expect(document.drawing.contains("entity DATE 6..<12 \"3 July\" = 2026-07-03\n"))
    #expect(document.drawing.contains("chain 0 GPE \"Oslo\" = Q585 [0]\n"))
  }

  private static let document: Document = {
    var document = Document(text: "Anna Berg left Oslo. \"Rain,\" Berg said.")
    document.sentences = [Sentence(range: TextRange(0, 20), by: "s"), Sentence(range: TextRange(21, 39), by: "s")]
    document.entities = [
      Entity(range: TextRange(0, 9), label: .person, chain: 0, by: "e"),
      Entity(range: TextRange(15, 19), label: .gpe, by: "e"),
    ]
    document.chains = [Chain(canonical: "Anna Berg", label: .person, mentions: [0], by: "e")]
    document.quotations = [Quotation(range: TextRange(21, 28), speaker: 0, kind: .direct, by: "q")]
    document.keyphrases = []
    return document
  }()
}

/// Counts words: a stage without fault.
private struct CountStage: Stage {
  struct Options: StageOptions {
    let least: Int
    init(from reader: inout OptionReader) {
      least = reader.integer("least", default: 1, in: 1...1000, help: "Count words of at least this many bytes.")
    }
  }

  static let contract = Contract("count", version: "1", summary: "Counts words.", provides: [.extension("count")])
  let options: Options

  init(options: Options, resources: Resources) { self.options = options }

  func process(_ document: inout Document) {
    let words = document.text.split(separator: " ").count { $0.utf8.count >= options.least }
    document.extensions["count"] = .integer(words)
  }
}

/// Can do nothing without sentences.
private struct NeedyStage: Stage {
  static let contract = Contract("needy", version: "1", summary: "Needs.", requires: [.sentences])

  init(options: NoOptions, resources: Resources) {}

  func process(_ document: inout Document) throws {
    guard document.sentences != nil else { throw StageFailure("there are no sentences") }
  }
}

/// Breaks one promise, the one that its option names.
private struct BadStage: Stage {
  struct Options: StageOptions {
    let way: String
    init(from reader: inout OptionReader) { way = reader.requiredString("way", help: "The promise to break.") }
  }

  static let contract = Contract(
    "bad", version: "1", summary: "Breaks a promise.", provides: [.keyphrases, .sentences])
  private static let runs = Atomic(0)
  let way: String

  init(options: Options, resources: Resources) { way = options.way }

  func process(_ document: inout Document) throws {
    document.keyphrases = []
    document.sentences = []
    switch way {
    case "idle": document.keyphrases = nil
    case "layer": document.entities = []
    case "text":
      document.sentences = nil
      try document.rewrite([TextEdit(TextRange(0, 1), "A", rule: "case")], by: "bad")
      document.sentences = []
    case "id": document.id = "other"
    case "range": document.sentences = [Sentence(range: TextRange(1, 99), by: "bad")]
    case "score": document.keyphrases = [Keyphrase(text: "a", score: .nan, by: "bad")]
    case "random":
      let run = Self.runs.add(1, ordering: .relaxed).newValue
      document.keyphrases = [Keyphrase(text: "a", score: Double(run), by: "bad")]
    case "key": document.keyphrases = [Keyphrase(text: "a", score: 1, by: "bad", extra: ["a\u{0}": 1])]
    case "twice": document.keyphrases = [Keyphrase(text: "a", score: 1, by: "bad", extra: ["score": 2])]
    default: break
    }
  }
}

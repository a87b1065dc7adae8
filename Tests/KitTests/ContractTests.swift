import DocumentModel
import JSON
import StageKit
import Testing

/// What is done to a document, and what is said of it then.
private struct Change: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let apply: @Sendable (inout Document) throws -> Void
  let expected: [String]

  init(_ name: String, _ apply: @escaping @Sendable (inout Document) throws -> Void, _ expected: [String]) {
    testDescription = name
    self.apply = apply
    self.expected = expected
  }

  init(_ name: String, _ apply: @escaping @Sendable (inout Document) throws -> Void, _ expected: String) {
    self.init(name, apply, [expected])
  }
}

@Suite struct ContractTests {
  private static let contract = Contract(
    "split", version: "1", summary: "Splits.", provides: [.sentences, .extension("n")])

  @Test(
    arguments: [
      Change(
        "nothing done", { _ in }, ["provides extensions.n, but left it unset", "provides sentences, but left it unset"]
      ),
      Change("all done", { fulfil(&$0) }, []),
      Change(
        "another layer",
        {
          fulfil(&$0)
          $0.entities = []
        }, ["changed entities, which it does not declare in provides"]
      ),
      Change(
        "metadata",
        {
          fulfil(&$0)
          $0.metadata.title = "T"
        }, ["changed metadata, which it does not declare in provides"]
      ),
      Change(
        "another extension",
        {
          fulfil(&$0)
          $0.extensions["m"] = 1
        }, ["changed extensions.m, which it does not declare in provides"]
      ),
      Change(
        "text normalized",
        {
          try rewrite(&$0, "\u{E9}")
          fulfil(&$0)
        },
        [
          "rewrote the text, which its contract does not say", "changed what is known of the document's source",
        ]
      ),
      Change(
        "id",
        {
          fulfil(&$0)
          $0.id = "b"
        }, ["changed the document's id"]
      ),
      Change(
        "source",
        {
          fulfil(&$0)
          $0.source.uri = "b"
        }, ["changed what is known of the document's source"]
      ),
      Change(
        "diagnostics",
        {
          fulfil(&$0)
          $0.diagnostics = []
        }, ["took diagnostics of others away"]
      ),
      Change(
        "one more diagnostic",
        {
          fulfil(&$0)
          $0.diagnostics.append(Diagnostic(.note, code: "n", "m", by: "split"))
        }, []
      ),
      Change(
        "range",
        {
          fulfil(&$0)
          $0.sentences = [Sentence(range: TextRange(0, 99), by: "split")]
        },
        [
          "sentences[0] has the range 0..<99, which is outside the text or cuts through a character"
        ]
      ),
    ] as [Change])
  fileprivate func tellsViolations(change: Change) throws {
    var before = Document(id: "a", text: "e\u{301}")
    before.diagnostics = [Diagnostic(.note, code: "r", "m", by: "reader")]
    var after = before
    try change.apply(&after)
    #expect(Self.contract.violations(from: before, to: after) == change.expected)
  }

  @Test func letsAStageRewriteThatSaysSo() throws {
    let contract = Contract("clean", version: "1", summary: "Cleans.", rewritesText: true)
    let before = Document(text: "e\u{301}")
    var after = before
    try rewrite(&after, "\u{E9}")
    #expect(contract.violations(from: before, to: after) == [])
  }

  @Test(
    arguments: [
      Change(
        "cut character", { $0.paragraphs = [Paragraph(range: TextRange(0, 1), by: "")] },
        "paragraphs[0] has the range 0..<1, which is outside the text or cuts through a character"
      ),
      Change(
        "backwards", { $0.sentences = [Sentence(range: TextRange(2, 0), by: "")] },
        "sentences[0] has the range 2..<0, which is outside the text or cuts through a character"
      ),
      Change(
        "least and most", { $0.sentences = [Sentence(range: TextRange(.min, .max), by: "")] },
        "sentences[0] has the range \(Int.min)..<\(Int.max), which is outside the text or cuts through a character"
      ),
      Change(
        "section", { $0.sections = [section(range: TextRange(0, 9))] },
        "sections[0] has the range 0..<9, which is outside the text or cuts through a character"
      ),
      Change(
        "heading", { $0.sections = [section(heading: TextRange(0, 1))] },
        "the heading of sections[0] has the range 0..<1, which is outside the text or cuts through a character"
      ),
      Change(
        "body", { $0.sections = [section(body: TextRange(1, 2))] },
        "the body of sections[0] has the range 1..<2, which is outside the text or cuts through a character"
      ),
      Change("parent", { $0.sections = [section(parent: 0)] }, "sections[0] has the parent 0, and there are 0"),
      Change(
        "level", { $0.sections = [section(level: 0)] }, "sections[0] has the level 0, which is not within 1...255"),
      Change(
        "paragraph's level", { $0.paragraphs = [Paragraph(range: TextRange(0, 2), level: .max, by: "")] },
        "paragraphs[0] has the level \(Int.max), which is not within 1...255"
      ),
      Change(
        "order", { $0.sentences = [2, 0].map { Sentence(range: TextRange($0, 2), by: "") } },
        "sentences[1] begins before sentences[0]; sentences are in the order of their starts"
      ),
      Change(
        "overlap", { $0.links = [0, 0].map { Link(range: TextRange($0, 2), target: "", by: "") } },
        "links[1] begins before links[0] ends; links are in the order of the text and don't overlap"
      ),
      Change(
        "entity", { $0.entities = [entity(range: TextRange(1, 3))] },
        "entities[0] has the range 1..<3, which is outside the text or cuts through a character"
      ),
      Change("chain", { $0.entities = [entity(chain: 3)] }, "entities[0] has the chain 3, and there are 0"),
      Change("score", { $0.entities = [entity(score: .nan)] }, "entities[0] has the score nan, which JSON can't hold"),
      Change(
        "mention", { $0.chains = [Chain(canonical: "", label: .org, mentions: [-1], by: "")] },
        "chains[0] has the mention -1, and there are 0"
      ),
      Change(
        "quotation", { $0.quotations = [Quotation(range: TextRange(0, 5), kind: .direct, by: "")] },
        "quotations[0] has the range 0..<5, which is outside the text or cuts through a character"
      ),
      Change(
        "speaker", { $0.quotations = [Quotation(range: TextRange(0, 2), speaker: 1, kind: .direct, by: "")] },
        "quotations[0] has the speaker 1, and there are 0"
      ),
      Change(
        "cue", { $0.quotations = [Quotation(range: TextRange(0, 2), cue: TextRange(0, 1), kind: .direct, by: "")] },
        "the cue of quotations[0] has the range 0..<1, which is outside the text or cuts through a character"
      ),
      Change(
        "quoted source",
        { $0.quotations = [Quotation(range: TextRange(0, 2), source: TextRange(0, 1), kind: .direct, by: "")] },
        "the source of quotations[0] has the range 0..<1, which is outside the text or cuts through a character"
      ),
      Change(
        "choice",
        { $0.summary = Summary(text: "", sentences: [.init(range: TextRange(0, 2), score: .infinity)], by: "") },
        "summary.sentences[0] has the score inf, which JSON can't hold"
      ),
      Change(
        "chosen", { $0.summary = Summary(text: "", sentences: [.init(range: TextRange(0, 1), score: 1)], by: "") },
        "summary.sentences[0] has the range 0..<1, which is outside the text or cuts through a character"
      ),
      Change(
        "keyphrase", { $0.keyphrases = [Keyphrase(text: "", score: -.infinity, by: "")] },
        "keyphrases[0] has the score -inf, which JSON can't hold"
      ),
      Change(
        "diagnostic", { $0.diagnostics = [Diagnostic(.note, code: "", "", by: "", range: TextRange(0, 9))] },
        "diagnostics[0] has the range 0..<9, which is outside the text or cuts through a character"
      ),
    ] as [Change])
  fileprivate func tellsDefects(change: Change) throws {
    var document = Document(text: "é")
    #expect(document.defects == [])
    try change.apply(&document)
    #expect(document.defects == change.expected)
    // Neither writing nor drawing such a document may end the program.
    #expect(!document.json().isEmpty)
    #expect(!document.drawing.isEmpty)
  }
}

private func fulfil(_ document: inout Document) {
  document.sentences = []
  document.extensions["n"] = 1
}

private func rewrite(_ document: inout Document, _ text: String) throws {
  try document.rewrite([TextEdit(document.textRange, text, rule: "nfc")], by: "split")
}

private func section(
  range: TextRange = TextRange(0, 2), level: Int = 1, heading: TextRange? = nil, body: TextRange = TextRange(0, 2),
  parent: Int? = nil
) -> Section {
  Section(range: range, level: level, heading: heading, body: body, parent: parent, by: "")
}

private func entity(range: TextRange = TextRange(0, 2), chain: Int? = nil, score: Double? = nil) -> Entity {
  Entity(range: range, label: .org, chain: chain, by: "", score: score)
}

import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

/// The JSON form of documents.
@Suite struct DocumentFormTests {
  @Test(arguments: OffsetUnit.allCases, [JSONWriter.Layout.compact, .lines(depth: 2)])
  func readsBackWhatItWrote(unit: OffsetUnit, layout: JSONWriter.Layout) throws {
    var dice = Dice(seed: 8)
    for _ in 0..<120 {
      let document = dice.document()
      let json = document.json(DocumentForm(offsets: unit, layout: layout))
      let read = try Document(json: JSON(parsing: json))
      #expect(read == document)
      #expect(read.json(DocumentForm(offsets: unit, layout: layout)) == json)
    }
  }

  @Test func keepsUnknownKeysEverywhere() throws {
    let text = """
      {"galley":1,"id":"a","offsets":"unicode","source":{"x":1},"metadata":{"title":"T","y":[{}]},"text":"ab",\
      "sections":[{"start":0,"end":2,"level":1,"body":{"start":0,"end":2},"parent":null,"by":"s","new":null}],\
      "extensions":{"count":{"n":1}},"diagnostics":[],"trace":[],"future":{"z":1}}
      """
    #expect(try Document(json: JSON(parsing: text)).json(DocumentForm(layout: .compact)) == Array(text.utf8))
  }

  @Test func textIsAllItTakes() throws {
    #expect(try Document(json: ["text": "a"]) == Document(text: "a"))
  }

  /// Chains count in the entities, and sections begin where those do that they are part of.
  @Test(
    arguments: [
      ["text": "ab", "entities": [["start": 1, "end": 2, "label": "ORG"], ["start": 0, "end": 1, "label": "ORG"]]],
      [
        "text": "ab",
        "quotations": [["start": 1, "end": 2, "kind": "direct"], ["start": 0, "end": 1, "kind": "direct"]],
      ],
      ["text": "ab", "sections": [["start": 0, "end": 2], ["start": 0, "end": 1, "parent": 0, "level": 255]]],
      ["text": "ab", "links": [["start": 0, "end": 1, "target": "x"], ["start": 1, "end": 2, "target": "y"]]],
    ] as [JSON])
  func takesWhatNeedsNoOrder(json: JSON) throws {
    #expect(try Document(json: json).defects == [])
  }

  @Test func readsAsAPersonDoes() throws { expectGolden(try sample().drawing, at: "Goldens/drawing.txt") }

  @Test func isWrittenForPeopleToo() throws {
    expectGolden(String(decoding: try sample().json(), as: UTF8.self) + "\n", at: "Goldens/document.json")
  }

  @Test func withoutTheSourceTextItReadsBackWithoutIt() throws {
    var document = try sample()
    let read = try Document(json: JSON(parsing: document.json(DocumentForm(includesSourceText: false))))
    document.source.text = nil
    #expect(read == document)
    #expect(read.sourceText == nil)
  }

  @Test(
    arguments: [
      ([], "the document: expected an object, found an array"), ([:], "the document: the member \"text\" is missing"),
      (["text": 1], "text: expected a string, found an integer"),
      (["text": "", "galley": 2], "galley: format version 2 is not known; this Galley reads version 1"),
      (["text": "", "offsets": "bytes"], "offsets: \"bytes\" is none of \"unicode\", \"utf8\", \"utf16\""),
      (["text": "", "source": 1], "source: expected an object, found an integer"),
      (["text": "", "source": ["bytes": "x"]], "source.bytes: expected an integer, found a string"),
      (["text": "", "metadata": []], "metadata: expected an object, found an array"),
      (["text": "", "sentences": [:]], "sentences: expected an array, found an object"),
      (["text": "", "sentences": [1]], "sentences[0]: expected an object, found an integer"),
      (["text": "", "sentences": [["start": 0]]], "sentences[0]: the member \"end\" is missing"),
      (
        ["text": "é", "sentences": [["start": 0, "end": 2]]],
        "sentences[0]: the range 0..<2 is outside the text, which ends at 1, or cuts through a character"
      ),
      (
        ["text": "ab", "sentences": [["start": 1, "end": 0]]],
        "sentences[0]: the range 1..<0 ends early or cuts through a character"
      ),
      (
        ["text": "é", "offsets": "utf8", "sentences": [["start": 0, "end": 1]]],
        "sentences[0]: the range 0..<1 ends early or cuts through a character"
      ),
      (
        ["text": "😀", "offsets": "utf16", "sentences": [["start": 0, "end": 1]]],
        "sentences[0]: the range 0..<1 is outside the text, which ends at 2, or cuts through a character"
      ),
      (
        ["text": "a", "sentences": [["start": .integer(.min), "end": .integer(.max)]]],
        "sentences[0]: the range -9223372036854775808..<9223372036854775807 is outside the text, which ends at 1, or cuts through a character"
      ),
      (["text": "a", "sections": [["start": 0, "end": 1, "level": 0]]], "sections[0].level: 0 is not within 1...255"),
      (
        ["text": "a", "paragraphs": [["start": 0, "end": 1, "level": .integer(.max)]]],
        "paragraphs[0].level: 9223372036854775807 is not within 1...255"
      ),
      (
        ["text": "a", "paragraphs": [["start": 0, "end": 1, "level": 0]]],
        "paragraphs[0].level: 0 is not within 1...255"
      ),
      (
        ["text": "ab", "sections": [["start": 1, "end": 2], ["start": 0, "end": 1]]],
        "sections[1]: begins before sections[0]; sections are in the order of their starts"
      ),
      (
        ["text": "éé", "paragraphs": [["start": 0, "end": 1], ["start": 1, "end": 2], ["start": 0, "end": 1]]],
        "paragraphs[2]: begins before paragraphs[1]; paragraphs are in the order of their starts"
      ),
      (
        ["text": "ab", "sentences": [["start": 1, "end": 2], ["start": 0, "end": 1]]],
        "sentences[1]: begins before sentences[0]; sentences are in the order of their starts"
      ),
      (
        ["text": "ab", "links": [["start": 0, "end": 2, "target": "x"], ["start": 1, "end": 2, "target": "y"]]],
        "links[1]: begins before links[0] ends; links are in the order of the text and don't overlap"
      ),
      (
        ["text": "a", "sections": [["start": 0, "end": 1, "parent": 0]]],
        "sections[0].parent: there is no number 0 among 0"
      ),
      (
        ["text": "a", "sections": [["start": 0, "end": 1, "heading": ["start": 0]]]],
        "sections[0].heading: the member \"end\" is missing"
      ),
      (
        ["text": "ab", "entities": [["start": 0, "end": 1, "label": "ORG", "text": "b"]]],
        "entities[0]: the text at the range is \"a\", not \"b\""
      ),
      (
        ["text": "\u{E9}", "entities": [["start": 0, "end": 1, "label": "ORG", "text": "e\u{301}"]]],
        "entities[0]: the text at the range is \"\u{E9}\", not \"e\u{301}\""
      ),
      (["text": "a", "entities": [["start": 0, "end": 1]]], "entities[0]: the member \"label\" is missing"),
      (
        ["text": "a", "entities": [["start": 0, "end": 1, "label": "ORG", "chain": 0]]],
        "entities[0].chain: there is no number 0 among 0"
      ),
      (
        ["text": "a", "entities": [["start": 0, "end": 1, "label": "ORG", "score": "x"]]],
        "entities[0].score: expected a number, found a string"
      ),
      (
        ["text": "a", "chains": [["canonical": "a", "label": "ORG", "mentions": [0]]]],
        "chains[0].mentions[0]: there is no number 0 among 0"
      ),
      (
        ["text": "a", "chains": [["canonical": "a", "label": "ORG", "mentions": ["x"]]]],
        "chains[0].mentions[0]: expected an integer, found a string"
      ),
      (["text": "a", "quotations": [["start": 0, "end": 1]]], "quotations[0]: the member \"kind\" is missing"),
      (
        ["text": "a", "quotations": [["start": 0, "end": 1, "kind": "loud"]]],
        "quotations[0].kind: \"loud\" is none of \"direct\", \"indirect\", \"mixed\""
      ),
      (
        ["text": "a", "quotations": [["start": 0, "end": 1, "kind": "direct", "speaker": -1]]],
        "quotations[0].speaker: there is no number -1 among 0"
      ),
      (["text": "a", "summary": ["sentences": []]], "summary: the member \"text\" is missing"),
      (
        ["text": "a", "summary": ["text": "", "sentences": [["start": 9, "end": 9]]]],
        "summary.sentences[0]: the range 9..<9 is outside the text, which ends at 1, or cuts through a character"
      ),
      (["text": "a", "keyphrases": [["score": 1]]], "keyphrases[0]: the member \"text\" is missing"),
      (["text": "a", "diagnostics": [["range": 1]]], "diagnostics[0].range: expected an object, found an integer"),
      (["text": "a", "trace": [["version": "1"]]], "trace[0]: the member \"stage\" is missing"),
      (["text": "a", "alignment": ["edits": []]], "alignment.offsets: alignments count in \"utf8\""),
      (
        ["text": "a", "alignment": ["offsets": "utf8", "edits": [[0, 1]]]],
        "alignment.edits[0]: expected [source start, source end, start, end, stage, rule]"
      ),
      (
        ["text": "a", "alignment": ["offsets": "utf8", "edits": [[2, 1, 0, 0, "", ""]]]],
        "alignment: the edits overlap, are out of order or don't fit each other"
      ),
      (
        ["text": "a", "alignment": ["offsets": "utf8", "edits": [[0, .integer(.max), 0, 0, "", ""]]]],
        "alignment: the edits overlap, are out of order or don't fit each other"
      ),
      (
        ["text": "a", "alignment": ["offsets": "utf8", "edits": [[0, 0, 0, 2, "", ""]]]],
        "alignment: the edits don't lead from the source text to the text"
      ),
      (["text": "a", "source": ["text": "b"]], "alignment: the edits don't lead from the source text to the text"),
      (
        ["text": "ab", "source": ["text": "b"], "alignment": ["offsets": "utf8", "edits": [[0, 0, 1, 2, "", ""]]]],
        "alignment: the edits overlap, are out of order or don't fit each other"
      ),
      (
        ["text": "ab", "source": ["text": "bb"], "alignment": ["offsets": "utf8", "edits": [[1, 2, 1, 2, "", ""]]]],
        "alignment: the edits don't lead from the source text to the text"
      ),
    ] as [(JSON, String)])
  func refuses(json: JSON, message: String) {
    #expect(
      performing: { try Document(json: json) },
      throws: { error in
        #expect("\(error)" == message)
        return error is DocumentFormatError
      })
  }

  /// Whatever is in the file, reading it ends in a document that keeps its promises, or in an error.
  @Test func survivesDamagedDocuments() throws {
    var dice = Dice(seed: 9)
    for _ in 0..<800 {
      var json = try JSON(parsing: dice.document().json(DocumentForm(offsets: dice.pick(OffsetUnit.allCases))))
      for _ in 0..<(1 + dice.below(3)) { damage(&json, &dice) }
      guard let document = try? Document(json: json) else { continue }
      #expect(try Document(json: JSON(parsing: document.json())) == document)
      #expect(!document.drawing.isEmpty)
      let ranges = [document.textRange] + (document.sentences ?? []).map(\.range)
      for range in ranges { _ = document.fileRange(of: range) }
    }
  }

  @Test func survivesAnyJSON() {
    var dice = Dice(seed: 10)
    for _ in 0..<500 {
      var object = dice.object(depth: 3)
      for key in ["text", "sections", "entities", "alignment", "source", "summary"] {
        object[key] = dice.json(depth: 3)
      }
      _ = try? Document(json: .object(object))
    }
  }

  /// Puts something else somewhere into `json`.
  private func damage(_ json: inout JSON, _ dice: inout Dice) {
    switch json {
    case .array(var elements) where !elements.isEmpty && !dice.once(in: 8):
      damage(&elements[dice.below(elements.count)], &dice)
      json = .array(elements)
    case .object(var object) where !object.isEmpty && !dice.once(in: 8):
      let key = dice.pick(object.keys)
      var value = object[key] ?? nil
      damage(&value, &dice)
      object[key] = dice.once(in: 8) ? nil : value
      json = .object(object)
    case .integer(let value):
      json = .integer(dice.pick([value &+ 1, value &- 1, 0, -1, .max, .min, 1 << 53, .max / 2]))
    default: json = dice.json(depth: 1)
    }
  }

  private func sample() throws -> Document {
    var document = Document(
      id: "harbour", text: "Ferry  Opens\n\nMayor Berg said: “We waited.” It leaves at 9.",
      source: Source(uri: "harbour.txt"),
      metadata: Metadata(["language": "en"]))
    document.source.charset = "utf-8"
    try document.rewrite([TextEdit(TextRange(5, 7), " ", rule: "spaces")], by: "clean")
    document.sections = [
      Section(
        range: document.textRange, level: 1, heading: TextRange(0, 11), body: TextRange(13, 62), by: "section-split")
    ]
    document.paragraphs = [Paragraph(range: TextRange(13, 62), by: "section-split")]
    document.sentences = [TextRange(13, 46), TextRange(47, 62)].map { Sentence(range: $0, by: "section-split") }
    document.entities = [
      Entity(range: TextRange(19, 23), label: .person, chain: 0, by: "entity-tag", why: .rule, score: 0.9)
    ]
    document.chains = [Chain(canonical: "Berg", label: .person, mentions: [0], by: "entity-tag")]
    document.quotations = [
      Quotation(
        range: TextRange(30, 46), speaker: 0, source: TextRange(13, 23), cue: TextRange(24, 28), kind: .direct,
        by: "quotations")
    ]
    document.summary = Summary(
      text: "It leaves at 9.", sentences: [.init(range: TextRange(47, 62), score: 0.5)], by: "summarize")
    document.keyphrases = [Keyphrase(text: "ferry", score: 0.7, by: "summarize")]
    document.extensions["count"] = 11
    document.diagnostics = [Diagnostic(.note, code: "short", "The text is short.", by: "summarize")]
    document.trace = [TraceEntry(stage: "clean", version: "1.0.0", options: "sha256:0")]
    return document
  }
}

import DocumentModel
import Testing

@testable import Evaluation

@Suite struct EvaluationTests {
  /// Tags of gold and found, with precision and recall as `seqeval` 1.2.2 gives them.
  @Test(arguments: [
    Tags(
      "borders and labels", "B-PER I-PER O B-LOC O B-ORG I-ORG I-ORG O B-LOC B-LOC",
      "B-PER I-PER O B-ORG O B-ORG I-ORG O O B-LOC I-LOC", 0.25, 0.2),
    Tags("IOB1", "I-PER I-PER O I-LOC B-LOC O I-ORG", "I-PER O O I-LOC I-LOC O I-ORG", 0.333333, 0.25),
    Tags("BIOES", "B-PER E-PER O S-LOC O B-ORG I-ORG E-ORG", "S-PER O O S-LOC O B-ORG I-ORG E-ORG", 0.666667, 0.666667),
    Tags("I after another label", "B-PER I-LOC O O", "B-PER I-LOC I-LOC O", 0.5, 0.5),
    Tags("nothing found", "B-PER I-PER O", "O O O", nil, 0),
  ])
  func strictEntitiesAreThoseOfSeqeval(_ example: Tags) throws {
    let (gold, found) = (try document(tags: example.gold), try document(tags: example.found))
    let figure = try #require(evaluation(gold, found.document)["entities"])
    #expect(figure.precision?.value.isNear(example.precision) ?? (example.precision == nil))
    #expect(figure.recall?.value.isNear(example.recall) == true)
  }

  struct Tags: CustomTestStringConvertible {
    let testDescription: String
    let gold: String
    let found: String
    let precision: Double?
    let recall: Double

    init(_ name: String, _ gold: String, _ found: String, _ precision: Double?, _ recall: Double) {
      testDescription = name
      self.gold = gold
      self.found = found
      self.precision = precision
      self.recall = recall
    }
  }

  private func document(tags: String) throws -> GoldDocument {
    let lines = tags.split(separator: " ").enumerated().map { "w\($0)\t\($1)\n" }.joined()
    return try #require(try read("a.iob2", lines).first)
  }

  private func evaluation(
    _ gold: GoldDocument, _ found: Document, _ settings: EvaluationSettings = EvaluationSettings()
  ) -> [String: Figure] {
    var evaluation = Evaluation(settings)
    evaluation.add(gold, found: found)
    return Dictionary(uniqueKeysWithValues: evaluation.figures().map { ($0.name.path, $0) })
  }

  @Test func overlapIsLenientAndOtherLabelsAreConfusion() throws {
    let gold = try document(tags: "B-PER I-PER O B-LOC O B-ORG I-ORG O B-LOC")
    let found = try document(tags: "B-PER O O B-ORG O B-ORG I-ORG B-ORG O")
    var evaluation = Evaluation()
    evaluation.add(gold, found: found.document)
    let figures = Dictionary(uniqueKeysWithValues: evaluation.figures().map { ($0.name.path, $0) })
    #expect(figures["entities"]?.f1?.value == 0.25)
    #expect(figures["entities.lenient"]?.f1?.value == 0.5)
    #expect(figures["entities.ORG"]?.precision?.value == 1.0 / 3)
    #expect(figures["entities.ORG"]?.recall?.value == 1)
    #expect(figures["entities.PER.lenient"]?.recall?.value == 1)
    #expect(evaluation.confusion["PER", "PER"] == 1)
    #expect(evaluation.confusion["LOC", "ORG"] == 1)
    #expect(evaluation.confusion["LOC", nil] == 1)
    #expect(evaluation.confusion[nil, "ORG"] == 1)
    #expect(evaluation.errors.map(\.kind) == [.borders, .label, .spurious, .missed])
    #expect(evaluation.errors.map(\.place) == ["a.iob2:1", "a.iob2:4", "a.iob2:8", "a.iob2:9"])
    #expect(evaluation.errors[1].before == "w0 w1 w2 ")
    #expect(evaluation.errors[1].after == " w4 w5 w6 w7 w8")
  }

  @Test func labelsAreMappedAndChosen() throws {
    let gold = try document(tags: "B-PER O B-LOC B-MISC")
    let found = try document(tags: "B-PERSON O B-GPE B-PERSON")
    var settings = EvaluationSettings()
    #expect(evaluation(gold, found.document, settings)["entities"]?.f1?.value == 0)
    settings.labelMap = ["PERSON": "PER", "GPE": "LOC"]
    #expect(evaluation(gold, found.document, settings)["entities"]?.f1?.value.isNear(2.0 / 3) == true)
    settings.labels = ["PER", "LOC"]
    #expect(evaluation(gold, found.document, settings)["entities"]?.precision?.value.isNear(2.0 / 3) == true)
    #expect(evaluation(gold, found.document, settings)["entities"]?.recall?.value == 1)
  }

  @Test func aFailedDocumentIsMissedAndNamed() throws {
    var evaluation = Evaluation()
    let gold = try document(tags: "B-PER O B-LOC")
    evaluation.add(gold, found: gold.document)
    evaluation.add(gold, failedFor: "it hung")
    let figure = try #require(evaluation.figures().first { $0.name.path == "entities" })
    #expect(figure.recall?.value == 0.5)
    #expect(figure.precision?.value == 1)
    #expect(evaluation.failures.map(\.place) == ["a.iob2:1"])
    #expect(evaluation.unlooked == [.entities: 1])
  }

  /// What a pipeline that rewrites the text finds is compared at its place in the gold's text.
  @Test func rangesAreToldInTheGoldsText() throws {
    let gold = try #require(
      try read(
        "a.json",
        #"{"text": "Anna  Berg left  Oslo.", "entities": [{"start": 17, "end": 21, "label": "GPE"}, {"start": 0, "end": 10, "label": "PERSON"}]}"#
      ).first)
    var found = gold.unannotated
    let edits = [TextEdit(TextRange(4, 6), " ", rule: "space"), TextEdit(TextRange(15, 17), " ", rule: "space")]
    try found.rewrite(edits, by: "clean")
    found.entities = [
      Entity(range: TextRange(0, 9), label: .person, by: "t"), Entity(range: TextRange(15, 19), label: .gpe, by: "t"),
    ]
    #expect(evaluation(gold, found)["entities"]?.f1?.value == 1)
  }

  @Test func sentencesHaveSpansAndBoundaries() throws {
    let gold = try #require(
      try read(
        "a.json",
        #"{"text": "One. Two. Three. ", "sentences": [{"start": 0, "end": 5}, {"start": 5, "end": 9}, {"start": 10, "end": 17}]}"#
      ).first)
    var found = gold.unannotated
    found.sentences = [Sentence(range: TextRange(0, 9), by: "t"), Sentence(range: TextRange(10, 16), by: "t")]
    let figures = evaluation(gold, found)
    #expect(figures["sentences"]?.precision?.value == 0.5)
    #expect(figures["sentences"]?.recall?.value.isNear(1.0 / 3) == true)
    #expect(figures["sentences.boundaries"]?.precision?.value == 1)
    #expect(figures["sentences.boundaries"]?.recall?.value == 0.5)
  }

  @Test func headingsCountWithoutAndWithTheirLevels() throws {
    let text = "Title\n\nText.\n\nPart\n\nMore."
    let gold = try #require(
      try read(
        "a.json",
        """
        {"text": \(quoted: text), "sections": [
          {"start": 0, "end": 25, "level": 1, "heading": {"start": 0, "end": 5}},
          {"start": 14, "end": 25, "level": 2, "heading": {"start": 14, "end": 18}, "parent": 0}]}
        """
      ).first)
    var found = gold.document
    found.sections?[1].level = 1
    let figures = evaluation(gold, found)
    #expect(figures["headings"]?.f1?.value == 1)
    #expect(figures["headings.levels"]?.f1?.value == 0.5)
    #expect(figures["sections"]?.f1?.value == 1)
  }

  @Test func quotationsHaveSourcesAndSpeakers() throws {
    let gold = try #require(
      try read(
        "a.json",
        """
        {"text": \(quoted: "“We will go,” Anna Berg said. “No,” said the mayor of Mo."),
         "entities": [{"start": 14, "end": 23, "label": "PERSON", "chain": 0}],
         "chains": [{"canonical": "Anna Berg", "label": "PERSON", "mentions": [0]}],
         "quotations": [
           {"start": 0, "end": 13, "kind": "direct", "speaker": 0, "source": {"start": 14, "end": 23}},
           {"start": 30, "end": 35, "kind": "direct", "source": {"start": 41, "end": 57}}]}
        """
      ).first)
    var found = gold.document
    found.chains?[0].canonical = "A. Berg"
    // Without the marks, and with half of the source.
    let first = try #require(found.quotations?[0].range)
    found.quotations?[0].range = TextRange(first.start + 3, first.end - 4)
    let source = try #require(found.quotations?[1].source)
    found.quotations?[1].source = TextRange(source.start, source.start + 9)
    let figures = evaluation(gold, found)
    #expect(figures["quotations.direct"]?.f1?.value == 1)
    #expect(figures["sources"]?.f1?.value == 0.5)
    #expect(figures["sources.lenient"]?.f1?.value == 1)
    #expect(figures["speakers"]?.f1?.value == 1)
  }

  @Test func mentionsAreTheSameWhereTheyOverlapIfSoAsked() throws {
    let gold = try #require(
      try read(
        "a.json",
        """
        {"text": "President Putin left. Putin waved.",
         "entities": [{"start": 0, "end": 15, "label": "PERSON"}, {"start": 22, "end": 27, "label": "PERSON"}],
         "chains": [{"canonical": "Putin", "label": "PERSON", "mentions": [0, 1]}]}
        """
      ).first)
    var found = gold.document
    found.entities?[0].range.start = 10
    var settings = EvaluationSettings()
    #expect(evaluation(gold, found, settings)["chains.links"]?.f1?.value == 0)
    #expect(evaluation(gold, found, settings)["chains.conll"]?.f1?.value.isNear((0 + 0.25 + 0.5) / 3) == true)
    settings.matchesMentionsByOverlap = true
    #expect(evaluation(gold, found, settings)["chains.conll"]?.f1?.value == 1)
    #expect(evaluation(gold, found, settings)["chains.links-of-different-words"]?.gold == 1)
  }

  /// MUC counts links, of which chains of one mention have none.
  @Test func conllAveragesWhatIsDefined() throws {
    let gold = try #require(
      try read(
        "a.json",
        """
        {"text": "Putin met Merkel.",
         "entities": [{"start": 0, "end": 5, "label": "PERSON"}, {"start": 10, "end": 16, "label": "PERSON"}],
         "chains": [{"canonical": "Putin", "label": "PERSON", "mentions": [0]},
                    {"canonical": "Merkel", "label": "PERSON", "mentions": [1]}]}
        """
      ).first)
    let figures = evaluation(gold, gold.document)
    #expect(figures["chains.muc"]?.f1 == nil)
    #expect(figures["chains.conll"]?.f1?.value == 1)
  }

  @Test func summariesAreTheMeanOfTheDocuments() throws {
    let gold = try read(
      "g.jsonl",
      """
      {"text": "One two. Three.", "references": ["one two", "six"]}
      {"text": "Four five.", "references": ["four six"]}
      """)
    var evaluation = Evaluation()
    var found = gold[0].unannotated
    found.summary = Summary(text: "One two.", sentences: [Summary.Choice(range: TextRange(0, 8), score: 1)], by: "t")
    evaluation.add(gold[0], found: found)
    found = gold[1].unannotated
    found.summary = Summary(text: "Four five.", sentences: [Summary.Choice(range: TextRange(0, 10), score: 1)], by: "t")
    evaluation.add(gold[1], found: found)
    let figure = try #require(evaluation.figures().first { $0.name.path == "summary.rouge-1" })
    #expect(figure.f1?.value == 0.75)
    #expect(figure.f1?.interval == Figure.Interval(low: 0.5, high: 1))
  }
}

extension Double {
  fileprivate func isNear(_ other: Double?) -> Bool { other.map { abs(self - $0) < 0.000_001 } ?? false }
}

extension String.StringInterpolation {
  /// Adds `text` as JSON has it.
  fileprivate mutating func appendInterpolation(quoted text: String) {
    appendLiteral("\"" + text.replacing("\n", with: "\\n") + "\"")
  }
}

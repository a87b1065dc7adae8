import DocumentModel
import JSON
import StageTesting
import Testing

@testable import PipelineTesting

/// A snapshot tells all of a document that it keeps, and is the same for the same document.
@Suite struct SnapshotTests {
  @Test func isAsAPersonReadsIt() {
    expectGolden(Snapshot(Self.sample, outputs: []).text, at: "Goldens/ferry.txt")
  }

  @Test func readsBackAsTheSameDocument() throws {
    let read = try #require(SnapshotReader(Snapshot(Self.sample, outputs: []).text)).document
    #expect(read.layers(differingFrom: Self.sample.withoutScores) == [])
    #expect(read.text == Self.sample.text)
  }

  /// Documents of every shape: many equal words, annotations that cross, nest and are empty, long ranges over lines.
  @Test(arguments: 0..<300)
  func readsBackWhateverItIs(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let document = Self.document(&dice)
    let snapshot = Snapshot(document, outputs: []).text
    let read = try #require(SnapshotReader(snapshot), "\(snapshot)").document
    #expect(read.text.isIdentical(to: document.text))
    #expect(read.layers(differingFrom: document) == [], "\(snapshot)")
    #expect(Snapshot(read, outputs: []).text == snapshot)
  }

  @Test(arguments: changes)
  func noticesAnyChange(what: String, change: @Sendable (inout Document) -> Void) {
    var changed = Self.sample
    change(&changed)
    #expect(Snapshot(changed, outputs: []).text != Snapshot(Self.sample, outputs: []).text, "\(what)")
  }

  @Test(arguments: [
    ("Oslo in the rain", "oslo-in-the-rain"), ("  a/../b  ", "a-b"), ("Čeština ✓ 1", "čeština-1"), ("…", "case"),
    (String(repeating: "é", count: 300), String(repeating: "é", count: 100)),
  ])
  func aNameIsAFileName(name: String, slug: String) { #expect(Snapshot.slug(of: name) == slug) }

  private static let changes: [(String, @Sendable (inout Document) -> Void)] = [
    ("a label", { $0.entities?[0].label = .org }), ("a range", { $0.entities?[0].range.end -= 1 }),
    ("evidence", { $0.entities?[0].why = .model }), ("a link to a chain", { $0.entities?[1].chain = nil }),
    ("a normal form", { $0.entities?[3].normal = nil }), ("an id", { $0.chains?[1].id = nil }),
    ("a chain's name", { $0.chains?[0].canonical = "Berg" }), ("a speaker", { $0.quotations?[0].speaker = nil }),
    ("a cue", { $0.quotations?[0].cue = nil }), ("a kind", { $0.quotations?[0].kind = .mixed }),
    ("a sentence of the summary", { $0.summary?.sentences = [] }), ("a keyphrase", { $0.keyphrases?.removeLast() }),
    ("the order of keyphrases", { $0.keyphrases?.reverse() }), ("metadata", { $0.metadata.title = "Ferry" }),
    ("a parent", { $0.sections?[1].parent = nil }), ("a level", { $0.sections?[1].level = 3 }),
    ("a layer's being there", { $0.keyphrases = nil }), ("a maker", { $0.entities?[1].by = "other" }),
    ("a sentence", { $0.sentences?.removeLast() }), ("a paragraph's kind", { $0.paragraphs?[0].kind = .quote }),
    ("a link", { $0.links?[0].target = "x" }), ("an extension", { $0.extensions["count"] = 4 }),
    ("a note", { $0.diagnostics.append(Diagnostic(.note, code: "x", "y", by: "z")) }),
  ]

  // MARK: - Documents

  private static let sample: Document = {
    var document = Document(
      id: "ferry",
      text:
        "Ferry Line Opens\n\nMayor Anna Berg spoke in Oslo. Oslo waits.\n\nFares\n\n\"We waited for years,\" Berg said."
    )
    document.metadata.title = "Ferry Line Opens"
    func at(_ words: String, _ number: Int = 1) -> TextRange { document.range(of: words, number) }
    let (first, second) = (at("Mayor Anna Berg spoke in Oslo. Oslo waits."), at("\"We waited for years,\" Berg said."))
    document.sections = [
      Section(range: document.textRange, level: 1, heading: at("Ferry Line Opens"), body: first, by: "s"),
      Section(
        range: TextRange(at("Fares").start, second.end), level: 2, heading: at("Fares"), body: second, parent: 0,
        by: "s"),
    ]
    document.paragraphs = [Paragraph(range: first, by: "s"), Paragraph(range: second, by: "s")]
    document.sentences = [at("Mayor Anna Berg spoke in Oslo."), at("Oslo waits."), second].map {
      Sentence(range: $0, by: "s")
    }
    document.links = [Link(range: at("Oslo"), target: "https://oslo.example/", by: "c")]
    document.entities = [
      Entity(range: at("Anna Berg"), label: .person, chain: 0, by: "e", why: .rule, score: 0.5),
      Entity(range: at("Oslo"), label: .gpe, chain: 1, by: "e"),
      Entity(range: at("Oslo", 2), label: .gpe, chain: 1, by: "e"),
      Entity(range: at("years"), label: .date, by: "e", normal: "PXY"),
      Entity(range: at("Berg", 2), label: .person, chain: 0, by: "e"),
    ]
    document.chains = [
      Chain(canonical: "Anna Berg", label: .person, mentions: [0, 4], by: "e"),
      Chain(canonical: "Oslo", label: .gpe, mentions: [1, 2], id: "Q585", by: "e"),
    ]
    document.quotations = [
      Quotation(
        range: at("\"We waited for years,\""), speaker: 0, source: at("Berg", 2), cue: at("said"), kind: .direct,
        by: "q")
    ]
    document.summary = Summary(
      text: "Mayor Anna Berg spoke in Oslo.",
      sentences: [Summary.Choice(range: at("Mayor Anna Berg spoke in Oslo."), score: 1)], by: "z")
    document.keyphrases = [Keyphrase(text: "ferry", score: 2, by: "z"), Keyphrase(text: "Oslo", score: 1, by: "z")]
    document.extensions["count"] = 3
    return document
  }()

  private static func document(_ dice: inout SplitMix64) -> Document {
    let words = [
      "Oslo", "Oslo ", "a", "\n", "\n\n", "é", "\\", "\"", "東京", " ", "\t", "\u{200B}", "Anna Berg", ". ", "#2", "…",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &dice) { text += words.randomElement(using: &dice) ?? "" }
    var document = Document(id: "snapshot", text: text)
    let borders =
      text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count]
    func range() -> TextRange {
      let ends = [borders.randomElement(using: &dice) ?? 0, borders.randomElement(using: &dice) ?? 0].sorted()
      return TextRange(ends[0], ends[1])
    }
    func sorted(_ ranges: [TextRange]) -> [TextRange] { ranges.sorted { $0.start < $1.start } }
    func ranges() -> [TextRange] { sorted((0..<Int.random(in: 0...5, using: &dice)).map { _ in range() }) }
    document.sentences = ranges().map { Sentence(range: $0, by: "s") }
    document.links = ranges().map { Link(range: $0, target: words.randomElement(using: &dice) ?? "", by: "c") }
    document.sections = ranges().map { place in
      Section(range: place, level: 2, heading: place.isEmpty ? nil : place, body: place, by: "h")
    }
    document.paragraphs = ranges().map { Paragraph(range: $0, kind: .listItem, level: 2, by: "s") }
    document.chains = ["Oslo", "Oslo", "x \"y\""].map { name in
      Chain(canonical: name, label: .gpe, mentions: [], id: words.randomElement(using: &dice), by: "c")
    }
    document.entities = ranges().map { range in
      Entity(
        range: range, label: .gpe, chain: Int.random(in: 0...2, using: &dice), by: "e", why: .model,
        normal: words.randomElement(using: &dice))
    }
    for (index, entity) in (document.entities ?? []).enumerated() {
      if let chain = entity.chain { document.chains?[chain].mentions.append(index) }
    }
    document.quotations = ranges().map { place in
      Quotation(range: place, speaker: 1, source: range(), cue: range(), kind: .indirect, by: "q")
    }
    return document
  }
}

extension Document {
  /// The range of the occurrence of `words` with this number, from 1.
  fileprivate func range(of words: String, _ number: Int) -> TextRange {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
    return TextRange(starts[number - 1], starts[number - 1] + wanted.count)
  }

  /// The document with what a snapshot keeps.
  fileprivate var withoutScores: Document {
    var document = self
    for index in (entities ?? []).indices { document.entities?[index].score = nil }
    for index in (keyphrases ?? []).indices { document.keyphrases?[index].score = 0 }
    for index in (summary?.sentences ?? []).indices { document.summary?.sentences[index].score = 0 }
    return document
  }
}

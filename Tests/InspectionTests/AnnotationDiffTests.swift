import DocumentModel
import JSON
import StageTesting
import Testing

@testable import Inspection

@Suite struct AnnotationDiffTests {
  /// What a stage of another version might do to the sample, in one word each.
  @Test func differenceIsAsRecorded() {
    let diff = AnnotationDiff(from: sampleDocument, to: changed)
    var text = DiffDrawing(diff, width: 100, hasColours: false).text
    text += "\n" + DiffDrawing(diff, width: 50, hasColours: true).text.replacing("\u{1B}", with: "␛")
    text += "\n" + diff.json.text(.lines(depth: 2)) + "\n"
    expectGolden(text, at: "Goldens/ferry-diff.txt")
  }

  private var changed: Document {
    var document = sampleDocument
    document.entities?[5].range.start -= 6  // Mayor Anna Berg
    document.entities?[3].label = .loc
    document.entities?[4].normal = nil
    document.entities?[7].normal = "SEK 40"
    document.entities?.remove(at: 8)
    document.entities?.append(Entity(range: TextRange(0, 5), label: .product, by: "other"))
    document.entities?[0].score = 0.1
    document.chains?[0].mentions = [0]
    document.chains?[2].id = "Q7"
    document.quotations?[0].speaker = nil
    document.quotations?[0].source = nil
    document.summary = nil
    document.keyphrases?[1].text = "boat"
    document.metadata["language"] = "no"
    document.metadata["byline"] = "A. Berg"
    document.extensions["count"] = 3
    document.trace = []
    return document
  }

  @Test func aDocumentDoesNotDifferFromItself() {
    for document in troublesomeDocuments + [sampleDocument, changed] {
      let diff = AnnotationDiff(from: document, to: document)
      #expect(diff.isEmpty, "\(document.id)")
      #expect(DiffDrawing(diff, width: 80, hasColours: false).text.hasPrefix("same: text, metadata"))
      #expect(diff.json == [])
    }
  }

  @Test func theOtherWayRoundEverythingIsReversed() {
    let there = AnnotationDiff(from: sampleDocument, to: changed)
    let back = AnnotationDiff(from: changed, to: sampleDocument)
    for (there, back) in zip(there.layers, back.layers) {
      func count(_ diff: LayerDiff, _ kind: AnnotationChange.Kind) -> Int { diff.changes.count { $0.kind == kind } }
      #expect(count(there, .added) == count(back, .gone))
      #expect(count(there, .moved) == count(back, .moved))
      #expect(count(there, .relabelled) == count(back, .relabelled))
      #expect(there.same == back.same)
    }
  }

  /// A text that was cleaned keeps its annotations; only what stood in the changed words differs.
  @Test(
    arguments: [
      ("It is  in Oslo.", "It is in Oslo.", [], 1),
      ("It is in Oslo.", "Well, it is in Oslo now.", [], 1),
      ("It is in Oslo.", "It is in Bergen.", ["moved GPE Bergen"], 0),
      ("It is in Oslo.", "", ["gone GPE Oslo"], 0),
      ("Oslo and Oslo.", "Oslo or Oslo.", [], 2),
    ] as [(String, String, [String], Int)])
  func annotationsAreComparedWhereTheyCorrespond(old: String, new: String, changes: [String], same: Int) {
    let diff = AnnotationDiff(from: tagged(old), to: tagged(new)).layers.first { $0.layer == "entities" }
    let found = diff?.changes.map {
      "\($0.kind) \(($0.after ?? $0.before)?.label ?? "") \(($0.after ?? $0.before)?.words ?? "")"
    }
    #expect(found == changes)
    #expect(diff?.same == same)
  }

  /// Every "Oslo" and "Bergen" tagged.
  private func tagged(_ text: String) -> Document {
    var document = Document(text: text)
    let bytes = Array(text.utf8)
    document.entities = ["Oslo", "Bergen"].flatMap { word in
      bytes.indices.filter { Array(bytes[$0...].prefix(word.utf8.count)) == Array(word.utf8) }
        .map { Entity(range: TextRange($0, $0 + word.utf8.count), label: .gpe, by: "x") }
    }.sorted { $0.range < $1.range }
    return document
  }

  @Test func equalNamesInOtherScalarsDiffer() {
    var (old, new) = (Document(text: "a"), Document(text: "a"))
    old.metadata.title = "caf\u{E9}"
    new.metadata.title = "cafe\u{301}"
    #expect(!AnnotationDiff(from: old, to: new).isEmpty)
  }
}

@Suite struct TextMappingTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func equalStretchesAreEqual(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["a", "b", " ", " ", "\n", "the ", "é", "日本", ".", "word"]
    func text(_ count: Int) -> [String] { (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] } }
    var pieces = text(Int(random.next() % 60))
    let old = pieces.joined()
    for _ in 0..<Int(random.next() % 6) {
      let start = Int(random.next() % UInt64(pieces.count + 1))
      let end = min(pieces.count, start + Int(random.next() % 4))
      pieces.replaceSubrange(start..<end, with: text(Int(random.next() % 4)))
    }
    let new = pieces.joined()
    let mapping = TextMapping(from: old, to: new)
    let (oldDocument, newDocument) = (Document(text: old), Document(text: new))
    for pair in mapping.equal {
      #expect(oldDocument.isWellFormed(pair.old) && newDocument.isWellFormed(pair.new))
      #expect(oldDocument.words(at: pair.old).utf8.elementsEqual(newDocument.words(at: pair.new).utf8))
      #expect(mapping.map(pair.old) == pair.new && mapping.place(of: pair.old) == pair.new)
    }
    // Stretches and gaps together are both texts, in order.
    let all = (mapping.equal + mapping.differing).sorted { ($0.old.start, $0.new.start) < ($1.old.start, $1.new.start) }
    #expect(all.map { oldDocument.words(at: $0.old) }.joined() == old)
    #expect(all.map { newDocument.words(at: $0.new) }.joined() == new)
    #expect(mapping.isIdentity == old.utf8.elementsEqual(new.utf8))
    for _ in 0..<20 {
      let start = Int(random.next() % UInt64(old.utf8.count + 1))
      let range = TextRange(start, start + Int(random.next() % UInt64(old.utf8.count - start + 1)))
      let place = mapping.place(of: range)
      #expect(0 <= place.start && place.start <= place.end && place.end <= new.utf8.count)
      if let exact = mapping.map(range), !range.isEmpty { #expect(exact == place) }
    }
  }

  @Test func textsWithoutAnythingInCommonAreReplaced() {
    let mapping = TextMapping(from: String(repeating: "a b ", count: 3000), to: String(repeating: "c,d;", count: 3000))
    #expect(mapping.equal.isEmpty)
    #expect(mapping.differing.count == 1)
  }
}

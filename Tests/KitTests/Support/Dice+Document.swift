import DocumentModel
import JSON

extension Dice {
  /// A random document: any text, often rewritten, with any of the layers and unknown keys everywhere.
  mutating func document() -> Document {
    var document = Document(
      id: text(upTo: 8), text: text(upTo: 60), source: source(), metadata: Metadata(object(depth: 1)))
    for _ in 0..<below(3) { try? document.rewrite(edits(of: document.text), by: "clean") }
    let starts = borders(of: document.text)
    if once(in: 2) { document.sections = inOrder(list { $0.section(starts, parents: $1) }, \.range) }
    if once(in: 2) {
      let paragraphs = list { dice, _ in
        Paragraph(
          range: dice.range(starts), kind: dice.pick([.text, .listItem, .quote, .init(rawValue: "é")]),
          level: dice.once(in: 2) ? 1 + dice.below(255) : nil, by: dice.name(), extra: dice.object(depth: 1))
      }
      document.paragraphs = inOrder(paragraphs, \.range)
    }
    if once(in: 2) {
      let links = list { dice, _ in
        Link(range: dice.range(starts), target: dice.text(upTo: 9), by: dice.name(), extra: dice.object(depth: 1))
      }
      document.links = inOrder(links, \.range, overlap: false)
    }
    if once(in: 2) {
      let sentences = list { dice, _ in
        Sentence(range: dice.range(starts), by: dice.name(), extra: dice.object(depth: 1))
      }
      document.sentences = inOrder(sentences, \.range)
    }
    if once(in: 2) { addEntities(to: &document, starts) }
    if once(in: 2) {
      let choices = list { dice, _ in
        Summary.Choice(range: dice.range(starts), score: dice.real(), extra: dice.object(depth: 1))
      }
      document.summary = Summary(text: text(upTo: 9), sentences: choices, by: name(), extra: object(depth: 1))
    }
    if once(in: 2) {
      document.keyphrases = list { dice, _ in
        Keyphrase(text: dice.text(upTo: 9), score: dice.real(), by: dice.name(), extra: dice.object(depth: 1))
      }
    }
    document.extensions = object(depth: 2)
    document.diagnostics = list { dice, _ in
      Diagnostic(
        dice.pick(Diagnostic.Severity.allCases), code: "code", dice.text(upTo: 9), by: dice.name(),
        range: dice.once(in: 2) ? dice.range(starts) : nil, extra: dice.object(depth: 1))
    }
    document.trace = list { dice, _ in
      TraceEntry(
        stage: dice.name(), version: "1", options: "sha256:", skipped: dice.once(in: 2) ? "when" : nil,
        extra: dice.object(depth: 1))
    }
    document.extra = object(depth: 1)
    return document
  }

  private mutating func addEntities(to document: inout Document, _ starts: [Int]) {
    let entities = list(least: 1) { dice, _ in
      Entity(
        range: dice.range(starts), label: dice.pick(EntityLabel.ontoNotes), chain: dice.once(in: 2) ? 0 : nil,
        by: dice.name(), why: dice.once(in: 2) ? .rule : nil, score: dice.once(in: 2) ? dice.real() : nil,
        normal: dice.once(in: 2) ? dice.text(upTo: 9) : nil, extra: dice.object(depth: 1))
    }
    document.entities = entities
    document.chains = list(least: 1) { dice, _ in
      Chain(
        canonical: dice.text(upTo: 9), label: .person, mentions: [dice.below(entities.count)],
        id: dice.once(in: 2) ? dice.name() : nil, by: dice.name(), extra: dice.object(depth: 1))
    }
    document.quotations = list { dice, _ in
      Quotation(
        range: dice.range(starts), speaker: dice.once(in: 2) ? 0 : nil,
        source: dice.once(in: 2) ? dice.range(starts) : nil,
        cue: dice.once(in: 2) ? dice.range(starts) : nil, kind: dice.pick(Quotation.Kind.allCases), by: dice.name(),
        extra: dice.object(depth: 1))
    }
  }

  private mutating func section(_ starts: [Int], parents: Int) -> Section {
    Section(
      range: range(starts), level: 1 + below(9), heading: once(in: 2) ? range(starts) : nil, body: range(starts),
      parent: parents > 0 && once(in: 2) ? below(parents) : nil, by: name(), extra: object(depth: 1))
  }

  private mutating func source() -> Source {
    var source = Source(uri: once(in: 2) ? text(upTo: 8) : nil, mediaType: once(in: 2) ? "text/plain" : nil)
    source.charset = once(in: 2) ? "utf-8" : nil
    source.charsetEvidence = once(in: 2) ? pick(Source.CharsetEvidence.allCases) : nil
    source.hasByteOrderMark = once(in: 2)
    source.byteCount = once(in: 2) ? below(1000) : nil
    source.sha256 = once(in: 2) ? "00ff" : nil
    source.extra = object(depth: 1)
    return source
  }

  /// Ordered edits of `text` that don't overlap, often touching each other.
  mutating func edits(of text: String) -> [TextEdit] {
    let borders = borders(of: text)
    var edits: [TextEdit] = []
    var place = 0
    while place < borders.count {
      let end = min(place + below(4), borders.count - 1)
      edits.append(TextEdit(TextRange(borders[place], borders[end]), once(in: 2) ? "" : self.text(upTo: 4), rule: "r"))
      place = once(in: 3) ? max(end, place + 1) : end + 1 + below(6)
    }
    return edits
  }

  /// The offsets of `text` between scalars, both ends included.
  func borders(of text: String) -> [Int] {
    var at = 0
    return [0]
      + text.unicodeScalars.map { scalar in
        at += scalar.utf8.count
        return at
      }
  }

  mutating func range(_ borders: [Int]) -> TextRange {
    let ends = [pick(borders), pick(borders)].sorted()
    return TextRange(ends[0], ends[1])
  }

  /// `annotations` with their ranges in the order of the text.
  private func inOrder<Annotation>(
    _ annotations: [Annotation], _ range: WritableKeyPath<Annotation, TextRange>, overlap: Bool = true
  ) -> [Annotation] {
    let ranges = annotations.map { $0[keyPath: range] }.sorted()
    var annotations = annotations
    for index in annotations.indices {
      annotations[index][keyPath: range] = ranges[index]
      guard !overlap, index + 1 < ranges.count else { continue }
      annotations[index][keyPath: range].end = min(ranges[index].end, ranges[index + 1].start)
    }
    return annotations
  }

  private mutating func name() -> String { pick(["", "clean", "entity-tag", "é"]) }

  private mutating func list<Element>(least: Int = 0, _ make: (inout Dice, Int) -> Element) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(least + below(4)) { elements.append(make(&self, elements.count)) }
    return elements
  }
}

import DocumentModel
import JSON

/// A small article with every layer, made by hand, whose ranges are found by the words themselves.
func sampleDocument() -> Document {
  let title = "Søren’s “Blue Line” Opens * at Last"
  let text = """
    \(title)

    AARHUS, Denmark — The light rail line opened on 4 May, Mayor Søren Kjær said. The mayor’s party, the Danish Social \
    Liberal Party (DSLP), had promised it in 2011.

    “We waited # eleven years,” Kjær told riders. “It cost 1.2 billion kroner, and it’s worth it.”

    # What it changes

    The DSLP expects that 40% of riders come by bike:

    - *free* bike racks at 12 stops
    2. one ticket for bus & tram

    Every city deserves a line <of its own>.
    Some deserve two.

    Further plans

    1986. That was the year of the first plan, filed as plan_a_1 in box [7](b).
    """
  var document = Document(id: "2024/may/blue-line", text: text)
  document.source.uri = "articles/2024/may/blue-line.txt"
  document.source.mediaType = "text/plain"
  document.source.charset = "utf-8"
  document.source.charsetEvidence = .valid
  document.source.byteCount = text.utf8.count
  document.source.sha256 = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"
  document.metadata.title = title
  document.metadata.byline = "Ida O'Neill: reporter"
  document.metadata.dateline = "AARHUS, Denmark"
  document.metadata.published = "2024-05-04T08:30:00+02:00"
  document.metadata.language = "en"
  document.metadata.values["words"] = 105
  document.metadata.values["desks"] = ["city", "no"]
  document.addSections(title)
  document.addEntities()
  document.addFindings()
  document.trace = [TraceEntry(stage: "clean", version: "1.0.0", options: "sha256:00")]
  return document
}

extension Document {
  /// The range of the words `words` at their `number`th place.
  fileprivate func range(_ words: String, _ number: Int = 1) -> TextRange {
    let text = Array(self.text.utf8)
    let wanted = Array(words.utf8)
    var found = 0
    for start in text.indices where text[start...].starts(with: wanted) {
      found += 1
      if found == number { return TextRange(start, start + wanted.count) }
    }
    fatalError("the sample has no \(words) number \(number)")
  }

  fileprivate func range(from first: String, to last: String) -> TextRange {
    TextRange(range(first).start, range(last).end)
  }

  fileprivate mutating func addSections(_ title: String) {
    let end = text.utf8.count
    let titleRange = range(title)
    let change = range("What it changes")
    let plans = range("Further plans")
    sections = [
      Section(
        range: textRange, level: 1, heading: titleRange, body: TextRange(titleRange.end, change.start - 2), by: "sample"
      ),
      Section(
        range: TextRange(change.start - 2, plans.start), level: 2, heading: change,
        body: TextRange(change.end, plans.start), parent: 0, by: "sample"),
      Section(
        range: TextRange(plans.start, end), level: 2, heading: plans, body: TextRange(plans.end, end), parent: 0,
        by: "sample"),
    ]
    let blocks: [(TextRange, Paragraph.Kind)] = [
      (range(from: "AARHUS", to: "in 2011."), .text), (range(from: "“We", to: "worth it.”"), .text),
      (range(from: "The DSLP", to: "bike:"), .text), (range(from: "- *free*", to: "12 stops"), .listItem),
      (range(from: "2. one", to: "tram"), .listItem), (range(from: "Every city", to: "two."), .quote),
      (range(from: "1986.", to: "(b)."), .text),
    ]
    paragraphs = blocks.map { Paragraph(range: $0, kind: $1, by: "sample") }
    sentences = [
      Sentence(range: range(from: "AARHUS", to: "Kjær said."), by: "sample"),
      Sentence(range: range(from: "The mayor’s", to: "in 2011."), by: "sample"),
      Sentence(range: range(from: "1986.", to: "(b)."), by: "sample"),
    ]
  }

  fileprivate mutating func addEntities() {
    func mention(
      _ words: String, at number: Int = 1, _ label: EntityLabel, _ chain: Int? = nil, _ why: Entity.Evidence? = .rule,
      score: Double? = nil, normal: String? = nil
    ) -> Entity {
      Entity(
        range: range(words, number), label: label, chain: chain, by: "sample", why: why, score: score, normal: normal)
    }
    entities = [
      mention("Søren", .person, 0, .model, score: 0.5),
      mention("Blue Line", .fac, 1, nil),
      mention("AARHUS", .gpe, 2, .gazetteer),
      mention("Denmark", .gpe, 3, .gazetteer),
      mention("4 May", .date, normal: "2024-05-04"),
      mention("Søren Kjær", .person, 0, .model, score: 0.98),
      mention("Danish Social Liberal Party", .org, 4),
      mention("DSLP", .org, 4),
      mention("2011", .date),
      mention("eleven years", .date),
      mention("Kjær", at: 2, .person, 0, .model, score: 0.9),
      mention("1.2 billion kroner", .money, normal: "DKK 1200000000"),
      mention("DSLP", at: 2, .org, 4),
      mention("40%", .percent),
      mention("12", .cardinal),
    ]
    chains = [
      Chain(canonical: "Søren Kjær", label: .person, mentions: [0, 5, 10], by: "sample"),
      Chain(canonical: "Blue Line", label: .fac, mentions: [1], by: "sample"),
      Chain(canonical: "Aarhus", label: .gpe, mentions: [2], id: "Q25319", by: "sample"),
      Chain(canonical: "Denmark", label: .gpe, mentions: [3], by: "sample"),
      Chain(canonical: "Danish Social Liberal Party", label: .org, mentions: [6, 7, 12], by: "sample"),
    ]
  }

  fileprivate mutating func addFindings() {
    let said = range("said")
    quotations = [
      Quotation(
        range: range(from: "The light rail", to: "4 May"), speaker: 0, source: range("Mayor Søren Kjær"), cue: said,
        kind: .indirect, by: "sample"),
      Quotation(
        range: range(from: "“We waited", to: "years,”"), source: range("Kjær", 2), cue: range("told"), kind: .direct,
        by: "sample"),
      Quotation(range: range(from: "“It cost", to: "worth it.”"), kind: .direct, by: "sample"),
    ]
    let first = range(from: "AARHUS", to: "Kjær said.")
    summary = Summary(
      text: String(self[first]), sentences: [Summary.Choice(range: first, score: 0.75)], by: "sample")
    keyphrases = [
      Keyphrase(text: "light rail line", score: 2.5, by: "sample"),
      Keyphrase(text: "bus & tram", score: 1, by: "sample"),
    ]
    extensions = ["readability": ["grade": 8]]
  }
}

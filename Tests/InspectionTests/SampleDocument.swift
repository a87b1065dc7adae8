import DocumentModel
import JSON

/// An article that has been through the stages, with what is hard to draw: entities in entities, a quotation over a line
/// end, wide and combining characters, a text that was cleaned.
let sampleDocument: Document = {
  let source =
    "Ferry  Line Opens\n\nOSLO - The ferry from Oslo's harbour to 東京 opened on Monday, Mayor Anna Berg said.\n\n"
    + "Fares\n\n\"We waited for\nyears,\" said Berg. It costs 40 kroner; the cafe\u{301} is free.\n"
  var document = Document(
    id: "2026/ferry", text: source, source: Source(uri: "in/2026/ferry.txt", mediaType: "text/plain"))
  document.source.charset = "utf-8"
  document.metadata.title = "Ferry Line Opens"
  document.metadata.language = "en"
  try? document.rewrite([TextEdit(TextRange(5, 7), " ", rule: "spaces")], by: "clean")
  func range(_ words: String, after start: Int = 0) -> TextRange {
    let bytes = Array(document.text.utf8)
    let sought = Array(words.utf8)
    let at = (start..<bytes.count - sought.count + 1).first { Array(bytes[$0..<$0 + sought.count]) == sought } ?? 0
    return TextRange(at, at + sought.count)
  }
  func entity(
    _ words: String, _ label: EntityLabel, _ chain: Int? = nil, after start: Int = 0, normal: String? = nil
  ) -> Entity {
    Entity(
      range: range(words, after: start), label: label, chain: chain, by: "entity-tag", why: .rule, score: 0.9,
      normal: normal)
  }
  let title = range("Ferry Line Opens")
  let fares = range("Fares")
  let end = document.text.utf8.count
  document.sections = [
    Section(range: TextRange(0, end), level: 1, heading: title, body: TextRange(18, fares.start), by: "section-split"),
    Section(
      range: TextRange(fares.start, end), level: 2, heading: fares, body: TextRange(fares.end + 2, end), parent: 0,
      by: "section-split"),
  ]
  let sentence = "OSLO - The ferry from Oslo's harbour to 東京 opened on Monday, Mayor Anna Berg said."
  document.sentences = [Sentence(range: range(sentence), by: "section-split")]
  document.entities = [
    entity("OSLO", .gpe, 0), entity("Oslo's harbour", .fac), entity("Oslo", .gpe, 0), entity("東京", .gpe, 1),
    entity("Monday", .date, normal: "2026-03-09"), entity("Anna Berg", .person, 2),
    entity("Berg", .person, 2, after: fares.end),
    entity("40 kroner", .money, normal: "NOK 40"), entity("cafe\u{301}", EntityLabel(rawValue: "PLACE")),
  ]
  document.chains = [
    Chain(canonical: "Oslo", label: .gpe, mentions: [0, 2], by: "entity-tag"),
    Chain(canonical: "東京", label: .gpe, mentions: [3], id: "Q1490", by: "entity-tag"),
    Chain(canonical: "Anna Berg", label: .person, mentions: [5, 6], by: "entity-tag"),
  ]
  document.quotations = [
    Quotation(
      range: range("\"We waited for\nyears,\""), speaker: 2, source: range("Berg", after: fares.end),
      cue: range("said Berg").head(4),
      kind: .direct, by: "quotations")
  ]
  document.summary = Summary(text: sentence, sentences: [.init(range: range(sentence), score: 1)], by: "summarize")
  document.keyphrases = [
    Keyphrase(text: "ferry", score: 1, by: "summarize"), Keyphrase(text: "Oslo", score: 0.5, by: "summarize"),
  ]
  document.diagnostics = [Diagnostic(.warning, code: "dateline", "the dateline is in capitals", by: "clean")]
  document.trace = [
    TraceEntry(stage: "clean", version: "1.0.0", options: "sha256:1"),
    TraceEntry(stage: "quotations", version: "1.1.0", options: "sha256:2", skipped: "when does not hold"),
  ]
  return document
}()

extension TextRange {
  fileprivate func head(_ count: Int) -> TextRange { TextRange(start, start + count) }
}

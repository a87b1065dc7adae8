public import DocumentModel
public import StageKit

/// Finds who said what: word for word in quotation marks, by sense, or both.
///
/// A quotation that its attribution breaks in two ("…," he said, "…") is two, with one source.
public struct QuotationsStage: Stage {
  public static let contract = Contract(
    "quotations", version: "1.2.0",
    summary: "Finds who said what: words in quotation marks and by sense, with the words that attribute them.",
    requires: [.sentences, .entities], uses: [.metadata, .paragraphs, .chains], provides: [.quotations],
    languages: ["de", "en", "es", "fr"])

  private let options: QuotationsOptions

  public init(options: QuotationsOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) throws {
    guard document.text.utf8.count <= UInt32.max else {
      throw StageFailure("the text has more than 4 GiB, which is the most that can be read: split the document")
    }
    let text = TokenizedText(
      document, words: Lexicon.words(language: document.languageCode, attitudes: options.attitudes))
    let spans = MarkPairing.spans(in: text)
    let cues = CueFinder(text)
    let direct = DirectFinder(text, cues, spans.filter(\.isOutermost), names: KnownNames(document))
    let indirect = IndirectFinder(text, cues, quoted: direct.rest, besides: direct.findings)
    let findings = (direct.findings + indirect.findings).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    document.quotations = quotations(findings, in: document, text)
  }

  private func quotations(_ findings: [Finding], in document: Document, _ text: TokenizedText) -> [Quotation] {
    let quoted = findings.filter { $0.kind == .direct }.map { text.range(of: $0.tokens) }
    var speakers = SpeakerChains(document, text, quoted: quoted)
    var last: Int?
    return findings.compactMap { finding in
      let source = finding.attribution.source
      var speaker: Int?
      if let source { speaker = speakers.chain(of: source, last: last) }
      if speaker != nil { last = speaker }
      guard options.kinds.contains(finding.kind) else { return nil }
      return Quotation(
        range: text.range(of: finding.tokens), speaker: speaker, source: source.map(text.range),
        cue: finding.attribution.cue.map(text.range), kind: finding.kind, by: Self.contract.name)
    }
  }
}

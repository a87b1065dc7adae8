internal import DocumentModel

/// What a document says, in the form in which gold and found are compared; `nil` for what it was not looked through for.
struct DocumentFindings {
  private(set) var sections: [Finding]?
  /// Labelled by their levels.
  private(set) var headings: [Finding]?
  private(set) var paragraphs: [Finding]?
  private(set) var sentences: [Finding]?
  /// Those with labels that the settings want, by the names that the settings give them.
  private(set) var entities: [Finding]?
  private(set) var mentions: [Mention]?
  private(set) var quotes: [Quote]?

  /// An entity that is in a chain.
  struct Mention {
    let finding: Finding
    let chain: Int
  }

  /// A quotation, labelled by its kind, with who it is given to.
  struct Quote {
    let finding: Finding
    let source: Finding?
    let speaker: Speaker?
  }

  struct Speaker {
    let name: String
    let mentions: Set<TextRange>
  }

  private let document: Document
  private let isGold: Bool

  /// - Parameter isGold: whether the ranges count in the gold's text as they are; those of a pipeline's document are told
  ///   in the text that it was handed, which is the gold's.
  init(_ document: Document, _ settings: EvaluationSettings, isGold: Bool) {
    self.document = document
    self.isGold = isGold
    sections = document.sections?.compactMap { finding($0.range) }.unique
    headings =
      document.sections?.compactMap { section in
        section.heading.flatMap { finding($0, "\(section.level)") }
      }.unique
    paragraphs = document.paragraphs?.compactMap { finding($0.range) }.unique
    sentences = document.sentences?.compactMap { finding($0.range) }.unique
    entities =
      document.entities?.compactMap { entity in
        settings.label(entity.label.rawValue).flatMap { finding(entity.range, $0) }
      }.unique
    mentions = document.chains.map { _ in mentions(settings) }
    quotes = document.quotations?.compactMap(quote)
  }

  private func mentions(_ settings: EvaluationSettings) -> [Mention] {
    var seen: Set<FindingPlace> = []
    return (document.entities ?? []).compactMap { entity in
      guard let chain = entity.chain, settings.label(entity.label.rawValue) != nil, let finding = finding(entity.range),
        finding.range == nil || seen.insert(FindingPlace(finding, heedsLabel: false)).inserted
      else { return nil }
      return Mention(finding: finding, chain: chain)
    }
  }

  /// Quotation marks and other punctuation at the ends don't count: where they belong is a matter of taste.
  private func quote(_ quotation: Quotation) -> Quote? {
    guard let words = finding(document.withoutPunctuation(quotation.range), quotation.kind.rawValue) else { return nil }
    return Quote(
      finding: words, source: quotation.source.flatMap { finding(document.withoutPunctuation($0)) },
      speaker: quotation.speaker.flatMap(speaker))
  }

  private func speaker(_ chain: Int) -> Speaker? {
    guard let chain = document.chains?[chain] else { return nil }
    let ranges = chain.mentions.compactMap { document.entities?[$0].range }.compactMap(goldRange)
    return Speaker(name: chain.canonical.comparable, mentions: Set(ranges))
  }

  /// `nil` for white space and for nothing.
  private func finding(_ range: TextRange, _ label: String = "") -> Finding? {
    let range = document.withoutSpace(range)
    return range.isEmpty ? nil : Finding(range: goldRange(range), label: label, words: String(document[range]))
  }

  private func goldRange(_ range: TextRange) -> TextRange? { isGold ? range : document.sourceRange(of: range) }
}

extension String {
  /// This text for comparing words: in lower case, with single spaces.
  var comparable: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Document {
  /// `range` without white space at its ends.
  fileprivate func withoutSpace(_ range: TextRange) -> TextRange { trimmed(range) { $0.properties.isWhitespace } }

  /// `range` from its first letter or digit to its last one.
  fileprivate func withoutPunctuation(_ range: TextRange) -> TextRange {
    trimmed(range) { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
  }

  private func trimmed(_ range: TextRange, _ isLeftOut: (Unicode.Scalar) -> Bool) -> TextRange {
    let scalars = self[range].unicodeScalars
    let start = scalars.prefix(while: isLeftOut).reduce(0) { $0 + UTF8.width($1) }
    guard start < range.count else { return TextRange(range.start, range.start) }
    let end = scalars.reversed().prefix(while: isLeftOut).reduce(0) { $0 + UTF8.width($1) }
    return TextRange(range.start + start, range.end - end)
  }
}

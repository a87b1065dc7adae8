internal import DocumentModel
internal import TextBytes

/// What a digest keeps of a document.
struct Article: Sendable {
  let id: String
  let title: String
  /// The sentences that may stand for it, best first: those of its summary, else its first ones.
  let sentences: [Sentence]
  let remarks: [Remark]
  /// Who and what it names, in the words of its own fullest mention.
  let names: [Name]
  let source: StorySource
  /// When it was published, as it says.
  let published: String
  let day: CalendarDay?
  /// What each of its sentences is known by again.
  let fingerprints: Set<UInt64>
  /// A hash of the whole text.
  let textHash: UInt64
  /// How often it has each word and name, by the vocabulary's numbers.
  let counts: [Int32: Int]

  /// A sentence on one line, and how much text stands before it.
  struct Sentence: Sendable {
    let text: String
    let place: Int
  }

  /// What somebody says.
  struct Remark: Sendable {
    let speaker: String
    /// The speaker's words, or where only their sense is given the article's whole sentence.
    let text: String
    let isBySense: Bool
    /// The words that name the speaker there: "Anna Berg, the mayor".
    let source: String
  }

  struct Name: Sendable {
    let text: String
    let label: EntityLabel
    let mentions: Int
  }
}

extension Article {
  /// How much more often a word of the title counts than one of the text.
  private static let titleWeight = 3

  init(_ document: Document, _ vocabulary: inout Vocabulary) {
    id = document.id
    title = document.metadata.title.map { $0.onOneLine } ?? ""
    published = document.metadata.published ?? ""
    day = CalendarDay(iso: published)
    source = StorySource(document, title: title)
    sentences = document.representativeSentences
    remarks = document.remarks
    names = document.namedThings
    textHash = FNV1a(document.text.utf8.span).value
    fingerprints = Set((document.sentences ?? []).compactMap { document.fingerprint(of: $0.range) })
    var counts: [Int32: Int] = [:]
    let text = document.text.utf8.span
    text.forEachWord(in: 0..<text.count) { counts[vocabulary.number(of: $0), default: 0] += 1 }
    let titleBytes = title.utf8.span
    titleBytes.forEachWord(in: 0..<titleBytes.count) {
      counts[vocabulary.number(of: $0), default: 0] += Self.titleWeight
    }
    for name in names {
      // A name of one word is that word.
      vocabulary.markWords(of: name.text)
      guard name.text.utf8.contains(0x20) else { continue }
      let term = " " + name.text.lowercased()
      vocabulary.mark(term)
      counts[vocabulary.number(of: term), default: 0] += name.mentions
    }
    for phrase in document.keyphrases ?? [] { vocabulary.markWords(of: phrase.text) }
    self.counts = counts
  }
}

extension Vocabulary {
  fileprivate mutating func markWords(of text: String) {
    var words: [String] = []
    let bytes = text.utf8.span
    bytes.forEachWord(in: 0..<bytes.count) { words.append($0) }
    for word in words { mark(word) }
  }
}

extension Document {
  private static let nameLabels: Set<EntityLabel> = [
    .person, .norp, .fac, .org, .gpe, .loc, .product, .event, .workOfArt, .law,
  ]

  fileprivate var representativeSentences: [Article.Sentence] {
    let ranges: [TextRange]
    if let chosen = summary?.sentences, !chosen.isEmpty {
      ranges = chosen.map(\.range)
    } else {
      ranges = (sentences ?? []).prefix(3).map(\.range)
    }
    return ranges.map { Article.Sentence(text: self[$0].onOneLine, place: $0.start) }.filter { !$0.text.isEmpty }
  }

  fileprivate var namedThings: [Article.Name] {
    (chains ?? []).filter { Self.nameLabels.contains($0.label) && !$0.canonical.isEmpty }.map {
      Article.Name(text: $0.canonical.onOneLine, label: $0.label, mentions: $0.mentions.count)
    }
  }

  /// The quotations whose speaker is a known person or body.
  fileprivate var remarks: [Article.Remark] {
    guard let chains else { return [] }
    let sentences = (sentences ?? []).map(\.range).sorted()
    var next = 0
    return (quotations ?? []).sorted { $0.range < $1.range }.compactMap { quotation in
      guard let speaker = quotation.speaker, chains.indices.contains(speaker) else { return nil }
      while next < sentences.count, sentences[next].end <= quotation.range.start { next += 1 }
      let isBySense = quotation.kind != .direct
      guard !isBySense || next < sentences.count && sentences[next].overlaps(quotation.range) else { return nil }
      return Article.Remark(
        speaker: chains[speaker].canonical.onOneLine,
        text: isBySense ? self[sentences[next]].onOneLine : self[quotation.range].onOneLine.withoutLastComma,
        isBySense: isBySense, source: quotation.source.map { self[$0].onOneLine } ?? "")
    }
  }

  /// A hash of a sentence's words; `nil` for a sentence of few, which many articles have.
  fileprivate func fingerprint(of range: TextRange) -> UInt64? {
    var hash = FNV1a()
    var count = 0
    text.utf8.span.forEachWord(in: range.start..<range.end) { word in
      hash.add(word.utf8.span)
      hash.add(UInt8(ascii: " "))
      count += 1
    }
    return count >= 5 ? hash.value : nil
  }
}

extension StringProtocol {
  /// The text with each run of white space as a single space, and none around it.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension String {
  /// Somebody's words without the comma that joined them to who said them: “We won,” is “We won”.
  fileprivate var withoutLastComma: String {
    guard let mark = last, "\"”’'»".contains(mark), dropLast().last == "," else { return self }
    return String(dropLast(2)) + String(mark)
  }
}

internal import DocumentModel

/// A document as a page to read: front matter, title, summary, text, who said what, and what it speaks of.
struct MarkdownPage {
  /// What a page is made of, in its order. The title is always there.
  enum Part: String, CaseIterable, Sendable {
    case frontMatter = "front-matter"
    case summary
    case keyphrases
    case body
    case quotations
    case entities

    /// The parts of a page whose pipeline names none.
    static let standard = allCases.filter { $0 != .keyphrases }
  }

  /// The page in UTF-8, with a line feed at the end.
  private(set) var bytes: [UInt8] = []
  let document: Document
  /// What the page is headed by: the title that is known, or else a first heading that can only be one.
  let title: String?

  init(_ document: Document, parts: Set<Part>) {
    self.document = document
    title = document.pageTitle
    bytes.reserveCapacity(document.text.utf8.count * 5 / 4 + 4096)
    if parts.contains(.frontMatter) { bytes += FrontMatter(document, title: title).bytes }
    if let title { writeHeading(title, level: 1) }
    if parts.contains(.summary) { writeSummary() }
    if parts.contains(.keyphrases) { writeKeyphrases() }
    if parts.contains(.body) { writeBody() }
    if parts.contains(.quotations) { writeQuotations() }
    if parts.contains(.entities) { writeEntities() }
  }

  /// Lets `write` append a block of whole lines, after `joint` (a blank line) where it is not the first.
  mutating func writeBlock(after joint: String = "\n", _ write: (inout [UInt8]) -> Void) {
    if !bytes.isEmpty { bytes.append(contentsOf: joint.utf8) }
    write(&bytes)
  }

  mutating func writeHeading(_ text: some StringProtocol, level: Int, links: [MarkdownLink] = []) {
    writeBlock { bytes in
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "#"), count: min(max(level, 1), 6)))
      bytes.append(0x20)
      bytes.appendMarkdownHeading(text, links: links)
      bytes.append(0x0A)
    }
  }

  private mutating func writeSummary() {
    guard let summary = document.summary, !summary.text.isEmpty else { return }
    writeBlock { bytes in
      bytes.append(contentsOf: "> **Summary.** ".utf8)
      bytes.appendMarkdownWords(summary.text)
      bytes.append(0x0A)
    }
  }

  private mutating func writeKeyphrases() {
    guard let keyphrases = document.keyphrases, !keyphrases.isEmpty else { return }
    writeBlock { bytes in
      bytes.append(contentsOf: "**Keywords:** ".utf8)
      bytes.appendMarkdownList(keyphrases.map(\.text))
      bytes.append(0x0A)
    }
  }

  /// Every quotation in the order of the text, after its speaker's full name or else the words that name the source. What is
  /// given by sense has its verb before it: "**Berg** vowed: to keep the line open".
  private mutating func writeQuotations() {
    guard let quotations = document.quotations, !quotations.isEmpty else { return }
    writeHeading("Who said what", level: 2)
    let document = document
    let chains = document.chains ?? []
    writeBlock { bytes in
      for quotation in quotations {
        let speaker = quotation.speaker.flatMap { chains.indices.contains($0) ? chains[$0].canonical[...] : nil }
        bytes.append(contentsOf: "- **".utf8)
        bytes.appendMarkdownWords(speaker ?? quotation.source.map { document[$0] } ?? "Unattributed")
        if quotation.kind != .direct, let cue = quotation.cue.map({ document[$0] }),
          !cue.lowercased().hasPrefix("according")
        {
          bytes.append(contentsOf: "** ".utf8)
          bytes.appendMarkdownWords(cue)
          bytes.append(contentsOf: ": ".utf8)
        } else {
          bytes.append(contentsOf: ":** ".utf8)
        }
        bytes.appendMarkdownWords(document[quotation.range])
        bytes.append(0x0A)
      }
    }
  }
}

extension [UInt8] {
  /// Appends `items` with semicolons between them: names and dates have commas of their own.
  mutating func appendMarkdownList(_ items: [String], beginsLine: Bool = false) {
    for (index, item) in items.enumerated() {
      if index > 0 { append(contentsOf: "; ".utf8) }
      if index == 0, beginsLine { appendMarkdownLine(item) } else { appendMarkdownWords(item) }
    }
  }
}

extension Document {
  /// The title in the metadata; without one the first heading, where all text and every other heading are below it.
  fileprivate var pageTitle: String? {
    let title = squeezed(metadata.title ?? "")
    guard title.isEmpty else { return title }
    guard let sections, let first = sections.first, let heading = first.heading,
      !sections.dropFirst().contains(where: { $0.level <= first.level }),
      paragraphs?.first.map({ heading.start < $0.range.start }) ?? true
    else { return nil }
    let words = squeezed(self[heading])
    return words.isEmpty ? nil : words
  }
}

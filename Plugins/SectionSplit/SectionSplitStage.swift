public import DocumentModel
public import StageKit

/// Finds the sections with their headings, the paragraphs, and the sentences of plain text.
///
/// Sentences lie in paragraphs only: a heading has none, so that no summary picks one.
public struct SectionSplitStage: Stage {
  public static let contract = Contract(
    "section-split", version: "1.0.0",
    summary: "Finds headed sections, paragraphs, and the sentences of paragraphs.",
    uses: [.metadata], provides: [.sections, .paragraphs, .sentences])

  private let options: SectionSplitOptions
  private let words = WordTable.english

  public init(options: SectionSplitOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) {
    let stage = Self.contract.name
    let text = document.text
    let bytes = text.utf8.span
    let words = words.slots.span

    var reader = BlockReader(
      lists: options.lists, markdown: options.headings.contains(.markdown),
      underlines: options.headings.contains(.underlined))
    reader.read(bytes)
    var blocks = reader.blocks
    let finder = HeadingFinder(
      kinds: options.headings, maximumWords: options.maximumHeadingLength, title: document.metadata.title)
    let headings = finder.headings(in: &blocks, bytes, words)

    var tree = SectionTree(by: stage)
    var paragraphs: [Paragraph] = []
    var sentences: [Sentence] = []
    paragraphs.reserveCapacity(blocks.count - headings.count)
    sentences.reserveCapacity(bytes.count / 128)
    var nextHeading = 0
    for (index, block) in blocks.enumerated() {
      if nextHeading < headings.count, headings[nextHeading].block == index {
        tree.add(headings[nextHeading], block)
        nextHeading += 1
        continue
      }
      let range = TextRange(block.start, block.end)
      tree.add(range)
      paragraphs.append(Paragraph(range: range, kind: block.kind.paragraphKind, by: stage))
      var scanner = SentenceScanner(range)
      while let sentence = scanner.next(in: bytes, words) { sentences.append(Sentence(range: sentence, by: stage)) }
    }
    tree.finish()
    document.sections = tree.sections
    document.paragraphs = paragraphs
    document.sentences = sentences
  }
}

extension TextBlock.Kind {
  fileprivate var paragraphKind: Paragraph.Kind {
    switch self {
    case .text, .heading: .text
    case .listItem: .listItem
    case .quote: .quote
    }
  }
}

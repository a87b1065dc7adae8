public import DocumentModel
public import StageKit

/// Finds the sections with their headings, the paragraphs, and the sentences of a text.
///
/// Where a stage has read the text's markup, its headings and blocks are taken as they are; in plain text they are told by
/// marks, words and neighbours.
///
/// Sentences lie in paragraphs only: a heading has none, so that no summary picks one, and neither has preformatted text.
/// A row of a table is one sentence.
public struct SectionSplitStage: Stage {
  public static let contract = Contract(
    "section-split", version: "1.4.0",
    summary: "Finds headed sections, paragraphs, and the sentences of paragraphs.",
    uses: [.metadata, .paragraphs], provides: [.sections, .paragraphs, .sentences])

  private let options: SectionSplitOptions

  public init(options: SectionSplitOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) {
    let text = document.text
    let bytes = text.utf8.span
    guard document.hasReadMarkup, let paragraphs = document.paragraphs else {
      var reader = BlockReader(
        lists: options.lists, markdown: options.headings.contains(.markdown),
        underlines: options.headings.contains(.underlined))
      reader.read(bytes)
      var blocks = reader.blocks
      let finder = HeadingFinder(
        kinds: options.headings, maximumWords: options.maximumHeadingLength, title: document.metadata.title)
      let headings = finder.headings(in: &blocks, bytes)
      let by = Self.contract.name
      fill(&document, blocks, headings, bytes) { index, range in
        Paragraph(range: range, kind: blocks[index].kind.paragraphKind, by: by)
      }
      return
    }
    // What has its sections already has given its headings to them.
    guard document.sections == nil || document.sentences == nil else { return }
    let markedUp = MarkedUpBlocks(
      paragraphs, title: document.metadata.title, hasHeadings: !options.headings.isEmpty, bytes)
    fill(&document, markedUp.blocks, markedUp.headings, bytes) { index, _ in
      var paragraph = paragraphs[index]
      if paragraph.kind == .heading { paragraph.kind = .text }
      return paragraph
    }
  }

  /// Sets the three layers.
  ///
  /// - Parameter paragraph: makes the paragraph of a block that is no heading, given the block's index and range.
  private func fill(
    _ document: inout Document, _ blocks: [TextBlock], _ headings: [Heading], _ bytes: Span<UInt8>,
    paragraph: (Int, TextRange) -> Paragraph
  ) {
    let stage = Self.contract.name
    let hasMarkup = document.hasReadMarkup
    let finder = SentenceFinder(
      document.metadata, markedLines: hasMarkup ? bytes.markedLines(in: blocks) : [],
      keepsQuotations: options.keepsIntroducedQuotations, in: bytes)
    var tree = SectionTree(by: stage)
    var paragraphs: [Paragraph] = []
    var sentences: [Sentence] = []
    paragraphs.reserveCapacity(blocks.count - headings.count)
    // Growing would hold them twice: a text of nothing but short lines has a sentence for each.
    sentences.reserveCapacity(max(bytes.count / 128, blocks.count - headings.count))
    var nextHeading = 0
    for (index, block) in blocks.enumerated() {
      if nextHeading < headings.count, headings[nextHeading].block == index {
        tree.add(headings[nextHeading], block)
        nextHeading += 1
        continue
      }
      let range = TextRange(block.start, block.end)
      tree.add(range)
      let whole = paragraph(index, range)
      paragraphs.append(whole)
      switch block.kind {
      case .preformatted: break
      // Its cells are no sentences, and what stands in one tells little without the others.
      case .tableRow: sentences.append(Sentence(range: range, by: stage))
      default:
        finder.find(in: range, isItem: hasMarkup && whole.level != nil, bytes) {
          sentences.append(Sentence(range: $0, by: stage))
        }
      }
    }
    tree.finish()
    document.sections = tree.sections
    document.paragraphs = paragraphs
    document.sentences = sentences
    if !finder.knowsLanguage { noteUnserved(document.metadata.language ?? "", in: &document) }
  }

  private func noteUnserved(_ language: String, in document: inout Document) {
    document.diagnostics.append(
      Diagnostic(
        .note, code: "language-not-served",
        "no abbreviations are known in '\(language)': sentences are told by their stops and capitals alone",
        by: Self.contract.name))
  }
}

extension TextBlock.Kind {
  fileprivate var paragraphKind: Paragraph.Kind {
    switch self {
    case .text, .heading: .text
    case .listItem: .listItem
    case .quote: .quote
    case .tableRow: .tableRow
    case .preformatted: .preformatted
    }
  }
}

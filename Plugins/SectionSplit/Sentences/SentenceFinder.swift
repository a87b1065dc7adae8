internal import DocumentModel

/// Finds the sentences of a text's paragraphs by the words of its language and, where markup was read, by its lines.
struct SentenceFinder {
  /// Whether the words of the text's language are known; those of English serve where not.
  let knowsLanguage: Bool
  private let words: WordTable
  private let rules: SentenceRules
  private let hasMarkedLines: Bool
  private let wrap: HardWrap?

  /// - Parameter markedLines: the lines of paragraphs that markup has told from each other.
  init(_ metadata: Metadata, markedLines: [TextLine], keepsQuotations: Bool, in bytes: Span<UInt8>) {
    let language = metadata.language ?? ""
    let isEnglish = language.isEmpty || metadata.isWritten(in: "en")
    let known = isEnglish ? .english : WordTable.of(language: language)
    knowsLanguage = known != nil
    words = known ?? .english
    rules = SentenceRules(weighsJoints: isEnglish, keepsQuotations: keepsQuotations)
    hasMarkedLines = !markedLines.isEmpty
    // Verse goes on in small letters too, in narrower lines.
    wrap = HardWrap(of: markedLines, widths: 55...100, in: bytes)
  }

  /// Gives `receive` the sentences of a paragraph, in order.
  ///
  /// - Parameter isItem: whether markup has told that it is an item of a list.
  func find(in paragraph: TextRange, isItem: Bool, _ bytes: Span<UInt8>, _ receive: (TextRange) -> Void) {
    var start = paragraph.start
    while start < paragraph.end {
      let end =
        hasMarkedLines
        ? bytes.markedLineEnd(from: start, in: paragraph, rules, wrap, words.slots.span) : paragraph.end
      var scanner = SentenceScanner(TextRange(start, end), rules, isItem: isItem && start == paragraph.start)
      while let sentence = scanner.next(in: bytes, words) { receive(sentence) }
      start = bytes.skipSpace(from: end, to: paragraph.end)
    }
  }
}

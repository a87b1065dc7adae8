internal import DocumentModel
internal import TextBytes

/// The sentences of a document as tokens, and where sentences and paragraphs begin among them.
struct TokenizedText {
  let text: String
  let tokens: [Token]
  /// The index of each sentence's first token, and at last the number of all.
  let sentenceStarts: [Int]
  /// The index of the first token of each paragraph, and at last the number of all.
  let paragraphStarts: [Int]
  /// The paragraph of each sentence.
  let paragraphs: [Int]

  init(_ document: Document, words: WordTable) {
    var text = document.text
    text.makeContiguousUTF8()
    self.text = text
    let bytes = text.utf8.span
    var tokenizer = Tokenizer(words: words, textLength: bytes.count)
    var sentenceStarts: [Int] = []
    var paragraphStarts: [Int] = []
    var paragraphs: [Int] = []
    var borders = ParagraphBorders(document)
    var end = 0
    for sentence in document.sentences ?? [] {
      let range = sentence.range
      guard range.start >= end, !range.isEmpty, document.isWellFormed(range) else { continue }
      if borders.begins(at: range.start, after: end, in: bytes) || paragraphs.isEmpty {
        paragraphStarts.append(tokenizer.tokens.count)
      }
      end = range.end
      paragraphs.append(paragraphStarts.count - 1)
      sentenceStarts.append(tokenizer.tokens.count)
      tokenizer.add(range, sentence: sentenceStarts.count - 1, in: bytes)
    }
    tokens = tokenizer.tokens
    self.sentenceStarts = sentenceStarts + [tokens.count]
    self.paragraphStarts = paragraphStarts + [tokens.count]
    self.paragraphs = paragraphs
  }

  /// The tokens of the sentence that the token at `index` is in.
  func sentence(of index: Int) -> Range<Int> {
    let sentence = Int(tokens[index].sentence)
    return sentenceStarts[sentence]..<sentenceStarts[sentence + 1]
  }

  /// The index of the paragraph that the token at `index` is in.
  func paragraph(of index: Int) -> Int { paragraphs[Int(tokens[index].sentence)] }

  /// The bytes from the first to the last of `tokens`, which are not none.
  func range(of indices: Range<Int>) -> TextRange {
    TextRange(Int(tokens[indices.lowerBound].start), Int(tokens[indices.upperBound - 1].end))
  }

  /// Whether the token at `index` is `word`, which is ASCII in small letters, in whatever case.
  func token(_ index: Int, is word: StaticString) -> Bool {
    let token = tokens[index]
    guard Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
    let bytes = text.utf8.span
    for offset in 0..<word.utf8CodeUnitCount {
      let byte = bytes[Int(token.start) + offset]
      guard byte.lowered == word.utf8Start[offset] else { return false }
    }
    return true
  }

  /// Whether the token at `index` ends in `letters`, as they are written.
  func token(_ index: Int, endsIn letters: StaticString) -> Bool {
    let start = Int(tokens[index].end) - letters.utf8CodeUnitCount
    guard start >= Int(tokens[index].start) else { return false }
    let bytes = text.utf8.span
    return (0..<letters.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == letters.utf8Start[$0] }
  }

  /// The index of the first token that begins at `offset` or later.
  func firstToken(from offset: Int) -> Int { tokens.partitioningIndex { Int($0.start) >= offset } }
}

/// Tells, sentence by sentence, where paragraphs begin: as the layer has it, or without one at blank lines.
private struct ParagraphBorders {
  private let starts: [Int]?
  private var next = 0

  init(_ document: Document) { starts = document.paragraphs.map { $0.map(\.range.start).sorted() } }

  /// Whether a paragraph begins between `end`, where the sentence before ended, and the sentence at `start`.
  mutating func begins(at start: Int, after end: Int, in bytes: Span<UInt8>) -> Bool {
    if let starts {
      let before = next
      while next < starts.count, starts[next] <= start { next += 1 }
      return next > before
    }
    var lineFeeds = 0
    for index in end..<start where bytes[index] == 0x0A { lineFeeds += 1 }
    return lineFeeds > 1
  }
}

/// The places of texts that people divided, with what the model sees of them and what it should say.
package struct JointExamples {
  /// A place: whether a sentence ends there, the pairs of its features, whether a stop stands before it, the words.
  package struct Example {
    package var endsSentence: Bool
    package var pairs: [Int]
    package var isAfterStop: Bool
    package var before: String
    package var after: String
    /// Where the sentence would end, in bytes.
    package var end: Int
  }

  package private(set) var examples: [Example] = []

  /// - Parameter sentences: the sentences of one paragraph, in order.
  package init(_ sentences: [String]) {
    let text = sentences.joined(separator: " ")
    let (bytes, words) = (text.utf8.span, WordTable.english)
    var start = 0
    for sentence in sentences {
      let next = start + sentence.utf8.count + 1
      read(bytes, from: start, next: next, words)
      start = next
    }
  }

  private mutating func read(_ bytes: Span<UInt8>, from start: Int, next: Int, _ table: WordTable) {
    let words = table.slots.span
    let textStart = bytes.listMark(at: start, before: bytes.count)?.textStart ?? start
    let reader = JointReader(start: textStart, isFirst: start == 0, end: bytes.count, paragraphLength: bytes.count)
    var quotations = SentenceQuotations(sentenceStart: textStart)
    var at = bytes.possibleStop(from: textStart + 1, to: bytes.count)
    while at < bytes.count, at <= next {
      if bytes.isCapitalAfterSpace(at) {
        if let features = reader.features(beforeCapitalAt: at, in: bytes, table), !quotations.isOpen(at: at, in: bytes)
        {
          add(features, at == next, end: bytes.trimSpace(from: textStart, to: at))
        }
        at = bytes.possibleStop(from: at + 1, to: bytes.count)
        continue
      }
      var end = at + 1
      if bytes.character(at: at).kind.isStop {
        let run = bytes.stopRun(at: at, before: bytes.count)
        end = run.end
        if let word = bytes.nextWord(from: run.end, before: bytes.count), word.start <= next,
          bytes.mayEndBeforeSmallLetter(run, word, from: textStart, words)
        {
          add(reader.features(after: run, before: word, in: bytes, words), word.start == next, end: run.end)
        }
      }
      at = bytes.possibleStop(from: end, to: bytes.count)
    }
  }

  private mutating func add(_ features: JointFeatures, _ endsSentence: Bool, end: Int) {
    guard !features.isCertain else { return }
    let pairs = features.pairs
    examples.append(
      Example(
        endsSentence: endsSentence, pairs: pairs.indices.map { pairs[$0] }, isAfterStop: features.left.isStop,
        before: word(features.before), after: word(features.after), end: end))
  }

  private func word(_ key: UInt128) -> String {
    var bytes: [UInt8] = []
    var rest = key
    while rest > 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }
}

/// A text as ROUGE sees it: numbers for words, sentence by sentence.
struct RougeText {
  let sentences: [[Int]]
  let words: [Int]

  init(_ text: String, _ vocabulary: inout RougeVocabulary) {
    sentences = text.utf8.split(separator: 0x0A).map { vocabulary.words(of: $0) }
    words = sentences.flatMap(\.self)
  }

  func scores(against reference: RougeText) -> Rouge.Scores {
    var scores = Rouge.Scores()
    scores.rouge1 = share(commonWords(reference), words.count, reference.words.count)
    scores.rouge2 = share(commonPairs(reference), words.count - 1, reference.words.count - 1)
    scores.rougeL = share(CommonSubsequence(reference.words, words).count, words.count, reference.words.count)
    scores.rougeLsum = share(sentenceMatches(reference), words.count, reference.words.count)
    return scores
  }

  private func share(_ matched: Int, _ found: Int, _ expected: Int) -> Score {
    Score(precision: Double(matched) / Double(max(found, 1)), recall: Double(matched) / Double(max(expected, 1)))
  }

  private func commonWords(_ reference: RougeText) -> Int {
    Counts(words).common(Counts(reference.words))
  }

  private func commonPairs(_ reference: RougeText) -> Int {
    Counts(pairs).common(Counts(reference.pairs))
  }

  private var pairs: [Int] { zip(words, words.dropFirst()).map { $0 << 32 | $1 } }

  /// Section 3.2 of the paper, with each word counted no oftener than both sides have it, as ROUGE 1.5.5 does.
  private func sentenceMatches(_ reference: RougeText) -> Int {
    var open = Counts(words)
    var openOfReference = Counts(reference.words)
    var matches = 0
    for sentence in reference.sentences {
      var isMatched = [Bool](repeating: false, count: sentence.count)
      for other in sentences {
        for place in CommonSubsequence(sentence, other, keepsRows: true).places { isMatched[place] = true }
      }
      for (word, isMatched) in zip(sentence, isMatched) where isMatched && open.has(word) && openOfReference.has(word) {
        open.take(word)
        openOfReference.take(word)
        matches += 1
      }
    }
    return matches
  }
}

/// How often each element occurs.
private struct Counts<Element: Hashable> {
  private var counts: [Element: Int] = [:]

  init(_ elements: [Element]) {
    for element in elements { counts[element, default: 0] += 1 }
  }

  func has(_ element: Element) -> Bool { counts[element, default: 0] > 0 }

  mutating func take(_ element: Element) { counts[element, default: 0] -= 1 }

  /// How many elements both have.
  func common(_ other: Counts) -> Int {
    counts.reduce(0) { $0 + min($1.value, other.counts[$1.key, default: 0]) }
  }
}

/// The words of sentences as terms of the articles' vectors.
struct SentenceIndex {
  private let vocabulary: Vocabulary
  private let ranks: [Int32]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    ranks = vocabulary.alphabeticalRanks
  }

  /// The words of `sentence`, each once, and of these ascending the terms that tell what an article is about.
  func words(of sentence: String) -> (all: Set<String>, terms: [Int32]) {
    var words: Set<String> = []
    var terms: Set<Int32> = []
    let bytes = sentence.utf8.span
    bytes.forEachWord(in: 0..<bytes.count) { word in
      words.insert(word)
      if let number = vocabulary.key(word) { terms.insert(ranks[Int(number)]) }
    }
    return (words, terms.sorted())
  }
}

/// Chooses what is told of a story: sentences that have much of what all articles are about, each against what those
/// before it have said.
struct SentenceChoice {
  private var candidates: [Candidate] = []
  private let weights: [Int32: Double]

  fileprivate struct Candidate {
    let sentence: Story.Sentence
    let article: Int
    let place: Int
    let words: Set<String>
    let terms: [Int32]
    let value: Double
  }

  /// A sentence of whose words one chosen before has more than this share is left out.
  private static let mostRepeated = 0.6
  /// What a sentence of another article than those chosen is worth more.
  private static let freshSource = 1.25

  init(_ material: StoryMaterial, _ index: SentenceIndex) {
    var weights: [Int32: Double] = [:]
    for entry in material.centre.entries { weights[entry.term] = entry.weight }
    self.weights = weights
    for (number, original) in material.originals.enumerated() {
      let likeness = original.vector.dot(material.centre)
      for (rank, sentence) in original.article.sentences.enumerated() {
        let (words, terms) = index.words(of: sentence.text)
        // By the root of the length, so that neither the longest nor the shortest wins.
        let weight = terms.reduce(0) { $0 + (weights[$1] ?? 0) } / Double(terms.count + 4).squareRoot()
        candidates.append(
          Candidate(
            sentence: Story.Sentence(text: sentence.text, source: original.article.source), article: number,
            place: sentence.place, words: words, terms: terms, value: weight * likeness / Double(rank + 2).squareRoot())
        )
      }
    }
  }

  /// At most `count` sentences in the order of time and text; fewer where others only repeat them.
  ///
  /// - Complexity: O(`count` · n).
  func best(_ count: Int) -> [Story.Sentence] {
    var said: Set<Int32> = []
    var told: Set<Int> = []
    var chosen: [Candidate] = []
    var left = candidates
    while chosen.count < count {
      let values = left.map { candidate in
        candidate.value * (1 - covered(candidate, said)) * (told.contains(candidate.article) ? 1 : Self.freshSource)
      }
      guard let best = values.indices.max(by: { (values[$0], $1) < (values[$1], $0) }) else { break }
      let candidate = left.remove(at: best)
      said.formUnion(candidate.terms)
      told.insert(candidate.article)
      chosen.append(candidate)
      left.removeAll { $0.repeats(candidate, Self.mostRepeated) }
    }
    return chosen.sorted { ($0.article, $0.place) < ($1.article, $1.place) }.map(\.sentence)
  }

  /// The share of the sentence's terms that have been said already.
  private func covered(_ candidate: Candidate, _ said: Set<Int32>) -> Double {
    Double(candidate.terms.count { said.contains($0) }) / Double(max(1, candidate.terms.count))
  }
}

extension SentenceChoice.Candidate {
  /// Whether `other` has more than `share` of this sentence's words.
  fileprivate func repeats(_ other: Self, _ share: Double) -> Bool {
    Double(words.count { other.words.contains($0) }) > share * Double(words.count)
  }
}

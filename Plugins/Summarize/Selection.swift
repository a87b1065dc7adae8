/// Chooses sentences one after the other, each against what those before it have said (maximal marginal relevance,
/// Carbonell and Goldstein 1998, https://doi.org/10.1145/290941.291025, with the summary so far as one).
///
/// A sentence's value falls with the share of its vector whose terms the summary has. A term is new to the summary
/// once, so all changes of all values together are no more than the entries of the matrix.
struct Selection {
  private let scores: [Double]
  private let vectors: TermVectors
  private let standings: [Standing]
  private let sentencesWith: InvertedIndex
  /// The share of each sentence that the summary says already, from 0 to 1.
  private var covered: [Double]
  private var isCovered: [Bool]
  private var isTaken: [Bool]

  /// How much of the value repetition takes away.
  private static let redundancyWeight = 0.9

  init(_ scores: [Double], _ vectors: TermVectors, _ standings: [Standing]) {
    self.scores = scores
    self.vectors = vectors
    self.standings = standings
    sentencesWith = InvertedIndex(vectors)
    covered = [Double](repeating: 0, count: scores.count)
    isCovered = [Bool](repeating: false, count: vectors.termCount)
    isTaken = [Bool](repeating: false, count: scores.count)
  }

  /// The indices of the best sentences that `allowance` has room for, in document order; fewer where others only repeat
  /// them word for word.
  ///
  /// - Complexity: O((words + sentences) log sentences), whatever the allowance is.
  mutating func take(_ allowance: Allowance, unlike fingerprints: [UInt64]) -> [Int] {
    var allowance = allowance
    var queue = PriorityQueue(scores.indices.map { PriorityQueue.Element(value: value(of: $0), index: $0) })
    var taken: [Int] = []
    var seen: Set<UInt64> = []
    while !allowance.isSpent, let best = queue.popMax() {
      let sentence = best.index
      guard !isTaken[sentence] else { continue }
      let current = value(of: sentence)
      // Values change behind the queue's back: one that fell goes back in, one that rose has a second entry.
      if best.value > current {
        queue.push(PriorityQueue.Element(value: current, index: sentence))
        continue
      }
      guard !seen.contains(fingerprints[sentence]), allowance.take(sentence) else { continue }
      seen.insert(fingerprints[sentence])
      isTaken[sentence] = true
      taken.append(sentence)
      cover(sentence)
      if sentence + 1 < scores.count, standings[sentence + 1].leans, !isTaken[sentence + 1] {
        queue.push(PriorityQueue.Element(value: value(of: sentence + 1), index: sentence + 1))
      }
    }
    return taken.sorted()
  }

  private func value(of sentence: Int) -> Double {
    let leansOnNothing = standings[sentence].leans && (sentence == 0 || !isTaken[sentence - 1])
    let support = leansOnNothing ? Standing.leaning : 1
    return scores[sentence] * support * (1 - Self.redundancyWeight * min(1, covered[sentence]))
  }

  private mutating func cover(_ sentence: Int) {
    for index in vectors[sentence] {
      let term = Int(vectors.terms[index])
      guard !isCovered[term] else { continue }
      isCovered[term] = true
      for entry in sentencesWith[term] {
        let weight = vectors.weights[sentencesWith.entries[entry]]
        covered[sentencesWith.sentences[entry]] += weight * weight
      }
    }
  }
}

/// Where each term of the vectors occurs.
struct InvertedIndex {
  private var starts: [Int]
  /// The sentence of each occurrence, term by term.
  private(set) var sentences: [Int]
  /// The index of the occurrence in the vectors' entries.
  private(set) var entries: [Int]

  subscript(term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  /// A counting sort of the vectors' entries by term.
  init(_ vectors: TermVectors) {
    starts = [Int](repeating: 0, count: vectors.termCount + 1)
    for term in vectors.terms { starts[Int(term) + 1] += 1 }
    for term in 0..<vectors.termCount { starts[term + 1] += starts[term] }
    sentences = [Int](repeating: 0, count: vectors.terms.count)
    entries = sentences
    var next = starts
    for sentence in 0..<vectors.count {
      for index in vectors[sentence] {
        let term = Int(vectors.terms[index])
        sentences[next[term]] = sentence
        entries[next[term]] = index
        next[term] += 1
      }
    }
  }
}

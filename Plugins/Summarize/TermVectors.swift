internal import Glibc

/// The tf·idf vector of each sentence, of length 1: rows of one sparse matrix.
struct TermVectors {
  /// The index of each row's first entry, and at last the number of all.
  private(set) var starts: [Int] = [0]
  private(set) var terms: [Int32] = []
  private(set) var weights: [Double] = []
  let termCount: Int

  /// The index of each sentence's entries.
  subscript(sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }

  /// The number of sentences.
  var count: Int { starts.count - 1 }

  /// - Complexity: O(words).
  init(_ words: DocumentWords) {
    termCount = words.termCount
    let sentences = words.sentences.indices
    var lastSentence = [Int32](repeating: -1, count: termCount)
    var entry = [Int32](repeating: 0, count: termCount)
    var sentencesWith = [Int32](repeating: 0, count: termCount)
    starts.reserveCapacity(sentences.count + 1)
    terms.reserveCapacity(words.words.count)
    weights.reserveCapacity(words.words.count)
    for sentence in sentences {
      for index in words.indices(ofSentence: sentence) {
        let form = words.form(index)
        guard form.class != .function else { continue }
        let term = Int(form.term)
        if lastSentence[term] == Int32(truncatingIfNeeded: sentence) {
          weights[Int(entry[term])] += 1
        } else {
          lastSentence[term] = Int32(truncatingIfNeeded: sentence)
          entry[term] = Int32(truncatingIfNeeded: terms.count)
          sentencesWith[term] += 1
          terms.append(form.term)
          weights.append(1)
        }
      }
      starts.append(terms.count)
    }
    // Most terms are in one sentence or two, so a logarithm for each number of sentences is enough.
    var rarities = [Double](repeating: -1, count: Int(sentencesWith.max() ?? 0) + 1)
    let rarity = sentencesWith.map { count in
      if rarities[Int(count)] < 0 { rarities[Int(count)] = log(1 + Double(sentences.count) / max(1, Double(count))) }
      return rarities[Int(count)]
    }
    for sentence in sentences { normalize(self[sentence], rarity) }
  }

  private mutating func normalize(_ row: Range<Int>, _ rarity: [Double]) {
    var squares = 0.0
    for index in row {
      weights[index] *= rarity[Int(terms[index])]
      squares += weights[index] * weights[index]
    }
    let length = squares.squareRoot()
    for index in row where length > 0 { weights[index] /= length }
  }

  /// The sum of each sentence's cosines with all others: LexRank's degree centrality without a threshold
  /// (Erkan and Radev 2004, https://doi.org/10.1613/jair.1523).
  ///
  /// The cosines of unit vectors add up to one product with the sum of all vectors, so no pair is ever looked at.
  ///
  /// - Complexity: O(words).
  var centralities: [Double] {
    var total = [Double](repeating: 0, count: termCount)
    for index in terms.indices { total[Int(terms[index])] += weights[index] }
    return (0..<count).map { sentence in
      let row = self[sentence]
      var sum = row.isEmpty ? 0.0 : -1.0
      for index in row { sum += weights[index] * total[Int(terms[index])] }
      return max(0, sum)
    }
  }
}

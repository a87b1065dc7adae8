internal import DocumentModel

/// What can be seen of each sentence that makes it worth choosing, from 0 to 1 each.
struct SentenceFeatures {
  /// The place in the document, ever less steep: news puts first what matters most.
  private(set) var position: [Double]
  /// The place in the section, or without sections in the paragraph.
  private(set) var opening: [Double]
  /// The sum of the cosines with all other sentences (LexRank's degree centrality), against the highest.
  private(set) var centrality: [Double]
  /// The share of the title's words.
  private(set) var title: [Double]
  /// How much the document speaks of the things that are named, against the highest.
  private(set) var entities: [Double]
  /// The share of the sentence that somebody says word for word.
  private(set) var quotation: [Double]
  /// The number of words, up to 25.
  private(set) var length: [Double]

  /// - Complexity: O(words + sentences + entities · log entities).
  init(_ document: Document, _ words: DocumentWords, _ vectors: TermVectors) {
    let sentences = words.sentences
    position = sentences.indices.map { 1 / Double($0 + 1).squareRoot() }
    opening = document.places(of: sentences).map { 1 / Double($0 + 1).squareRoot() }
    centrality = vectors.centralities.againstHighest
    title = vectors.shares(of: words.isInTitle)
    entities = document.salience(of: sentences).againstHighest
    quotation = document.quotedShares(of: sentences)
    length = sentences.indices.map { Double(min(words.indices(ofSentence: $0).count, 25)) / 25 }
  }

  /// The features of one sentence by name.
  func values(of sentence: Int) -> [(name: String, value: Double)] {
    [
      ("position", position[sentence]), ("opening", opening[sentence]), ("centrality", centrality[sentence]),
      ("title", title[sentence]), ("entities", entities[sentence]), ("quotation", quotation[sentence]),
      ("length", length[sentence]),
    ]
  }
}

extension [Double] {
  /// The numbers divided by the highest, where that is above 0.
  fileprivate var againstHighest: [Double] {
    guard let highest = self.max(), highest > 0 else { return self }
    return map { $0 / highest }
  }
}

extension TermVectors {
  /// The share of the title's terms that each sentence has, from 0 to 1.
  fileprivate func shares(of isInTitle: [Bool]) -> [Double] {
    let total = isInTitle.count { $0 }
    guard total > 0 else { return [Double](repeating: 0, count: count) }
    return (0..<count).map { sentence in
      Double(self[sentence].count { isInTitle[Int(terms[$0])] }) / Double(total)
    }
  }
}

extension Document {
  /// How many sentences of the same section's own text, or without sections of the same paragraph, come before each.
  fileprivate func places(of ranges: [TextRange]) -> [Int] {
    let bodies = sections.map { $0.map(\.body) } ?? (paragraphs ?? []).map(\.range)
    let starts = bodies.map(\.start).sorted()
    var next = 0
    var place = -1
    return ranges.map { range in
      let before = next
      while next < starts.count, starts[next] <= range.start { next += 1 }
      place = next > before ? 0 : place + 1
      return place
    }
  }

  /// For each of `ranges` how often the document mentions the things that it names, each thing once, on a scale of
  /// logarithms.
  fileprivate func salience(of ranges: [TextRange]) -> [Double] {
    guard let entities, let chains, !chains.isEmpty else { return [Double](repeating: 0, count: ranges.count) }
    let weights = chains.map { Double(Int.bitWidth - ($0.mentions.count).leadingZeroBitCount) }
    var lastSentence = [Int](repeating: -1, count: chains.count)
    var salience = [Double](repeating: 0, count: ranges.count)
    var sentence = 0
    for entity in entityOrder {
      guard let chain = entities[entity].chain, chains.indices.contains(chain) else { continue }
      let range = entities[entity].range
      while sentence < ranges.count, ranges[sentence].end <= range.start { sentence += 1 }
      guard sentence < ranges.count, ranges[sentence].contains(range), lastSentence[chain] != sentence else {
        continue
      }
      lastSentence[chain] = sentence
      salience[sentence] += weights[chain]
    }
    return salience
  }

  /// The share of each of `ranges`, which are in order, that lies in direct quotations.
  fileprivate func quotedShares(of ranges: [TextRange]) -> [Double] {
    var shares = [Double](repeating: 0, count: ranges.count)
    guard let quotations else { return shares }
    let quoted = directQuotations.map { quotations[$0].range }
    var next = 0
    for (index, range) in ranges.enumerated() {
      while next < quoted.count, quoted[next].end <= range.start { next += 1 }
      var at = next
      var end = range.start
      var bytes = 0
      while at < quoted.count, quoted[at].start < range.end {
        bytes += max(0, min(quoted[at].end, range.end) - max(quoted[at].start, end))
        end = max(end, quoted[at].end)
        at += 1
      }
      shares[index] = range.isEmpty ? 0 : Double(bytes) / Double(range.count)
    }
    return shares
  }
}

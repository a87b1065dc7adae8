internal import DocumentModel
internal import Glibc

/// The phrases of a document by how much it is about them.
///
/// Phrases are counted by stem within runs of words and valued by the C-value (Frantzi, Ananiadou and Mima 2000,
/// https://doi.org/10.1007/s007999900023): often and long is good, and being mostly part of one longer phrase is not.
/// Names stand beside them, one for each chain with all its mentions. What comes early or in the title counts more.
struct KeyphraseRanking {
  private let document: Document
  private let words: DocumentWords
  private let marked: NamedWords
  private let standings: [Standing]
  private let hasCaptions: Bool
  private var trie: PhraseTrie
  private var candidates: [Candidate] = []

  /// A phrase that may be a keyphrase.
  private struct Candidate {
    var source: Source
    /// The number of its terms.
    var length: Int
    var firstWord: Int
    var score: Double
    /// Whether it is no name and comes once; then it adds little to a part of it that is a keyphrase already.
    var isRare: Bool

    /// What it was made from.
    enum Source {
      /// A node of the trie.
      case phrase(Int)
      /// The name of a chain.
      case name(Int)
    }
  }

  init(_ document: Document, _ words: DocumentWords, _ standings: [Standing]) {
    self.document = document
    self.words = words
    self.standings = standings
    hasCaptions = standings.contains { $0.isCaption }
    marked = NamedWords(document, words)
    trie = PhraseTrie(document, words, marked)
    guard !words.words.isEmpty else { return }
    addNames()
    addPhrases()
    candidates.sort { ($0.score, -$0.firstWord, $0.length) > ($1.score, -$1.firstWord, $1.length) }
  }

  /// At most `count` keyphrases, best first; none is another's part, and the best one has the score 1.
  func best(_ count: Int) -> [(text: String, score: Double)] {
    guard let most = candidates.first?.score, most > 0 else { return [] }
    var chosen: [(candidate: Candidate, terms: [Int32])] = []
    for candidate in candidates {
      guard chosen.count < count else { break }
      let terms = terms(of: candidate)
      // Also in another order: "Ichiyō Higuchi", "Higuchi Ichiyō".
      if chosen.contains(where: { $0.terms.hasAll(of: terms) }) { continue }
      if candidate.isRare, chosen.contains(where: { terms.hasRun($0.terms) }) { continue }
      chosen.append((candidate, terms))
    }
    return chosen.map { (text(of: $0.candidate), ($0.candidate.score / most).rounded(toDigits: 4)) }
  }

  private func terms(of candidate: Candidate) -> [Int32] {
    switch candidate.source {
    case .name(let chain): words.chainTerms[chain]
    case .phrase(let node): trie.terms(of: node)
    }
  }

  private func text(of candidate: Candidate) -> String {
    switch candidate.source {
    case .name(let chain):
      guard let name = document.chains?[chain].canonical else { return "" }
      return TextRange(0, name.utf8.count).words(in: name)
    case .phrase:
      let first = candidate.firstWord
      let last = first + candidate.length - 1
      return TextRange(Int(words.words[first].start), Int(words.words[last].end)).words(in: document.text)
    }
  }

  private mutating func addNames() {
    guard let chains = document.chains, let entities = document.entities else { return }
    for (index, chain) in chains.enumerated() where EntityLabel.namelike.contains(chain.label) {
      let terms = words.chainTerms[index]
      guard !terms.isEmpty else { continue }
      var mentionCount = 0
      var first = Int.max
      for mention in chain.mentions where entities.indices.contains(mention) && isUsable(entities[mention].range) {
        mentionCount += 1
        first = min(first, entities[mention].range.start)
      }
      guard mentionCount > 0 else { continue }
      let firstWord = words.firstWord(from: first)
      guard firstWord < words.words.count else { continue }
      let value = Self.value(Double(mentionCount), length: terms.count)
      let titled = terms.count { words.isInTitle[Int($0)] }
      let sentence = words.sentence(ofWord: firstWord)
      add(
        Candidate(source: .name(index), length: terms.count, firstWord: firstWord, score: value, isRare: false),
        inSentence: sentence, titled: titled)
    }
  }

  /// Whether a mention is in the text of a sentence, not in a heading alone nor under a picture.
  private func isUsable(_ range: TextRange) -> Bool {
    let word = words.firstWord(from: range.start)
    guard word < words.words.count, Int(words.words[word].start) < range.end else { return false }
    return !hasCaptions || !standings[words.sentence(ofWord: word)].isCaption
  }

  private mutating func addPhrases() {
    trie.countNested()
    var sentence = 0  // nodes come in the order of the text
    for (index, node) in trie.nodes.enumerated().dropFirst() {
      let length = Int(node.length)
      let firstWord = Int(node.firstWord)
      let last = firstWord + length - 1
      while words.firstWords[sentence + 1] <= firstWord { sentence += 1 }
      guard words.isEdge(last, sentenceStart: words.firstWords[sentence]) else { continue }
      let isName = 2 * node.capitalizedCount > node.count
      let isRare = node.count == 1
      // "French" alone says little of an article whose title does not speak of the French.
      if length == 1, marked.isOfGroup(firstWord), !words.isInTitle[Int(node.term)] { continue }
      if !isName, words.form(last).traits.contains(.past) { continue }
      if !isName, words.form(firstWord).traits.contains(.gerund), length == 1 || isRare { continue }
      // "gained new prominence"
      if isRare, words.form(firstWord).traits.contains(.past) { continue }
      // Without a list of verbs one is in many a sequence of words.
      if isRare, !isName, length == 1 || length == 4 || !words.classes.knowsVerbs { continue }
      let frequency = Double(node.count) - (node.nests > 0 ? Double(node.nestedCount) / Double(node.nests) : 0)
      guard frequency > 0 else { continue }
      var value = Self.value(frequency, length: length)
      // A common word alone tells little, however often it comes, unless the title has it.
      if length == 1 { value *= isName ? 0.8 : isCommon(firstWord) ? 0.3 : 0.6 }
      if isRare { value *= isName ? 0.8 : 0.5 }
      let titled = (firstWord...last).count { words.isInTitle[Int(words.form($0).term)] }
      add(
        Candidate(source: .phrase(index), length: length, firstWord: firstWord, score: value, isRare: isRare),
        inSentence: sentence, titled: titled)
    }
  }

  private func isCommon(_ word: Int) -> Bool {
    let form = words.form(word)
    return !form.traits.contains(.capitalized) && !words.isInTitle[Int(form.term)]
  }

  /// Adds what has its value for a score: what is early or in the title, by so many of its terms, is worth more.
  private mutating func add(_ candidate: Candidate, inSentence sentence: Int, titled: Int) {
    let place = 1 / (1 + 0.25 * log(1 + Double(sentence)))
    let title = 1 + 0.5 * Double(titled) / Double(candidate.length)
    candidates.append(candidate)
    candidates[candidates.count - 1].score = candidate.score * place * title
  }

  /// The C-value, with the logarithm of the frequency, so that no one name drowns the others.
  private static func value(_ frequency: Double, length: Int) -> Double {
    log2(1 + Double(min(length, 4))) * log2(1 + frequency)
  }
}

extension [Int32] {
  /// Whether each term of `other` is among these.
  fileprivate func hasAll(of other: [Int32]) -> Bool { other.allSatisfy { contains($0) } }

  /// Whether `other` is this sequence or a part of it.
  fileprivate func hasRun(_ other: [Int32]) -> Bool {
    guard other.count <= count else { return false }
    return (0...count - other.count).contains { self[$0..<$0 + other.count].elementsEqual(other) }
  }
}

extension Double {
  /// This number to so many digits after the point.
  func rounded(toDigits digits: Int) -> Double {
    let scale = pow(10, Double(digits))
    return (self * scale).rounded() / scale
  }
}

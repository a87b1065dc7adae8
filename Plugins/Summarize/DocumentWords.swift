internal import DocumentModel
internal import TextBytes

/// The sentences of a document as words: one pass over the text, from which all else is counted.
struct DocumentWords {
  /// The sentences that take part: in order, apart from each other and from headings, not empty.
  let sentences: [TextRange]
  /// All words, sentence by sentence.
  let words: [Word]
  /// The index of each sentence's first word, and at last the number of all.
  let firstWords: [Int]
  let termCount: Int
  /// What the language's commonest words are good for.
  let classes: WordClasses
  /// Whether verbs can be told by their endings and lists.
  private let knowsVerbs: Bool
  /// Whether each term is in the document's title, function words left out.
  private(set) var isInTitle: [Bool]
  /// The terms of the canonical name of each chain.
  let chainTerms: [[Int32]]

  /// One word in the text.
  struct Word {
    var start: UInt32
    var end: UInt32
    var form: Lexicon.Form
  }

  init(_ document: Document, _ lexicon: inout Lexicon) {
    lexicon.beginDocument()
    sentences = document.usableSentences
    if document.isInCapitals {
      let small = document.text.utf8.map { $0.lowered }
      (words, firstWords) = Self.read(sentences, in: small.span, &lexicon)
    } else {
      (words, firstWords) = Self.read(sentences, in: document.text.utf8.span, &lexicon)
    }
    let titleTerms = Self.contentTerms(of: document.titleText, &lexicon)
    chainTerms = (document.chains ?? []).map { Self.contentTerms(of: $0.canonical, &lexicon) }
    termCount = lexicon.termCount
    isInTitle = [Bool](repeating: false, count: termCount)
    for term in titleTerms { isInTitle[Int(term)] = true }
    classes = lexicon.classes
    knowsVerbs = lexicon.isEnglish
  }

  /// Cuts the sentences into words.
  private static func read(
    _ sentences: [TextRange], in bytes: Span<UInt8>, _ lexicon: inout Lexicon
  ) -> (words: [Word], firstWords: [Int]) {
    var words: [Word] = []
    var firstWords = [0]
    words.reserveCapacity(bytes.count / 6)
    for range in sentences {
      var at = range.start
      while let word = WordScanner.firstWord(in: bytes, at..<range.end) {
        words.append(
          Word(
            start: UInt32(truncatingIfNeeded: word.lowerBound), end: UInt32(truncatingIfNeeded: word.upperBound),
            form: lexicon.form(of: bytes.extracting(word))))
        at = word.upperBound
      }
      firstWords.append(words.count)
    }
    return (words, firstWords)
  }

  /// The indices of the words of sentence `index`.
  func indices(ofSentence index: Int) -> Range<Int> { firstWords[index]..<firstWords[index + 1] }

  /// Whether a sentence has nothing that looks like a verb, as captions and labels have none, or only that of a clause about
  /// one of its words: "Keller with one of the books that have been sold".
  func isVerbless(_ sentence: Int) -> Bool {
    guard knowsVerbs else { return false }
    let indices = indices(ofSentence: sentence)
    guard let first = indices.first(where: isVerbal) else { return true }
    guard first - 1 > indices.lowerBound, form(first - 1).traits.contains(.relative) else { return false }
    var index = first + 1
    var last = first
    // The verbs of one clause stand together: "have not yet been sold", but "who came was told".
    while index < indices.upperBound {
      let form = form(index)
      let isVerbal = isVerbal(index)
      guard isVerbal || form.class == .function || form.traits.contains(.adverb) else { break }
      if isVerbal, form.traits.contains(.finite), !self.form(last).traits.contains(.finite) { return false }
      // "not" has verbs after it, and is none.
      if isVerbal, form.class != .function || form.traits.contains(.finite) { last = index }
      index += 1
    }
    return !(index..<indices.upperBound).contains(where: isVerbal)
  }

  /// Whether the word at `index` looks like a verb, or has one after it.
  private func isVerbal(_ index: Int) -> Bool {
    form(index).class == .boundary || !form(index).traits.isDisjoint(with: [.past, .verbCue, .finite])
  }

  /// What the word at `index` stands for.
  func form(_ index: Int) -> Lexicon.Form { words[index].form }

  /// A number for each sentence that is the same where the words are, case and endings aside.
  var fingerprints: [UInt64] {
    sentences.indices.map { sentence in
      indices(ofSentence: sentence).reduce(0xCBF2_9CE4_8422_2325) { hash, word in
        let mixed = (hash ^ UInt64(truncatingIfNeeded: form(word).term)) &* 0x100_0000_01B3
        return mixed ^ mixed >> 32
      }
    }
  }

  private static func contentTerms(of text: String, _ lexicon: inout Lexicon) -> [Int32] {
    let bytes = text.utf8.span
    var terms: [Int32] = []
    var at = 0
    while let word = WordScanner.firstWord(in: bytes, at..<bytes.count) {
      let form = lexicon.form(of: bytes.extracting(word))
      if form.class != .function { terms.append(form.term) }
      at = word.upperBound
    }
    return terms
  }
}

extension Document {
  /// Whether nearly all letters are capitals, which then tell nothing; some from all over the text are looked at.
  fileprivate var isInCapitals: Bool {
    let bytes = text.utf8.span
    var capitals = 0
    var small = 0
    for index in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 128) {
      if bytes[index].isUpper { capitals += 1 }
      if bytes[index].isLower { small += 1 }
    }
    return capitals > 9 * small
  }

  /// The code of the language; English where none is known.
  var languageCode: String { metadata.language.flatMap(LanguageTag.init)?.language ?? "en" }

  /// The title, or the heading that the text begins with where no title is known.
  var titleText: String {
    if let title = metadata.title { return title }
    guard let first = sections?.first, first.level == 1, let heading = first.heading, isWellFormed(heading) else {
      return ""
    }
    return String(self[heading])
  }

  /// The sentences that can be told apart: in order, within the text, and no headings.
  fileprivate var usableSentences: [TextRange] {
    let headings = (sections ?? []).compactMap(\.heading).sorted()
    var nextHeading = 0
    var end = 0
    return (sentences ?? []).compactMap { sentence in
      let range = sentence.range
      guard range.start >= end, !range.isEmpty, isWellFormed(range) else { return nil }
      end = range.end
      while nextHeading < headings.count, headings[nextHeading].end <= range.start { nextHeading += 1 }
      if nextHeading < headings.count, headings[nextHeading].overlaps(range) { return nil }
      return range
    }
  }
}

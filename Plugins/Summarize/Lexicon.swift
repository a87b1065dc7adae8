internal import TextBytes

/// What is known of words by their spelling, and the numbers that their stems have in the document at hand.
///
/// Every spelling is lower-cased, classed and stemmed once, however often and in however many documents it occurs.
struct Lexicon: Sendable {
  let language: String
  let classes: WordClasses
  private var spellings = Interner()
  /// What each spelling stands for; terms are numbers in `stems`.
  private var forms: [Form] = []
  private var stems = Interner()
  /// The number of each stem in the document at hand, or -1.
  private var terms: [Int32] = []
  /// The stems of the document at hand.
  private var used: [Int32] = []
  private let stemmer: Stemmer
  let isEnglish: Bool
  /// Room for the word at hand in lower case; kept, so that it costs no memory for each.
  private var buffer: [UInt8] = []

  /// One spelling.
  struct Form {
    /// The number of its stem, shared by all spellings of one word.
    var term: Int32
    var `class`: WordClasses.Class?
    var traits: Traits
  }

  /// What can be seen of a spelling.
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// Begins with a capital letter.
    static let capitalized = Traits(rawValue: 1)
    /// Has a digit.
    static let numeric = Traits(rawValue: 2)
    /// A form of "be", "have" or "do".
    static let finite = Traits(rawValue: 4)
    /// Leans on the sentence before when it opens one.
    static let opener = Traits(rawValue: 8)
    /// English, in lower case, ends in -ly: no edge of a phrase.
    static let adverb = Traits(rawValue: 16)
    /// English, in lower case, ends in -ed: no end of a phrase.
    static let past = Traits(rawValue: 32)
    /// English, in lower case, ends in -ing or -ment: not alone, and no beginning of a phrase that occurs once.
    static let gerund = Traits(rawValue: 64)
    /// What follows is a verb.
    static let verbCue = Traits(rawValue: 128)
    /// Points to what has been named: "these".
    static let demonstrative = Traits(rawValue: 256)
    /// One of two that have been named: "neither".
    static let oneOfTwo = Traits(rawValue: 512)
    /// Somebody or something that has been named: "their".
    static let thirdPerson = Traits(rawValue: 1024)
    /// Whoever speaks: "my".
    static let firstPerson = Traits(rawValue: 2048)
    /// What somebody does something to: "it", "them".
    static let objectPronoun = Traits(rawValue: 4096)
    /// Whoever is spoken to: "your".
    static let secondPerson = Traits(rawValue: 8192)
    /// What a clause about the word before begins with: "which".
    static let relative = Traits(rawValue: 16384)
    /// Begins a phrase that leans on the sentence before, or that only greets or thanks, where a sentence opens with it.
    static let phraseOpener = Traits(rawValue: 32768)
    /// What points to other words.
    static let pointers: Traits = [.demonstrative, .oneOfTwo, .thirdPerson, .firstPerson, .objectPronoun]
  }

  init(language: String) {
    self.language = language
    classes = WordClasses.of(language: language)
    stemmer = Stemmer(language: language)
    isEnglish = language == "en"
  }

  /// The number of spellings, of all documents.
  var count: Int { forms.count }

  /// The number of distinct stems in the document at hand.
  var termCount: Int { used.count }

  /// Numbers stems from 0 again.
  mutating func beginDocument() {
    for stem in used { terms[Int(stem)] = -1 }
    used.removeAll(keepingCapacity: true)
  }

  /// What the spelling `word` stands for.
  mutating func form(of word: Span<UInt8>) -> Form {
    let (id, isNew) = spellings.number(of: word)
    if isNew { forms.append(newForm(word)) }
    var form = forms[id]
    form.term = term(ofStem: form.term)
    return form
  }

  private mutating func term(ofStem stem: Int32) -> Int32 {
    let known = terms[Int(stem)]
    if known >= 0 { return known }
    let term = Int32(truncatingIfNeeded: used.count)
    terms[Int(stem)] = term
    used.append(stem)
    return term
  }

  private mutating func newForm(_ word: Span<UInt8>) -> Form {
    var lower: [UInt8] = []
    swap(&lower, &buffer)  // not a copy
    defer { buffer = lower }
    let isCapitalized = Self.lowercase(word, into: &lower)
    let entry = classes.entry(of: lower.span)
    var traits: Traits = isCapitalized ? .capitalized : []
    if lower.contains(where: { $0.isDigit }) { traits.insert(.numeric) }
    if entry.isOpener { traits.insert(.opener) }
    if entry.isVerbCue { traits.insert(.verbCue) }
    if entry.isFinite { traits.insert(.finite) }
    traits.formUnion(entry.pointers)
    if isEnglish, !isCapitalized {
      if lower.ends(with: "ly") { traits.insert(.adverb) }
      if lower.ends(with: "ed") { traits.insert(.past) }
      if lower.ends(with: "ing") || lower.ends(with: "ment") || lower.ends(with: "ments") { traits.insert(.gerund) }
    }
    let isLetter = lower.count == 1 || lower.count == 2 && lower[0] >= 0x80
    var kind = isLetter ? .function : entry.class
    if isCapitalized, kind == .boundary { kind = nil }  // the "States" of a name
    if kind != .function { stemmer.stem(&lower) }
    let (stem, isNew) = stems.number(of: lower.span)
    if isNew { terms.append(-1) }
    return Form(term: Int32(truncatingIfNeeded: stem), class: kind, traits: traits)
  }

  /// Puts the word into `lower` in lower case, with straight apostrophes, and tells whether it began with a capital.
  private static func lowercase(_ word: Span<UInt8>, into lower: inout [UInt8]) -> Bool {
    lower.removeAll(keepingCapacity: true)
    var isASCII = true
    for index in word.indices {
      let byte = word[index]
      if byte >= 0x80 { isASCII = false }
      lower.append(byte.lowered)
    }
    guard !isASCII else { return word[0] != lower[0] }
    let string = word.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    lower.removeAll(keepingCapacity: true)
    for scalar in string.lowercased().unicodeScalars {
      lower.append(contentsOf: UTF8.encode(scalar == "\u{2019}" ? "'" : scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return string.unicodeScalars.first?.properties.isUppercase ?? false
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: StaticString) -> Bool {
    let start = count - suffix.utf8CodeUnitCount
    guard start >= 0 else { return false }
    for index in 0..<suffix.utf8CodeUnitCount where self[start + index] != suffix.utf8Start[index] { return false }
    return true
  }
}

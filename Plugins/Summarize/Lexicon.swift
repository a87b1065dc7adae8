/// The distinct words of one document: what each spelling stands for.
///
/// Every spelling is lower-cased, classed and stemmed once, however often it occurs.
struct Lexicon: ~Copyable {
  private var spellings = Interner()
  private var stems = Interner()
  private(set) var forms: [Form] = []
  let classes: WordClasses
  private let stemmer: Stemmer
  private let isEnglish: Bool
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
    let rawValue: UInt8
    /// Begins with a capital letter.
    static let capitalized = Traits(rawValue: 1)
    /// Has a digit.
    static let numeric = Traits(rawValue: 2)
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
  }

  init(language: String) {
    classes = WordClasses.of(language: language)
    stemmer = Stemmer(language: language)
    isEnglish = language == "en"
  }

  /// The number of distinct stems.
  var termCount: Int { stems.count }

  /// The number of the spelling `word`.
  mutating func form(of word: Span<UInt8>) -> Int {
    let (id, isNew) = spellings.number(of: word)
    if isNew { forms.append(newForm(word)) }
    return id
  }

  private mutating func newForm(_ word: Span<UInt8>) -> Form {
    var lower: [UInt8] = []
    swap(&lower, &buffer)  // not a copy
    defer { buffer = lower }
    let isCapitalized = Self.lowercase(word, into: &lower)
    let entry = classes.entry(of: lower.span)
    var traits: Traits = isCapitalized ? .capitalized : []
    if lower.contains(where: { $0 &- 0x30 < 10 }) { traits.insert(.numeric) }
    if entry.isOpener { traits.insert(.opener) }
    if entry.isVerbCue { traits.insert(.verbCue) }
    if isEnglish, !isCapitalized {
      if lower.ends(with: "ly") { traits.insert(.adverb) }
      if lower.ends(with: "ed") { traits.insert(.past) }
      if lower.ends(with: "ing") || lower.ends(with: "ment") || lower.ends(with: "ments") { traits.insert(.gerund) }
    }
    let isLetter = lower.count == 1 || lower.count == 2 && lower[0] >= 0x80
    var kind = isLetter ? .function : entry.class
    if isCapitalized, kind == .boundary { kind = nil }  // the "States" of a name
    if kind != .function { stemmer.stem(&lower) }
    let term = stems.number(of: lower.span).id
    return Form(term: Int32(truncatingIfNeeded: term), class: kind, traits: traits)
  }

  /// Puts the word into `lower` in lower case, with straight apostrophes, and tells whether it began with a capital.
  private static func lowercase(_ word: Span<UInt8>, into lower: inout [UInt8]) -> Bool {
    lower.removeAll(keepingCapacity: true)
    var isASCII = true
    for index in word.indices {
      let byte = word[index]
      if byte >= 0x80 { isASCII = false }
      lower.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
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

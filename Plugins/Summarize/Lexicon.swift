/// The distinct words of one document: what each spelling stands for.
///
/// Every spelling is lower-cased, classed and stemmed once, however often it occurs.
struct Lexicon: ~Copyable {
  private var spellings = Interner()
  private var stems = Interner()
  private(set) var forms: [Form] = []
  private let classes: WordClasses
  private let stemmer: Stemmer

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
    /// Is a single letter.
    static let letter = Traits(rawValue: 4)
    /// Leans on the sentence before when it opens one.
    static let opener = Traits(rawValue: 8)
    /// English, in lower case, ends in -ly: no edge of a phrase.
    static let adverb = Traits(rawValue: 16)
    /// English, in lower case, ends in -ed or -ing: no end of a phrase that occurs once.
    static let participle = Traits(rawValue: 32)
  }

  init(language: String) {
    classes = WordClasses.of(language: language)
    stemmer = Stemmer(language: language)
    isEnglish = language == "en"
  }

  private let isEnglish: Bool

  /// The number of distinct stems.
  var termCount: Int { stems.count }

  /// The number of the spelling `word`.
  mutating func form(of word: Span<UInt8>) -> Int {
    let (id, isNew) = spellings.number(of: word)
    if isNew { forms.append(newForm(word)) }
    return id
  }

  private mutating func newForm(_ word: Span<UInt8>) -> Form {
    let (lower, isCapitalized) = Self.lowercased(word)
    let string = String(decoding: lower, as: UTF8.self)
    var traits: Traits = isCapitalized ? .capitalized : []
    if lower.contains(where: { $0 &- 0x30 < 10 }) { traits.insert(.numeric) }
    if lower.count == 1 || lower.count == 2 && lower[0] >= 0x80 { traits.insert(.letter) }
    if classes.openers.contains(string) { traits.insert(.opener) }
    if isEnglish, !isCapitalized {
      if lower.ends(with: "ly") { traits.insert(.adverb) }
      if lower.ends(with: "ed") || lower.ends(with: "ing") { traits.insert(.participle) }
    }
    let kind = traits.contains(.letter) ? .function : classes.class(of: string)
    let term =
      kind == .function
      ? stems.number(of: lower.span).id
      : stemmer.withStem(of: lower) { stems.number(of: $0).id }
    return Form(term: Int32(truncatingIfNeeded: term), class: kind, traits: traits)
  }

  /// The word in lower case with straight apostrophes, and whether it began with a capital.
  private static func lowercased(_ word: Span<UInt8>) -> (bytes: [UInt8], isCapitalized: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count)
    var isASCII = true
    for index in word.indices {
      let byte = word[index]
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    guard !isASCII else { return (bytes, word[0] != bytes[0]) }
    let string = word.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let isCapitalized = string.unicodeScalars.first?.properties.isUppercase ?? false
    var lower: [UInt8] = []
    for scalar in string.lowercased().unicodeScalars {
      lower.append(contentsOf: UTF8.encode(scalar == "\u{2019}" ? "'" : scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return (lower, isCapitalized)
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

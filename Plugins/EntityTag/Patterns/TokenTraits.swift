internal import TextBytes

/// What spaCy's matcher asks of a token with yes or no.
///
/// The names are spaCy's (https://spacy.io/api/matcher#patterns), and so is what they mean, of Galley's tokens.
struct TokenTraits: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  static let isAlpha = TokenTraits(rawValue: 1 << 0)
  static let isASCII = TokenTraits(rawValue: 1 << 1)
  static let isDigit = TokenTraits(rawValue: 1 << 2)
  static let isLower = TokenTraits(rawValue: 1 << 3)
  static let isUpper = TokenTraits(rawValue: 1 << 4)
  static let isTitle = TokenTraits(rawValue: 1 << 5)
  static let isPunct = TokenTraits(rawValue: 1 << 6)
  static let isBracket = TokenTraits(rawValue: 1 << 7)
  static let isQuote = TokenTraits(rawValue: 1 << 8)
  static let isLeftPunct = TokenTraits(rawValue: 1 << 9)
  static let isRightPunct = TokenTraits(rawValue: 1 << 10)
  static let isCurrency = TokenTraits(rawValue: 1 << 11)
  static let isSentStart = TokenTraits(rawValue: 1 << 12)
  static let likeNum = TokenTraits(rawValue: 1 << 13)
  /// White space comes after it.
  static let spacy = TokenTraits(rawValue: 1 << 14)

  /// By the attributes of patterns.
  static let named: [(name: String, trait: TokenTraits)] = [
    ("IS_ALPHA", .isAlpha), ("IS_ASCII", .isASCII), ("IS_DIGIT", .isDigit), ("IS_LOWER", .isLower),
    ("IS_UPPER", .isUpper), ("IS_TITLE", .isTitle), ("IS_PUNCT", .isPunct), ("IS_BRACKET", .isBracket),
    ("IS_QUOTE", .isQuote), ("IS_LEFT_PUNCT", .isLeftPunct), ("IS_RIGHT_PUNCT", .isRightPunct),
    ("IS_CURRENCY", .isCurrency), ("IS_SENT_START", .isSentStart), ("LIKE_NUM", .likeNum), ("SPACY", .spacy),
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those of the token at `index`, which is in the text.
  init(_ index: Int, in text: LookedUpText) {
    let token = text.text[index]
    self = []
    if token.isMark { self = Self.ofMark(text.text.text.utf8.span.scalar(at: token.start).value) }
    if token.isNumber || token.isWord { self = Self.ofLetters(token, in: text.text) }
    if text.words[index].beginsSentence { insert(.isSentStart) }
    if token.isNumber || Self.numerals.contains(token.hash) { insert(.likeNum) }
    if text.text.token(at: index + 1)?.followsSpace ?? text.text.hasByte(at: token.end) { insert(.spacy) }
  }

  private static func ofLetters(_ token: Token, in text: TokenizedText) -> TokenTraits {
    var traits: TokenTraits = [.isAlpha, .isASCII, .isDigit]
    let bytes = text.text.utf8.span
    var uppers = 0
    var lowers = 0
    var isTitle = true
    var followsCased = false
    var offset = token.start
    while offset < token.end {
      let scalar = bytes.scalar(at: offset)
      offset += scalar.count
      if scalar.value >= 0x80 { traits.remove(.isASCII) }
      if scalar.value < 0x30 || scalar.value > 0x39 { traits.remove(.isDigit) }
      let isUpper = CaseFolding.lower(scalar.value) != scalar.value
      let isLower = !isUpper && CaseFolding.isLower(scalar.value)
      if isUpper { uppers += 1 }
      if isLower { lowers += 1 }
      // Python's istitle(): capitals begin words, small letters go on with them.
      if isUpper && followsCased || isLower && !followsCased { isTitle = false }
      followsCased = isUpper || isLower
      let isLetter =
        scalar.value < 0x80
        ? UInt8(truncatingIfNeeded: scalar.value).isLetter : ScalarClass(scalar.value) == .letter
      if !isLetter { traits.remove(.isAlpha) }
    }
    if lowers > 0, uppers == 0 { traits.insert(.isLower) }
    if uppers > 0, lowers == 0 { traits.insert(.isUpper) }
    if uppers > 0, isTitle { traits.insert(.isTitle) }
    return traits
  }

  private static func ofMark(_ value: UInt32) -> TokenTraits {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    var traits: TokenTraits = value < 0x80 ? .isASCII : []
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      traits.insert(.isPunct)
    case .currencySymbol: traits.insert(.isCurrency)
    default: break
    }
    for (marks, trait) in Self.marks where marks.contains(value) { traits.insert(trait) }
    return traits
  }

  /// As in spaCy's lang/lex_attrs.py.
  private static let marks: [([UInt32], TokenTraits)] = [
    (scalars("()[]{}<>"), .isBracket), (scalars("\"'`«»‘’‚‛“”„‟‹›❮❯"), .isQuote),
    (scalars("([{<\"'«‘‚‛“„‟‹❮"), .isLeftPunct), (scalars(")]}>\"'»’”›❯"), .isRightPunct),
  ]

  private static func scalars(_ marks: String) -> [UInt32] { marks.unicodeScalars.map(\.value) }

  /// Numbers as words.
  private static let numerals = Set(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion \
    quadrillion first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth \
    eightieth ninetieth hundredth thousandth millionth billionth
    """.split(separator: " ").map { TokenHash.folded($0) })
}

extension TokenizedText {
  /// Whether the text goes on at a byte.
  fileprivate func hasByte(at offset: Int) -> Bool { offset < text.utf8.count }
}

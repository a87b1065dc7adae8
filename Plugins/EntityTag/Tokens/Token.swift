/// A word, a number or a mark of a text: the unit that all finders of entities count in.
///
/// - A **word** is a run of letters, which may go on with digits ("MH17") and hold apostrophes between letters
///   ("O'Brien", "don't"). A possessive "'s" is a word of its own. Acronyms with inner stops ("U.S.", "a.m.", "Ph.D.")
///   and initials before a name ("J." in "J. Smith") keep their stops; any other stop is a mark.
/// - A **number** is a run of digits with single commas and stops between digits: "1,500.25". What follows without a
///   space is the next token: "21st" is "21" and "st", "1990s" is "1990" and "s", "14:05" is three tokens.
/// - A **mark** is any other single scalar, hyphens and dashes included: "F-16" is "F", "-", "16".
struct Token: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case word, number, mark }

  /// How a word is written.
  enum Shape: UInt8, Sendable {
    /// No letter that has case: numbers, marks, ideographs.
    case caseless
    /// Small letters only.
    case lower
    /// One capital, the first letter; also a capital that stands alone.
    case capitalized
    /// Two or more letters, all capitals.
    case allCaps
    /// Anything else: "iPhone", "McDonald", "O'Brien".
    case mixed
  }

  struct Flags: OptionSet, Hashable, Sendable {
    var rawValue: UInt8
    /// White space, or the start of the text, comes right before.
    static let followsSpace = Flags(rawValue: 1)
    /// A line break, or the start of the text, is in the space before.
    static let followsLineBreak = Flags(rawValue: 2)
    /// Two line breaks or more, or the start of the text, are in the space before: a block begins here.
    static let followsBlankLine = Flags(rawValue: 4)
    /// The first letter is a capital.
    static let startsUpper = Flags(rawValue: 8)
    static let hasDigit = Flags(rawValue: 16)
    /// An acronym with inner stops: "U.S.", "a.m.".
    static let isAcronym = Flags(rawValue: 32)
    /// A single capital with its stop: "J.".
    static let isInitial = Flags(rawValue: 64)
    /// The possessive "'s".
    static let isPossessive = Flags(rawValue: 128)
  }

  /// Bytes of the text before the token.
  var start: Int
  /// The `TokenHash` of the case-folded token.
  var hash: UInt64
  /// The bytes of the token; never more than `Tokenizer.longestToken`.
  var count: UInt16
  /// The first byte as it is written.
  var first: UInt8
  var kind: Kind
  var shape: Shape
  var flags: Flags

  /// Bytes of the text before what follows the token.
  var end: Int { start &+ Int(count) }

  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }
  var isMark: Bool { kind == .mark }
  var followsSpace: Bool { flags.contains(.followsSpace) }
  var followsLineBreak: Bool { flags.contains(.followsLineBreak) }
  var followsBlankLine: Bool { flags.contains(.followsBlankLine) }
  var startsUpper: Bool { flags.contains(.startsUpper) }
  var hasDigit: Bool { flags.contains(.hasDigit) }
  var isAcronym: Bool { flags.contains(.isAcronym) }
  var isInitial: Bool { flags.contains(.isInitial) }
  var isPossessive: Bool { flags.contains(.isPossessive) }
}

internal import DocumentModel

/// What the gazetteer has under one token or sequence of tokens; nothing where the value is 0.
struct GazetteerEntry: Hashable, Sendable {
  var value: UInt32

  static let none = GazetteerEntry(value: 0)

  /// A longer name begins like this.
  var isPrefix: Bool { value & 1 << 20 != 0 }
  var isFirstName: Bool { value & 1 << 21 != 0 }
  var isLastName: Bool { value & 1 << 22 != 0 }
  /// An ordinary English word as well.
  var isCommon: Bool { value & 1 << 23 != 0 }
  var hasSenses: Bool { value & 1 << 24 != 0 }
  var hasClasses: Bool { value & 1 << 25 != 0 }
  /// The index of its first sense.
  var firstSense: Int { Int(value & 0xF_FFFF) }
}

/// One thing that a name can stand for.
struct GazetteerSense: Hashable, Sendable {
  /// How much more than the bare name it takes to believe in it.
  enum Strength: UInt8, Sendable {
    /// Nothing: "Kazakhstan".
    case sure
    /// Not where a sentence begins: "Turkey".
    case careful
    /// Words around it that speak for this kind of thing: "in Reading".
    case context
  }

  /// The low half of the exact hash: the name as it is written.
  var exactHash: UInt32
  /// What the name stands for: equal for all names of one thing. Below the number of canonical names it has one.
  var thing: Int
  /// Its raw value is the code in the file.
  var label: Label
  var strength: Strength
  /// Counts in exactly this case only: "WHO".
  var isCaseSensitive: Bool
  /// A country of the world.
  var isCountry: Bool
}

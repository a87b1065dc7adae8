/// A heading that has been found.
struct Heading {
  /// The index of its block.
  var block: Int
  var kind: HeadingKind
  /// The depth that its mark or kind tells: a heading is part of the nearest earlier one of smaller rank. 0 is the title.
  var rank: Int
  /// How many words it has. Told of unmarked ones only, as is what follows.
  var words = 0
  /// Whether it is as short as a subheading is, and no name: "By plane", "Background".
  var isBrief = false
}

/// What a heading is recognized by.
enum HeadingKind: String, CaseIterable {
  /// `## Words`
  case markdown
  /// A line of `-` or `=` below.
  case underlined
  /// `2.1 Words`
  case numbered
  /// `WORDS IN CAPITALS`
  case capitals
  /// A short line in title or sentence case.
  case plain
}

extension HeadingMark {
  /// The kind of heading that the mark makes.
  var kind: HeadingKind {
    switch self {
    case .markdown: .markdown
    case .underline: .underlined
    case .number: .numbered
    }
  }
}

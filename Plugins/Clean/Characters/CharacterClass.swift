/// What a scalar is to the cleaning of text.
enum CharacterClass {
  /// Part of a word, a mark, anything that stays.
  case text
  /// A space of any width, or a tab.
  case space
  case lineBreak
  case paragraphBreak
  case softHyphen
  /// Without width and without meaning for the words: zero-width spaces, marks of direction, byte order marks.
  case zeroWidth
  /// A zero-width joiner or non-joiner, which some scripts and emoji need and others don't.
  case joiner
  case control

  /// Classes by the Unicode names of the scalars, categories Cc, Cf, Zs, Zl and Zp.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028: self = .lineBreak
    case 0x2029: self = .paragraphBreak
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x00...0x1F, 0x7F...0x9F: self = .control
    case 0xAD: self = .softHyphen
    case 0x200C, 0x200D: self = .joiner
    // Arabic and Mongolian marks, spaces and marks of direction, word joiner, interlinear annotation and object marks.
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFC:
      self = .zeroWidth
    default: self = .text
    }
  }
}

extension CharacterClass {
  /// Whether a joiner beside `scalar` can matter: letters of scripts that join or stack (from Arabic on), and emoji.
  /// Latin and Greek extensions and letterlike symbols, which are the same letters in form C, are not among them.
  static func joins(_ scalar: UInt32) -> Bool {
    scalar >= 0x0600 && !(0x1E00...0x218F).contains(scalar) && CharacterClass(scalar) == .text
  }
}

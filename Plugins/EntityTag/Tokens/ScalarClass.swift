/// What a scalar above ASCII is to the tokenizer.
///
/// By blocks of Unicode 16 (https://www.unicode.org/Public/16.0.0/ucd/Blocks.txt): whatever is not known as space,
/// punctuation or symbol counts as a letter, so that no script falls apart.
enum ScalarClass {
  case letter, mark, space, lineBreak

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x85, 0x2028, 0x2029: self = .lineBreak
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: self = .space
    case 0xAA, 0xB5, 0xBA, 0x200C, 0x200D: self = .letter
    case 0x80...0xBF, 0xD7, 0xF7: self = .mark
    case 0x2010...0x2BFF, 0x2E00...0x2E7F: self = .mark  // punctuation, currencies, arrows, symbols
    case 0x3001...0x3004, 0x3008...0x3020, 0x3030: self = .mark
    case 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65,
      0xFFE0...0xFFFD:
      self = .mark
    case 0x1F000...0x1FAFF, 0xE000...0xF8FF: self = .mark  // pictographs, private use
    default: self = .letter
    }
  }
}

internal import CUtf8proc

/// What characters count for in words, by utf8proc's tables: case aside, and marks that one writer sets and another does not.
struct Letters {
  /// The value of what is no part of a word.
  static let none: UInt32 = 0
  /// The value of what may stand within a word and tells nothing: accents, vowel points, soft hyphens, joiners.
  static let silent: UInt32 = 1

  /// Computed once, on the first character beyond ASCII, in about a millisecond.
  static let all = Letters()
  /// The values of all characters up to U+FFFF.
  private let values: [UInt16]

  private init() { values = (0...0xFFFF).map { UInt16(truncatingIfNeeded: Self.value(of: $0)) } }

  /// What the character counts for: the small letter without accents, `none`, or `silent`.
  subscript(scalar: UInt32) -> UInt32 {
    scalar < values.count ? UInt32(values[Int(scalar)]) : Self.value(of: scalar)
  }

  /// Whether the letter is of a script that has no spaces between its words and a character for each of their parts:
  /// Chinese and Japanese; Korean too, which writers divide as they like.
  static func isIdeograph(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x3000..<0xA4D0, 0xAC00..<0xD800, 0xFF66..<0xFFDD, 0x1B000..<0x1B170, 0x20000...: true
    default: false
    }
  }

  /// Whether the letter is of an alphabet that is written without spaces between words: Thai and Lao, Burmese, Khmer, Tai.
  static func isUnspaced(_ letter: UInt32) -> Bool {
    switch letter {
    case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800, 0x1950..<0x1AB0, 0xA9E0..<0xAA00, 0xAA60..<0xAAE0: true
    default: false
    }
  }

  /// Whether the character belongs to the letter before it, as the vowel signs of Indic scripts do.
  static func isMark(_ scalar: UInt32) -> Bool {
    UTF8PROC_CATEGORY_MN.rawValue...UTF8PROC_CATEGORY_ME.rawValue ~= utf8proc_category(Int32(scalar)).rawValue
  }

  private static func value(of scalar: UInt32) -> UInt32 {
    let scalar = Int32(scalar)
    if isSilent(scalar) { return silent }
    guard UTF8PROC_CATEGORY_LU.rawValue...UTF8PROC_CATEGORY_NO.rawValue ~= utf8proc_category(scalar).rawValue else {
      return none
    }
    // Without a dot in capitals, and with one in the small letters of Turkish.
    if scalar == 0x131 { return 0x69 }
    var parts: [Int32] = [0, 0, 0, 0]
    let options = utf8proc_option_t(UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue)
    let count = utf8proc_decompose_char(scalar, &parts, parts.count, options, nil)
    // Of Korean syllables and Indic vowels all parts tell.
    guard 1...parts.count ~= count, parts[1..<count].allSatisfy(isSilent) else {
      return UInt32(bitPattern: utf8proc_tolower(scalar))
    }
    return UInt32(bitPattern: parts[0])
  }

  private static func isSilent(_ scalar: Int32) -> Bool {
    let property = utf8proc_get_property(scalar).pointee
    if property.ignorable != 0 { return true }
    switch property.combining_class {
    // Points below Indic letters, of Hebrew, Arabic and Syriac; accents above and below.
    case 7, 10...36, 200...: return true
    // The stroke that makes Arabic words longer.
    default: return scalar == 0x640
    }
  }
}

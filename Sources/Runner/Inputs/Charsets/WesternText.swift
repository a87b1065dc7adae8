/// Whether bytes make sense as windows-1252: the charset of nearly all Western texts that are not Unicode.
///
/// Detectors go by frequencies, and take short English texts with a few accents or curly quotes for Central European or
/// worse. Here it is asked what a reader would see: accented letters among plain ones, those of one language, and no
/// symbol inside a word.
struct WesternText {
  private var letters = 0
  private var accents = 0
  private var accentPairs = 0
  private var symbols = 0
  private var symbolsInWords = 0
  private var foreignBytes = 0
  private var hasUndefined = false
  private var accentCounts = [Int](repeating: 0, count: 256)

  init(_ bytes: Span<UInt8>) {
    var last = Kind.other
    var word = Word()
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let kind = Self.kinds[Int(byte)]
      switch kind {
      case .letter: letters += 1
      case .accent:
        accents += 1
        accentCounts[Int(Self.lowercase(byte))] += 1
        if last == .accent { accentPairs += 1 }
      case .symbol:
        symbols += 1
        let next = index + 1 < bytes.count ? Self.kinds[Int(bytes[index + 1])] : .other
        if last.isLetter, next.isLetter { symbolsInWords += 1 }
      case .mark: symbols += 1
      case .undefined: hasUndefined = true
      case .other: break
      }
      last = kind
      if byte >= 0x80 {
        word.append(byte, kind)
      } else if !word.isEmpty {
        foreignBytes += word.foreignBytes
        word = Word()
      }
    }
    foreignBytes += word.foreignBytes
  }

  /// Whether hardly any other charset is meant.
  var isPlausible: Bool {
    guard isConceivable, symbolsInWords * 50 <= accents + symbols, accentPairs * 5 <= accents else { return false }
    // Names in a text without accents of its own: any Western letters.
    if accents * 100 <= letters { return true }
    let best = Self.languages.map { letters in letters.reduce(0) { $0 + accentCounts[Int($1)] } }.max() ?? 0
    return best * 10 >= accents * 9
  }

  /// Whether it can be windows-1252 at all.
  var isConceivable: Bool { !hasUndefined && accents * 3 <= letters }

  /// Whether most of what is beyond ASCII is words of nothing else, as those of another script are, and enough of it.
  var isOtherScript: Bool { foreignBytes >= 10 && foreignBytes * 2 > accents + symbols }

  private enum Kind {
    case other, letter, accent, mark, symbol, undefined
    var isLetter: Bool { self == .letter || self == .accent }
  }

  /// Bytes beyond ASCII in a row.
  private struct Word {
    private var count = 0
    private var accents = 0
    private var lastByte: UInt8 = 0
    /// How often a byte is not the one before.
    private var changes = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ byte: UInt8, _ kind: Kind) {
      if kind == .accent { accents += 1 }
      if count > 0, byte != lastByte { changes += 1 }
      lastByte = byte
      count += 1
    }

    /// How many bytes of another script it is: Western words, too, have two letters side by side, or quotation marks
    /// around one, and lines are drawn of one sign.
    var foreignBytes: Int { count > 2 && accents > 1 && changes > 0 ? count : 0 }
  }

  private static let kinds: [Kind] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case 0..<0x80: .other
    case let byte where Windows1252.scalar(byte) == nil: .undefined
    case let byte where Windows1252.bytes("ŠŒŽšœžŸ").contains(byte): .accent
    case 0xD7, 0xF7: .symbol
    case 0xC0...0xFF: .accent
    // Single quotes, an accent for one, dashes, what parts or marks words: may stand between two letters.
    case let byte where Windows1252.bytes("…‘’´–—\u{A0}\u{AD}·•»¦®™").contains(byte): .mark
    default: .symbol
    }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x8A, 0x8C, 0x8E: byte + 0x10
    case 0x9F: 0xFF
    case 0xC0...0xDE: byte + 0x20
    default: byte
    }
  }

  /// The letters beyond ASCII that texts in one language use, loans included, as bytes of windows-1252.
  private static let languages: [[UInt8]] = [
    "àâæçèéêëîïôöœùûüÿ",  // French, Albanian
    "àäçéöüß",  // German
    "áéíñóúüç",  // Spanish
    "áâãàçéêíóôõúü",  // Portuguese
    "àèéìíîòóùú",  // Italian, Gaelic
    "àçèéíïòóúü",  // Catalan
    "áèéêëíïóöüûâ",  // Dutch
    "åäöéàüæø",  // Swedish, Finnish
    "æøåéèêòóôàäöü",  // Danish, Norwegian
    "áðéíóúýþæö",  // Icelandic
    "äöõüšž",  // Estonian
  ].map(Windows1252.bytes)
}

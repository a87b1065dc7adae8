internal import CCLD2

/// The language that a text reads like, by CLD2 (https://github.com/CLD2Owners/cld2).
struct LanguageGuess {
  /// As BCP 47 has it; `nil` where the text does not read clearly like one.
  private(set) var language: String?
  /// How much of the letters is of the language, in percent.
  private(set) var percent: Int
  /// The language that a good part of the text reads like besides, and how much that is, in percent.
  private(set) var second: (language: String, percent: Int)?
  /// How many bytes of letters, with single spaces between the words, have been looked at.
  private(set) var letters: Int
  /// All that the text reads like somewhere, clearly or not.
  private(set) var likely: [String] = []

  /// Looks at the beginning, the middle and the end, and at all only where these are not clearly in one language: CLD2 costs
  /// some 280 instructions a byte.
  init(_ text: Span<UInt8>) {
    guard text.count > 3 * Self.sample else {
      self.init(part: text, 0, text.count)
      return
    }
    self.init(part: text, 0, Self.sample)
    for start in [(text.count - Self.sample) / 2, text.count - Self.sample] {
      let other = LanguageGuess(part: text, start, start + Self.sample)
      guard isClear, other.isClear, other.language == language else {
        self.init(part: text, 0, Self.longestText)
        return
      }
      letters += other.letters
    }
  }

  private init(part text: Span<UInt8>, _ start: Int, _ end: Int) {
    let part = text.extracting(text.characterBorder(upTo: start)..<text.characterBorder(upTo: end))
    let guess = part.withUnsafeBytes {
      ccld2_detect($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
    }
    letters = Int(guess.letters)
    percent = Int(guess.percent)
    likely = [guess.language, guess.second].compactMap(\.self).compactMap { LanguageNames.tag(String(cString: $0)) }
    guard guess.isReliable, let code = guess.language else { return }
    language = LanguageNames.tag(String(cString: code))
    if guess.secondPercent >= Self.largePercent, let code = guess.second {
      second = LanguageNames.tag(String(cString: code)).map { ($0, Int(guess.secondPercent)) }
    }
  }

  private var isClear: Bool { language != nil && percent >= Self.clearPercent }

  private static let sample = 384
  private static let clearPercent = 90
  private static let largePercent = 20
  private static let longestText = 1 << 20
}

extension Span<UInt8> {
  /// The last place up to `limit` where no character is cut.
  fileprivate func characterBorder(upTo limit: Int) -> Int {
    guard limit < count else { return count }
    var border = limit
    while border > 0, self[border] & 0xC0 == 0x80 { border -= 1 }
    return border
  }
}

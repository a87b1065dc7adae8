internal import CCLD2

/// The language that a text reads like, by CLD2 (https://github.com/CLD2Owners/cld2).
struct LanguageGuess {
  /// As BCP 47 has it; `nil` where the text does not read clearly like one.
  private(set) var language: String?
  /// How many bytes of letters, with single spaces between the words, have been looked at.
  private(set) var letters: Int
  /// How much of the letters is of the language, in percent.
  private var percent: Int

  /// Looks at the beginning, and at more only where that is not clear: CLD2 costs some 280 instructions a byte.
  init(_ text: Span<UInt8>) {
    self.init(text, upTo: Self.sample)
    if text.count > Self.sample, language == nil || percent < Self.clearPercent {
      self.init(text, upTo: Self.longestText)
    }
  }

  private init(_ text: Span<UInt8>, upTo limit: Int) {
    let guess = text.extracting(..<text.characterBorder(upTo: limit)).withUnsafeBytes {
      ccld2_detect($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
    }
    letters = Int(guess.letters)
    percent = Int(guess.percent)
    if guess.isReliable, let code = guess.language { language = LanguageNames.tag(String(cString: code)) }
  }

  /// Of 81 articles and interviews all have the same answer as from their whole text.
  private static let sample = 1024
  private static let clearPercent = 90
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

import StageTesting

/// Texts that nobody would write, but somebody will send.
enum FuzzedTexts {
  /// Random bytes, decoded as UTF-8.
  static func bytes(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 0...400, using: &generator)
    return String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self)
  }

  /// Pieces that mean something to the cleaning, in any order.
  static func pieces(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    return (0..<count).map { _ in meaningful.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Words between random spaces and breaks, wrapped or not.
  static func prose(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    let width = Int.random(in: 20...130, using: &generator)
    var text = ""
    var column = 0
    for _ in 0..<Int.random(in: 1...300, using: &generator) {
      let word = words.randomElement(using: &generator) ?? ""
      let isWrapped = column + word.count > width
      let joint = isWrapped ? breaks.randomElement(using: &generator) ?? "" : " "
      column = isWrapped ? word.count : column + word.count + 1
      text += joint + word
    }
    return text
  }

  private static let words = [
    "the", "council", "Ferry", "and", "said.", "ferry", "to-day", "e\u{301}te\u{301}", "über", "Öl", "1914", "it", "a",
    "well", "based", "non", "Anglo", "Federal", "“Yes,”", "U.S.", "ministry", "—", "2.", "(b)", "- ", "straße", "Мир",
    "東京",
  ]
  private static let breaks = ["\n", "\n", "\n", "\r\n", "-\n", "\u{AD}\n", "\n\n", "\n   ", " \n", "\u{2028}"]
  private static let meaningful =
    words + breaks + [
      " ", " ", " ", "\n\n", "\n\n", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{A0}", "\u{0}", "\u{7}", "\t",
      "\r",
      "\u{301}", "\u{323}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{212B}", "\u{0344}", "\u{09C7}", "\u{09BE}",
      "👩\u{200D}🚀",
      "ن\u{200C}ه", "Ferry Line Opens in Oslo", "Ferry Line Opens in Oslo\n\n", "FERRY LINE OPENS IN OSLO\n",
      "By Maria Keller\n", "By Maria Keller | 3 May 2026\n\n", "3 May 2026\n", "Published: July 5, 2024\n\n",
      "\nUpdated 3 May 2026 14:05", "OSLO, 14 March 2026\n\n", "OSLO, March 14 (AP) - ", "BERGEN — ",
      "LONDON (Reuters) - ",
      "Thursday, May 7, 2015 ", " Thursday, May 7, 2015\n", "# ", "====\n", "---\n", "- ", "• ", "1. ", "\n> ", "**",
      ": ",
      "The ferry line between the two towns was opened on Monday by the mayor and her son.",
      "The ferry line between the two towns was opened on Monday by the mayor and her son, who had waited for years.\n",
    ]
}

internal import TextBytes

/// What a byline looks like: `By Maria Keller`, `By JOHN SMITH and Ana Ruiz, Galley Wire`, `Words by Kim Lee`.
enum Byline {
  /// What stands before names, wherever they are written; what pages show has more: `AuthorNames.shownOpeners`.
  static let openers = [
    "by ", "by: ", "written by ", "written by: ", "reported by ", "story by ", "words by ", "text by ", "posted by ",
    "author: ", "authors: ", "byline: ",
  ]

  /// Whether the line begins with one of the openers.
  static func mayBegin(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first, "bwrstpa".utf8.contains(bytes[first].lowered) else { return false }
    return openers.contains { line.count > $0.utf8.count && bytes.says($0.utf8, at: line.lowerBound) }
  }

  /// The names behind `By`, or `nil` where the line is no byline to its last word.
  static func names(of line: Substring) -> String? {
    let lower = line.lowercased()
    guard let opener = openers.first(where: lower.hasPrefix) else {
      return nil
    }
    let names = line.dropFirst(opener.count).trimming(" ")
    return isNames(names) ? String(names) : nil
  }

  /// Whether `text` is one name of two to four words: `Maria Keller`, `J. R. de la Cruz`.
  static func isName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), !text.contains(",") else { return false }
    return words.allSatisfy { isCapitalized($0) || particles.contains(String($0)) }
      && words.filter(isCapitalized).count >= 2 && !words.contains { conjunctions.contains($0.lowercased()) }
      && !endsLikeSentence(text)
  }

  /// Whether `text` is as long as a name in Chinese, Japanese or Korean letters, and nothing but such.
  static func isEastAsianName(_ text: Substring, most: Int = 6) -> Bool {
    let letters = text.filter { $0 != " " && $0 != "・" }
    guard (2...most).contains(letters.count) else { return false }
    return letters.unicodeScalars.allSatisfy {
      switch $0.value {
      case 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
      default: false
      }
    }
  }

  /// Names, with a role, a paper or a place behind them.
  static func isNames(_ text: Substring) -> Bool {
    let words = text.split(separator: " ").map { $0.trimming(",;()") }.filter { !$0.isEmpty }
    guard let first = words.first, words.count <= 16, !endsLikeSentence(text) else { return false }
    guard words.allSatisfy({ isCapitalized($0) || $0.hasPrefix("@") || connectors.contains(String($0)) }) else {
      return false
    }
    if first.lowercased() == "the" || first.lowercased() == "our" {
      return words.last.map { desks.contains($0.lowercased()) } ?? false
    }
    guard isCapitalized(first), !notNames.contains(first.lowercased()) else { return false }
    // One word alone is as likely a heading: `By Candlelight`.
    return words.prefix { !conjunctions.contains($0.lowercased()) }.filter(isCapitalized).count >= 2
      || (words.count >= 2 && words.last.map { desks.contains($0.lowercased()) } ?? false)
  }

  static func isCapitalized(_ word: Substring) -> Bool {
    guard let first = word.first(where: { $0.isLetter || $0.isNumber }), first.isLetter else { return false }
    return !first.isLowercase || word.contains { $0.isUppercase }
  }

  /// Whether a full stop ends the text that is none of an initial or of `Jr.`
  private static func endsLikeSentence(_ text: Substring) -> Bool {
    guard let last = text.last else { return true }
    if "!?:;…".contains(last) { return true }
    guard last == "." else { return false }
    let word = text.split(separator: " ").last?.dropLast() ?? ""
    return !(word.count == 1 || ["Jr", "Sr", "D.C", "U.S", "Ph.D", "M.D"].contains(String(word)))
  }

  private static let conjunctions: Set<String> = ["and", "&", "with"]
  private static let particles = Set(
    """
    de da do dos das del della di du la le el al bin ibn van von der den ter ten zu y e
    """.words)
  private static let connectors = particles.union(conjunctions).union(
    """
    for in of at to the special staff writer writers reporter reporters editor editors correspondent correspondents
    contributor columnist agencies news service
    """.words)
  private static let desks = Set(
    """
    staff agencies agency press wire news service team desk board times post reporter reporters writer writers
    correspondent correspondents editor editors network
    """.words)
  private static let notNames = Set(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday all any now then most some this that these those early late mid contrast
    comparison popular royal land sea air
    """.words)
}

internal import DocumentModel

/// A line that says what a document is about: its title, or else its best sentence, cut where a clause ends.
struct Digest {
  /// One line; an ellipsis at its end where words were left out, and else no word altered.
  let line: String

  /// The bytes above which a sentence is cut, and which a cut one has at least: a headline's length.
  private static let longest = 120
  private static let shortest = 40
  /// The bytes that a clause has at least before the sentence is cut at its end.
  private static let shortestClause = 60

  /// `nil` where there is neither a title that says something nor a sentence.
  init?(of document: Document, _ words: DocumentWords, best: Int?) {
    let title = document.titleText
    let titleLine = TextRange(0, title.utf8.count).words(in: title)
    guard titleLine.isEmpty || words.classes.generalTitles.contains(titleLine.lowercased()) else {
      line = titleLine
      return
    }
    guard let best else { return nil }
    line = Self.cut(words.sentences[best].words(in: document.text), words.classes)
  }

  private static func cut(_ sentence: String, _ classes: WordClasses) -> String {
    let bytes = sentence.utf8.span
    guard bytes.count > longest else { return sentence }
    // A clause's border, else one before a word of grammar, else any between two words, outside of quotation marks and
    // brackets if there is one; a text without spaces is left whole.
    var clause: Int?
    var phrase: Int?
    var word: Int?
    var any: Int?
    var isOpen = false
    for index in 0..<longest {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): isOpen = true
      case UInt8(ascii: ")"), UInt8(ascii: "]"): isOpen = false
      case UInt8(ascii: "\""): isOpen.toggle()
      case 0x9C where bytes.isCurlyMark(at: index): isOpen = true
      case 0x9D where bytes.isCurlyMark(at: index): isOpen = false
      case 0x20 where index >= shortest:
        any = index
        if isOpen { break }
        if index > shortestClause, ",;:".utf8.contains(bytes[index - 1]), bytes.hasVerb(before: index - 1, classes) {
          clause = index - 1
        }
        if bytes.beginsPhrase(at: index + 1, classes), !bytes.endsInGrammar(at: index, classes) { phrase = index }
        word = index
      default: break
      }
    }
    guard let end = clause ?? phrase ?? word ?? any else { return sentence }
    return String(decoding: Array(sentence.utf8)[..<end], as: UTF8.self) + "…"
  }
}

extension Span<UInt8> {
  /// Whether the byte at `index` is the last of a curly quotation mark.
  fileprivate func isCurlyMark(at index: Int) -> Bool {
    index >= 2 && self[index - 2] == 0xE2 && self[index - 1] == 0x80
  }

  /// Whether a word that looks like a verb ends before `end`, or there is no telling.
  fileprivate func hasVerb(before end: Int, _ classes: WordClasses) -> Bool {
    guard classes.knowsVerbs else { return true }
    var start = 0
    for index in 0...end where index == end || self[index] <= 0x20 {
      let word = extracting(start..<index)
      let entry = classes.entry(of: word)
      let isPast =
        word.count > 4 && word[word.count - 1] == UInt8(ascii: "d") && word[word.count - 2] == UInt8(ascii: "e")
      if entry.class == .boundary || entry.isFinite || entry.isVerbCue || isPast { return true }
      start = index + 1
    }
    return false
  }

  /// Whether a word of grammar stands at `start`: "of", "which", "the".
  fileprivate func beginsPhrase(at start: Int, _ classes: WordClasses) -> Bool {
    var end = start
    while end < count, self[end] > 0x20 { end += 1 }
    return end > start && classes.entry(of: extracting(start..<end)).class == .function
  }

  /// Whether a word of grammar ends before `end`.
  fileprivate func endsInGrammar(at end: Int, _ classes: WordClasses) -> Bool {
    var start = end
    while start > 0, self[start - 1] > 0x20 { start -= 1 }
    return beginsPhrase(at: start, classes)
  }
}

internal import DocumentModel

/// A line that says what a document is about: its title, or else its best sentence, cut where a clause ends.
struct Digest {
  /// One line; an ellipsis at its end where words were left out, and else no word altered.
  let line: String

  /// The bytes above which a sentence is cut, and which a cut one has at least: a headline's length.
  private static let longest = 120
  private static let shortest = 40

  /// `nil` where there is neither a title nor a sentence.
  init?(of document: Document, _ words: DocumentWords, best: Int?) {
    let title = document.titleText
    let titleLine = TextRange(0, title.utf8.count).words(in: title)
    guard titleLine.isEmpty else {
      line = titleLine
      return
    }
    guard let best else { return nil }
    let sentence = words.sentences[best].words(in: document.text)
    line = Self.cut(sentence)
  }

  private static func cut(_ sentence: String) -> String {
    let bytes = sentence.utf8.span
    guard bytes.count > longest else { return sentence }
    var clause: Int?
    var word: Int?
    for index in shortest..<longest {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        if index + 1 < bytes.count, bytes[index + 1] == 0x20 { clause = index }
      case 0x20: word = index
      default: break
      }
    }
    // Without a clause's border between two words, and a text without spaces is left whole.
    guard let end = clause ?? word else { return sentence }
    return String(decoding: Array(sentence.utf8)[..<end], as: UTF8.self) + "…"
  }
}

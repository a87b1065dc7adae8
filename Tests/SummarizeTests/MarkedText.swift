import DocumentModel

extension Document {
  /// A document whose sentences stand between bars, and whose paragraphs lines are: `|It rains.| |It snows.|`.
  ///
  /// A line that begins with `#` is the title, one that begins with `-` a list item; lines without bars have no sentence.
  init(marked: String, language: String? = nil) {
    var text = ""
    var sentences: [Sentence] = []
    var paragraphs: [Paragraph] = []
    var title: String?
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") {
        title = String(line.dropFirst(2))
        text += line.dropFirst(2) + "\n"
        continue
      }
      let paragraphStart = text.utf8.count
      var start: Int?
      for character in line {
        guard character == "|" else {
          text.append(character == "⏎" ? "\n" : character)
          continue
        }
        if let opened = start {
          sentences.append(Sentence(range: TextRange(opened, text.utf8.count), by: "test"))
          start = nil
        } else {
          start = text.utf8.count
        }
      }
      let range = TextRange(paragraphStart, text.utf8.count)
      if line.contains("|") {
        paragraphs.append(Paragraph(range: range, kind: line.hasPrefix("-") ? .listItem : .text, by: "test"))
      }
      text += "\n"
    }
    self.init(text: text)
    metadata.title = title
    metadata.language = language
    self.sentences = sentences
    self.paragraphs = paragraphs
  }

  /// Where `words` stand in the text.
  func ranges(of words: String) -> [TextRange] {
    text.ranges(of: words).map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextRange(start, start + words.utf8.count)
    }
  }

  /// Gives the document a sentence up to each full stop, question mark or line feed.
  mutating func splitCrudely() {
    var sentences: [Sentence] = []
    var start = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if start == index, [0x20, 0x0A, 0x0D].contains(byte) {
        start += 1
      } else if [UInt8(ascii: "."), UInt8(ascii: "?"), 0x0A].contains(byte) || index + 1 == bytes.count {
        sentences.append(Sentence(range: TextRange(start, index + 1), by: "test"))
        start = index + 1
      }
    }
    self.sentences = sentences
    paragraphs = []
  }
}

import DocumentModel

extension Document {
  /// A document whose sentences stand between bars, whose paragraphs lines are, and whose people stand in brackets with
  /// their chain's number: `|[1 Anna Berg] slept.|`. Names without a number have chains by their last word.
  init(marked: String, language: String? = nil) {
    var text = ""
    var sentences: [Sentence] = []
    var paragraphs: [Paragraph] = []
    var entities: [Entity] = []
    var canonicals: [String] = []
    var mentions: [[Int]] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: true) {
      let paragraphStart = text.utf8.count
      var sentenceStart: Int?
      var nameStart: Int?
      for character in line {
        let here = text.utf8.count
        switch character {
        case "|":
          if let start = sentenceStart { sentences.append(Sentence(range: TextRange(start, here), by: "test")) }
          sentenceStart = sentenceStart == nil ? here : nil
        case "[": nameStart = here
        case "]":
          guard let start = nameStart else { break }
          nameStart = nil
          let name = String(decoding: Array(text.utf8)[start..<here], as: UTF8.self)
          let last = name.split(separator: " ").last.map(String.init) ?? name
          let chain = canonicals.firstIndex { $0.hasSuffix(last) } ?? canonicals.count
          if chain == canonicals.count {
            canonicals.append(name)
            mentions.append([])
          }
          mentions[chain].append(entities.count)
          let label: EntityLabel = name.hasPrefix("The ") ? .org : .person
          entities.append(Entity(range: TextRange(start, here), label: label, chain: chain, by: "test"))
        default: text.append(character)
        }
      }
      paragraphs.append(Paragraph(range: TextRange(paragraphStart, text.utf8.count), by: "test"))
      text += "\n\n"
    }
    self.init(text: text)
    metadata.language = language
    self.sentences = sentences
    self.paragraphs = paragraphs
    self.entities = entities
    chains = zip(canonicals, mentions).map { Chain(canonical: $0, label: .person, mentions: $1, by: "test") }
  }

  /// Gives the document a sentence up to each full stop or line feed, and no entities.
  mutating func splitCrudely() {
    var sentences: [Sentence] = []
    var start = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if start == index, [0x20, 0x0A, 0x0D].contains(byte) {
        start += 1
      } else if byte == UInt8(ascii: ".") || byte == 0x0A || index + 1 == bytes.count {
        sentences.append(Sentence(range: TextRange(start, index + 1), by: "test"))
        start = index + 1
      }
    }
    self.sentences = sentences
    entities = []
  }

  /// The quotations, a line each: `direct “…” by Anna Berg source “she” cue “said”`.
  var lines: [String] {
    (quotations ?? []).map { quotation in
      var line = "\(quotation.kind.rawValue) “\(self[quotation.range])”"
      if let speaker = quotation.speaker { line += " by \(chains?[speaker].canonical ?? "?")" }
      if let source = quotation.source { line += " source “\(self[source])”" }
      if let cue = quotation.cue { line += " cue “\(self[cue])”" }
      return line
    }
  }
}

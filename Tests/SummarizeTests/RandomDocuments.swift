import DocumentModel
import StageTesting

extension Document {
  /// A document of `count` sentences with words of a skewed vocabulary, as texts have it.
  static func random(sentences count: Int, seed: UInt64) -> Document {
    var random = SplitMix64(seed: seed)
    var text = ""
    var sentences: [Sentence] = []
    for _ in 0..<count {
      let start = text.utf8.count
      for _ in 0..<Int.random(in: 3...20, using: &random) {
        let rank = Int.random(in: 1...40, using: &random) * Int.random(in: 1...40, using: &random)
        text +=
          ["the", "of", "Harbour", "tunnel"].randomElement(using: &random).map { rank < 60 ? $0 : "word\(rank)" } ?? ""
        text += " "
      }
      text += "end."
      sentences.append(Sentence(range: TextRange(start, text.utf8.count), by: "test"))
      text += "\n"
    }
    var document = Document(text: text)
    document.sentences = sentences
    return document
  }
}

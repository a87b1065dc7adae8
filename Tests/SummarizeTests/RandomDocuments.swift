import DocumentModel

/// A generator whose numbers are the same on every run (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension Document {
  /// A document of `count` sentences with words of a skewed vocabulary, as texts have it.
  static func random(sentences count: Int, seed: UInt64) -> Document {
    var random = SplitMix64(state: seed)
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

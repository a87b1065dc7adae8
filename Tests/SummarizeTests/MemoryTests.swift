import DocumentModel
import StageTesting
import Testing

@testable import SummarizePlugin

/// What the stage keeps of a text grows with its words, not with the pairs of its sentences.
@Suite struct MemoryTests {
  /// Twenty thousand sentences have 200 million pairs: neither a graph of them nor a part of one is kept.
  @Test func keepsNoPairsOfSentences() {
    let size = Size(sentences: 20_000)
    #expect(size.words < 300_000)
    #expect(size.vectorEntries <= size.words)
    #expect(size.indexEntries == size.vectorEntries)
    #expect(size.bytes < 64 * size.words)
  }

  @Test func growsInStepWithTheWords() {
    let small = Size(sentences: 2_500)
    let large = Size(sentences: 20_000)
    let perWord = (Double(small.bytes) / Double(small.words), Double(large.bytes) / Double(large.words))
    #expect(perWord.1 <= 1.1 * perWord.0)
  }

  /// The sizes of what is kept of a made text while its sentences are chosen.
  private struct Size {
    var words: Int
    var vectorEntries: Int
    var indexEntries: Int
    var bytes: Int

    init(sentences: Int) {
      var lexicon = Lexicon(language: "en")
      let words = DocumentWords(Document.random(sentences: sentences, seed: 1), &lexicon)
      let vectors = TermVectors(words)
      let index = InvertedIndex(vectors)
      self.words = words.words.count
      vectorEntries = vectors.terms.count
      indexEntries = index.entries.count
      bytes =
        words.words.count * MemoryLayout<DocumentWords.Word>.stride + words.firstWords.count * MemoryLayout<Int>.stride
        + vectors.terms.count * MemoryLayout<Int32>.stride + vectors.weights.count * MemoryLayout<Double>.stride
        + vectors.starts.count * MemoryLayout<Int>.stride
        + (index.entries.count + index.sentences.count) * MemoryLayout<Int>.stride
    }
  }
}

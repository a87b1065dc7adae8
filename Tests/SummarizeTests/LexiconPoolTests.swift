import DocumentModel
import Testing

@testable import SummarizePlugin

@Suite struct LexiconPoolTests {
  @Test func wordsMeanTheSameAfterOtherDocuments() {
    let pool = LexiconPool()
    for seed in 1...20 {
      let document = Document.random(sentences: 30, seed: UInt64(seed))
      var fresh = Lexicon(language: "en")
      let expected = DocumentWords(document, &fresh)
      let words = pool.withLexicon(language: "en") { DocumentWords(document, &$0) }
      #expect(words.termCount == expected.termCount)
      #expect(words.words.map(\.form.term) == expected.words.map(\.form.term))
      #expect(words.words.map(\.form.traits) == expected.words.map(\.form.traits))
      #expect(words.words.map(\.form.class) == expected.words.map(\.form.class))
    }
  }

  @Test func languagesDoNotShare() {
    let pool = LexiconPool()
    for language in ["en", "de", "en", "xx", "de"] {
      #expect(pool.withLexicon(language: language) { $0.language } == language)
    }
  }
}

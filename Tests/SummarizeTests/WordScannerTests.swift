import Testing

@testable import SummarizePlugin

@Suite struct WordScannerTests {
  @Test(
    arguments: [
      ("", []),
      ("It rains.", ["It", "rains"]),
      ("Moscow's and Moscow’s", ["Moscow", "s", "and", "Moscow", "s"]),
      ("don't, o’clock", ["don't", "o’clock"]),
      ("the U.S. and U.S", ["the", "U.S.", "and", "U.S"]),
      ("long-range -ended", ["long-range", "ended"]),
      ("3,412.50 or 7. Or", ["3,412.50", "or", "7", "Or"]),
      ("end.Next", ["end", "Next"]),
      ("AT&T \"said\"", ["AT&T", "said"]),
      ("Dvořáčková—Ж 👍", ["Dvořáčková", "Ж"]),
    ] as [(String, [String])])
  func findsWords(text: String, expected: [String]) {
    let bytes = text.utf8.span
    var words: [String] = []
    var at = 0
    while let word = WordScanner.firstWord(in: bytes, at..<bytes.count) {
      words.append(bytes.extracting(word).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
      at = word.upperBound
    }
    #expect(words == expected)
  }
}

import Testing

@testable import CleanPlugin

@Suite struct TailPhrasesTests {
  static let lines: [(line: String, isAside: Bool)] = [
    ("courtesy of the harbour museum", true), ("(alle angaben ohne gewähr)", true), ("» zobacz wideo z meczu", false),
    ("- zobacz wideo z meczu", true), ("copyright 2026 harbour herald", true), ("©2026", true), ("share this", true),
    // A word that only begins like one of a phrase, and what an article says.
    ("copyrighted words", false), ("she saw the quay", false), ("the courtesy of strangers", false), ("", false),
    ("---", false),
  ]

  @Test(arguments: lines) func beginsLikeWhatStandsBesideAnArticle(line: String, isAside: Bool) {
    #expect(TailPhrases.isAside(Array(line.utf8)) == isAside)
  }

  @Test(arguments: [
    ("anzeige", true), ("- publicité -", true), ("広告", true), ("placeholder image-1", true),
    ("ich bin damit einverstanden, dass mir der exter", true), ("anzeige gegen den minister", false),
    ("ich bin damit einverstanden, sagte sie", false), ("reklamen", false), ("", false), ("***", false),
  ])
  func saysThatSomethingIsNotShown(line: String, isNotice: Bool) {
    #expect(TailPhrases.isNotice(Array(line.utf8)) == isNotice)
  }
}

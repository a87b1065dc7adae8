import DocumentModel
import JSON
import Pages
import StageTesting
import Testing

@testable import StoryDigest

@Suite struct DigestPagesTests {
  @Test func markdownIsAsRecorded() {
    expectGolden(DigestMarkdown(digest(sampleArticles), title: "Monday's stories").text, at: "Goldens/stories.md")
  }

  @Test func pageIsAsRecorded() {
    expectGolden(DigestPage(digest(sampleArticles)).content.markup, at: "Goldens/stories.html")
  }

  /// What articles say can neither load anything nor run.
  @Test func pageStandsAlone() {
    let page = DigestPage(digest(hostileArticles), title: "<script>").html.markup
    #expect(digest(hostileArticles).stories.count == 1)
    for sign in ["<script", "<img", "url(", "@import", "<link", "href=\"javascript:"] { #expect(!page.contains(sign)) }
  }

  @Test(arguments: [
    ("2026-05-03T18:05:00Z", "3 May 2026, 18:05"), ("2026-05-03T18:05", "3 May 2026, 18:05"),
    ("2026-05-03 18:05:30+02:00", "3 May 2026, 18:05"), ("2026-05-03", "3 May 2026"), ("2026-05-03T18", "3 May 2026"),
  ])
  func articlesAreToldWithTheirTime(published: String, words: String) {
    let document = article("a", "Harbour", published: published, "The harbour is open.")
    #expect(StorySource(document, title: "Harbour").timeInWords == words)
  }

  @Test func markdownShowsMarksAsTheyAre() {
    let text = DigestMarkdown(digest(hostileArticles)).text
    #expect(text.contains("\\<img src=x>"))
    #expect(text.contains("](<https://news.example/a%3Eb>)"))
    #expect(!text.contains(" <img"))
  }
}

/// Two articles of one story that would like to be markup.
private let hostileArticles: [Document] = [1, 2].map { number in
  var document = article(
    "<b>\(number)", "<img src=x> *bold* [link](javascript:x) & Harbour \(number)", keyphrases: ["harbour", "dredger"],
    places: ["Oslo"],
    "The dredger left the harbour of Oslo <script>alert(1)</script> for the \(number)th time, *they* say.")
  document.metadata["canonical"] = number == 1 ? "https://news.example/a>b" : "javascript:alert(1)"
  return document
}

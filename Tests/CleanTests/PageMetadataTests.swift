import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct PageMetadataTests {
  private static let words = "The harbour board met on Tuesday, and it voted for the new quay by nine votes to two."

  /// What is found in a page with `head` in its head, and `body` above its first paragraph.
  private func metadata(_ head: String, body: String = "") throws -> Metadata {
    let html = "<html><head>\(head)</head><body><article>\(body)<p>\(Self.words)</p></article></body></html>"
    return try run(CleanStage.self, on: page(html)).metadata
  }

  private func linked(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }

  @Test func linkedDataComesFirst() throws {
    let html = """
      <html><head><meta property="og:title" content="Graph"><script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Herald"},
       {"@type": ["NewsArticle"], "headline": "Linked &amp; Found", "author": [{"@type": "Person", "name": "Ida Holm"},
       {"name": "Per Lie"}], "datePublished": "2026-03-14T09:05:00Z", "publisher": {"name": "Herald"}}]}
      </script></head><body><p>\(Self.words)</p></body></html>
      """
    let document = try run(CleanStage.self, on: page(html))
    #expect(document.metadata.title == "Linked & Found")
    #expect(document.metadata.byline == "Ida Holm, Per Lie")
    #expect(document.metadata.published == "2026-03-14T09:05:00Z")
    #expect(document.extensions["metadata-origins"]?["title"]?.string == "json-ld")
  }

  @Test(arguments: [("<![CDATA[", "]]>"), ("<!--", "-->"), (" ", "\n")])
  func linkedDataMayBeWrapped(opener: String, closer: String) throws {
    let html = """
      <html><head><script type="application/ld+json">
      \(opener){"@type": "Article", "headline": "Wrapped", "author": {"name": "Ida Holm"}}\(closer)
      </script></head><body><p>\(Self.words)</p></body></html>
      """
    let document = try run(CleanStage.self, on: page(html))
    #expect(document.metadata.title == "Wrapped")
    #expect(document.metadata.byline == "Ida Holm")
  }

  @Test(arguments: ["dc.title", "dc:title", "DCTERM:title", "dcterms:title"])
  func dublinCoreIsKnownHoweverItIsWritten(name: String) throws {
    let html = "<html><head><meta name='\(name)' content='Old Harbour'></head><body><p>\(Self.words)</p></body></html>"
    #expect(try run(CleanStage.self, on: page(html)).metadata.title == "Old Harbour")
  }

  static let linkedTitles: [(json: String, title: String, expected: String)] = [
    // Encyclopedias describe in the headline, and news sites give their own name.
    (#""name": "New Zealand", "headline": "country in Oceania""#, "New Zealand - Encyclopedia", "New Zealand"),
    (#""name": "Herald.example", "headline": "New Quay Approved""#, "New Quay Approved - Herald", "New Quay Approved"),
    (#""name": "The Board Says Yes""#, "", "The Board Says Yes"),
    (#""name": "Either", "headline": "Or""#, "Another", "Or"),
  ]

  @Test(arguments: linkedTitles)
  func theNameThatIsLikeThePagesTitleIsTaken(json: String, title: String, expected: String) throws {
    let head = "<title>\(title)</title>" + linked(#"{"@type": "Article", \#(json)}"#)
    #expect(try metadata(head).title == expected)
  }

  @Test func theHeadingTellsTheHeadlineFromATitleForSearchEngines() throws {
    let head =
      "<title>Quay cost: what to know</title>"
      + linked(#"{"@type": "Article", "name": "Quay cost: what to know", "headline": "New Quay Approved"}"#)
    #expect(try metadata(head, body: "<h1>New Quay Approved</h1>").title == "New Quay Approved")
  }

  @Test func articlesOfListsAreOtherPages() throws {
    let list =
      #"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Old Quay", "author": "Eva Dahl"}]}"#
    let own = #"[{"@type": "http://schema.org/NewsArticle", "headline": "New Quay Approved", "author": "Ida Holm"}]"#
    for head in [linked(list) + linked(own), linked(own) + linked(list)] {
      let found = try metadata("<title>New Quay Approved</title>" + head)
      #expect(found.title == "New Quay Approved")
      #expect(found.byline == "Ida Holm")
    }
    #expect(try metadata("<title>New Quay</title>" + linked(list.replacing("Quay", with: "Lighthouse"))).byline == nil)
  }

  @Test func theArticleThatThePageIsCalledLikeComesBeforeItsNeighbours() throws {
    let graph = """
      {"@graph": [{"@type": "NewsArticle", "headline": "Lighthouse Sold", "author": {"name": "Eva Dahl"}},
       {"@type": "NewsArticle", "headline": "New Quay Approved", "author": {"name": "Ida Holm"}}]}
      """
    #expect(try metadata("<title>New Quay Approved | Herald</title>" + linked(graph)).byline == "Ida Holm")
  }

  static let heads: [(head: String, title: String?)] = [
    ("<meta property='og:title' content='Graph'><meta name='dc.title' content='Core'>", "Core"),
    ("<meta name='title' content='New Quay Approved'><title>Other</title>", "New Quay Approved"),
    ("<meta name='twitter:title' content='New Quay Approved'><title>Other</title>", "New Quay Approved"),
    // A site's name is no title where there is another.
    (
      "<meta property='og:site_name' content='Herald'><meta property='og:title' content='Herald'><title>New Quay | Herald</title>",
      "New Quay"
    ),
    ("<link rel='canonical' href='https://www.herald.example/quay'><title>New Quay - Herald</title>", "New Quay"),
    ("<meta property='og:site_name' content='Herald'><title>Herald</title>", "Herald"),
    (
      "<meta property='og:title' content='New Quay Approved by…'><title>New Quay Approved by the Board</title>",
      "New Quay Approved by the Board"
    ),
  ]

  @Test(arguments: heads) func titles(head: String, title: String?) throws {
    #expect(try metadata(head).title == title)
  }

  @Test func aHeadingIsTheTitleWhereAllElseIsTheSitesName() throws {
    let head = "<meta property='og:site_name' content='Herald'><title>Herald</title>"
    #expect(try metadata(head, body: "<h1>New Quay Approved</h1>").title == "New Quay Approved")
  }

  @Test func headlinesOfOtherArticlesAreNoTitle() throws {
    let body = "<aside><a itemprop='headline'>Lighthouse sold at last</a></aside>"
    #expect(try metadata("<title>New Quay Approved</title>", body: body).title == "New Quay Approved")
  }

  static let dates: [(head: String, body: String, published: String?)] = [
    ("<meta name='parsely-pub-date' content='2026-03-14T09:05:00Z'>", "", "2026-03-14T09:05:00Z"),
    ("<meta property='article:published_time' content='2026-03-14T09:05:00Z'>", "", "2026-03-14T09:05:00Z"),
    ("<meta name='citation_publication_date' content='2026/03/14'>", "", "2026-03-14"),
    ("", "<time datetime='2026-03-14'>Saturday</time>", "2026-03-14"),
    (
      "", "<time datetime='2026-03-15'></time><time itemprop='datePublished' datetime='2026-03-14'></time>",
      "2026-03-14"
    ),
    ("", "<time>Saturday</time>", nil),
  ]

  @Test(arguments: dates) func datesOfPublication(head: String, body: String, published: String?) throws {
    #expect(try metadata(head, body: body).published == published)
  }

  @Test func theLastChangeIsKeptApart() throws {
    let json = #"{"@type": "Article", "datePublished": "2026-03-14", "dateModified": "2026-03-15"}"#
    let found = try metadata(linked(json))
    #expect(found.published == "2026-03-14")
    #expect(found["updated"] == "2026-03-15")
  }
}

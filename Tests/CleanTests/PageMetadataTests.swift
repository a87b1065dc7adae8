import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct PageMetadataTests {
  private static let words = PageTests.first

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

  static let shownTitles: [(title: String, heading: String, expected: String)] = [
    (
      "New Quay Approved by the Board – Harbour Herald", "New Quay Approved by the Board",
      "New Quay Approved by the Board"
    ),
    ("Quay news: new quay approved | Coast", "New Quay Approved by the Board", "New Quay Approved by the Board"),
    ("Board says yes to quay | Coast", "New Quay Approved by the Board", "New Quay Approved by the Board"),
    // A site, a section, another article.
    ("New Quay Approved – The Harbour Herald", "The Harbour Herald", "New Quay Approved – The Harbour Herald"),
    ("New Quay Approved", "Lighthouse sold at last", "New Quay Approved"),
    ("New Quay Approved – Herald", "Harbour Herald Online", "New Quay Approved – Herald"),
    ("新码头获批_The Harbour Herald", "The Harbour Herald", "新码头获批_The Harbour Herald"),
    ("New Quay Approved – Herald", "Harbour", "New Quay Approved – Herald"),
  ]

  @Test(arguments: shownTitles)
  func theHeadingIsTheTitleWhereItSaysTheSame(title: String, heading: String, expected: String) throws {
    #expect(try metadata("<title>\(title)</title>", body: "<h1>\(heading)</h1>").title == expected)
  }

  static let impersonalAuthors: [(json: String, body: String, expected: String)] = [
    // A person beats the paper and its agencies, wherever the person is told.
    (#"{"@type": "NewsMediaOrganization", "name": "Coast News Agency"}"#, "<a rel=author>Ida Holm</a>", "Ida Holm"),
    (#"{"@type": "Person", "name": "The Herald"}"#, "<a rel=author>Ida Holm</a>", "Ida Holm"),
    (#""Herald""#, "<p class=byline>By Ida Holm</p>", "Ida Holm"),
    (#""Herald""#, "<p class=author>von <a>Ida Holm, HERALD</a></p>", "Ida Holm, HERALD"),
    (#""Herald""#, "<p class=author>松岡大地</p>", "松岡大地"), (#""Herald""#, "<p class=author>김 민지</p>", "김 민지"),
    (#""Herald""#, "<p class=author>See all of them</p>", "Herald"),
    // What is no name does not, and an agency beside a person stays.
    (#"{"@type": "Organization", "name": "Coast News Agency"}"#, "<a rel=author>cna/staff</a>", "Coast News Agency"),
    (#"{"@type": "Organization", "name": "Coast News Agency"}"#, "", "Coast News Agency"),
    (
      #"[{"@type": "Person", "name": "Per Lie"}, {"@type": "Organization", "name": "CNA"}]"#,
      "<a rel=author>Ida Holm</a>", "Per Lie, CNA"
    ),
  ]

  @Test(arguments: impersonalAuthors)
  func personsComeBeforeOrganizations(json: String, body: String, expected: String) throws {
    let article =
      #"{"@type": "NewsArticle", "headline": "New Quay", "publisher": {"name": "Herald"}, "author": \#(json)}"#
    #expect(try metadata(linked(article), body: body).byline == expected)
  }

  static let wholeNames: [(told: String, shown: String, expected: String)] = [
    ("Ida", "Ida Holm", "Ida Holm"), ("ida holm", "Ida Holm", "Ida Holm"), ("Ida", "Idar Holm", "Ida"),
    ("Ida", "Per Lie", "Ida"), ("Ida Holm", "Ida Holm Lie", "Ida Holm"),
  ]

  @Test(arguments: wholeNames) func aNameToldInPartIsReadInFull(told: String, shown: String, expected: String) throws {
    let article = #"{"@type": "Article", "headline": "New Quay", "author": {"name": "\#(told)"}}"#
    #expect(try metadata(linked(article), body: "<p class=author>\(shown)</p>").byline == expected)
  }

  /// Blogs are published by their authors, as plugins for search engines have it.
  @Test(arguments: [
    ##"{"@type": ["Person", "Organization"], "name": "Ida Holm"}"##, #"{"name": "Ida Holm"}"#, ##"{"@id": "#ida"}"##,
  ])
  func theAuthorIsNotTheSite(publisher: String) throws {
    let graph = ##"""
      [{"@type": "Article", "headline": "Tofu Bowl", "author": "Ida Holm", "publisher": \##(publisher)},
       {"@type": "Person", "@id": "#ida", "name": "Ida Holm"}]
      """##
    let found = try metadata(linked(graph) + "<meta property='og:site_name' content='Beach Kitchen'>")
    #expect(found["site"] == "Beach Kitchen")
    #expect(found.byline == "Ida Holm")
    #expect(try metadata(linked(graph))["site"] == "Ida Holm")
  }

  @Test func anAuthorWhoPublishesIsNoOrganization() throws {
    let article =
      #"{"@type": "Article", "headline": "Tofu", "author": "Ida", "publisher": {"@type": "Person", "name": "Ida"}}"#
    #expect(try metadata(linked(article), body: "<a class=author>Become An Author</a>").byline == "Ida")
  }

  static let recipe = #""name": "Tofu Bowl", "author": {"name": "Ida Holm"}, "description": "Quick and good.""#

  @Test(arguments: ["Recipe", "HowTo", "CreativeWork", "WebPage"])
  func whereNoArticleIsToldTheThingThatThePageIsCalledAfterTellsItsAuthor(type: String) throws {
    let thing =
      #"{"@type": "\#(type)", \#(Self.recipe), "publisher": {"name": "Foods Ltd"}, "datePublished": "2019-01-02"}"#
    let page = #"{"@type": "WebPage", "name": "Tofu Bowl - Beach Kitchen", "datePublished": "2026-03-14"}"#
    let head =
      "<title>Tofu Bowl | Beach Kitchen</title><meta property='og:title' content='The best tofu bowl recipe'>"
      + "<meta property='og:description' content='Graph'><meta property='og:site_name' content='Beach Kitchen'>"
    let body = "<h1>Tofu bowl</h1><a class='author' href='/autor/'>Become An Author</a>"
    let found = try metadata(head + linked("[\(page), \(thing)]"), body: body)
    #expect(found.byline == "Ida Holm")
    #expect(found["description"] == "Quick and good.")
    // A page may say more than its recipe, which may be older, and a company may publish it.
    #expect(found.title == "Tofu Bowl")
    #expect(try metadata(head + linked(thing)).title == "The best tofu bowl recipe")
    #expect(found.published == "2026-03-14")
    #expect(found["site"] == "Beach Kitchen")
    let article = #"{"@type": "Article", "headline": "Tofu", "author": "Per Lie"}"#
    #expect(try metadata(head + linked("[\(thing), \(article)]"), body: body).byline == "Per Lie")
  }

  @Test func recipesOfOtherPagesTellNothing() throws {
    let found = try metadata("<title>Our kitchen</title>" + linked(#"{"@type": "Recipe", \#(Self.recipe)}"#))
    #expect(found.byline == nil)
    #expect(found.title == "Our kitchen")
  }

  @Test func aRecipeComesBeforeItsPage() throws {
    let page = #"{"@type": "WebPage", "name": "Tofu Bowl", "author": [{"name": "Per Lie"}, {"name": "Eva Dahl"}]}"#
    let graph = #"[\#(page), {"@type": "Recipe", \#(Self.recipe)}]"#
    #expect(try metadata("<title>Tofu Bowl</title>" + linked(graph)).byline == "Ida Holm")
  }

  @Test func authorsTooManyToBeABylineGiveWayToTheNext() throws {
    let names = (1...50).map { #""Ida Maria Charlotte Louise Holm-Lindgren the \#($0)th""# }.joined(separator: ",")
    let article = #"{"@type": "Article", "headline": "New Quay", "author": [\#(names)]}"#
    #expect(
      try metadata(linked(article) + "<meta name=author content='Ida Holm and others'>").byline == "Ida Holm and others"
    )
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

  static let linkedAuthors: [(json: String, byline: String?)] = [
    (#""author": "Ida Holm""#, "Ida Holm"), (#""author": "By Ida Holm""#, "Ida Holm"),
    (#""author": {"@type": "Person", "name": "Ida Holm"}"#, "Ida Holm"),
    (#""author": ["Ida Holm", {"name": "Per Lie"}]"#, "Ida Holm, Per Lie"),
    (#""author": {"name": ["Ida Holm", "Per Lie", "Ida Holm"]}"#, "Ida Holm, Per Lie"),
    (#""author": [{"name": "Ida Holm, Per Lie"}, {"name": "Per Lie"}]"#, "Ida Holm, Per Lie"),
    (#""author": {"givenName": "Ida", "familyName": "Holm"}"#, "Ida Holm"),
    (#""author": "https://social.example/ida.holm""#, nil), (#""author": {"name": "www.herald.example"}"#, nil),
    (#""author": {"name": "admin"}, "creator": "Ida Holm""#, "Ida Holm"), (#""author": {"name": "undefined"}"#, nil),
    (#""author": "Ida Holm @idaholm""#, "Ida Holm"), (#""author": "Ida Holm @ The Quay""#, "Ida Holm"),
    (#""author": "Ida Holm - https://herald.example""#, "Ida Holm"),
    (#""author": "Ida Holm, Eva Dahl and Per Lie""#, "Ida Holm, Eva Dahl, Per Lie"),
    (#""author": "Ida Holm und Per Lie""#, "Ida Holm, Per Lie"), (#""author": "Holm and Lie""#, "Holm and Lie"),
    (#""author": "Ida Holm, Per Lie and the board""#, "Ida Holm, Per Lie and the board"),
    (#""author": "Von Quay-Expertin Ida Holm""#, "Quay-Expertin Ida Holm"), (#""author": "Von Holm""#, "Von Holm"),
    (#""author": "Ursula von der Leyen""#, "Ursula von der Leyen"), (#""author": "Baked by Ida""#, "Baked by Ida"),
    (#""author": []"#, nil), (#""author": {"name": ""}"#, nil), (#""author": 7"#, nil),
    (#""author": {"@type": "Organization", "name": "Herald"}, "creator": ["Ida Holm"]"#, "Ida Holm"),
    (#""author": {"@type": "Organization", "name": "Herald"}, "creator": "herald-cms""#, "Herald"),
    (#""author": {"@type": "Person", "name": "Per Lie"}, "creator": "Ida Holm""#, "Per Lie"),
    // The person may stand elsewhere in the graph.
    (##""author": {"@id": "#ida"}"##, "Ida Holm"), (##""author": [{"@id": "#ida"}, {"@id": "#no"}]"##, "Ida Holm"),
  ]

  @Test(arguments: linkedAuthors) func authorsOfLinkedData(json: String, byline: String?) throws {
    let graph =
      ##"{"@graph": [{"@type": "Person", "@id": "#ida", "name": "Ida Holm"}, {"@type": "Article", \##(json)}]}"##
    #expect(try metadata(linked(graph)).byline == byline)
  }

  /// As the commonest of the plugins for search engines writes it.
  @Test func graphsOfBlogsAreRead() throws {
    let graph = """
      {"@context": "https://schema.org", "@graph": [
       {"@type": "Article", "@id": "https://herald.example/quay/#article", "isPartOf": {"@id": "https://herald.example/quay/"},
        "author": {"name": "", "@id": "https://herald.example/#/schema/person/1"}, "headline": "New Quay &#8211; Approved",
        "datePublished": "2026-03-14T09:05:00+00:00", "publisher": {"@id": "https://herald.example/#organization"}},
       {"@type": "WebPage", "@id": "https://herald.example/quay/", "name": "New Quay - Herald"},
       {"@type": "Organization", "@id": "https://herald.example/#organization", "name": "Herald"}]}
      """
    let found = try metadata(
      linked(graph) + "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ida Holm'>")
    #expect(found.title == "New Quay – Approved")
    #expect(found.byline == "Ida Holm")
    #expect(found["site"] == "Herald")
    #expect(found.published == "2026-03-14T09:05:00+00:00")
  }

  static let metaAuthors: [(head: String, byline: String?)] = [
    ("<meta name='author' content='By Ida Holm'>", "Ida Holm"),
    ("<meta name='author' content='Story by Ida Holm'>", "Ida Holm"),
    ("<meta name='author' content='Byline: Ida Holm'>", "Ida Holm"),
    ("<meta name='author' content='Ida Holm'><meta name='author' content='Per Lie'>", "Ida Holm, Per Lie"),
    ("<meta name='DC.Creator' content='Holm, Ida'><meta name='DC.Creator' content='Lie, Per'>", "Holm, Ida; Lie, Per"),
    ("<meta name='author' content='Per'><meta name='dc.creator' content='Ida Holm'>", "Ida Holm"),
    ("<meta name='dc:creator' content='Per'><meta property='dc:creator' content='Ida Holm'>", "Ida Holm"),
    ("<meta property='article:author' content='https://social.example/ida'>", nil),
    (
      "<meta property='article:author' content='social.example/ida'><meta name='byl' content='By Ida Holm'>", "Ida Holm"
    ),
    ("<meta property='article:author' content='Ida Holm'>", "Ida Holm"),
    ("<meta name='parsely-author' content='Ida Holm'>", "Ida Holm"),
    ("<meta name='sailthru.author' content='Ida Holm'>", "Ida Holm"),
    (
      "<meta name='citation_author' content='Ida Holm'><meta name='citation_author' content='Per Lie'>",
      "Ida Holm, Per Lie"
    ),
    ("<meta name='author' content='ida@herald.example'>", nil), ("<meta name='author' content='@ida'>", nil),
    ("<meta name='author' content='admin'><meta name='parsely-author' content='Ida Holm'>", "Ida Holm"),
    ("<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='4 minutes'>", nil),
    ("<meta name='author' content='Di Chen'>", "Di Chen"),
  ]

  @Test(arguments: metaAuthors) func authorsOfMetaElements(head: String, byline: String?) throws {
    #expect(try metadata(head).byline == byline)
  }

  static let shownAuthors: [(body: String, byline: String?)] = [
    ("<a rel='author'>Ida Holm</a>", "Ida Holm"), ("<a rel='nofollow author'>Ida Holm</a>", "Ida Holm"),
    ("By <a rel='author'>Ida Holm</a> and <a rel='author'>Per Lie</a>", "Ida Holm, Per Lie"),
    ("<ul><li><a rel='author'>Ida Holm</a></li><li><a rel='author'>Per Lie</a></li></ul>", "Ida Holm, Per Lie"),
    ("<a rel='author'>Ida Holm</a><a rel='author'>Ida Holm</a>", "Ida Holm"),
    ("<a rel='author'>Ida Holm</a> in reply to <a rel='author'>Per Lie</a>", "Ida Holm"),
    ("<p class='byline'>By Ida Holm</p>", "Ida Holm"), ("<p class='c-byline'>Von Ida Holm</p>", "Ida Holm"),
    ("<p class='byline'>Por Ida Holm</p>", "Ida Holm"), ("<p class='byline'>Par Ida Holm</p>", "Ida Holm"),
    ("<p class='byline'>Ida Holm —</p>", "Ida Holm"), ("<p class='author'>*** Notes ***</p>", nil),
    ("<p class='byline'>Written by Ida Holm<br>Edited by Per Lie</p>", "Written by Ida Holm Edited by Per Lie"),
    ("<p class='byline'>By Ida Holm and Per Lie</p>", "Ida Holm and Per Lie"),
    ("<div class='author-bio'>About the author</div><p class='byline'>Ida Holm</p>", "Ida Holm"),
    ("<div class='author-note'>A note from Ida</div>", nil), ("<div class='author' hidden>Ida Holm</div>", nil),
    (
      "<span class='byline'>by <span class='author vcard'><a class='url fn n' href='/ida'>Ida Holm</a></span></span>",
      "Ida Holm"
    ),
    // Microdata names the person inside the author's element.
    ("<p itemprop='author creator'>By <a><span itemprop='name'>Ida Holm</span></a> Chief of the desk</p>", "Ida Holm"),
    (
      "<p itemprop='author'><b itemprop='name'>Ida Holm</b> and <b itemprop='name'>Per Lie</b></p>", "Ida Holm, Per Lie"
    ),
    ("<div itemprop='author'><meta itemprop='name' content='Ida Holm'></div>", "Ida Holm"),
    ("<meta itemprop='author' content='Ida Holm'>", "Ida Holm"),
    // Below the title a word in a class name or a link to an author's page is enough for what looks like a name.
    ("<h1>New Quay</h1><div class='postauthor'>Ida Holm</div>", "Ida Holm"),
    ("<h1>New Quay</h1><div class='postauthor'>All our stories on the quay</div>", nil),
    ("<div class='postauthor'>Ida Holm</div><h1>New Quay</h1>", nil),
    ("<h1>New Quay</h1><p>By <a class='x1' href='/by/ida-holm'>Ida Holm</a></p>", "Ida Holm"),
    ("<h1>New Quay</h1><a href='/author/ida'>All posts</a>", nil),
    ("<h1>New Quay</h1><a href='https://herald.example/by/ida'>Ida Holm</a>", "Ida Holm"),
    ("<h1>New Quay</h1><a href='/en/by/ida'>Ida Holm</a>", "Ida Holm"),
    ("<h1>New Quay</h1><a href='https://commons.example/licenses/by/4.0/'>CC BY</a>", nil),
    // What someone did, and when, may stand before the name.
    ("<p class='author'>Eingestellt von der Ida</p>", "der Ida"), ("<p class='author'>Gemaakt door Ida</p>", "Ida"),
    ("<p class='author'>Eingestellt von Unknown</p>", nil), ("<p class='author'>Artikel von: ida</p>", "ida"),
    ("<p class='author'>Recipe by: Ida Holm from the harbour</p>", "Ida Holm from the harbour"),
    ("<p class='author'>Rezept von Ida vom 14.03.2026</p>", "Ida"), ("<p class='author'>Submitted by</p>", nil),
    ("<p class='author'>Posted on 14 March 2026 by Ida</p>", "Ida"), ("<p class='author'>Posted</p>", nil),
    ("<p class='author'>Published 14 March 2026</p>", nil), ("<p class='author'>HH Updated</p>", "HH"),
    ("<h1>New Quay</h1><p>Submitted by Ida Holm</p>", "Ida Holm"),
    ("<h1>New Quay</h1><p>Recipe inspired by Ida Holm</p>", nil),
    // A name may stand in pieces, and labels beside it.
    ("<p class='author'><a><i>Ida H.</i><i>Lie</i></a></p>", "Ida H. Lie"),
    ("<p class='authors'><a>Ida Holm &amp;</a>, <a>Per Lie</a></p>", "Ida Holm, Per Lie"),
    ("<p class='author'>By <a>Ida Holm</a>, <a>E-mail Ida</a></p>", "Ida Holm"),
    // What stands beside a name is none of it: days, roles, handles, what can be clicked.
    ("<p class='byline'>Ida Holm March 14, 2026 9:05 am</p>", "Ida Holm"),
    (
      "<p class='byline'><span>By</span><a>Ida Holm</a><span>Staff Writer</span><time>14.03.2026</time></p>", "Ida Holm"
    ),
    ("<p class='byline'><a>Ida Holm</a><a>@idaholm</a> Mar 14, 2026, 9:05am EST</p>", "Ida Holm"),
    (
      "<p class='byline'>By <a>Ida Holm</a>,&nbsp;<a>Per Lie</a> and <a>Eva Dahl</a><i>3 min read</i></p>",
      "Ida Holm, Per Lie, Eva Dahl"
    ),
    ("<p class='byline'><a>Ida Holm</a> <a>Per Lie</a></p>", "Ida Holm, Per Lie"),
    ("<p class='byline'>By Ida Holm (@ida) and Per Lie (@per)</p>", "Ida Holm, Per Lie"),
    ("<p class='byline'>Ida Holm @ida and Per Lie</p>", "Ida Holm, Per Lie"),
    ("<p class='byline'>Ida Holm, ida@herald.example, and Per Lie, per@herald.example</p>", "Ida Holm, Per Lie"),
    ("<p class='byline'>Ida Holm @ida, Staff Writer</p>", "Ida Holm"),
    ("<p class='byline'>Email Ida Holm</p>", "Ida Holm"), ("<p class='author'>Email this article</p>", nil),
    ("<p class='byline'>Updated by Ida Holm</p>", "Ida Holm"), ("<p class='author'>Publiziert am</p>", nil),
    ("<p class='byline'>Ida Holm View author archive</p>", "Ida Holm"),
    ("<p class='author'>谢若含2026-03-14 09:05</p>", "谢若含"),
    // Numerals of Chinese are letters of names.
    ("<p class='author'>高橋健一</p>", "高橋健一"), ("<p class='author'>三浦太郎</p>", "三浦太郎"),
    ("<p class='author'>三浦 太郎</p>", "三浦 太郎"), ("<p class='author'>记者：张三 2026年3月14日</p>", "张三"),
    ("<p itemprop='author'>本田百合子</p>", "本田百合子"), ("<p class='author'>万里紅　2026-03-14</p>", "万里紅"),
    ("<p class='author'><b>この記事を書いた人</b><b>三浦太郎</b><b>東京社会部</b></p>", "三浦太郎"),
    ("<p class='byline'>Jan Le May | March 14, 2026</p>", "Jan Le May"),
    ("<p class='byline'>By Perry Link</p>", "Perry Link"),
    ("<p class='byline'>Mei Ling Sun Saturday 14 March</p>", "Mei Ling Sun"),
    ("<p class='byline'>March 14, 2026 9:05am</p>", nil), ("<p class='byline'>By</p>", nil),
    ("<a rel='author'>See full bio</a>", nil), ("<a rel='author'>Read More</a>", nil),
    ("<p class='author'>Author links open overlay panel</p>", nil), ("<p class='authors'>Authors</p>", nil),
    ("<p class='author'>Produced by</p>", nil), ("<p class='author'>Our writers:</p>", nil),
    // Below the title a line that says so is enough.
    ("<h1>New Quay</h1><p>Von <b>Ida Holm</b>, Vellmar</p>", "Ida Holm"),
    ("<h1>New Quay</h1><address><span>Ida Holm</span></address>", "Ida Holm"),
    ("<h1>New Quay</h1><p>By Candlelight</p>", nil), ("<p>By Ida Holm</p><h1>New Quay</h1>", nil),
    // Who comments is no author.
    ("<div class='comment'><span class='comment-author'>Eva Dahl</span></div>", nil),
    ("<section id='comments'><a rel='author'>Eva Dahl</a></section>", nil),
    // What stands far below the title is of other articles.
    (
      "<h1>New Quay</h1><p class='byline'>Ida Holm</p>\(String(repeating: "<p>A word.</p>", count: 200))<a rel='author'>Eva Dahl</a>",
      "Ida Holm"
    ),
  ]

  @Test(arguments: shownAuthors) func authorsOfThePageItself(body: String, byline: String?) throws {
    #expect(try metadata("", body: body).byline == byline)
  }

  static let heads: [(head: String, title: String?)] = [
    ("<meta property='og:title' content='Graph'><meta name='dc.title' content='Core'>", "Core"),
    ("<meta name='og:title' content='Name'><meta property='og:title' content='Property'>", "Property"),
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

  @Test func aDrawingsTitleIsNone() throws {
    let body = "<svg><title>Share</title></svg><h1>New Quay Approved</h1>"
    #expect(try metadata("", body: body).title == "New Quay Approved")
  }

  @Test func hiddenWordsAreNoPartOfTheTitle() throws {
    let body = "<h1>New Quay<span style='display:\n none'> secret</span> Approved</h1>"
    #expect(try metadata("", body: body).title == "New Quay Approved")
  }

  @Test(arguments: ["canonical", "Canonical", "shortlink canonical"])
  func theCanonicalAddressKeepsItsParameters(rel: String) throws {
    let head = "<link rel='\(rel)' href='https://herald.example/quay?id=7&amp;region=eu&section=news'>"
    #expect(try metadata(head)["canonical"] == "https://herald.example/quay?id=7&region=eu&section=news")
  }

  @Test func anAddressThatIsWholeIsTheCanonicalOne() throws {
    let relative = "<link rel='canonical' href='/quay'>"
    let head = relative + "<meta property='og:url' content='https://herald.example/quay'>"
    #expect(try metadata(head)["canonical"] == "https://herald.example/quay")
    #expect(try metadata(relative)["canonical"] == "/quay")
    #expect(
      try metadata(relative + "<base href='https://herald.example/a/'>")["canonical"] == "https://herald.example/quay")
  }

  @Test func headlinesOfOtherArticlesAreNoTitle() throws {
    let body = "<aside><a itemprop='headline'>Lighthouse sold at last</a></aside>"
    #expect(try metadata("<title>New Quay Approved</title>", body: body).title == "New Quay Approved")
  }

  static let toldDescriptions: [(head: String, description: String)] = [
    ("<meta name='description' content='Plain'><meta property='og:description' content='Graph'>", "Graph"),
    ("<meta property='og:description' content='Graph'><meta name='dc.description' content='Core'>", "Core"),
    (
      linked(#"{"@type": "Article", "description": "<p>Linked</p>"}"#) + "<meta name='description' content='Plain'>",
      "Plain"
    ),
    ("<meta name='twitter:description' content='Card'>", "Card"), ("", words),
    // What stands below a picture is said of the picture.
    (
      linked(#"{"@type": "Article", "description": "A crane on the quay."}"#)
        + "<meta property='og:description' content='Graph'>", "Graph"
    ),
    (linked(#"{"@type": "Article", "description": "A crane on the quay."}"#), "A crane on the quay."),
  ]

  @Test(arguments: toldDescriptions) func descriptions(head: String, description: String) throws {
    let picture = "<figure><img src='crane.jpg'><figcaption>A crane on the quay. Photo: Per Lie</figcaption></figure>"
    #expect(try metadata(head, body: picture)["description"] == description)
  }

  static let sites: [(publisher: String, graph: String?, site: String?)] = [
    ("Harbour Herald", "Herald", "Harbour Herald"), ("Quay Media AG", "Herald", "Herald"),
    ("Herald Verlag GmbH & Co. KG", "herald.example", "herald.example"), ("Quay Media AG", nil, "Quay Media AG"),
    ("https://www.herald.example", "Herald", "Herald"), ("Blogger", nil, nil),
  ]

  @Test(arguments: sites) func theSiteIsNotTheCompany(publisher: String, graph: String?, site: String?) throws {
    let json = #"{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "\#(publisher)"}}"#
    let tag = graph.map { "<meta property='og:site_name' content='\($0)'>" } ?? ""
    #expect(try metadata(linked(json) + tag)["site"] == site)
  }

  @Test func aListDescribesItselfByItsFirstItem() throws {
    let html = "<html><body><ol><li><p>\(Self.words)</p></li><li><p>It was late.</p></li></ol></body></html>"
    #expect(try run(CleanStage.self, on: page(html)).metadata["description"] == Self.words)
  }
}

import DocumentModel
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct PageDateTests {
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
    // What people read of it, beside the title.
    ("", "<h1>New Quay</h1><time>14 March 2026, 9:05</time>", "2026-03-14T09:05"),
    ("", "<h1>New Quay</h1><p class='byline'>Ida Holm | Sat 14 Mar 2026 09.05 GMT</p>", "2026-03-14T09:05Z"),
    ("", "<p class='date'>14.03.2026</p><h1>New Quay</h1>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p><span>Lesedauer 3 Minuten</span><span>14. März 2026</span></p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p class='date'>14 de marzo de 2026</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p class='date'>le 1er août 2026 à 9h</p>", "2026-08-01"),
    ("", "<h1>New Quay</h1><p class='date'>2026年3月14日 9時05分</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p class='date'>Updated March 15, 2026. First published March 14, 2026</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p class='date'>Mis à jour le 15 mars 2026 — Publié le 14 mars 2026</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p class='date'>Aktualisiert am 15.03.2026</p>", nil),
    ("", "<h1>New Quay</h1><p class='date'>Saturday, 14 March</p>", nil),
    ("", "<h1>New Quay</h1><p>\(sentence) On 14 March 2026 the board met. \(sentence)</p>", nil),
    ("", "<h1>New Quay</h1><div class='comment'><p class='date'>14 March 2026</p></div>", nil),
    ("", "<h1>New Quay</h1><footer>14 March 2026</footer>", nil),
    // Beside the article others are told, unless the page tells its own day nowhere else.
    (
      "", "<p>14 March 2026</p><h1>New Quay</h1><aside><time datetime='2026-03-15'>Lighthouse sold</time></aside>",
      "2026-03-14"
    ),
    ("", "<h1>New Quay</h1><aside><p class='date'>14 March 2026</p></aside>", "2026-03-14"),
    (
      "", "<h1>Herald</h1><p class='date'>15 March 2026</p><h1>New Quay Approved</h1><p class='date'>14 March 2026</p>",
      "2026-03-15"
    ),
    (
      "<title>New Quay Approved</title>",
      "<h1>Herald</h1><p class='date'>15 March 2026</p><h1>New Quay Approved</h1><p class='date'>14 March 2026</p>",
      "2026-03-14"
    ),
    (
      "<title>New Quay Approved</title>",
      "<h1><img alt='Herald'></h1><p class='date'>15 March 2026</p><h1>New Quay Approved</h1><p class='date'>14 March 2026</p>",
      "2026-03-14"
    ),
    // A smaller heading is the title where the first is the site's name.
    (
      "<title>New Quay Approved: Herald</title>",
      "<h1>Herald</h1><p class='date'>15 March 2026</p><h2>New Quay Approved</h2><p class='date'>14 March 2026</p>",
      "2026-03-14"
    ),
    // The first `time` of a page may be of its header.
    (
      "<title>New Quay Approved</title>",
      "<div><time datetime='2026-03-15'>Today</time></div><h1>New Quay Approved</h1><time datetime='2026-03-14'>Saturday</time>",
      "2026-03-14"
    ),
    ("", "<h1>New Quay</h1><p>Updated <time datetime='2026-03-15'>Sunday</time></p>", nil),
    ("", "<h1>New Quay</h1><p>Ida Holm, Harbour Herald on 14 March 2026 in <a>Harbours</a></p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p>Pressemitteilung vom 14.03.2026</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p>jeudi 14 mars 2026, par Ida Holm</p>", "2026-03-14"),
    ("", "<h1>새 부두</h1><p>기사입력 2026-03-14 03:00 기사수정 2026-03-15 03:00</p>", "2026-03-14T03:00"),
    ("", "<h1>New Quay</h1><p class='date'>28.02.26</p>", "2026-02-28"),
    ("", "<h1>New Quay</h1><p>28/2/2026 | 09:05 GMT+7</p>", "2026-02-28T09:05+07:00"),
    ("", "<h1>New Quay</h1><p>segunda-feira, 9 de março de 2026</p>", "2026-03-09"),
    ("", "<time>soon</time><p>\(sentence)</p><time datetime='2026-03-14'></time>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p>2/28/98, 9:05 p.m.</p>", "1998-02-28T21:05"),
    ("", "<h1>New Quay</h1><p>Version 10.12.14.1 is out</p>", nil),
    // What happened on a day is not published on it.
    ("", "<h1>New Quay</h1><p>The act was signed into law on 14 March 2026.</p>", nil),
    ("", "<h1>New Quay</h1><p>Open from 7 April 2026 to 14 April 2026</p>", nil),
    ("", "<h1>New Quay</h1><p>7 April 2026 – 14 April 2026</p>", nil),
    ("", "<h1>Ida Holm</h1><p>Born: 12 February 1909</p>", nil),
    ("<meta name='publish_date' content='soon'><meta name='pdate' content='20260314'>", "", "2026-03-14"),
    ("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>", "", nil),
    ("", "<span property='schema:dateCreated' content='2026-03-14T09:05:00Z'></span>", "2026-03-14T09:05:00Z"),
    ("", "<span itemprop='datePublished dateModified' content='2026-03-14'>Saturday</span>", "2026-03-14"),
    ("", "<span itemprop='datePublished'>Saturday, March 14, 2026</span>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p>Yayınlanma: 14 Mart 2026, Güncelleme: 15 Mart 2026</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p>Publikováno 14. března 2026</p>", "2026-03-14"),
    ("", "<h1>New Quay</h1><p>Julkaistu 14.3.2026, päivitetty 15.3.2026</p>", "2026-03-14"),
    ("<link rel='canonical' href='https://herald.example/2026/03/14/quay'>", "", "2026-03-14"),
    ("<link rel='canonical' href='https://herald.example/2026/13/14/quay'>", "", nil),
    ("<link rel='canonical' href='https://herald.example/2026/02/31/quay'>", "", nil),
  ]

  private static let sentence = "Nobody had thought that it would come to a vote so soon after the storm."

  @Test(arguments: dates) func datesOfPublication(head: String, body: String, published: String?) throws {
    #expect(try metadata(head, body: body).published == published)
  }

  static let orders: [(language: String?, host: String, published: String?)] = [
    ("en-US", "herald.example", "2026-05-06"), ("en-GB", "herald.example", "2026-06-05"),
    ("de", "herald.example", "2026-06-05"), ("es-US", "herald.example", "2026-05-06"),
    ("en", "www.herald.co.uk", "2026-06-05"), ("en", "harbour.gov", "2026-05-06"), ("en", "herald.example", nil),
    ("ja", "herald.example", nil), (nil, "herald.example", nil),
  ]

  /// Languages and countries differ in which figure is the day, and where neither tells nothing is guessed.
  @Test(arguments: orders) func figuresAreReadAsThePagesLanguageHasThem(
    language: String?, host: String, published: String?
  ) throws {
    let head = "<link rel='canonical' href='https://\(host)/quay'><meta name='publish_date' content='05/06/2026'>"
    #expect(try metadata(head, language: language).published == published)
  }

  @Test func aPageOrARecipeHasTheDatesThatNoArticleTells() throws {
    let page = #"{"@type": "WebPage", "datePublished": "2026-03-14", "dateModified": "2026-03-15"}"#
    #expect(try metadata(linked(page))["updated"] == "2026-03-15")
    #expect(try metadata(linked(#"[{"@type": "Recipe", "datePublished": "2026-03-14"}]"#)).published == "2026-03-14")
    let article = #"{"@type": "NewsArticle", "datePublished": "2026-03-13"}"#
    #expect(try metadata(linked("[\(page), \(article)]")).published == "2026-03-13")
    let listed = #"{"@type": "ItemList", "itemListElement": [{"@type": "Recipe", "datePublished": "2026-03-14"}]}"#
    #expect(try metadata(linked(listed)).published == nil)
  }

  @Test func oneElementMayTellBothDays() throws {
    let found = try metadata("", body: "<time itemprop='datePublished dateModified' datetime='2026-03-14'></time>")
    #expect(found.published == "2026-03-14")
    #expect(found["updated"] == "2026-03-14")
  }

  @Test func figuresAreReadInTheLanguageThatTheMetadataHave() throws {
    let json = #"{"@type": "Article", "inLanguage": "de", "datePublished": "05/06/2026"}"#
    #expect(try metadata(linked(json)).published == "2026-06-05")
  }

  @Test func theLastChangeIsKeptApart() throws {
    let json = #"{"@type": "Article", "datePublished": "2026-03-14", "dateModified": "2026-03-15"}"#
    let found = try metadata(linked(json))
    #expect(found.published == "2026-03-14")
    #expect(found["updated"] == "2026-03-15")
  }

  @Test(arguments: [
    "<p class='date'>Updated March 15, 2026</p>", "<p>Aktualisiert: 15.03.2026</p>",
    "<p>Updated <time datetime='2026-03-15'>Sunday</time></p>", "<p>Son Güncelleme: 15 Mart 2026</p>",
    "<p>Güncellenme Tarihi: 15.03.2026</p>", "<p>Päivitetty 15.3.2026</p>",
    "<p>Aktualizováno dne 15. března 2026</p>", "<p>Оновлено: 15 березня 2026</p>",
    "<p>Actualizat la 15 martie 2026</p>",
    "<p>Diperbarui 15 Maret 2026</p>", "<p>更新时间：2026-03-15</p>", "<p>آخر تحديث: 15/03/2026</p>",
  ])
  func theLastChangeIsReadWhereNoDayOfPublicationIsTold(line: String) throws {
    let found = try metadata("", body: "<h1>New Quay</h1>\(line)")
    #expect(found.published == nil)
    #expect(found["updated"] == "2026-03-15")
  }
}

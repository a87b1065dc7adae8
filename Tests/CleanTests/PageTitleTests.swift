import Testing

@testable import CleanPlugin

@Suite struct PageTitleTests {
  private static let herald = PageTitle(sites: ["Harbour Herald"])

  static let titles: [(title: String, page: PageTitle, expected: String)] = [
    ("New Quay Approved | Harbour Herald", herald, "New Quay Approved"),
    ("New Quay Approved | The Harbour Herald", herald, "New Quay Approved"),
    ("New Quay Approved by the Board - Harbour Herald Online", herald, "New Quay Approved by the Board"),
    ("Harbour Herald - New Quay Approved", herald, "New Quay Approved"),
    ("Harbour Herald » New Quay Approved", herald, "New Quay Approved"),
    ("New Quay Approved :: Harbour Herald", herald, "New Quay Approved"),
    ("New Quay Approved|Harbour Herald", herald, "New Quay Approved"),
    // What the site is made with may stand behind its name.
    (
      "Mooring - Harbour Herald - Quay Publish", PageTitle(sites: ["Harbour Herald"], headings: ["Mooring"]), "Mooring"
    ), ("News - Harbour Herald - New Quay", herald, "News - Harbour Herald - New Quay"),
    ("新码头获批_港口新闻", PageTitle(sites: ["港口新闻"]), "新码头获批"),
    ("Quay - a word - and its past", herald, "Quay - a word - and its past"),
    ("Review - Apple Watch Ultra", PageTitle(sites: ["Apple"]), "Review - Apple Watch Ultra"),
    ("Well-known quays", PageTitle(sites: ["Known Quays"]), "Well-known quays"),
    // The address tells the name too.
    ("New Quay - Harbour Herald", PageTitle(host: "www.harbourherald.example"), "New Quay"),
    ("New Quay - harbourherald.example", PageTitle(host: "www.harbourherald.example"), "New Quay"),
    ("New Quay - Old Quay", PageTitle(host: "www.harbourherald.example"), "New Quay - Old Quay"),
    // A heading has the title alone, unless it is the site's name.
    ("New Quay Approved - News - The Herald", PageTitle(headings: ["New Quay Approved"]), "New Quay Approved"),
    ("New Quay Approved - The Herald", PageTitle(headings: ["A Logo Here", "New Quay Approved"]), "New Quay Approved"),
    ("新码头获批-港口新闻", PageTitle(sites: ["港口新闻"]), "新码头获批"),
    ("新しい岸壁が承認された：港新聞デジタル", PageTitle(headings: ["新しい岸壁が承認された"]), "新しい岸壁が承認された"),
    ("新しい岸壁が承認された ｜ 港新聞", PageTitle(headings: ["新しい岸壁が承認された"]), "新しい岸壁が承認された"),
    ("New Quay Approved : Ports : HHR", PageTitle(headings: ["New Quay Approved"]), "New Quay Approved"),
    ("New Quay - Harbour Herald", PageTitle(headings: ["Harbour Herald"]), "New Quay - Harbour Herald"),
    ("Harbour Herald - New Quay", PageTitle(sites: ["Harbour Herald"], headings: ["Harbour Herald"]), "New Quay"),
    ("Obituary: Ida Holm-Lie", PageTitle(headings: ["Ida Holm-Lie"]), "Obituary: Ida Holm-Lie"),
    // Without a name to go by.
    ("New Quay Approved by the Board | Herald", PageTitle(), "New Quay Approved by the Board"),
    ("New Quay | Herald", PageTitle(), "New Quay | Herald"),
    ("", herald, ""), (" | ", herald, " | "), ("Harbour Herald", herald, "Harbour Herald"),
  ]

  @Test(arguments: titles) func titlesLoseTheNameOfTheSite(title: String, page: PageTitle, expected: String) {
    #expect(page.text(of: title) == expected)
  }

  @Test(arguments: [
    ("New Quay Appro…", "New Quay Approved", true), ("New Quay Appro ...", "New Quay Approved", true),
    ("New Quay Approved", "New Quay Approved by All", false), ("New…", "New Quay", false),
    ("New Quay Appro…", "Old Quay Approved", false),
  ])
  func shortenedTitlesAreKnown(title: String, whole: String, isShortened: Bool) {
    #expect(PageTitle.isShortened(title, from: whole) == isShortened)
  }
}

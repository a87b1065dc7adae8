import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

/// The place, day and agency before the first sentence of a page or of Markdown.
@Suite struct MarkupDatelineTests {
  private static let sentence = "The harbour board met on Tuesday, and it voted for the new quay by nine votes to two."
  private static let next = "Nobody had thought that it would come to a vote so soon after the storm."

  private static func article(_ first: String, head: String = "") -> String {
    "<html><head><title>New Quay</title>\(head)</head><body><article><h1>New Quay</h1>\(first)<p>\(next)</p></article></body></html>"
  }

  static let datelines: [(first: String, place: String?, agency: String?, day: String?)] = [
    ("<p>OSLO, March 14 (AP) — \(sentence)</p>", "OSLO", "AP", "--03-14"),
    ("<p><b>SAN FRANCISCO</b>&mdash;\(sentence)</p>", "SAN FRANCISCO", nil, nil),
    ("<p><span>Tripoli, Libya</span> (CNN) -- \(sentence)</p>", "Tripoli, Libya", "CNN", nil),
    ("<p>(Reuters) - \(sentence)</p>", nil, "Reuters", nil),
    ("<p>Paris, 5 avr. (Reuters) - \(sentence)</p>", "Paris", "Reuters", "--04-05"),
    ("<p>Madrid, 5 abr (EFE).- \(sentence)</p>", "Madrid", "EFE", "--04-05"),
    ("<p>【ソウル＝三浦太郎】\(sentence)</p>", "ソウル", nil, nil), ("<p>（ワシントン＝共同）\(sentence)</p>", "ワシントン", "共同", nil),
    ("<p>(서울=연합뉴스) \(sentence)</p>", "서울", "연합뉴스", nil), ("<p>新华社北京3月14日电　\(sentence)</p>", "北京", "新华社", nil),
    ("<p><span>Vellmar.</span> \(sentence)</p>", "Vellmar", nil, nil),
    ("<p>The board of the harbour said yes.</p><p>OSLO (AP) — \(sentence)</p>", "OSLO", "AP", nil),
  ]

  @Test(arguments: datelines)
  func goesIntoTheMetadata(first: String, place: String?, agency: String?, day: String?) throws {
    let document = try run(CleanStage.self, on: page(Self.article(first)))
    #expect(document.metadata.dateline == place)
    #expect(document.metadata["agency"] == agency)
    #expect(document.metadata["dateline-date"] == day)
    let origins = document.extensions["metadata-origins"]
    for (key, value) in [("dateline", place), ("agency", agency), ("dateline-date", day)] {
      #expect(origins?[key]?.string == value.map { _ in "page" })
    }
    let paragraph = try #require(document.paragraphs?.first { document[$0.range].hasPrefix("The harbour") })
    #expect(document[paragraph.range] == Self.sentence)
    let source = try #require(document.sourceRange(of: paragraph.range))
    let page = try #require(document.sourceText)
    #expect(Document(text: page)[source] == Self.sentence)
  }

  @Test func staysInTheTextOnDemand() throws {
    let html = Self.article("<p>OSLO (AP) — \(Self.sentence)</p>")
    let document = try run(CleanStage.self, with: ["datelines": "keep"], on: page(html))
    #expect(document.metadata.dateline == "OSLO")
    #expect(document.text.hasPrefix("OSLO (AP) — The harbour"))
  }

  @Test func thePagesOwnDateComesFirst() throws {
    let head = "<meta property='article:published_time' content='2026-03-15'>"
    let first = "<p>OSLO, March 14, 2026 (AP) — \(Self.sentence)</p>"
    #expect(try run(CleanStage.self, on: page(Self.article(first, head: head))).metadata.published == "2026-03-15")
    #expect(try run(CleanStage.self, on: page(Self.article(first))).metadata.published == "2026-03-14")
  }

  @Test func isReadInMarkdown() throws {
    let text = "# New Quay\n\n**OSLO (AP)** — \(Self.sentence)\n\n\(Self.next)\n"
    let source = Source(uri: "quay.md", mediaType: "text/markdown")
    let document = try run(CleanStage.self, on: Document(id: "quay", text: text, source: source))
    #expect(document.metadata.dateline == "OSLO")
    #expect(document.text.hasSuffix("\(Self.sentence)\n\n\(Self.next)"))
  }

  @Test(arguments: [
    "【速報】", "（木村＝仮名）", "（写真＝共同）", "【聞き手＝山田花子】", "(A=B) ", "新华社的电", "新华社记者3月4日电话", "新华社北京3月4日电视",
    "【", "新华社北京", "Vellmar. ", "Stille. ", "TRANSCRIPT: ", "LAHORE: ", "Vellmar: ", "<span>Dr.</span> ",
    "<span>Fazit.</span> ", "<span>Methods.</span> ", "<span>It was late.</span> ", "<b>Vellmar.</b> ",
    "<b><span>Vellmar.</span></b> ",
  ])
  func otherOpeningsStay(opening: String) throws {
    let document = try run(CleanStage.self, on: page(Self.article("<p>\(opening)\(Self.sentence)</p>")))
    #expect(document.metadata.dateline == nil)
    let words = ["<b>", "</b>", "<span>", "</span>"].reduce(opening) { $0.replacing($1, with: "") }
    #expect(document.text.contains(words + Self.sentence))
  }

  @Test func whatOtherParagraphsBeginWithTooIsALabel() throws {
    let html = Self.article("<p><span>Salt.</span> \(Self.sentence)</p><p><span>Steel.</span> \(Self.sentence)</p>")
    #expect(try run(CleanStage.self, on: page(html)).metadata.dateline == nil)
  }

  @Test(arguments: ["<pre>OSLO (AP) — \(sentence)</pre>", "<ul><li>OSLO (AP) — \(sentence)</li></ul>"])
  func isNoneOutsideOfAParagraph(first: String) throws {
    #expect(try run(CleanStage.self, on: page(Self.article(first))).metadata.dateline == nil)
  }
}

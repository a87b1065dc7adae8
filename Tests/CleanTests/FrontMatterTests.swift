import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct FrontMatterTests {
  static let body =
    "The ferry line between the two towns was opened on Monday by the mayor and her son, who had waited for it for years."

  /// What stands before the body, what is left of it, and what is in the metadata then.
  struct Example: Sendable, CustomTestStringConvertible {
    var head: String
    var left: String
    var metadata: [String: String]

    init(_ head: String, _ left: String = "", _ metadata: [String: String]) {
      self.head = head
      self.left = left
      self.metadata = metadata
    }

    var testDescription: String { head }
  }

  @Test(arguments: [
    Example("Ferry Line Opens\n\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens"]),
    Example("Ferry Line Opens\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens"]),
    Example("Ferry Line Opens\n\nFerry Line Opens\n\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens"]),
    Example("Ferry Line Opens\nFerry Line Opens\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens"]),
    Example("FERRY LINE OPENS\n\nFerry Line Opens\n\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens"]),
    Example(
      "“Ferry” Line Opens\n\n\"Ferry\" line opens\n\n", "“Ferry” Line Opens\n\n", ["title": "“Ferry” Line Opens"]),
    Example(
      "A ferry opens at last.\n\nA ferry opens at last.\n\n", "A ferry opens at last.\n\n",
      ["title": "A ferry opens at last."]),
    Example("# Ferry Line Opens\n\nFerry Line Opens\n\n", "# Ferry Line Opens\n\n", ["title": "Ferry Line Opens"]),
    Example(
      "Ferry Line Opens\n================\n\n", "Ferry Line Opens\n================\n\n", ["title": "Ferry Line Opens"]),
    Example("Ferry sails for U.S.\n\n", "Ferry sails for U.S.\n\n", ["title": "Ferry sails for U.S."]),
    Example("iPhone sales fall\n\n", "iPhone sales fall\n\n", ["title": "iPhone sales fall"]),
    Example("It was opened at last.\n\n", "It was opened at last.\n\n", [:]),
    Example("Good evening:\n\n", "Good evening:\n\n", [:]),
    Example("Okay, the next case is Ferry and Bridge?\n\n", "Okay, the next case is Ferry and Bridge?\n\n", [:]),
    Example("So the ferry is, uh, late\n\n", "So the ferry is, uh, late\n\n", [:]),
    Example("- a list\n\n", "- a list\n\n", [:]),
    Example(
      "Ferry Line Opens Thursday, May 7, 2015\n\n", "Ferry Line Opens\n\n",
      ["title": "Ferry Line Opens", "published": "2015-05-07"]),
    Example(
      "What happened on Thursday, May 7, 2015\n\n", "What happened on Thursday, May 7, 2015\n\n",
      ["title": "What happened on Thursday, May 7, 2015"]),
    Example("Thursday, May 7, 2015 ", ["published": "2015-05-07"]),
  ])
  func readsTitles(_ example: Example) throws { try check(example) }

  @Test(arguments: [
    ("By Maria Keller", "Maria Keller"),
    ("BY MARIA KELLER", "MARIA KELLER"),
    ("By MARIA KELLER and John Smith, Galley Wire", "MARIA KELLER and John Smith, Galley Wire"),
    ("By Galley Wire staff", "Galley Wire staff"),
    ("By the Associated Press", "the Associated Press"),
    ("*By Thomas Ekwueme, Science Correspondent*", "Thomas Ekwueme, Science Correspondent"),
    ("Written by J. R. de la Cruz Jr.", "J. R. de la Cruz Jr."),
    ("By: Maria Keller", "Maria Keller"), ("Written by: Maria Keller", "Maria Keller"),
    ("Authors: Maria Keller and John Smith", "Maria Keller and John Smith"),
    ("By Maria Keller in Geneva", "Maria Keller in Geneva"),
  ])
  func takesBylines(line: String, byline: String) throws {
    try check(
      Example(
        "Ferry Line Opens\n\n\(line)\n\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens", "byline": byline]))
    try check(
      Example("Ferry Line Opens\n\(line)\n", "Ferry Line Opens\n\n", ["title": "Ferry Line Opens", "byline": byline]))
    try check(Example("\(line)\n\n", ["byline": byline]))
  }

  @Test(arguments: [
    "By the time it sailed", "By Monday", "By the Numbers", "By Candlelight", "By Monday Evening", "By Maria Keller.",
    "By 2030, All Ferries", "By Hook or by Crook", "By design it was so", "Bypass Road",
  ])
  func leavesLinesThatAreNoBylines(line: String) throws {
    let text = "Ferry Line Opens\n\n\(line)\n\n\(Self.body)"
    let document = try run(CleanStage.self, on: text)
    #expect(document.text == text)
    #expect(document.metadata.byline == nil)
  }

  @Test(arguments: [
    ("3 May 2026", "2026-05-03"), ("May 3, 2026", "2026-05-03"), ("Published: July 5, 2024", "2024-07-05"),
    ("Thursday, March 14, 2026", "2026-03-14"), ("Wednesday 21st January 2026", "2026-01-21"),
    ("Sept. 9, 2016", "2016-09-09"), ("2026-05-03", "2026-05-03"), ("2026-05-03T14:05:00Z", "2026-05-03T14:05:00Z"),
    ("Posted on 3 May 2026 at 2:05 p.m. EST", "2026-05-03T14:05-05:00"),
    ("3 May 2026, 14:05 CEST", "2026-05-03T14:05+02:00"),
    ("14/03/2026", "2026-03-14"), ("3/14/2026", "2026-03-14"), ("14. März 2026", ""), ("05/06/2026", ""),
    ("30 February 2026", ""), ("May 2026", ""), ("3 May", ""), ("3 May 2026 in Oslo harbour", ""),
    ("The summer of 14 May 2026", ""), ("3 May 2026 99:99", ""),
  ])
  func takesDates(line: String, iso: String) throws {
    let left = iso.isEmpty ? "Ferry Line Opens\n\n\(line)\n\n" : "Ferry Line Opens\n\n"
    let metadata = ["title": "Ferry Line Opens"].merging(iso.isEmpty ? [:] : ["published": iso]) { $1 }
    try check(Example("Ferry Line Opens\n\n\(line)\n\n", left, metadata))
  }

  @Test(arguments: [
    Example("Updated 3 May 2026 14:05\n\n", ["updated": "2026-05-03T14:05"]),
    Example(
      "Published 2 May 2026 | Last updated: 3 May 2026\n\n", ["published": "2026-05-02", "updated": "2026-05-03"]),
    Example("Maria Keller | 3 May 2026\n\n", ["byline": "Maria Keller", "published": "2026-05-03"]),
    Example("By Maria Keller, 3 May 2026\n\n", ["byline": "Maria Keller", "published": "2026-05-03"]),
    Example("Oslo, 14 March 2026\n\n", ["dateline": "Oslo", "published": "2026-03-14"]),
    Example(
      "A standfirst of one sentence.\n\nBy Maria Keller\n\n", "A standfirst of one sentence.\n\n",
      ["byline": "Maria Keller"]),
    Example("3 May 2026\n\n4 May 2026\n\n", "4 May 2026\n\n", ["published": "2026-05-03"]),
  ])
  func takesPublicationLines(_ example: Example) throws {
    var example = example
    example.head = "Ferry Line Opens\n\n" + example.head
    example.left = "Ferry Line Opens\n\n" + example.left
    example.metadata["title"] = "Ferry Line Opens"
    try check(example)
  }

  @Test(arguments: [
    Example(
      "GENEVA, March 14 (Galley Wire) - ", ["dateline": "GENEVA", "agency": "Galley Wire", "dateline-date": "--03-14"]),
    Example("WASHINGTON (AP) — ", ["dateline": "WASHINGTON", "agency": "AP"]),
    Example("MOSCOW, July 5 /TASS/. ", ["dateline": "MOSCOW", "agency": "TASS", "dateline-date": "--07-05"]),
    Example(
      "LONDON, 5 June 2026 (Galley Wire) - ",
      ["dateline": "LONDON", "agency": "Galley Wire", "published": "2026-06-05"]),
    Example("TAMPERE, Finland, Nov. 8 -- ", ["dateline": "TAMPERE, Finland", "dateline-date": "--11-08"]),
    Example("WASHINGTON/NEW YORK (Reuters) - ", ["dateline": "WASHINGTON/NEW YORK", "agency": "Reuters"]),
    Example("Washington (CNN) ", ["dateline": "Washington", "agency": "CNN"]),
    Example("**KAMPALA, 2 June 2026** — ", ["dateline": "KAMPALA", "published": "2026-06-02"]),
    Example("MONTRÉAL — ", ["dateline": "MONTRÉAL"]),
    Example("NASA — ", "NASA — ", [:]),
    Example("BREAKING NEWS - ", "BREAKING NEWS - ", [:]),
    Example("CHANGE IN PLANS — ", "CHANGE IN PLANS — ", [:]),
    Example("Taipei, Taiwan — ", ["dateline": "Taipei, Taiwan"]),
    Example("Ames, Iowa -- ", ["dateline": "Ames, Iowa"]),
    Example("Mora, N.M. — ", ["dateline": "Mora, N.M."]),
    Example("Keller, Ruiz — ", "Keller, Ruiz — ", [:]),
    Example("However, Norway — ", "However, Norway — ", [:]),
    Example("Kenya, Norway — ", "Kenya, Norway — ", [:]),
    Example("(CNN) -- ", ["agency": "CNN"]),
    Example("(Reuters) – ", ["agency": "Reuters"]),
    Example("(CNN) ", ["agency": "CNN"]),
    Example("(Laughter) — ", "(Laughter) — ", [:]),
    Example("Berlin (dpa) - ", ["dateline": "Berlin", "agency": "dpa"]),
    Example("Hannover (dpa/lni) – ", ["dateline": "Hannover", "agency": "dpa/lni"]),
    Example("Keller (Labour) – ", "Keller (Labour) – ", [:]),
    Example("General Motors (GM) - ", "General Motors (GM) - ", [:]),
    Example("Paralympics Saturday, 12 March 2026 – ", "Paralympics Saturday, 12 March 2026 – ", [:]),
    Example("General Motors (GM) ", "General Motors (GM) ", [:]),
    Example("GENEVA, March 14 and later - ", "GENEVA, March 14 and later - ", [:]),
    Example("SMITH: ", "SMITH: ", [:]),
  ])
  func takesDatelines(_ example: Example) throws { try check(example) }

  /// Places with a dash at the beginning of a line, amid a sentence that is wrapped.
  @Test func aWrappedLineOpensNoReport() throws {
    let text = """
      Ida Holm was the first to chart the whole of the strait
      between the mainland and the isles, and it is said that
      she had been born at sea, on a night of storm and of
      hail, and not, as it is on the stone, far inland (near
      Ames, Iowa – 29 November 1699 is what one can read on
      it), and the second was the captain of the night ferry.
      """
    let document = try run(CleanStage.self, on: text)
    #expect(document.text == text.split(separator: "\n").joined(separator: " "))
    #expect(document.metadata.dateline == nil)
  }

  @Test func anAcronymThatRecursIsNoPlace() throws {
    let text = "UNICEF — The fund said so on Monday. It was UNICEF that asked for it."
    #expect(try run(CleanStage.self, on: text).text == text)
  }

  @Test func takesDatesFromTheEnd() throws {
    let document = try run(CleanStage.self, on: "\(Self.body)\n\nPublished: July 5, 2024\nUpdated July 6, 2024")
    #expect(document.text == Self.body)
    #expect(document.metadata.published == "2024-07-05")
    #expect(document.metadata["updated"] == "2024-07-06")
  }

  @Test func frontMatterAloneStays() throws {
    let document = try run(CleanStage.self, on: "By Maria Keller\n\n3 May 2026")
    #expect(document.text == "By Maria Keller\n\n3 May 2026")
    #expect(document.metadata.values.keys.isEmpty)
  }

  @Test func metadataFromOutsideWins() throws {
    let metadata = Metadata(["title": "Ferry Line Opens", "byline": "Ana Ruiz", "published": "2026-05-03T14:05Z"])
    let text = "Ferry Line Opens\n\nFERRY LINE OPENS\n\n3 May 2026\n\nBy Maria Keller\n\n\(Self.body)"
    let document = try run(CleanStage.self, on: Document(text: text, metadata: metadata))
    #expect(document.metadata == metadata)
    #expect(document.text == "Ferry Line Opens\n\nBy Maria Keller\n\n\(Self.body)")
  }

  @Test func keepsInTheTextWhatItIsToldToKeep() throws {
    let text = "Ferry Opens Now\n\nFerry Opens Now\n\nBy Maria Keller\n\n3 May 2026\n\nOSLO (AP) - \(Self.body)"
    let keep: JSONObject = ["title": "keep", "bylines": "keep", "dates": "keep", "datelines": "keep"]
    let document = try run(CleanStage.self, with: keep, on: text)
    #expect(document.text == text)
    #expect(document.metadata.values.keys.sorted() == ["agency", "byline", "dateline", "published", "title"])
  }

  @Test func takenTextIsInTheSourceStill() throws {
    let text = "Ferry Line Opens\r\n\r\nBy Maria Keller\r\n\r\nOSLO (AP) - \(Self.body)"
    let document = try run(CleanStage.self, on: text)
    let range = TextRange(18, document.text.utf8.count)
    #expect(String(document[range]) == Self.body)
    let origin = try #require(document.sourceRange(of: range))
    #expect(String(Document(text: text)[origin]) == Self.body)
    #expect(document.alignment.edits.map(\.rule).contains("byline"))
  }

  private func check(_ example: Example) throws {
    let document = try run(CleanStage.self, on: example.head + Self.body)
    #expect(document.text == example.left + Self.body)
    #expect(document.metadata.values.keys.sorted() == example.metadata.keys.sorted())
    for (key, value) in example.metadata { #expect(document.metadata[key] == value) }
  }
}

extension FrontMatterTests.Example {
  /// Everything before the body goes.
  init(_ head: String, _ metadata: [String: String]) { self.init(head, "", metadata) }
}

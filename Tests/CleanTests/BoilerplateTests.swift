import DocumentModel
import Glibc
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct BoilerplateTests {
  private static let first = "The night ferry will sail again from May, the line said."
  private static let last = "It had stopped four years ago."

  /// Lines that go, wherever they stand between paragraphs.
  @Test(arguments: [
    ("advertisement", "ADVERTISEMENT"), ("advertisement", "[Advertisement]"),
    ("advertisement", "Story continues below advertisement"),
    ("read-more", "Read more: Harbour of Brask to get a second berth"), ("read-more", "READ MORE: Ferry returns"),
    ("read-more", ">> Related: What the berth costs"),
    ("read-more", "More:Harbour of Brask to get a second berth"),
    ("read-more", "SEE ALSO: Ferry returns"),
    ("read-more", "Slideshow (11 Images)"), ("subscription", "GET THE VELLMAR APP"),
    ("subscription", "CLICK HERE TO GET THE VELLMAR NEWS APP"),
    ("sharing", "Follow Vellmar Press Join us on Twitter and Facebook"),
    ("advertisement", "PUBLICITÉ"), ("advertisement", "Anzeige"), ("read-more", "À LIRE AUSSI : Le port s’agrandit"),
    ("read-more", "Lesen Sie auch: Was der neue Liegeplatz kostet"),
    ("read-more", "Te puede interesar: El puerto crece"),
    ("advertisement", "This post may contain affiliate links. Please read our policy."),
    ("photo-credit", "Featured image: Ilse Tamm"),
    ("desk-credit", "To contact the reporter on this story: Anna Berg in Vellmar at aberg@vellmar.example"),
    ("subscription", "Sign up for our weekly newsletter"), ("subscription", "Subscribe to our newsletter."),
    ("sharing", "Share this article"), ("sharing", "Follow us on Facebook and Twitter"),
    ("photo-credit", "(Photo by Ilse Tamm/Vellmar Press)"), ("photo-credit", "Photo: Ilse Tamm"),
    ("desk-credit", "(Reporting by A. Berg in Vellmar; Editing by Ole Lund)"),
    ("desk-credit", "Reporting by Anna Berg; editing by Ole Lund"), ("desk-credit", "Editing by Ole Lund"),
    ("rights", "All rights reserved."), ("rights", "Copyright 2024 Vellmar Press. All rights reserved."),
    ("error-message", "Warning: Creating default object from empty value in /srv/www/press/feed.php on line 12"),
    ("error-message", "Deprecated: Function split() is deprecated in C:\\www\\menu.php on line 4"),
  ])
  func drops(rule: String, line: String) throws {
    let document = try run(CleanStage.self, on: "\(Self.first)\n\n\(line)\n\n\(Self.last)")
    #expect(document.text == "\(Self.first)\n\n\(Self.last)")
    #expect(document.alignment.edits.map(\.rule) == ["boilerplate: \(rule)"])
    #expect(document.diagnostics.map(\.code) == ["boilerplate"])
    let last = TextRange(document.text.utf8.count - Self.last.utf8.count, document.text.utf8.count)
    #expect(document.sourceRange(of: last).map { String(Document(text: document.sourceText ?? "")[$0]) } == Self.last)
  }

  /// Sentences of an article that begin or look like such lines.
  @Test(arguments: [
    "Advertisement is what keeps the ferry going, he said.", "Read more books, the mayor asked of the children.",
    "Sign up for the ferry, they were told. Hundreds did.", "Subscribers to our line have grown, Norrsund said.",
    "Photo albums were lost in the storm.",
    "More: that is what the mayors want.", "More: The Life of a Saint was written in Brask, it said.",
    "Watch: The ferry that came back", "Get the ferry, not the app, he said.",
    "Editing by hand took the monks of Brask a year.",
    "Related: that is how the two mayors are. Nobody had known.", "Follow us on deck, said the captain. They went.",
    "Photos by satellite show that the quay has grown.", "Photo by photo, the archive grew.",
    "Compiled by the harbour office, the report names three captains.", "Reporting by post was slow in those days.",
    "reporting by Anna Berg; editing by Ole Lund", "Warning: the ferry is late, and so are the trains on line 12",
  ])
  func keeps(sentence: String) throws {
    let text = [
      Self.first, sentence, Self.last, Self.last, Self.last, Self.last, Self.last, Self.last, Self.last, Self.last,
    ]
    .joined(separator: "\n\n")
    #expect(try run(CleanStage.self, on: text).text == text)
  }

  /// Blocks of pages and of Markdown go as lines of plain text do; code and tables stay as they are.
  @Test(arguments: [
    (
      "text/html",
      "<article><p>\(first)</p><p>Advertisement</p><h2>Related stories</h2><ul><li>Read more: Two</li></ul><p>\(last)</p></article>",
      // The heading of what is dropped is unlikely by itself.
      ["text: Advertisement", "list-item 1: - Read more: Two"]
    ),
    (
      "text/markdown", "\(first)\n\n**Advertisement**\n\n## Related stories\n\n- Read more: Two\n\n\(last)\n",
      ["text: Advertisement", "heading 2: Related stories", "list-item 1: - Read more: Two"]
    ),
  ])
  func dropsBlocks(mediaType: String, source: String, boilerplate: [String]) throws {
    let document = try run(
      CleanStage.self, with: ["extract": "recall"], on: Document(text: source, source: Source(mediaType: mediaType)))
    #expect(drawn(document) == ["text: \(Self.first)", "text: \(Self.last)"])
    #expect(document.diagnostics.map(\.code) == ["boilerplate"])
    #expect(document.defects == [])
    let kept = try run(
      CleanStage.self, with: ["extract": "recall", "boilerplate": "keep"],
      on: Document(text: source, source: Source(mediaType: mediaType)))
    #expect(drawn(kept) == ["text: \(Self.first)"] + boilerplate + ["text: \(Self.last)"])
  }

  @Test func sparesCodeAndTables() throws {
    let source = "\(Self.first)\n\n```\nAdvertisement\n```\n\n| Advertisement |\n|---|\n| Photo: Tamm |\n"
    let document = try run(CleanStage.self, on: Document(text: source, source: Source(mediaType: "text/markdown")))
    #expect(
      drawn(document) == [
        "text: \(Self.first)", "preformatted: Advertisement", "table-row: Advertisement", "table-row: Photo: Tamm",
      ])
  }

  /// A line of a wrapped paragraph is no line of its own.
  @Test func leavesWrappedSentencesWhole() throws {
    let text = """
      The mayor asked the children of both of the towns to
      Read more: the harbour of Brask has a library, and it
      had been closed for all of the winter, as she told them.
      """
    #expect(try run(CleanStage.self, on: text).text == text.split(separator: "\n").joined(separator: " "))
  }

  @Test func findsWrappedCredits() throws {
    let text = """
      The night ferry between Vellmar and the island of Brask
      will sail again from May, the shipping line said, and it
      will go on doing so for six winters at the very least.

      (Reporting by Anna Berg, Ilse Tamm and Knud Aas in the
      harbour; Editing by Ole Lund)
      """
    let clean = try run(CleanStage.self, on: text)
    #expect(clean.text.hasSuffix("at the very least."))
    #expect(clean.alignment.edits.last?.rule == "boilerplate: desk-credit")
  }

  @Test func leavesTheWiderGap() throws {
    let text = "One ferry sailed.\n\nAdvertisement\nRead more: Two\nTwo ferries sailed."
    #expect(try run(CleanStage.self, on: text).text == "One ferry sailed.\n\nTwo ferries sailed.")
  }

  @Test func endRulesAreForTheEnd() throws {
    let body = Array(repeating: Self.last, count: 10)
    let early = ([Self.first, "Editing by Ole Lund"] + body).joined(separator: "\n\n")
    #expect(try run(CleanStage.self, on: early).text == early)
  }

  @Test(arguments: ["More: The Life of a Captain", "Related: a family of Brask"])
  func titlesThatLookLikeLinksStay(title: String) throws {
    let document = try run(CleanStage.self, on: "\(title)\n\n\(Self.first)\n\n\(title)\n\n\(Self.last)")
    #expect(document.text == "\(title)\n\n\(Self.first)\n\n\(Self.last)")
  }

  @Test func nothingButBoilerplateIsNone() throws {
    #expect(
      try run(CleanStage.self, on: "Advertisement\n\nRead more: Ferry").text == "Advertisement\n\nRead more: Ferry")
  }

  @Test func keepsAllWhereAsked() throws {
    let text = "\(Self.first)\n\nAdvertisement\n\n\(Self.last)"
    #expect(try run(CleanStage.self, with: ["boilerplate": "keep"], on: text).text == text)
  }

  /// A rule's line, as it was learned from a text before it was cleaned.
  @Test(arguments: [
    "The Vellmar\u{A0}Gazette is part of Café Media.", "The Vellmar Gazette is part of Cafe\u{301} Media.",
    "The Vell\u{AD}mar Gazette is part of CafÃ© Media.",
  ])
  func cleansTheLinesOfRules(line: String) throws {
    try withFile(
      "{ \"galley-boilerplate\": 1, \"rules\": [ { \"rule\": \"learned\", \"line\": \"\(line)\" } ] }"
    ) { path in
      let document = try run(
        CleanStage.self, with: ["boilerplate-files": [.string(path)]], on: "\(Self.first)\n\n\(line)\n\n\(Self.last)")
      #expect(document.text == "\(Self.first)\n\n\(Self.last)")
    }
  }

  /// All go in one cleaning, though there are lines to be joined behind them.
  @Test func dropsAllWhereLinesAreJoinedToo() throws {
    let credits = (1...14).map { "Reporting by Anna Berg \($0)" }.joined(separator: "\n\n")
    let text = "\(Self.first)\n- a berth\n- a quay\n\n\(Self.last)\n\n\(credits)"
    #expect(try run(CleanStage.self, on: text).text == "\(Self.first)\n- a berth\n- a quay\n\n\(Self.last)")
  }

  @Test func takesFilesOfTheUsersOwn() throws {
    try withFile(
      """
      { "galley-boilerplate": 1, "rules": [
        { "rule": "station", "pattern": "Listen to * on Radio Vellmar", "at": "end" },
        { "rule": "learned", "line": "The Vellmar Gazette is part of Norrsund Media.", "articles": 41 } ] }
      """
    ) { path in
      let text =
        "\(Self.first)\n\nThe Vellmar Gazette is part of Norrsund Media.\n\n\(Self.last)\n\nListen to news on Radio Vellmar"
      let document = try run(CleanStage.self, with: ["boilerplate-files": [.string(path)]], on: text)
      #expect(document.text == "\(Self.first)\n\n\(Self.last)")
      #expect(document.alignment.edits.map(\.rule) == ["boilerplate: learned", "boilerplate: station"])
    }
  }

  @Test(arguments: [
    ("{", "1:2"), ("{}", "1:1: a file of boilerplate begins with"),
    ("{ \"galley-boilerplate\": 1,\n \"rules\": 5 }", "1:1: \"rules\" should be a list"),
    ("{ \"galley-boilerplate\": 1, \"rules\": [\n { \"pattern\": \"Radio *\" } ] }", "2:2: a rule needs a name"),
    (
      "{ \"galley-boilerplate\": 1, \"rules\": [\n { \"rule\": \"a\", \"patern\": \"Radio *\" } ] }",
      "did you mean 'pattern'?"
    ),
    (
      "{ \"galley-boilerplate\": 1, \"rules\": [\n { \"rule\": \"a\", \"pattern\": \"* radio\" } ] }",
      "four letters or more"
    ),
    (
      "{ \"galley-boilerplate\": 1, \"rules\": [\n { \"rule\": \"a\", \"line\": \"b\", \"at\": \"top\" } ] }",
      "\"at\" is"
    ),
    ("{ \"galley-boilerplate\": 1, \"rules\": [\n { \"rule\": \"a\" } ] }", "either a \"pattern\" or a \"line\""),
  ])
  func saysWhereAFileIsWrong(file: String, words: String) throws {
    try withFile(file) { path in
      let error = #expect(throws: (any Error).self) {
        try CleanStage(with: ["boilerplate-files": [.string(path)]], resources: Resources())
      }
      #expect(error.map { "\($0)".contains(words) && "\($0)".hasPrefix("\(path):") } == true, "\(error as Any)")
    }
  }

  private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = "\(TemporaryPath.folder)/galley-boilerplate-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).json"
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
    defer { unlink(path) }
    try body(path)
  }
}

private enum TemporaryPath {
  static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }
}

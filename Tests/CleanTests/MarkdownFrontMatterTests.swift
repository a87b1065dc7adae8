import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

/// What Markdown begins with and what of it is metadata.
@Suite struct MarkdownFrontMatterTests {
  static let texts: [(name: String, source: String, values: JSONObject)] = [
    (
      "lists",
      "title: \"A Quay\"\nauthors: [Ida Holm, Per Lie]\ndate: 2026-03-14 09:05\ntags:\n  - sea\n  - ships\nwhere:\n- a",
      [
        "title": "A Quay", "byline": "Ida Holm, Per Lie", "published": "2026-03-14T09:05", "tags": ["sea", "ships"],
        "where": "a",
      ]
    ),
    (
      "comments and quotation marks",
      "title: \"Real # \\\"title\\\"\" # comment\ndescription: 'It''s C#' # x\nwhere: a # b",
      ["title": "Real # \"title\"", "description": "It's C#", "where": "a"]
    ),
    (
      "texts over lines", "title: >-\n  A new\n  quay\ndescription: |\n  One.\n  Two.\nwhere: a\n  b\nwhen: \"c\n  d\"",
      ["title": "A new quay", "description": "One. Two.", "where": "a b", "when": "c d"]
    ),
    (
      "authors with more than a name",
      "author:\n  - name: Ida Holm\n    email: i@x.org\n  - Per Lie\nimage: {name: x}",
      ["byline": "Ida Holm, Per Lie"]
    ),
    ("an author as an object", "author:\n  email: i@x.org\n  name: Ida Holm", ["byline": "Ida Holm"]),
    ("commas in quotation marks", "tags: [\n  'a, b',\n  c\n]", ["tags": ["a, b", "c"]]),
    (
      "keys of other forms", "title : A quay\nmy key: b\n$schema: c\n\"og:title\": d",
      ["title": "A quay", "my key": "b", "$schema": "c", "og:title": "d"]
    ),
    ("nothing said", "title: ~\nauthor: null\ntags: []\nwhere:\nwhen: 'null'", ["when": "null"]),
    ("the first of two", "title: A\ntitle: B\n'a key': c", ["title": "A", "a key": "c"]),
  ]

  @Test(arguments: texts) func valuesAreRead(name: String, source: String, values: JSONObject) throws {
    let frontMatter = MarkdownFrontMatter("---\n\(source)\n---\nText.".utf8.span)
    #expect(frontMatter.values == values)
    #expect(frontMatter.end == source.utf8.count + 9)
    #expect(frontMatter.oddLine == nil)
  }

  static let begins: [(name: String, source: String, values: JSONObject, text: String)] = [
    ("spaces and other ends", "---  \r\ntitle: A\r\n...\t\r\nText.", ["title": "A"], "Text."),
    ("carriage returns", "---\rtitle: A\r---\rText.", ["title": "A"], "Text."),
    ("none of it", "---\n---\nText.", [:], "Text."),
    ("nothing behind it", "---\ntitle: A\n---", ["title": "A"], ""),
    (
      "TOML",
      "+++\ntitle = \"A\" # b\ndate = 2024-05-06\nauthors = [\"Ida Holm\",\n  'Per Lie']\n[x]\ntitle = 2\n+++\nText.",
      ["title": "A", "published": "2024-05-06", "byline": "Ida Holm, Per Lie"], "Text."
    ),
    (
      "JSON", "{\n  \"title\": \"A\",\n  \"weight\": 2,\n  \"tags\": [\"b\"]\n}\nText.",
      ["title": "A", "weight": "2", "tags": "b"], "Text."
    ),
    ("a rule", "---\n\nOne: two.\n\n---\n", [:], "---\n\nOne: two.\n\n---\n"),
    ("a text between rules", "---\nThis is text: no title.\n---\n", [:], "---\nThis is text: no title.\n---\n"),
    ("a list between rules", "---\n- one\n---\n", [:], "---\n- one\n---\n"),
    ("no end", "---\ntitle: A\n", [:], "---\ntitle: A\n"),
    ("no object", "{\n  a\n}\n", [:], "{\n  a\n}\n"),
  ]

  @Test(arguments: begins)
  func textBeginsBehindIt(name: String, source: String, values: JSONObject, text: String) throws {
    let frontMatter = MarkdownFrontMatter(source.utf8.span)
    #expect(frontMatter.values == values)
    #expect(String(decoding: source.utf8.dropFirst(frontMatter.end), as: UTF8.self) == text)
  }

  @Test func whatIsNoYAMLIsTakenAsItIsWritten() throws {
    let source = "---\nwhere: a\ntitle: Quay: a story\nauthor: @ida\ntags:\n  - b\n\t- 'c'\n---\nText."
    let document = try run(CleanStage.self, on: markdown(source))
    #expect(document.metadata.title == "Quay: a story")
    #expect(document.metadata.byline == "@ida")
    #expect(document.metadata.values["tags"] == ["b", "c"])
    #expect(document.text == "Text.")
    #expect(document.extensions["metadata-origins"]?["title"]?.string == "front-matter")
    #expect(document.diagnostics.map(\.code) == ["front-matter"])
    #expect(document.diagnostics.first?.message.contains("line 3") == true)
  }

  @Test func depthIsBounded() {
    for source in [
      String(repeating: "[", count: 50_000),
      "\n" + (0..<500).map { String(repeating: " ", count: $0) + "- a:\n" }.joined(),
    ] {
      #expect(JSON(yaml: Array("a: \(source)".utf8)) == nil)
    }
  }
}

import DocumentModel
import JSON
import Testing

@testable import Runner

/// What kind of content an input is taken for: by what the user or a record says, by its name, by its first bytes.
@Suite struct InputKindTests {
  static let page = "<!DOCTYPE html><title>T</title><p>Text."

  /// First bytes and what they tell.
  static let heads: [(head: String, mediaType: String?)] = [
    ("<!doctype html>\n<p>", "text/html"), (" \t\r\n<!DOCTYPE HTML PUBLIC \"x\">", "text/html"),
    ("<HTML lang=en>", "text/html"), ("\u{FEFF}<html>", "text/html"), ("<!-- saved --> <html>", "text/html"),
    ("<p class=a>One", "text/html"), ("<h2>One</h2>", "text/html"), ("<div\nclass=x>", "text/html"),
    ("<title>One</title>", "text/html"), ("<a href=x>One</a> - two", "text/html"), ("<img src=x>One.\n", "text/html"),
    ("<b>One</b>\n<p>Two.", "text/html"), ("<main>\n<h1>One</h1>", "text/html"), ("<i>One</i><br/>\nTwo.", "text/html"),
    ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "application/xhtml+xml"),
    ("<?xml version=\"1.0\"?><?xml-stylesheet href=\"x\"?><html xmlns=\"x\">", "application/xhtml+xml"),
    ("%PDF-1.4\n", "application/pdf"), ("{\\rtf1\\ansi", "application/rtf"), ("PK\u{3}\u{4}", "application/zip"),
    ("", nil), ("Text <html>", nil), ("<", nil), ("<html", nil), ("<htmlx>", nil), ("<ada@example.org> wrote", nil),
    ("<?xml version=\"1.0\"?><rss>", nil), ("<?xml version=\"1.0\"?><p>", nil), ("<?php echo 1 ?><html>", nil),
    ("<!-- no end <html>", nil), ("<!doctype book>", nil), ("PDF", nil), ("<pages>", nil),
    ("<strong>One</strong>\n\nTwo.\n\n<em>Three.</em>", nil), ("<b>One</b>\nTwo.\nThree.", nil),
    ("<main>\n\nOne.", nil), ("<a> b> c <d>\nOne.", nil), ("<title page>\n\nOne.", nil), ("<i>1\n2 <pages>", nil),
    ("<b> is a tag.", nil),
  ]

  @Test(arguments: heads)
  func firstBytesTell(head: String, mediaType: String?) {
    #expect(MediaType.told(by: head.utf8.span) == mediaType)
  }

  @Test func pagesInUTF16AreTold() {
    for (mark, isBig) in [([0xFE, 0xFF] as [UInt8], true), ([0xFF, 0xFE], false)] {
      let bytes = mark + Self.page.utf8.flatMap { isBig ? [0, $0] : [$0, 0] }
      #expect(MediaType.told(by: bytes.span) == "text/html")
    }
  }

  /// A name in a folder, a content, and the id and media type, or why there is no document.
  static let files: [(name: String, content: String, found: String)] = [
    ("a.php", page, "a.php text/html told"), ("page", page, "page text/html told"),
    ("a.html.bak", page, "a.html.bak text/html told"), ("a.txt", page, "a text/html told"),
    ("a.html?id=3", "Text.", "a.html?id=3 text/html"), ("a.md", page, "a text/markdown"),
    ("a.txt", "Text.", "a text/plain"), ("b.html", "Text.", "b text/html"),
    ("a.css?v=1.2", page, "text/css is not read by this version, only plain text, HTML and Markdown"),
    ("a.pdf", page, "application/pdf is not read by this version, only plain text, HTML and Markdown"),
    (
      "README", "Text.",
      "neither its name nor its first bytes tell a kind of content that is read: name the file itself to read it as text"
    ),
    ("paper", "%PDF-1.4", "application/pdf is not read by this version, only plain text, HTML and Markdown"),
    (
      "a.html", "%PDF-1.4",
      "is application/pdf by its first bytes, which is not read by this version: convert it, or leave it out by --exclude"
    ),
    (
      "a.txt", "{\\rtf1 x}",
      "is application/rtf by its first bytes, which is not read by this version: convert it, or leave it out by --exclude"
    ),
  ]

  @Test(arguments: files)
  func fileOfAFolder(name: String, content: String, found: String) throws {
    try withTemporaryFolder { folder in
      try folder.write("in/\(name)", content)
      try folder.write("in.tar", "")
      try writeArchive("\(folder.path)/in.tar", .tar, [Member(name, content)])
      for path in ["in", "in.tar"] {
        let document = try folder.documents(in: InputSelection(paths: ["\(folder.path)/\(path)"]))
        #expect(document.map { words($0).replacing("in/", with: "") } == [found], "\(path)")
      }
    }
  }

  /// Files named one by one, and the form that the user declares.
  @Test(
    arguments: [
      ("a.php", page, nil, "a.php text/html told"), ("a.php", "Text.", nil, "a.php text/plain"),
      ("a.php", page, .text, "a.php text/plain"), ("a.txt", "# T", .markdown, "a text/markdown"),
      ("a", "Text.", .html, "a text/html"), ("a.html", "%PDF-1.4", .text, "a text/plain"),
      (
        "a", "%PDF-1.4", nil,
        "is application/pdf by its first bytes, which is not read by this version: convert it, or leave it out by --exclude"
      ),
    ] as [(String, String, InputFormat?, String)])
  func namedFile(name: String, content: String, format: InputFormat?, found: String) throws {
    try withTemporaryFolder { folder in
      try folder.write(name, content)
      let selection = InputSelection(paths: ["\(folder.path)/\(name)"], format: format)
      #expect(try folder.documents(in: selection).map(words) == [found])
    }
  }

  /// What a record has beside its text, and what it is taken for.
  @Test(arguments: [
    ("\"text\": \"Text.\"", "text/plain"), ("\"text\": \"<p>Text.</p>\"", "text/html told"),
    ("\"text\": \"<b>By Ada</b>\\n\\nText.\"", "text/plain"), ("\"text\": \"<b>Text.</b> More.\"", "text/html told"),
    ("\"text\": \"Text.\", \"media-type\": \"text/html; charset=utf-8\"", "text/html"),
    ("\"text\": \"<p>Text.\", \"media-type\": \"text/plain\"", "text/plain"),
    ("\"text\": \"# T\", \"media-type\": \"text/markdown\"", "text/markdown"),
    ("\"text\": \"Text.\", \"media-type\": \"application/pdf\"", "text/plain {\"media-type\":\"application/pdf\"}"),
    ("\"text\": \"%PDF-1.4 is a version.\"", "text/plain"),
  ])
  func record(fields: String, found: String) throws {
    try withTemporaryFolder { folder in
      try folder.write("a.jsonl", "{\"id\": \"a\", \(fields)}\n")
      let documents = try folder.documents(in: InputSelection(paths: ["\(folder.path)/a.jsonl"]))
      #expect(documents.map(words) == ["a \(found)"])
    }
  }

  /// A page that nothing but its content tells may be called like a text beside it, and what is none is in no one's way.
  @Test func untoldFilesTakeNoNames() throws {
    try withTemporaryFolder { folder in
      for name in ["README", "README.txt"] { try folder.write("in/\(name)", "Text.") }
      #expect(
        try folder.documents(in: InputSelection(paths: ["\(folder.path)/in"])).map(words).last == "README text/plain")
    }
  }

  /// Names in a folder, all of them pages, and which of them are read, in order.
  @Test(arguments: [
    (["about", "about.html"], ["about.html"]), (["a.php", "a.php.html"], ["a.php.html"]), (["about"], ["about"]),
    (["x/about", "about.html"], ["about.html", "x/about"]), (["about", "about.css"], ["about"]),
    (["x.html", "x.html.1", "x.html.12", "x.html.bak", "x.html.orig", "x.html~"], ["x.html"]),
    (["x.php", "x.php~"], ["x.php"]), (["x.html.1", "x.html.bak"], ["x.html.1", "x.html.bak"]),
    (["x.html", "x.html-1.bak", "y.1"], ["x.html", "x.html-1.bak", "y.1"]), (["x", "x.1.html"], ["x", "x.1.html"]),
    (["a.html?v=1", "a.html?v=1.2"], ["a.html?v=1", "a.html?v=1.2"]), (["x/1", "x/.1"], ["x/1"]),
    (["#a.html#", "a.html"], ["a.html"]), (["x/#a.html#", "a.html"], ["a.html", "x/#a.html#"]),
  ])
  func untoldFilesBesideOthers(names: [String], read: [String]) throws {
    try withTemporaryFolder { folder in
      for name in names { try folder.write("in/\(name)", Self.page) }
      let documents = try folder.documents(in: InputSelection(paths: ["\(folder.path)/in"])).compactMap(\.document)
      #expect(documents.map { $0.source.uri?.replacing("\(folder.path)/in/", with: "") } == read)
    }
  }

  @Test func largeUntoldFileIsReadNoFurther() throws {
    try withTemporaryFolder { folder in
      try folder.write("in/data", String(repeating: "x", count: 10_000))
      try folder.write("in/page", Self.page + String(repeating: "x", count: 10_000))
      var settings = RunSettings()
      settings.maximumBytes = 5_000
      let found = try folder.documents(in: InputSelection(paths: ["\(folder.path)/in"]), settings).map(\.line)
      #expect(found.first?.contains("skipped: neither its name") == true)
      #expect(found.last == "in/page · failed: has more than 5000 bytes, the limit: raise --max-bytes or split it")
      let whole = try folder.documents(in: InputSelection(paths: ["\(folder.path)/in"]))
      #expect(whole.last?.document?.text.utf8.count == 10_000 + Self.page.utf8.count)
    }
  }

  @Test func whatTheUserSaysBelongsToWhatADocumentDependsOn() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("a.txt", "Text.")
      let plain = try #require(try InputSelection(paths: [path]).list().first)
      let declared = try #require(try InputSelection(paths: [path], format: .html).list().first)
      #expect(plain.digest(of: Array("Text.".utf8)) != declared.digest(of: Array("Text.".utf8)))
    }
  }

  /// A layer's name in a record, and whether it is told of.
  @Test(arguments: [
    ("\"metadata\": {\"title\": \"T\"}", true), ("\"entities\": [{\"start\": 0}]", true),
    ("\"summary\": \"Short.\"", false), ("\"tags\": [\"a\"]", false),
  ])
  func layersInRecordsAreToldOf(field: String, isTold: Bool) throws {
    try withTemporaryFolder { folder in
      try folder.write("a.json", "{\"text\": \"Text.\", \(field)}")
      let document = try folder.documents(in: InputSelection(paths: ["\(folder.path)/a.json"])).first?.document
      #expect(document?.diagnostics.contains { $0.code == "layer-in-record" } == isTold)
    }
  }

  /// A document's id and media type, whether the content told that, and its metadata; or why there is none.
  private func words(_ found: (line: String, document: Document?)) -> String {
    guard let document = found.document else {
      return found.line.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    }
    let isTold = document.diagnostics.contains { $0.code == "told-by-content" }
    let metadata = document.metadata.values.isEmpty ? "" : " \(JSON.object(document.metadata.values).text())"
    return "\(document.id) \(document.source.mediaType ?? "-")\(isTold ? " told" : "")\(metadata)"
  }
}

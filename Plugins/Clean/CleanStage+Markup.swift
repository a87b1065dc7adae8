internal import DocumentModel
internal import JSON
internal import StageKit

extension CleanStage {
  /// Takes the article out of its markup.
  func readMarkup(_ document: inout Document) throws {
    if document.source.mediaType == "text/markdown" { try readMarkdown(&document) } else { try readPage(&document) }
  }

  private func readMarkdown(_ document: inout Document) throws {
    let bytes = document.text.utf8.span
    let frontMatter = MarkdownFrontMatter(bytes)
    let written = MarkdownText(bytes, from: frontMatter.end, keepingTables: options.keepsTables)
    var values = frontMatter.values
    var origins = JSONObject(values.map { ($0.key, JSON.string("front-matter")) })
    if values["title"] == nil, let title = written.title {
      values["title"] = .string(title)
      origins["title"] = .string(PageMetadata.Origin.page.rawValue)
    }
    try document.rewrite(written.text.edits, by: Self.contract.name)
    try clean(&document, written.text.blocks)
    add(values, origins: origins, to: &document)
  }

  /// Takes the article out of a page: its words into the text, its blocks into `paragraphs`, what the page says of it
  /// into the metadata.
  private func readPage(_ document: inout Document) throws {
    let bytes = document.text.utf8.span
    let page = Page(bytes, isXML: document.source.mediaType == "application/xhtml+xml")
    let linked = LinkedArticle(page, bytes)
    let metadata = PageMetadata(page, linked, bytes)
    let article = ArticleFinder(page, title: metadata.values["title"]?.string, body: linked.body, bytes, options)
    let written = PageText(page, keeping: article.rules, bytes).text
    try document.rewrite(written.edits, by: Self.contract.name)
    try clean(&document, written.blocks)
    var (values, origins) = (metadata.values, metadata.origins)
    if values["description"] == nil, let lead = lead(of: document) {
      values["description"] = .string(lead)
      origins["description"] = .string(PageMetadata.Origin.page.rawValue)
    }
    add(values, origins: origins, to: &document)
    if document.text.isEmpty {
      document.diagnostics.append(
        Diagnostic(
          .warning, code: "no-article", "no article was found in the page; try \"extract\": \"recall\"",
          by: Self.contract.name))
    }
  }

  /// The first paragraph, which describes an article that its page says nothing of.
  private func lead(of document: Document) -> String? {
    guard let first = document.paragraphs?.first(where: { $0.kind == .text }),
      first.range.count <= PageMetadata.longestValue
    else { return nil }
    return document[first.range].singleSpaced
  }

  /// Cleans the characters of a text that has no markup any more, and sets its blocks.
  private func clean(_ document: inout Document, _ blocks: [MarkupBlock]) throws {
    var blocks = blocks
    if options.mojibake == .repair {
      try rewrite(&document, MisreadText(document.text.utf8.span).edits, moving: &blocks)
    }
    let scrubbed = Scrubber(options).scrub(document.text.utf8.span)
    try rewrite(&document, scrubbed.edits, moving: &blocks)
    if options.normalization == .nfc, scrubbed.mayNeedComposing {
      try rewrite(&document, Composer.edits(of: document.text.utf8.span), moving: &blocks)
    }
    blocks.trim(document.text.utf8.span)
    document.paragraphs = blocks.map {
      Paragraph(range: $0.range, kind: $0.kind, level: $0.level, by: Self.contract.name)
    }
  }

  private func rewrite(_ document: inout Document, _ edits: [TextEdit], moving blocks: inout [MarkupBlock]) throws {
    try document.rewrite(edits, by: Self.contract.name)
    blocks.move(by: edits)
  }

  /// Adds what the source says of the article, where nothing is known yet, and where it says so.
  private func add(_ values: JSONObject, origins: JSONObject, to document: inout Document) {
    var told: JSONObject = [:]
    for member in values where document.metadata.values[member.key] == nil {
      document.metadata.values[member.key] = member.value
      told[member.key] = origins[member.key]
    }
    document.extensions[Self.originsName] = .object(told)
  }

  /// The name of the extension that tells where each value of the metadata comes from.
  static let originsName = "metadata-origins"
}

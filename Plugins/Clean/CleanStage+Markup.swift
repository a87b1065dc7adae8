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
    let isWritten = !bytes.isEmpty
    let frontMatter = MarkdownFrontMatter(bytes)
    let written = MarkdownText(
      bytes, from: frontMatter.end, keepingTables: options.keepsTables, links: options.keepsLinks)
    var values = frontMatter.values
    var origins = JSONObject(values.map { ($0.key, JSON.string("front-matter")) })
    if values["title"] == nil, let title = written.title {
      values["title"] = .string(title)
      origins["title"] = .string(PageMetadata.Origin.page.rawValue)
    }
    let address = options.keepsLinks ? address(of: document, values) : nil
    try document.rewrite(written.text.edits, by: Self.contract.name)
    add(try cleaned(values), origins: origins, to: &document)
    try clean(&document, written.text.blocks, options.keepsLinks ? written.text.links : nil) { number in
      WebAddress.target(written.targets[number], from: address)
    }
    if let line = frontMatter.oddLine {
      document.note(
        "front-matter", "the front matter's line \(line) was taken as it is written: it can't be read otherwise")
    }
    if isWritten, document.text.isEmpty {
      document.warn("empty-text", "the Markdown has no text besides markup")
    }
  }

  /// The address of a page on the web: where it was read from, as a web archive tells it, or where it says that it is.
  private func address(of document: Document, _ values: JSONObject = [:]) -> WebAddress? {
    for written in [document.metadata["url"], document.source.uri, values["canonical"]?.string] {
      if let written, let address = WebAddress(written), address.isOfPage { return address }
    }
    return nil
  }

  /// Takes the article out of a page: its words into the text, its blocks into `paragraphs`, what the page says of it
  /// into the metadata.
  private func readPage(_ document: inout Document) throws {
    let bytes = document.text.utf8.span
    let page = Page(bytes, isXML: document.source.mediaType == "application/xhtml+xml")
    let titles = PageTitles(page, bytes)
    let linked = LinkedArticle(page, titles, bytes)
    let metadata = PageMetadata(page, titles, linked, at: address(of: document), bytes)
    let article = ArticleFinder(page, metadata.values, body: linked.body, bytes, options)
    let links =
      options.keepsLinks ? PageLinks(page, at: address(of: document, metadata.values), bytes) : nil
    let written = PageText(page, keeping: article.rules, links: links?.elements ?? [], bytes).text
    // Before the text is rewritten: it is what the bytes are of.
    let targets = links.map { links in
      Dictionary(
        written.links.map { ($0.number, links.target(of: $0.number, page, bytes)) },
        uniquingKeysWith: { first, _ in first })
    }
    try document.rewrite(written.edits, by: Self.contract.name)
    add(try cleaned(metadata.values), origins: metadata.origins, to: &document)
    try clean(&document, written.blocks, targets == nil ? nil : written.links) { targets?[$0] ?? nil }
    if document.metadata.values["description"] == nil, let lead = lead(of: document) {
      let origin = JSON.string(PageMetadata.Origin.page.rawValue)
      add(["description": .string(lead)], origins: ["description": origin], to: &document)
    }
    if document.text.isEmpty {
      document.warn("no-article", "no article was found in the page; try \"extract\": \"recall\"")
    }
  }

  /// The first paragraph, which describes an article that its page says nothing of; where all is a list, its first item.
  private func lead(of document: Document) -> String? {
    let blocks = document.paragraphs ?? []
    guard let first = blocks.first(where: { $0.kind == .text }) ?? blocks.first(where: { $0.kind == .listItem }),
      first.range.count <= Self.longestLead
    else { return nil }
    let text = document[first.range].singleSpaced
    guard first.kind == .listItem, let mark = text.firstIndex(of: " ") else { return text }
    return text[mark...].singleSpaced
  }

  private static let longestLead = 5000

  /// Cleans the characters of a text that has no markup any more, and sets its blocks and links.
  ///
  /// - Parameter target: where the link of a number leads.
  private func clean(
    _ document: inout Document, _ blocks: [MarkupBlock], _ links: [MarkupLink]?, target: (Int) -> String?
  ) throws {
    var parts = MarkupParts(blocks: blocks, links: links ?? [])
    try characters.clean(&document) {
      parts.blocks.filter { $0.kind == .preformatted }.map(\.range)
    } rewrite: {
      try rewrite(&$0, $1, moving: &parts)
    }
    let spared = parts.blocks.filter { $0.kind == .preformatted || $0.kind == .tableRow }.map(\.range)
    try dropBoilerplate(of: &document, sparing: spared) { try rewrite(&$0, $1, moving: &parts) }
    var frontMatter = FrontMatter(document, options)
    frontMatter.read(parts.blocks, isPage: document.source.mediaType != "text/markdown")
    let told = frontMatter.metadata.values
    let origin = JSON.string(PageMetadata.Origin.page.rawValue)
    add(told, origins: JSONObject(told.map { ($0.key, origin) }), to: &document)
    try rewrite(&document, frontMatter.edits, moving: &parts)
    parts.blocks.trim(document.text.utf8.span)
    document.paragraphs = parts.blocks.map {
      Paragraph(range: $0.range, kind: $0.kind, level: $0.level, by: Self.contract.name)
    }
    guard links != nil else { return }
    parts.links.trim(document.text.utf8.span)
    document.links = parts.links.compactMap { link in
      target(link.number).map { Link(range: link.range, target: $0, by: Self.contract.name) }
    }
  }

  /// What moves with the text.
  private struct MarkupParts {
    var blocks: [MarkupBlock]
    var links: [MarkupLink]
  }

  private func rewrite(_ document: inout Document, _ edits: [TextEdit], moving parts: inout MarkupParts) throws {
    try document.rewrite(edits, by: Self.contract.name)
    parts.blocks.move(by: edits)
    parts.links.move(by: edits)
  }

  /// Titles, names and other words with their characters cleaned as the text's are.
  private func cleaned(_ values: JSONObject) throws -> JSONObject {
    var values = values
    for member in values {
      guard let words = member.value.string, !words.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else { continue }
      values[member.key] = .string(try characters.cleaned(words))
    }
    return values
  }

  /// Adds what the source says of the article, where nothing is known yet, and where it says so.
  private func add(_ values: JSONObject, origins: JSONObject, to document: inout Document) {
    var told: JSONObject = [:]
    for member in values where document.metadata.values[member.key] == nil {
      document.metadata.values[member.key] = member.value
      told[member.key] = origins[member.key]
    }
    document.addOrigins(told)
  }
}

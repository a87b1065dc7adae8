internal import DocumentModel
internal import JSON

/// The YAML block (1.2) that a Markdown page begins with: what is known of the article, for site generators and editors.
struct FrontMatter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter title: the page's title, which may come from the text where the metadata has none.
  init(_ document: Document, title: String?) {
    let metadata = document.metadata
    bytes.append(contentsOf: "---\n".utf8)
    append("title", title)
    append("byline", metadata.byline)
    append("dateline", metadata.dateline)
    append("published", metadata.published)
    append("language", metadata.language)
    var known = ["title", "byline", "dateline", "published", "language", "id", "source"]
    let keywords = (document.keyphrases ?? []).map { JSON.string($0.text) }
    if !keywords.isEmpty { known.append("keywords") }
    for member in metadata.values where !known.contains(member.key) { append(member.key, member.value) }
    append("id", document.id)
    append("source", document.source.uri)
    if !keywords.isEmpty { append("keywords", .array(keywords)) }
    bytes.append(contentsOf: "---\n".utf8)
  }

  private mutating func append(_ key: String, _ value: String?) {
    if let value { append(key, .string(value)) }
  }

  private mutating func append(_ key: String, _ value: JSON) {
    bytes.appendYAML(key)
    bytes.append(UInt8(ascii: ":"))
    if case .array(let elements) = value, !elements.isEmpty {
      for element in elements {
        bytes.append(contentsOf: "\n  - ".utf8)
        bytes.appendYAML(element)
      }
    } else {
      bytes.append(0x20)
      bytes.appendYAML(value)
    }
    bytes.append(0x0A)
  }
}

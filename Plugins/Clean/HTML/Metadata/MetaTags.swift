/// The `meta` elements of a page: the first value of each name.
struct MetaTags {
  private var values: [String: String] = [:]
  private var authors: [String: [String]] = [:]

  private static let mostAuthors = 50

  init(_ page: Page, _ bytes: Span<UInt8>) {
    for (index, node) in page.tree.nodes.enumerated() where node.tag == .meta {
      guard let content = page.tree.value(.content, of: index), content.count <= 4000 else { continue }
      for name in [HTMLAttribute.Name.property, .name, .itemprop] {
        guard let range = page.tree.value(name, of: index), range.count <= 200 else { continue }
        // Some pages give one element several names.
        for word in bytes.decodedText(range).lowercased().split(separator: " ") {
          let key = name == .itemprop ? "itemprop:\(word)" : Self.key(String(word))
          let value = bytes.decodedText(content).singleSpaced
          guard !value.isEmpty else { continue }
          if values[key] == nil { values[key] = value }
          if key.hasSuffix("author") || key.hasSuffix("creator"), authors[key, default: []].count < Self.mostAuthors {
            authors[key, default: []].append(value)
          }
        }
      }
    }
  }

  /// The name as the lists here have it: Dublin Core's are written `dc.title`, `dc:title` and `dcterm:title`.
  private static func key(_ name: String) -> String {
    for prefix in ["dc:", "dcterm:", "dcterm.", "dcterms:"] where name.hasPrefix(prefix) {
      return (prefix == "dc:" ? "dc." : "dcterms.") + name.dropFirst(prefix.utf8.count)
    }
    return name
  }

  /// The value of an Open Graph property, which some pages give as a name.
  func property(_ name: String) -> String? { values[name] }

  /// The first that is there.
  func first(_ names: String...) -> String? {
    for name in names { if let value = values[name] { return value } }
    return nil
  }

  /// The names of persons, none of them an address of a page.
  func names(_ keys: String...) -> String? {
    for key in keys {
      let names = (authors[key] ?? []).filter { !$0.hasPrefix("http") && !$0.hasPrefix("@") && !$0.hasPrefix("/") }
      var distinct: [String] = []
      for name in names where !distinct.contains(name) { distinct.append(name) }
      if !distinct.isEmpty { return distinct.joined(separator: ", ") }
    }
    return nil
  }

  var published: String? {
    first(
      "itemprop:datepublished", "date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
      "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published",
      "cxenseparse:recs:publishtime",
      "og:published_time", "datepublished", "citation_publication_date")
  }

  var modified: String? {
    first("itemprop:datemodified", "last-modified", "dcterms.modified", "article.updated", "og:updated_time", "lastmod")
  }
}

/// The `meta` elements of a page: the first value of each name.
///
/// A property, which belongs to a vocabulary, counts more than a mere name that is written the same.
struct MetaTags {
  private var values: [String: [String]] = [:]
  private var properties: [String: [String]] = [:]

  /// The authors of the longest lists.
  private static let mostValues = 50

  init(_ page: Page, _ bytes: Span<UInt8>) {
    for (index, node) in page.tree.nodes.enumerated() where node.tag == .meta {
      guard let content = page.tree.value(.content, of: index), content.count <= 4000 else { continue }
      let value = bytes.decodedValue(content).singleSpaced
      guard !value.isEmpty else { continue }
      for name in [HTMLAttribute.Name.property, .name, .itemprop] {
        guard let range = page.tree.value(name, of: index), range.count <= 200 else { continue }
        // Some pages give one element several names.
        for word in bytes.decodedValue(range).lowercased().words {
          switch name {
          case .property: Self.add(value, to: &properties[Self.key(word), default: []])
          case .name: Self.add(value, to: &values[Self.key(word), default: []])
          default: Self.add(value, to: &values["itemprop:\(word)", default: []])
          }
        }
      }
    }
  }

  private static func add(_ value: String, to values: inout [String]) {
    if values.count < mostValues { values.append(value) }
  }

  /// The name as the lists here have it: Dublin Core's are written `dc.title`, `dc:title` and `dcterm:title`.
  private static func key(_ name: String) -> String {
    for prefix in ["dc:", "dcterm:", "dcterm.", "dcterms:"] where name.hasPrefix(prefix) {
      return (prefix == "dc:" ? "dc." : "dcterms.") + name.dropFirst(prefix.utf8.count)
    }
    return name
  }

  private func all(_ key: String) -> [String] { properties[key] ?? values[key] ?? [] }

  /// The value of an Open Graph property, which some pages give as a name.
  func property(_ name: String) -> String? { all(name).first }

  /// The first that is there.
  func first(_ names: String...) -> String? {
    for name in names { if let value = all(name).first { return value } }
    return nil
  }

  /// The names of persons under the first key that has any.
  func names(_ keys: String...) -> AuthorNames {
    keys.lazy.map { AuthorNames(all($0)) }.first { !$0.names.isEmpty } ?? AuthorNames([])
  }

  /// The author that a card for messengers shows: `twitter:label1` is `Written by`, in the language of the page.
  var cardAuthor: AuthorNames {
    guard let label = property("twitter:label1")?.lowercased(), Self.authorLabels.contains(label) else {
      return AuthorNames([])
    }
    return names("twitter:data1")
  }

  private static let authorLabels: Set<String> = [
    "written by", "by", "author", "verfasst von", "geschrieben von", "von", "écrit par", "rédigé par", "escrito por",
    "scritto da", "geschreven door", "skrevet av", "skriven av", "napisane przez", "автор", "написано автором",
  ]

  /// What may be the date of publication, the likeliest first.
  var published: [String] {
    values(
      "itemprop:datepublished", "date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
      "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published",
      "cxenseparse:recs:publishtime",
      "og:published_time", "datepublished", "citation_publication_date", "article:published",
      "og:article:published_time",
      "article_date_original", "originalpublicationdate", "publish_date", "pub_date", "publication_date",
      "published_time", "date_published", "item-publish-date", "iso-8601-publish-date", "ptime", "pdate", "displaydate",
      "og:pubdate", "og:article:time", "rnews:datepublished", "shareaholic:article_published_time",
      "cxenseparse:publishtime", "weibo:article:create_at", "vr:published_time",
      "prism.publicationdate", "dcterms.issued", "dc.date.created", "date.release", "pubdatetime",
      "citation_date", "citation_online_date", "bepress_citation_date", "itemprop:datecreated")
  }

  /// What may be the date of the last change, the likeliest first.
  var modified: [String] {
    values(
      "itemprop:datemodified", "last-modified", "dcterms.modified", "article.updated", "og:updated_time", "lastmod",
      "article:modified", "og:article:modified_time", "article_date_updated", "last_updated", "lastmodifieddate",
      "utime",
      "shareaholic:article_modified_time", "weibo:article:update_at", "itemprop:dateupdated")
  }

  private func values(_ names: String...) -> [String] { names.compactMap { all($0).first } }
}

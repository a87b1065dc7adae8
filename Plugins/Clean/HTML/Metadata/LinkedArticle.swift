internal import JSON

/// The article that a page's JSON-LD describes (schema.org), if there is one; else the recipe or the like that the page is
/// called after.
struct LinkedArticle {
  private var object: JSONObject = [:]
  /// What stands elsewhere in the same script and has a name, by `@id`.
  private var named: [String: JSONObject] = [:]
  /// Whether it is an article, and no recipe or page.
  private(set) var isArticle = false
  /// What the article is called.
  private(set) var title: String?
  /// When the page says that it, or a thing that it is about, was published and changed.
  private(set) var pageDates: (published: String?, modified: String?) = (nil, nil)

  private static let longest = 1 << 20

  /// The first article that goes by what the page's title or heading says; failing that the first that is no item of a list.
  init(_ page: Page, _ titles: PageTitles, _ bytes: Span<UInt8>) {
    func isOwn(_ object: JSONObject) -> Bool {
      Self.titles(of: object).contains { name in
        titles.all.contains { PageTitle.coverage(of: $0, by: name) >= 0.5 }
      }
    }
    var graphs: [LinkedGraph] = []
    for (index, node) in page.tree.nodes.enumerated() where node.tag == .script {
      guard let type = page.tree.value(.type, of: index), bytes.equals("application/ld+json", at: type.trimmed(bytes)),
        node.end > index + 1
      else { continue }
      let range = page.tree.nodes[index + 1].source
      guard range.count <= Self.longest, let value = Self.json(bytes, range) else { continue }
      let graph = LinkedGraph(value)
      if pageDates.published == nil, let page = graph.pages.first(where: { $0["datePublished"] != nil }) {
        pageDates = (Self.text(page["datePublished"]), Self.text(page["dateModified"]))
      }
      graphs.append(graph)
      let own = graph.articles.first { isOwn($0.object) }
      guard let article = own ?? (object.isEmpty ? graph.articles.first { !$0.isListed } : nil) else { continue }
      (object, named, isArticle) = (article.object, graph.named, true)
      title = Self.title(of: object, titles.all)
      if own != nil { return }
    }
    guard object.isEmpty else { return }
    let others = graphs.flatMap { graph in
      graph.pages.filter(isOwn).map { LinkedArticle($0, graph.named, titles) }
    }
    let written = others.filter { !$0.authors.names.isEmpty }
    guard
      let other = written.first(where: { !$0.isPage }) ?? written.first ?? others.first(where: { $0.title != nil })
    else { return }
    (object, named, title) = (other.object, other.named, other.title)
  }

  /// What is no article. Its name is the title only where a heading has it: a page may say more than its recipe.
  private init(_ object: JSONObject, _ named: [String: JSONObject], _ titles: PageTitles) {
    (self.object, self.named) = (object, named)
    title = Self.titles(of: object).first { name in titles.headings.contains { PageTitle.isSame($0, name) } }
  }

  private var isPage: Bool { LinkedGraph.types(of: object).contains { $0.hasSuffix("Page") } }

  subscript(key: String) -> String? { Self.text(object[key]) }

  /// The words of the article, where they are all there: some pages give the first sentences alone.
  var body: ShingleSet? {
    guard let text = self["articleBody"], text.utf8.count >= 600 else { return nil }
    return ShingleSet(text)
  }

  /// The authors, persons and organizations.
  var authors: AuthorNames { AuthorNames(names(author).flatMap(AuthorNames.apart)) }

  /// Whether each author is said to be an organization.
  var isByOrganizations: Bool { Self.isOrganization(author) }

  /// What names the authors: persons, where `author` is an organization and `creator` is none.
  private var author: JSON? {
    let told = ["author", "creator"].compactMap { object[$0] }.filter { !AuthorNames(names($0)).names.isEmpty }
    guard told.count == 2, Self.isOrganization(told[0]), !Self.isOrganization(told[1]),
      names(told[1]).allSatisfy({ Byline.isName($0[...]) || Byline.isEastAsianName($0[...]) })
    else { return told.first }
    return told[1]
  }

  /// Whether all are of schema.org's type `Organization`, or one of those under it, such as `NewsMediaOrganization`.
  private static func isOrganization(_ value: JSON?) -> Bool {
    switch value {
    case .array(let elements): elements.allSatisfy(isOrganization)
    case .object(let object): LinkedGraph.types(of: object).contains { $0.hasSuffix("Organization") }
    default: false
    }
  }

  /// Who publishes it; what the site is made with is no publisher.
  var publisher: String? { names(object["publisher"]).first { $0 != "Blogger" } }

  /// Whether the publisher is told by an address, or by the name of a company, which no site is called by.
  var isPublishedByCompany: Bool {
    publisher.map { name in name.contains("://") || Self.companies.contains { name.hasSuffix(" \($0)") } } ?? false
  }

  /// What names of companies end in.
  private static let companies = [
    "AG", "GmbH", "KG", "SE", "S.L.", "S.A.", "S.p.A.", "S.r.l.", "A/S", "AS", "AB", "B.V.", "Ltd", "Ltd.", "Limited",
    "Inc", "Inc.", "LLC",
  ]

  /// Whether the publisher is called as the site is: that of a recipe is a company, and that of a blog its author.
  var isPublishedBySite: Bool {
    let isAuthor = publisher.map(authors.names.contains) ?? false
    return isArticle && !isPublishedByPerson && (!isAuthor || isByOrganizations)
  }

  /// Whether the publisher is said to be a person, as plugins for search engines have it on blogs.
  var isPublishedByPerson: Bool {
    guard case .object(let publisher) = object["publisher"] else { return false }
    let told = publisher["@id"]?.string.flatMap { named[$0] }
    return [publisher, told ?? [:]].contains { LinkedGraph.types(of: $0).contains("Person") }
  }

  /// Of `headline` and `name` the one that is more like what the page itself is called: sites write a description into the
  /// first, or their own name into the second.
  private static func title(of object: JSONObject, _ known: [String]) -> String? {
    titles(of: object).max { one, other in
      func likeness(_ name: String) -> Double { known.map { PageTitle.coverage(of: $0, by: name) }.max() ?? 0 }
      return likeness(one) < likeness(other)
    }
  }

  private static func titles(of object: JSONObject) -> [String] {
    ["headline", "name"].compactMap { text(object[$0]) }
  }

  /// The JSON in a script, whose line breaks inside strings some sites forget to escape, and which some put into what
  /// hides it from old readers of XML and HTML.
  private static func json(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JSON? {
    let text = range.map { bytes[$0] < 0x20 ? 0x20 : bytes[$0] }
    var inside = text.indices.trimmed(text.span)
    for (opener, closer) in [("<![CDATA[", "]]>"), ("<!--", "-->")]
    where text[inside].starts(with: opener.utf8) && text[inside].reversed().starts(with: closer.utf8.reversed()) {
      inside = inside.dropFirst(opener.utf8.count).dropLast(closer.utf8.count).trimmed(text.span)
    }
    return try? JSON(parsing: Array(text[inside]))
  }

  private static func text(_ value: JSON?) -> String? {
    switch value {
    // Many sites write HTML's character references into JSON.
    case .string(let text): text.withoutReferences
    case .array(let elements): elements.first.flatMap { text($0) }
    case .object(let object): object["name"]?.string ?? object["@id"]?.string
    default: nil
    }
  }

  /// The names of persons or organizations, which may stand elsewhere in the graph.
  private func names(_ value: JSON?) -> [String] {
    switch value {
    case .string(let name): return name.isEmpty ? [] : [name.withoutReferences]
    case .array(let elements): return elements.flatMap { names($0) }
    case .object(let object):
      if let name = object["name"] { return names(name) }
      let parts = ["givenName", "familyName"].compactMap { object[$0]?.string }
      if !parts.isEmpty { return [parts.joined(separator: " ").withoutReferences] }
      return object["@id"]?.string.flatMap { named[$0]?["name"]?.string }.map { [$0.withoutReferences] } ?? []
    default: return []
    }
  }
}

internal import DocumentModel
internal import JSON

/// What a page says of itself, and where: JSON-LD first, then Open Graph, other `meta` elements, microdata, the page.
struct PageMetadata {
  /// Where a value stands, as documents tell it.
  enum Origin: String {
    case linkedData = "json-ld"
    case openGraph = "open-graph"
    case meta
    case microdata
    case page
  }

  static let longestValue = 2000

  private(set) var values: JSONObject = [:]
  /// The origin of each value, by its key.
  private(set) var origins: JSONObject = [:]

  /// - Parameter address: that of the page, where it is known from elsewhere.
  init(
    _ page: Page, _ titles: PageTitles, _ linked: LinkedArticle, at address: WebAddress? = nil, _ bytes: Span<UInt8>
  ) {
    let tags = MetaTags(page, bytes)
    let properties = PageProperties(page, bytes)
    let sites = [
      linked.publisher, tags.property("og:site_name"), tags.first("application-name", "apple-mobile-web-app-title"),
    ]
    let addresses = [properties.canonical, tags.property("og:url")].compactMap(\.self)
    let host = addresses.first.flatMap(WebAddress.init)?.authority
    let title = PageTitle(sites: sites.compactMap(\.self), host: host, headings: titles.headings)
    addTitle(title, titles, linked, tags, properties)
    // A person who publishes what they write is its author still.
    let papers = linked.isPublishedByPerson ? sites.dropFirst() : sites[...]
    let paper = PageTitle(sites: papers.compactMap(\.self), host: host)
    addByline(linked, tags, properties, isPaper: paper.isSite, isSite: title.isSite)
    // The language of the element is what a page declares; the locale of Open Graph is often a template's default.
    let languages: [(String?, Origin)] = [
      (properties.language, .page), (linked["inLanguage"], .linkedData),
      (tags.property("og:locale")?.replacing("_", with: "-"), .openGraph),
      (tags.first("content-language", "dc.language"), .meta),
    ]
    let dates = DateStyle.ofPage(in: languages.lazy.compactMap(\.0).first { !$0.isEmpty }, from: host)
    addDates(linked, tags, properties, at: addresses, dates, page, bytes)
    for (language, origin) in languages { add("language", language, origin) }
    if linked.isPublishedBySite, !linked.isPublishedByCompany { add("site", linked.publisher, .linkedData) }
    add("site", tags.property("og:site_name"), .openGraph)
    add("site", tags.first("application-name"), .meta)
    add("site", linked.publisher, .linkedData)
    addCanonical(
      [(properties.canonical, .page), (tags.property("og:url"), .openGraph), (linked["url"], .linkedData)],
      from: page.base(at: address, bytes))
    let descriptions: [(text: String?, origin: Origin)] = [
      // Some write the HTML of the page into it.
      (linked["description"].flatMap { $0.contains("</") ? nil : $0 }, .linkedData),
      (tags.first("dc.description", "dcterms.description"), .meta), (tags.property("og:description"), .openGraph),
      (tags.first("weibo:article:description", "description", "twitter:description"), .meta),
    ]
    // Some describe the page to machines by what stands below its picture.
    let captions = page.captions(bytes)
    func isCaption(_ text: String?) -> Bool {
      text.map { text in captions.contains { $0.hasPrefix(text.withoutReferences.singleSpaced) } } ?? true
    }
    for (text, origin) in descriptions where !isCaption(text) { add("description", text, origin) }
    for (text, origin) in descriptions { add("description", text, origin) }
  }

  private mutating func add(_ key: String, _ value: String?, _ origin: Origin) {
    // Many sites write a reference for the ampersand of a reference.
    guard values[key] == nil, let value = value?.withoutReferences.singleSpaced, !value.isEmpty,
      value.utf8.count <= Self.longestValue
    else { return }
    values[key] = .string(value)
    origins[key] = .string(origin.rawValue)
  }

  /// The first address that is whole. Where only others are told, one that leads from the page's own place: whole where
  /// that is known.
  private mutating func addCanonical(_ addresses: [(written: String?, origin: Origin)], from base: WebAddress?) {
    let told = addresses.compactMap { address in address.written.map { ($0, address.origin) } }
    if let (address, origin) = told.first(where: { WebAddress($0.0)?.isOfPage ?? false }) {
      add("canonical", address, origin)
    } else {
      for (address, origin) in told { add("canonical", WebAddress.target(address, from: base), origin) }
    }
  }

  private mutating func addDates(
    _ linked: LinkedArticle, _ tags: MetaTags, _ properties: PageProperties, at addresses: [String], _ style: DateStyle,
    _ page: Page, _ bytes: Span<UInt8>
  ) {
    func addFirst(_ key: String, of written: [String?], _ origin: Origin) {
      let dates = written.lazy.compactMap(\.self).compactMap { ISODate.text(of: $0, style) }
      add(key, dates.first { !Self.unsetDates.contains($0.prefix(10)) }, origin)
    }
    // A recipe's own may be older than the page.
    func ofArticle(_ key: String) -> String? { linked.isArticle ? linked[key] : nil }
    addFirst("published", of: [ofArticle("datePublished"), linked.pageDates.published], .linkedData)
    addFirst("published", of: [tags.property("article:published_time")], .openGraph)
    addFirst("published", of: tags.published, .meta)
    addFirst("published", of: [properties.published], .microdata)
    var shown: PageDate?
    if values["published"] == nil {
      shown = PageDate(page, title: values["title"]?.string, at: addresses, style, bytes)
      addFirst("published", of: [shown?.published], .page)
    }
    addFirst("updated", of: [ofArticle("dateModified"), linked.pageDates.modified], .linkedData)
    addFirst("updated", of: [tags.property("article:modified_time")], .openGraph)
    addFirst("updated", of: tags.modified, .meta)
    addFirst("updated", of: [properties.modified], .microdata)
    add("updated", shown?.updated, .page)
  }

  /// What programs write where no date was set.
  private static let unsetDates: Set<Substring> = ["1970-01-01", "1969-12-31", "1900-01-01"]

  /// The first authors that are told. Where these are the site or organizations, persons that are told elsewhere.
  private mutating func addByline(
    _ linked: LinkedArticle, _ tags: MetaTags, _ properties: PageProperties, isPaper: (String) -> Bool,
    isSite: (String) -> Bool
  ) {
    let candidates: [(authors: AuthorNames, origin: Origin)] = [
      (linked.authors, .linkedData),
      (tags.names("dc.creator", "dcterms.creator", "author", "parsely-author"), .meta),
      (tags.names("article:author"), .openGraph),
      (tags.names("sailthru.author", "cxenseparse:author", "citation_author", "byl"), .meta),
      (tags.cardAuthor, .meta), (properties.byline.names, .page),
    ]
    let told = candidates.filter { $0.authors.text.map { $0.utf8.count <= Self.longestValue } ?? false }
    guard var best = told.first else { return }
    if best.authors.names.allSatisfy(isPaper) || (best.origin == .linkedData && linked.isByOrganizations) {
      // A place or the paper may stand behind the name.
      func isPerson(_ name: String) -> Bool {
        let name = name.prefix { $0 != "," }
        return !isSite(String(name)) && (Byline.isName(name) || Byline.isEastAsianName(name))
      }
      best = told.dropFirst().first { $0.authors.names.allSatisfy(isPerson) } ?? best
    }
    // Machines may be told a first name, or one in small letters, of what people read in full.
    best = told.first { [best] in $0.authors.completes(best.authors) } ?? best
    add("byline", best.authors.text, best.origin)
  }

  private mutating func addTitle(
    _ title: PageTitle, _ known: PageTitles, _ linked: LinkedArticle, _ tags: MetaTags, _ properties: PageProperties
  ) {
    let headline = properties.headline.flatMap { headline in
      known.title.map { PageTitle.isAlike($0, headline) } ?? true ? headline : nil
    }
    let candidates: [(String?, Origin)] = [
      (linked.title, .linkedData), (tags.first("dc.title", "dcterms.title"), .meta),
      (tags.property("og:title"), .openGraph),
      (tags.first("weibo:article:title", "title", "twitter:title", "parsely-title"), .meta), (headline, .microdata),
      (known.own, .page), (known.title, .page), (known.heading, .page),
    ]
    let titles = candidates.lazy.compactMap { candidate, origin in
      candidate.map { (text: title.text(of: $0.singleSpaced), origin: origin) }
    }
    // Some sites call every page by their own name, and shorten titles in one place that are whole in another.
    guard let best = titles.first(where: { !title.isSite($0.text) && !$0.text.isEmpty }) ?? titles.first else { return }
    let whole =
      PageTitle.ellipsis(of: best.text) == nil ? nil : titles.first { PageTitle.isShortened(best.text, from: $0.text) }
    add("title", (whole ?? best).text, (whole ?? best).origin)
  }
}

extension Page {
  /// What stands below the first pictures.
  fileprivate func captions(_ bytes: Span<UInt8>) -> [String] {
    tree.nodes.indices.lazy.filter { tree.nodes[$0].tag == .figcaption }.prefix(20)
      .compactMap { words(of: $0, bytes, upTo: 1000) }
  }
}

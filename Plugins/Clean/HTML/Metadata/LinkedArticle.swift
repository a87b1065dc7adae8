internal import JSON

/// The article that a page's JSON-LD describes (schema.org), if there is one.
struct LinkedArticle {
  private var object: JSONObject = [:]

  private static let longest = 1 << 20
  private static let types: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "SocialMediaPosting", "TechArticle",
    "ScholarlyArticle",
    "AdvertiserContentArticle", "SatiricalArticle", "APIReference", "Posting",
  ]

  init(_ page: Page, _ bytes: Span<UInt8>) {
    for (index, node) in page.tree.nodes.enumerated() where node.tag == .script {
      guard let type = page.tree.value(.type, of: index), bytes.equals("application/ld+json", at: type.trimmed(bytes)),
        node.end > index + 1
      else { continue }
      let range = page.tree.nodes[index + 1].source
      guard range.count <= Self.longest, let value = Self.json(bytes, range), let found = Self.article(in: value) else {
        continue
      }
      object = found
      return
    }
  }

  subscript(key: String) -> String? { Self.text(object[key]) }

  /// The words of the article, where they are all there: some pages give the first sentences alone.
  var body: ShingleSet? {
    guard let text = self["articleBody"], text.utf8.count >= 600 else { return nil }
    return ShingleSet(text)
  }

  var byline: String? {
    let names = Self.names(object["author"]) ?? Self.names(object["creator"]) ?? []
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  var publisher: String? { Self.names(object["publisher"])?.first }

  /// The JSON in a script, whose line breaks inside strings some sites forget to escape, and which some put into what
  /// hides it from old readers of XML and HTML.
  private static func json(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JSON? {
    var text = range.map { bytes[$0] < 0x20 ? 0x20 : bytes[$0] }[...]
    for (opener, closer) in [("<![CDATA[", "]]>"), ("<!--", "-->")] {
      let inside = text.trimmed
      guard inside.starts(with: opener.utf8), inside.reversed().starts(with: closer.utf8.reversed()) else { continue }
      text = inside.dropFirst(opener.utf8.count).dropLast(closer.utf8.count)
    }
    return try? JSON(parsing: Array(text))
  }

  /// The first article in `value`, breadth first: it may stand in an array or a graph.
  private static func article(in value: JSON) -> JSONObject? {
    var queue = [value]
    var next = 0
    while next < queue.count, next < 200 {
      switch queue[next] {
      case .array(let elements): queue += elements
      case .object(let object):
        if types(of: object).contains(where: Self.types.contains) { return object }
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
          if let inner = object[key] { queue.append(inner) }
        }
      default: break
      }
      next += 1
    }
    return nil
  }

  private static func types(of object: JSONObject) -> [String] {
    switch object["@type"] {
    case .string(let type): [type]
    case .array(let types): types.compactMap(\.string)
    default: []
    }
  }

  private static func text(_ value: JSON?) -> String? {
    switch value {
    case .string(let text): decoded(text)
    case .array(let elements): elements.first.flatMap { text($0) }
    case .object(let object): object["name"]?.string ?? object["@id"]?.string
    default: nil
    }
  }

  /// The names of persons or organizations.
  private static func names(_ value: JSON?) -> [String]? {
    switch value {
    case .string(let name): name.hasPrefix("http") || name.isEmpty ? nil : [decoded(name)]
    case .object(let object): object["name"].flatMap { names($0) }
    case .array(let elements):
      elements.reduce(into: [String]()) { names, element in
        for name in Self.names(element) ?? [] where !names.contains(name) { names.append(name) }
      }
    default: nil
    }
  }

  /// Many sites write HTML's character references into JSON.
  private static func decoded(_ text: String) -> String {
    let bytes = text.utf8.span
    return bytes.decodedText(0..<bytes.count)
  }
}

extension ArraySlice<UInt8> {
  /// Without white space at its borders.
  fileprivate var trimmed: ArraySlice<UInt8> {
    var slice = drop { $0.isSpace }
    while slice.last?.isSpace == true { slice.removeLast() }
    return slice
  }
}

extension Range<Int> {
  /// The range without white space at its borders.
  func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
    var range = self
    while let first = range.first, bytes[first].isSpace { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last].isSpace { range = range.lowerBound..<last }
    return range
  }
}

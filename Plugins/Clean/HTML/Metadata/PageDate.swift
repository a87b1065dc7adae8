/// The days of publication and of the last change that a page shows to its readers: beside its title, or in its address.
struct PageDate {
  /// In ISO 8601, as are all here; `nil` where none is shown.
  private(set) var published: String?
  private(set) var updated: String?

  private let page: Page
  private let style: DateStyle

  /// How many nodes before and behind the title are looked at.
  private static let reach = (before: 60, behind: 300)
  /// Bytes of a text beyond which it is no line of a byline.
  private static let longestLine = 160
  private static let deepest = 50

  /// - Parameters:
  ///   - title: the page's, where it is known.
  ///   - addresses: the page's, as it tells them.
  init(_ page: Page, title: String?, at addresses: [String], _ style: DateStyle, _ bytes: Span<UInt8>) {
    (self.page, self.style) = (page, style)
    for place in places(of: title, bytes) where published == nil { look(beside: place, bytes) }
    published = published ?? addresses.lazy.compactMap(day(inAddress:)).first
    // A `time` elsewhere may be of anything.
    for (index, node) in page.tree.nodes.enumerated() where node.tag == .time && published == nil && updated == nil {
      published = told(by: index, bytes)
    }
  }

  /// Where the title may stand, the likeliest first: the heading that has it, the first one, the element that holds the article.
  private func places(of title: String?, _ bytes: Span<UInt8>) -> [Int] {
    let nodes = page.tree.nodes
    func headings(_ tags: TagSet) -> [(index: Int, words: String)] {
      nodes.indices.lazy.filter { tags.contains(nodes[$0].tag) }.prefix(Self.mostHeadings)
        // A logo is a heading without words, and no words are alike to all.
        .compactMap { index in page.words(of: index, bytes, upTo: 300).map { (index, $0) } }
    }
    func own(among headings: [(index: Int, words: String)], _ title: String) -> Int? {
      let own = headings.filter { PageTitle.coverage(of: $0.words, by: title) >= Self.leastOfHeading }
        .map { ($0.index, coverage: PageTitle.coverage(of: title, by: $0.words)) }
        .filter { $0.coverage >= Self.leastOfTitle }
      // The first of those that say most of it.
      return own.max { $0.coverage < $1.coverage }?.0
    }
    let first = headings([.h1])
    let known = title.flatMap { title in
      own(among: first, title) ?? own(among: headings([.h2, .h3]), title)
        ?? first.first { PageTitle.isAlike(title, $0.words) }?.index
    }
    let others = [[.h1], [.article, .main], [.body]].compactMap { (tags: TagSet) in
      nodes.firstIndex { tags.contains($0.tag) }
    }
    return [known].compactMap(\.self) + others.filter { $0 != known }
  }

  private static let mostHeadings = 100
  /// What part of the title's words, which may have the site's name behind them, its heading has.
  private static let leastOfTitle = 0.5
  /// What part of a heading's words is in the title, where it is the title.
  private static let leastOfHeading = 0.8

  /// Takes the dates nearest to the title, of elements that are named after one or of lines that hold one.
  private mutating func look(beside title: Int, _ bytes: Span<UInt8>) {
    let nodes = page.tree.nodes
    let end = [.h1, .h2, .h3].contains(nodes[title].tag) ? Int(nodes[title].end) : title
    let places = [end..<min(nodes.count, end + Self.reach.behind), max(0, title - Self.reach.before)..<title]
    // Some pages have their byline in an `aside`, and most have other articles there.
    for (isNamed, isAside) in [(true, false), (false, false), (true, true), (false, true)] {
      for index in places.joined() where nodes[index].tag != .text {
        guard isNamed ? isDate(index) : isLine(index), !isOfOthers(index, title),
          around(index, without: title).contains(where: { nodes[$0].tag == .aside }) == isAside,
          let found = dates(of: index, isNamed, bytes)
        else { continue }
        updated = updated ?? found.updated
        published = found.published
        if published != nil { return }
      }
    }
  }

  private func dates(of index: Int, _ isNamed: Bool, _ bytes: Span<UInt8>) -> (published: String?, updated: String?)? {
    let line = line(of: index, bytes).map { DatedLine($0, style, isNamed: isNamed) }
    guard isNamed, let told = told(by: index, bytes) else { return line.map { ($0.published, $0.updated) } }
    // What the day is of stands in the element, or before it in the one around.
    let around = Int(page.tree.nodes[index].parent)
    let before = around < 0 ? nil : page.words(of: around, before: index, bytes, upTo: Self.longestLine)
    let isChange = line?.updated ?? DatedLine("\(before ?? "") \(told)", style, isNamed: true).updated
    return isChange == nil ? (told, nil) : (nil, told)
  }

  private func line(of index: Int, _ bytes: Span<UInt8>) -> String? {
    page.words(of: index, bytes, upTo: Self.longestLine + 1).flatMap { $0.utf8.count <= Self.longestLine ? $0 : nil }
  }

  /// The date that an element tells machines.
  private func told(by index: Int, _ bytes: Span<UInt8>) -> String? {
    for name in [HTMLAttribute.Name.datetime, .content, .title] {
      guard let value = page.tree.value(name, of: index), value.count <= Self.longestLine,
        let date = ISODate.text(of: bytes.decodedValue(value), style)
      else { continue }
      return date
    }
    return nil
  }

  private func isDate(_ index: Int) -> Bool {
    page.tree.nodes[index].tag == .time || !page.hints[index].isDisjoint(with: [.date, .byline])
  }

  /// Whether an element holds a text itself, among the first things in it.
  private func isLine(_ index: Int) -> Bool {
    ![.footer, .nav].contains(page.tree.nodes[index].tag)
      && !PageBlockReader.unread.contains(page.tree.nodes[index].tag)
      && page.tree.inside(index).prefix(60).contains {
        page.tree.nodes[$0].parent == Int32(index) && page.tree.nodes[$0].tag == .text && !page.tree.nodes[$0].isBlank
      }
  }

  /// Whether an element stands, without the title, in what other articles are named in, or what readers say.
  private func isOfOthers(_ index: Int, _ title: Int) -> Bool {
    around(index, without: title).contains {
      !page.hints[$0].isDisjoint(with: [.comments, .comment, .related, .footer, .invisible])
        || [.footer, .nav].contains(page.tree.nodes[$0].tag)
    }
  }

  /// The elements around that at `index`, as far as the title is not in them.
  private func around(_ index: Int, without title: Int) -> some Sequence<Int> {
    page.ancestors(of: index).prefix(Self.deepest).prefix { !($0 <= title && title < page.tree.nodes[$0].end) }
  }

  /// `2026-03-14` of `https://harbour-herald.example/2026/03/14/quay`.
  private func day(inAddress address: String) -> String? {
    let parts = address.split { "/-_".contains($0) }
    for index in parts.indices.dropLast(2) {
      guard parts[index].utf8.count == 4, let year = Int(parts[index]), (1990...2100).contains(year),
        parts[index + 1].utf8.count == 2, parts[index + 2].utf8.count == 2
      else { continue }
      var tokens = LineTokens(parts[index...index + 2].joined(separator: "-"))
      if let date = tokens.date(), tokens.isAtEnd { return date.iso }
    }
    return nil
  }
}

/// The authors that the elements of a page name.
struct PageByline {
  /// How sure an element is to hold an author's name.
  private enum Rank: Comparable {
    /// Near the title: a link to an author's page, an address, or a class name with such a word somewhere in it.
    case near
    case named
    /// By `rel` or `itemprop`.
    case certain
  }

  private(set) var names = AuthorNames([])

  private let page: Page
  private var rank: Rank?
  /// How many elements of each rank were read.
  private var read: [Rank: Int] = [:]
  /// The index behind the element of the last name.
  private var end = 0
  /// The nodes behind the title, where bylines stand.
  private var nearTitle = 0..<0

  private static let longestName = 100
  private static let nodesNearTitle = 150
  private static let farthest = 200
  private static let deepest = 50
  /// The authors stand in the first elements of their rank, or in none: no page has names without end read.
  private static let mostRead = 100

  init(_ page: Page, _ bytes: Span<UInt8>) {
    self.page = page
    for (index, node) in page.tree.nodes.enumerated() where node.tag != .text {
      if node.tag == .h1, nearTitle.isEmpty { nearTitle = Int(node.end)..<Int(node.end) + Self.nodesNearTitle }
      guard !node.attributes.isEmpty || node.tag == .address, node.tag != .link, let found = rank(of: index, bytes),
        rank.map({ found >= $0 }) ?? true, read[found, default: 0] < Self.mostRead, !isInComments(index)
      else { continue }
      read[found, default: 0] += 1
      if rank.map({ found > $0 }) ?? true {
        if isSettled(before: index) { continue }
        let names = AuthorNames(names(in: index, found, bytes))
        guard !names.names.isEmpty else { continue }
        (self.names, rank, end) = (names, found, Int(node.end))
      } else if found == rank, index >= end, isNextName(index, bytes) {
        for name in names(in: index, found, bytes) where Byline.isName(name[...]) { names.append(name) }
        end = Int(node.end)
      }
    }
    if names.names.isEmpty { names = AuthorNames(namesOfLine(bytes)) }
  }

  /// The names of the first line near the title that begins with `By`, in one language or another.
  private func namesOfLine(_ bytes: Span<UInt8>) -> [String] {
    for index in nearTitle.clamped(to: 0..<page.tree.nodes.count) {
      let node = page.tree.nodes[index]
      guard node.tag == .text, 1...2 * Self.longestName ~= Int(page.lengths[index]), node.parent >= 0 else { continue }
      let text = bytes.decodedText(node.source.prefix(4 * Self.longestName)).singleSpaced
      guard AuthorNames.hasOpener(text), text.count <= Self.longestName, !isInComments(index) else { continue }
      let names = ShownNames(texts(in: Int(node.parent), bytes)).names
      if !names.isEmpty { return names }
    }
    return []
  }

  private func rank(of index: Int, _ bytes: Span<UInt8>) -> Rank? {
    let tree = page.tree
    let hints = page.hints[index]
    if hints.contains(.invisible) { return nil }
    let says = [HTMLAttribute.Name.rel, .itemprop].contains { name in
      tree.value(name, of: index).map { bytes.hasWord("author", in: $0) } ?? false
    }
    if says { return .certain }
    if hints.contains(.byname) { return .named }
    guard nearTitle.contains(index) else { return nil }
    if hints.contains(.bylineName) { return .near }
    if tree.nodes[index].tag == .address { return .near }
    guard tree.nodes[index].tag == .a, let href = tree.value(.href, of: index), href.count < 500 else { return nil }
    return leadsToAuthor(href, bytes) ? .near : nil
  }

  private func leadsToAuthor(_ href: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    // In `/licenses/by/4.0/` it is one of the terms.
    func isOfLicence(_ start: Int) -> Bool {
      let words = "/licenses".utf8
      return start - words.count >= href.lowerBound && bytes.says(words, at: start - words.count)
    }
    func leads(_ words: String, at start: Int) -> Bool {
      start + words.utf8.count <= href.upperBound && bytes.says(words.utf8, at: start)
    }
    return href.contains { start in
      bytes[start] == UInt8(ascii: "/")
        && (Self.authorPages.contains { leads($0, at: start) } || (leads("/by/", at: start) && !isOfLicence(start)))
    }
  }

  /// What stands in the addresses of pages about authors.
  private static let authorPages = ["/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/profile/"]

  private func isInComments(_ index: Int) -> Bool {
    let article: TagSet = [.article, .main, .body, .html]
    return page.hints[index].contains(.comment)
      || page.ancestors(of: index).prefix(Self.deepest).prefix { !article.contains(page.tree.nodes[$0].tag) }
        .contains { !page.hints[$0].isDisjoint(with: [.comments, .comment]) }
  }

  /// Whether the name that is known stands below the title and is one, so that what an element far from there says for
  /// sure is said of another article.
  private func isSettled(before index: Int) -> Bool {
    rank == .named && index > end + Self.farthest && nearTitle.contains(end)
      && names.names.allSatisfy { Byline.isName($0[...]) }
  }

  /// Whether there is nothing but `and` or a comma between the last name and the element at `index`.
  private func isNextName(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard index - end < 20, names.names.allSatisfy({ $0.split(separator: ", ").allSatisfy(Byline.isName) }) else {
      return false
    }
    let between = page.tree.nodes[end..<index].filter { $0.tag == .text }
      .map { bytes.decodedText($0.source.prefix(100)) }.joined(separator: " ").singleSpaced
    return Self.conjunctions.contains(between.lowercased())
  }

  private static let conjunctions = AuthorNames.conjunctions.union(["", "|", "/", "·"])

  private func names(in index: Int, _ rank: Rank, _ bytes: Span<UInt8>) -> [String] {
    if page.tree.value(.itemprop, of: index) != nil, let content = page.tree.value(.content, of: index) {
      return [bytes.decodedValue(content)]
    }
    let items = itemNames(in: index, bytes)
    if !items.isEmpty { return items }
    guard let text = page.words(of: index, bytes, upTo: 4 * Self.longestName),
      !Self.isLabel(text.lowercased())
    else { return [] }
    // Of several roles each stays with its names.
    let hasRoles = AuthorNames.hasRoles(text)
    let shown = hasRoles ? [] : ShownNames(texts(in: index, bytes)).names
    if !shown.isEmpty { return shown }
    let head = hasRoles ? text : ShownNames.head(of: text)
    guard text.count <= Self.longestName, let name = AuthorNames.name(of: head, hasOpener: false), name.count >= 2
    else { return [] }
    switch rank {
    case .certain, .named:
      return AuthorNames.isOpener(name) ? [] : [name]
    case .near: return Byline.isName(name[...]) || Byline.names(of: text[...]) != nil ? [name] : []
    }
  }

  /// What elements named after authors say that is no name.
  private static let labels = [
    "about ", "follow ", "more ", "view ", "see ", "contact ", "all posts", "a note ", "ver ", "alle ", "voir ",
    "read ",
    "author links", "authors",
  ]

  private static func isLabel(_ text: String) -> Bool {
    labels.contains(where: text.hasPrefix) || text.hasSuffix(" by") || text.hasSuffix(":")
  }

  /// The texts of an element, each for itself, and whether it is a link.
  private func texts(in element: Int, _ bytes: Span<UInt8>) -> [(text: String, isLink: Bool)] {
    page.tree.inside(element).prefix(Self.farthest).lazy
      .filter { page.tree.nodes[$0].tag == .text && !page.tree.nodes[$0].isBlank && page.lengths[$0] > 0 }
      .prefix(Self.mostTexts)
      .map { index in
        let text = bytes.decodedText(page.tree.nodes[index].source.prefix(4 * Self.longestName))
          .withPlainSpaces.singleSpaced
        let around = page.ancestors(of: index).prefix(Self.deepest).prefix { $0 != element }
        return (text, around.contains { page.tree.nodes[$0].tag == .a })
      }
  }

  private static let mostTexts = 12

  /// The names that microdata has inside an author's element.
  private func itemNames(in index: Int, _ bytes: Span<UInt8>) -> [String] {
    var names: [String] = []
    for inside in page.tree.inside(index).prefix(Self.farthest) {
      guard let item = page.tree.value(.itemprop, of: inside), bytes.hasWord("name", in: item) else { continue }
      let content = page.tree.value(.content, of: inside).map { bytes.decodedValue($0) }
      guard let written = content ?? page.words(of: inside, bytes, upTo: 4 * Self.longestName),
        written.count <= Self.longestName, let name = AuthorNames.name(of: written),
        names.isEmpty || Byline.isName(name[...])
      else { continue }
      names.append(name)
    }
    return names
  }
}

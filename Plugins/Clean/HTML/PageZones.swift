/// The parts of a page that are no part of any article, by what their tags and names say.
struct PageZones {
  /// By node: why it is left out, `nil` where it may stay.
  private(set) var rules: [DropRule?]

  /// - Parameter isLenient: whether only comments, hidden parts and forms are left out: for pages whose article bears the name
  ///   of something else.
  init(_ page: Page, _ measures: PageMeasures, _ options: CleanOptions, isLenient: Bool) {
    rules = [DropRule?](repeating: nil, count: page.tree.nodes.count)
    let all = page.tree.nodes.isEmpty ? 0 : Int(measures.prose[0])
    for (index, node) in page.tree.nodes.enumerated() {
      if node.parent >= 0, let rule = rules[Int(node.parent)] {
        rules[index] = rule
        continue
      }
      guard node.tag != .text, node.tag != .html, node.tag != .body,
        let rule = Self.rule(for: index, page, measures, isLenient: isLenient || options.extraction == .recall),
        rule != .comments || !options.keepsComments
      else { continue }
      // What holds most of the page's prose is the article, whatever it is called.
      if Int(measures.prose[index]) * 2 > all, all > 0 { continue }
      rules[index] = rule
    }
  }

  private static func rule(for index: Int, _ page: Page, _ measures: PageMeasures, isLenient: Bool) -> DropRule? {
    let hints = page.hints[index]
    switch page.tree.nodes[index].tag {
    case .nav, .menu: if !isLenient { return .navigation }
    case .aside: if !isLenient { return .sidebar }
    case .footer: if !isLenient { return .footer }
    case .form, .fieldset: if measures.prose[index] < 400 { return .form }
    case .dialog: return .widget
    case .noscript: return .hidden
    case .figcaption: return .caption
    case .figure:
      if measures.letters[index] < 400, measures.prose[index] < 100, measures.blocks[index] < 4 { return .caption }
    default: break
    }
    guard !hints.isEmpty else { return nil }
    if hints.contains(.quoted) || page.tree.nodes[index].tag == .blockquote { return nil }
    if hints.contains(.hidden) { return .hidden }
    if hints.contains(.comments) { return .comments }
    if isLenient || hints.contains(.articleBody) { return nil }
    for (hint, rule) in Self.rulesOfHints where hints.contains(hint) { return rule }
    let letters = measures.letters[index]
    if hints.contains(.authorBox), letters < 1500 { return .author }
    if hints.contains(.author), letters < 600, !hints.contains(.content) { return .author }
    if hints.contains(.byline) || hints.contains(.date), letters < 200 { return .byline }
    if hints.contains(.caption), letters < 400 { return .caption }
    if hints.contains(.header), !hints.contains(.content), measures.prose[index] < 300,
      !page.tree.inside(index).contains(where: { page.tree.nodes[$0].tag == .h1 })
    {
      return .header
    }
    return nil
  }

  private static let rulesOfHints: [(Hints, DropRule)] = [
    (.cookies, .cookies), (.newsletter, .newsletter), (.share, .share), (.advertisement, .advertisement),
    (.related, .related), (.navigation, .navigation), (.footer, .footer), (.sidebar, .sidebar), (.login, .form),
    (.tags, .tags), (.gallery, .gallery), (.comment, .comments), (.widget, .widget),
  ]
}

/// The quotation marks that browsers draw around `q` elements, by the texts before and behind which they stand.
struct QuotationMarks {
  private(set) var before: [Int: String] = [:]
  private(set) var behind: [Int: String] = [:]

  private struct Quotation {
    var node: Int
    /// The first and the last text in it that is read.
    var texts: ClosedRange<Int>?
  }

  /// - Complexity: O(nodes).
  init(of page: Page, _ bytes: Span<UInt8>) {
    let nodes = page.tree.nodes
    var open: [Quotation] = []
    for (index, node) in nodes.enumerated() where node.tag == .q || !open.isEmpty {
      while let last = open.last, nodes[last.node].end <= index { close(&open, page, bytes) }
      if node.tag == .q {
        open.append(Quotation(node: index))
      } else if node.tag == .text, !node.isBlank, !page.isUnread(index), let last = open.indices.last {
        open[last].texts = (open[last].texts?.lowerBound ?? index)...index
      }
    }
    while !open.isEmpty { close(&open, page, bytes) }
  }

  private mutating func close(_ open: inout [Quotation], _ page: Page, _ bytes: Span<UInt8>) {
    guard let last = open.popLast(), let texts = last.texts else { return }
    if let outer = open.indices.last {
      open[outer].texts = (open[outer].texts?.lowerBound ?? texts.lowerBound)...texts.upperBound
    }
    // Some write marks of their own, and have the page draw none.
    if Self.hasMarks(last.node, texts, page, bytes) { return }
    let marks = Self.marks(in: page.language(around: last.node, bytes), isInner: open.count % 2 == 1)
    before[texts.lowerBound] = marks.0 + (before[texts.lowerBound] ?? "")
    behind[texts.upperBound, default: ""] += marks.1
  }

  /// Whether a quotation has marks of its own, in it or around it, or its element says that it has none.
  private static func hasMarks(_ node: Int, _ texts: ClosedRange<Int>, _ page: Page, _ bytes: Span<UInt8>) -> Bool {
    let nodes = page.tree.nodes
    func words(_ index: Int) -> String { bytes.decodedText(nodes[index].source).singleSpaced }
    if let style = page.tree.value(.style, of: node),
      bytes.decodedValue(style).filter({ $0 != " " }).contains("quotes:none")
    {
      return true
    }
    let opening = words(texts.lowerBound)
    guard let first = opening.first, let end = words(texts.upperBound).last else { return false }
    if all.contains(first), all.contains(end) { return true }
    // `„Ja“, sagte er`.
    if let partners = partners[first], opening.dropFirst().contains(where: partners.contains) { return true }
    func ends(_ index: Int) -> Bool {
      [.text, .br].contains(nodes[index].tag) || Tag.blocks.contains(nodes[index].tag)
    }
    guard let before = (0..<node).last(where: ends), nodes[before].tag == .text,
      let behind = (Int(nodes[node].end)..<nodes.count).first(where: ends), nodes[behind].tag == .text,
      let left = bytes.decodedText(nodes[before].source).last, let right = bytes.decodedText(nodes[behind].source).first
    else { return false }
    return all.contains(left) && all.contains(right)
  }

  /// As the Unicode Common Locale Data Repository has them.
  private static func marks(in language: String?, isInner: Bool) -> (String, String) {
    let marks = Array(byLanguage.first { $0.languages.contains(language ?? "en") }?.marks ?? "“”‘’")
    return isInner ? (String(marks[2]), String(marks[3])) : (String(marks[0]), String(marks[1]))
  }

  private static let byLanguage: [(languages: Set<String>, marks: String)] = [
    (["de", "cs", "sk", "sl", "bg", "lt", "is"], "„“‚‘"), (["fr", "it", "es", "el"], "«»“”"),
    (["ru", "uk", "be"], "«»„“"), (["pl", "ro", "hu"], "„”«»"), (["nb", "nn", "no"], "«»‘’"), (["sv", "fi"], "””’’"),
    (["nl"], "‘’“”"), (["ja"], "「」『』"),
  ]

  private static let all: Set<Character> = Set("\"'“”„‟‘’‚«»‹›「」『』")
  /// What closes a quotation that begins with a mark that is no apostrophe.
  private static let partners: [Character: String] = [
    "\"": "\"", "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』",
  ]
}

extension Page {
  /// The language of the innermost element around the node at `index` that tells one, as `en`.
  fileprivate func language(around index: Int, _ bytes: Span<UInt8>) -> String? {
    for element in ancestors(of: index) {
      guard let value = tree.value(.lang, of: element) ?? tree.value(.`xml:lang`, of: element) else { continue }
      return String(bytes.decodedValue(value).lowercased().prefix { $0.isLetter })
    }
    return nil
  }
}

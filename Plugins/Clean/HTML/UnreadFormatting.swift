internal import TextBytes

/// Words in the middle of a paragraph that are not read with it: what is hidden or is for screen readers alone, what was
/// deleted, the numbers of lines of code, the picture of a formula, marks that lead to a note and back.
struct UnreadFormatting {
  /// By node: why it is left out with all inside it; empty where everything is read.
  private(set) var rules: [DropRule?] = []

  private let tree: HTMLTree
  private let hints: [Hints]
  /// The elements around formulas whose children have been looked at.
  private var pictured: Set<Int> = []

  init(_ tree: HTMLTree, _ hints: [Hints], _ bytes: Span<UInt8>) {
    self.tree = tree
    self.hints = hints
    for (index, node) in tree.nodes.enumerated() where !Tag.blocks.contains(node.tag) {
      if node.tag == .math { leaveOutPictures(besideFormula: index) }
      if let rule = rule(of: index, node, bytes) { leaveOut(index, as: rule) }
    }
    guard !rules.isEmpty else { return }
    for (index, node) in tree.nodes.enumerated() where rules[index] == nil && node.parent >= 0 {
      let rule = rules[Int(node.parent)]
      // Where a formula is hidden, a picture of it is shown.
      let isShown = node.tag == .math && rule == .hidden && !isNamedUnread(around: index)
      if rule == .deleted || !Tag.blocks.contains(node.tag), !isShown { rules[index] = rule }
    }
  }

  private func rule(of index: Int, _ node: HTMLTree.Node, _ bytes: Span<UInt8>) -> DropRule? {
    if hints[index].contains(.invisible) || isNamedUnread(index) { return .hidden }
    switch node.tag {
    case .del: return isClosed(node, bytes) ? .deleted : nil
    case .sup: return isNumbers(inside: index, bytes) && leadsIntoPage(around: index, bytes) ? .noteMark : nil
    case .a: return isMarkOfNote(index, bytes) ? .noteMark : nil
    default: return nil
    }
  }

  /// Whether an element has an end tag: where that was forgotten, nobody means all that follows.
  private func isClosed(_ node: HTMLTree.Node, _ bytes: Span<UInt8>) -> Bool {
    let end = "</\(node.tag.name)>".utf8
    return node.source.count > end.count && bytes.says(end, at: node.source.upperBound - end.count)
  }

  /// Whether an element is called like what only screen readers have, or like numbers of lines.
  private func isNamedUnread(_ index: Int) -> Bool {
    hints[index].contains(.lineNumber) || hints[index].isSpokenOnly
  }

  private func isNamedUnread(around index: Int) -> Bool {
    var element = Int(tree.nodes[index].parent)
    while element >= 0, !Tag.blocks.contains(tree.nodes[element].tag) {
      if isNamedUnread(element) { return true }
      element = Int(tree.nodes[element].parent)
    }
    return false
  }

  private mutating func leaveOut(_ index: Int, as rule: DropRule) {
    if rules.isEmpty { rules = [DropRule?](repeating: nil, count: tree.nodes.count) }
    rules[index] = rule
  }

  /// Leaves out what a page shows in place of a formula: it is `aria-hidden`, so that the formula is read out.
  private mutating func leaveOutPictures(besideFormula index: Int) {
    var element = index
    for _ in 0..<Self.depthOfFormulas {
      element = Int(tree.nodes[element].parent)
      guard element >= 0, !Tag.blocks.contains(tree.nodes[element].tag), pictured.insert(element).inserted else {
        return
      }
      for child in tree.children(of: element) where hints[child].contains(.unspoken) { leaveOut(child, as: .hidden) }
    }
  }

  /// How far around a formula KaTeX and MathJax put its picture.
  private static let depthOfFormulas = 3

  // MARK: Notes

  /// Whether a link is nothing but the number of a note, right behind a word, or an arrow back from one.
  private func isMarkOfNote(_ link: Int, _ bytes: Span<UInt8>) -> Bool {
    guard tree.leadsIntoPage(link, bytes), let text = words(inside: link, bytes) else { return false }
    if Self.backLinks.contains(where: { bytes.equals($0, at: text) }) { return true }
    guard text.allSatisfy({ bytes[$0].isDigit }), link > 0, case let before = tree.nodes[link - 1],
      before.tag == .text, before.source.upperBound == tree.nodes[link].source.lowerBound, leadsToNote(link, bytes)
    else { return false }
    return isWord(before: before.source.upperBound, in: before.source, bytes)
  }

  /// Whether a letter stands before `end`, with a stop and what closes a quotation between them at most: behind a row of
  /// dots stands the number of a page.
  private func isWord(before end: Int, in text: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var end = end
    for _ in 0...2 {
      guard end > text.lowerBound, let last = bytes.scalar(before: end) else { return false }
      guard let scalar = Unicode.Scalar(last.value), Self.stops.contains(scalar) else {
        return Unicode.Scalar(last.value)?.properties.isAlphabetic ?? false
      }
      end -= last.count
    }
    return false
  }

  /// Whether the place that a link leads to is called a note, a reference or the like: `#f2` may be a figure.
  private func leadsToNote(_ link: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let target = tree.value(.href, of: link) else { return false }
    return ["fn", "note", "cite", "ref", "foot"].contains { word in
      target.contains { $0 + word.utf8.count <= target.upperBound && bytes.says(word.utf8, at: $0) }
    }
  }

  private static let stops = Set(".,:!?\")'”’»…".unicodeScalars)
  private static let backLinks = ["^", "↑", "↩", "↩︎", "⤴", "⏎"]

  /// The text inside an element, if that is one run of a few bytes.
  private func words(inside index: Int, _ bytes: Span<UInt8>) -> Range<Int>? {
    var words: Range<Int>?
    for inside in tree.inside(index).prefix(8) where tree.nodes[inside].tag == .text && !tree.nodes[inside].isBlank {
      guard words == nil else { return nil }
      words = tree.nodes[inside].source
    }
    guard let words, words.count <= Self.longestMark, tree.inside(index).count <= 8 else { return nil }
    return words
  }

  /// Whether there are numbers in an element, commas between them, and no other words.
  private func isNumbers(inside index: Int, _ bytes: Span<UInt8>) -> Bool {
    var digits = 0
    guard tree.inside(index).count <= 32 else { return false }
    for inside in tree.inside(index) where tree.nodes[inside].tag == .text {
      for at in tree.nodes[inside].source {
        if bytes[at].isDigit {
          digits += 1
        } else if !bytes[at].isSpace, bytes[at] != UInt8(ascii: ",") {
          return false
        }
      }
    }
    return 1...Self.longestMark ~= digits
  }

  private static let longestMark = 12

  /// Whether a `sup` is in a link to a place of the page, or has one in it.
  private func leadsIntoPage(around index: Int, _ bytes: Span<UInt8>) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    return (parent >= 0 && tree.leadsIntoPage(parent, bytes))
      || tree.inside(index).contains { tree.leadsIntoPage($0, bytes) }
  }
}

/// The lists that are open where a page has been written up to, from the outermost in.
struct MarkdownList {
  private struct Opened {
    var level: Int
    var last: ListItem
    /// The column of its marks.
    var indent: Int
  }

  private var opened: [Opened] = []

  /// How many lists may stand in each other; what is deeper stands beside the deepest. Each line is moved in by all of
  /// them.
  private static let deepest = 32

  /// Adds an item to the innermost list of its level, or to a new one.
  ///
  /// A level that none above led to, such as the third under the first, is the next one in.
  ///
  /// - Returns: what stands between the line above and the item's line, and the column of its mark.
  mutating func add(_ item: ListItem, level: Int) -> (joint: String, indent: Int) {
    let isFirst = opened.isEmpty
    var neighbour: Opened?
    while let last = opened.last, last.level >= level || opened.count >= Self.deepest {
      neighbour = last
      opened.removeLast()
    }
    let indent = opened.last.map { $0.indent + $0.last.mark.utf8.count } ?? 0
    opened.append(Opened(level: level, last: item, indent: indent))
    return (joint(of: item, isFirst: isFirst, neighbour: neighbour?.last, indent: indent), indent)
  }

  private func joint(of item: ListItem, isFirst: Bool, neighbour: ListItem?, indent: Int) -> String {
    guard !isFirst else { return "\n" }
    guard let neighbour else {
      // No other number may break into the words of the item above.
      return item.number ?? 1 == 1 ? "" : "\n"
    }
    if item.follows(neighbour) { return "" }
    // Readers count on from the first item of a list, whatever the others say: the comment ends it.
    return item.isAlike(neighbour) ? "\n\(String(repeating: " ", count: indent))<!-- -->\n\n" : "\n"
  }
}

/// A page's title without the name of its site.
enum PageTitle {
  private static let separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " › ", " // ", ": "]

  /// - Parameters:
  ///   - sites: the names that the site goes by.
  ///   - heading: the page's first heading, which has the title alone.
  static func text(of title: String, sites: [String], heading: String?) -> String {
    let whole = title
    if let heading, heading.utf8.count >= 10, heading.utf8.count < whole.utf8.count, whole.hasPrefix(heading),
      separators.contains(where: { whole.dropFirst(heading.count).hasPrefix($0) })
    {
      return heading
    }
    for separator in separators.dropLast() {
      guard let (head, tail) = whole.cutLast(separator) else { continue }
      if sites.contains(where: { isSame($0, tail) }) { return head }
      if let (first, rest) = whole.cutFirst(separator), sites.contains(where: { isSame($0, first) }) { return rest }
    }
    // Without a name to go by: a short tail behind a bar or a dash, if the head is a title still.
    for separator in separators.prefix(5) where sites.isEmpty {
      guard let (head, tail) = whole.cutLast(separator) else { continue }
      if heading.map({ isSame($0, head) }) ?? false { return head }
      let headWords = head.split(separator: " ").count
      let tailWords = tail.split(separator: " ").count
      if headWords >= 4, tailWords <= 4, tailWords * 2 <= headWords { return head }
    }
    return whole
  }

  /// Whether half of the words of one are in the other.
  static func isAlike(_ one: String, _ other: String) -> Bool {
    let words = [one, other].map { Set($0.lowercased().split { !$0.isLetter && !$0.isNumber }) }
    return 2 * words[0].intersection(words[1]).count >= min(words[0].count, words[1].count)
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    let one = one.lowercased().filter(\.isLetter)
    let other = other.lowercased().filter(\.isLetter)
    guard !one.isEmpty, !other.isEmpty else { return false }
    return one == other || (min(one.count, other.count) >= 4 && (one.hasPrefix(other) || other.hasPrefix(one)))
  }
}

extension String {
  fileprivate func cutLast(_ separator: String) -> (head: String, tail: String)? {
    cut(separator, at: utf8.indices.last { utf8[$0...].starts(with: separator.utf8) })
  }

  fileprivate func cutFirst(_ separator: String) -> (head: String, tail: String)? {
    cut(separator, at: utf8.indices.first { utf8[$0...].starts(with: separator.utf8) })
  }

  private func cut(_ separator: String, at index: String.Index?) -> (head: String, tail: String)? {
    guard let index else { return nil }
    let tail = utf8[index...].dropFirst(separator.utf8.count)
    return (String(decoding: utf8[..<index], as: UTF8.self), String(decoding: tail, as: UTF8.self))
  }
}

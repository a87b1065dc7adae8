internal import JSON

/// Shows where a text differs from what is expected of it.
enum TextComparison {
  /// For a whole text the first line that differs; for words that should be there, which of them are not.
  static func details(_ pattern: JSON, _ text: String) -> [String] {
    switch pattern {
    case .string(let expected): return firstDifference(expected, text)
    case .object(let conditions):
      return conditions.flatMap { condition -> [String] in
        let words = (condition.value.array ?? [condition.value]).compactMap(\.string)
        let line = text.onOneLine
        switch condition.key {
        case "contains":
          return words.filter { !text.hasWords($0) }.map { "it does not have \(JSON.string($0).brief)" }
        case "lacks": return words.filter(text.hasWords).flatMap { surroundings(of: $0, in: text) }
        case "starts-with": return ["it starts with \(JSON.string(String(line.prefix(80))).brief)"]
        case "ends-with": return ["it ends with \(JSON.string(String(line.suffix(80))).brief)"]
        default: return []
        }
      }
    default: return []
    }
  }

  /// The words around the first place of `words`.
  static func surroundings(of words: String, in text: String) -> [String] {
    let line = text.onOneLine
    guard !words.onOneLine.isEmpty, let range = line.utf8.firstRange(of: words.onOneLine.utf8) else { return [] }
    let before = String(line.unicodeScalars[..<range.lowerBound].suffix(40))
    let after = String(line.unicodeScalars[range.upperBound...].prefix(40))
    return ["it has \(JSON.string(before + String(line[range]) + after).brief)"]
  }

  private static func firstDifference(_ expected: String, _ text: String) -> [String] {
    let old = expected.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0.elementsEqual($1) }.count
    func line(_ lines: [Substring.UTF8View]) -> String {
      same < lines.count ? JSON.string(String(Substring(lines[same]))).text() : "the end"
    }
    return ["line \(same + 1), expected: \(line(old))", "line \(same + 1), found:    \(line(new))"]
  }
}

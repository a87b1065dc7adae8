internal import JSON
internal import TextBytes

/// Counts in how many articles each line stands, in bounded memory and to the same numbers in whatever order they come.
///
/// Two passes over the same articles. The first counts lines by a digest of 22 bits, so that a counter is never too low;
/// the second counts exactly those that can have come often enough (Park, Chen and Yu 1995, for item sets).
struct LineCensus {
  private var counters = [UInt32](repeating: 0, count: 1 << 22)
  private var counts: [String: Int] = [:]
  /// The articles of the first pass.
  private(set) var articles = 0

  /// A line that stands in many articles, and in how many.
  struct Entry {
    var line: String
    var articles: Int
  }

  /// The first pass.
  mutating func note(_ text: String) {
    articles += 1
    for line in Self.lines(of: text) { counters[Self.slot(of: line)] += 1 }
  }

  /// The second pass: the same articles again, once all of them have been noted.
  mutating func count(_ text: String, ifIn minimum: Int) {
    for line in Self.lines(of: text) where counters[Self.slot(of: line)] >= minimum { counts[line, default: 0] += 1 }
  }

  /// The lines that stand in `minimum` articles or more, those of most articles first.
  func entries(ofAtLeast minimum: Int) -> [Entry] {
    counts.filter { $0.value >= minimum }.map { Entry(line: $0.key, articles: $0.value) }.sorted {
      $0.articles != $1.articles ? $0.articles > $1.articles : $0.line.utf8.lexicographicallyPrecedes($1.line.utf8)
    }
  }

  /// The lines of an article that may be boilerplate, each once, with single spaces between their words.
  private static func lines(of text: String) -> Set<String> {
    var lines: Set<String> = []
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let words = line.split { $0 == 0x20 || $0 == 0x09 }
      let count = words.reduce(words.count - 1) { $0 + $1.count }
      guard lengths.contains(count), line.contains(where: { $0 >= 0x80 || $0.isLetter }) else { continue }
      lines.insert(words.map { String(Substring($0)) }.joined(separator: " "))
    }
    return lines
  }

  /// In bytes. What is longer is a paragraph.
  private static let lengths = 4...300

  /// A digest folded to 22 bits.
  private static func slot(of line: String) -> Int {
    let digest = FNV1a(line.utf8.span).value
    return Int((digest ^ digest >> 22 ^ digest >> 44) & (1 << 22 - 1))
  }
}

extension [LineCensus.Entry] {
  /// The file of rules that `clean` reads.
  var rules: JSON {
    [
      "galley-boilerplate": 1,
      "rules": .array(map { ["rule": "learned", "line": .string($0.line), "articles": .integer($0.articles)] }),
    ]
  }
}

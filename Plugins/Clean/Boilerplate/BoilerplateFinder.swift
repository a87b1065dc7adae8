internal import DocumentModel

/// Finds the lines of a text that are boilerplate, and takes them out with the wider of the gaps around them left.
struct BoilerplateFinder {
  private(set) var edits: [TextEdit] = []
  /// The lines that go, each with its rule, for people.
  private(set) var dropped: [(line: Range<Int>, rule: String)] = []
  private let rules: BoilerplateRules
  /// Lines that go and stand one behind the other, with the gap behind each.
  private var run: [(line: Line, rule: String)] = []
  private var keepsAny = false

  /// How many lines from the end count as the end.
  private static let endReach = 8

  /// - Parameter spared: stretches whose lines are left whatever they say, in order: code, rows of tables.
  init(_ rules: BoilerplateRules, _ bytes: Span<UInt8>, sparing spared: [TextRange] = []) {
    self.rules = rules
    var last: Line?
    var current = bytes.line(after: 0)
    var spared = spared[...]
    while let line = current {
      let next = bytes.line(after: line.range.upperBound)
      while let first = spared.first, first.end <= line.range.lowerBound { spared.removeFirst() }
      let isSpared = spared.first.map { $0.start < line.range.upperBound } ?? false
      if !isSpared, let rule = rule(for: line, after: last, before: next, bytes) {
        run.append((line, rule))
      } else {
        flush(before: line)
        keepsAny = true
      }
      (last, current) = (line, next)
    }
    flush(before: nil)
    // Nothing but boilerplate: then it is none.
    if !keepsAny { (edits, dropped) = ([], []) }
  }

  /// What goes, in words: each line once.
  func summary(in bytes: Span<UInt8>) -> String {
    var told: [(words: String, times: Int)] = []
    for (line, rule) in dropped {
      let words = "\(rule): '\(bytes.shortText(line, characters: 60))'"
      if let index = told.firstIndex(where: { $0.words == words }) {
        told[index].times += 1
      } else if told.count < Self.mostTold {
        told.append((words, 1))
      }
    }
    let list = told.map { $0.times == 1 ? $0.words : "\($0.words) \($0.times) times" }.joined(separator: ", ")
    let more = told.reduce(0) { $0 + $1.times } < dropped.count ? ", …" : ""
    let count = dropped.count == 1 ? "1 line that is" : "\(dropped.count) lines that are"
    return "dropped \(count) no part of the article (\(list)\(more))"
  }

  private static let mostTold = 10

  private func rule(for line: Line, after last: Line?, before next: Line?, _ bytes: Span<UInt8>) -> String? {
    let found = rules.rule(for: line.range, in: bytes) { place in
      switch place {
      case .anywhere: true
      case .later: last != nil
      case .end: isNearEnd(line, bytes)
      }
    }
    guard let found, isWhole(line, after: last, before: next, bytes) else { return nil }
    return found.name
  }

  private func isNearEnd(_ line: Line, _ bytes: Span<UInt8>) -> Bool {
    var end = line.range.upperBound
    for _ in 0..<Self.endReach {
      guard let later = bytes.line(after: end) else { return true }
      end = later.range.upperBound
    }
    return false
  }

  /// Whether the line is no part of a sentence that is wrapped over several lines.
  private func isWhole(_ line: Line, after last: Line?, before next: Line?, _ bytes: Span<UInt8>) -> Bool {
    let begins = last.map { line.lineFeedsBefore > 1 || !run.isEmpty || bytes.endsSentence($0.range) } ?? true
    let ends = next.map { $0.lineFeedsBefore > 1 || !bytes.continues($0.range, after: line.range) } ?? true
    return begins && ends
  }

  /// Makes the edits of the lines at hand.
  private mutating func flush(before next: Line?) {
    guard let first = run.first?.line else { return }
    let takesGapBehind = !keepsAny || (next.map { $0.lineFeedsBefore < first.lineFeedsBefore } ?? false)
    for (index, (line, rule)) in run.enumerated() {
      let end = index + 1 < run.count ? run[index + 1].line.range.lowerBound : next?.range.lowerBound
      let range =
        takesGapBehind
        ? line.range.lowerBound..<(end ?? line.range.upperBound) : line.gapStart..<line.range.upperBound
      edits.append(TextEdit(TextRange(range), rule: "boilerplate: \(rule)"))
      dropped.append((line.range, rule))
    }
    run = []
  }
}

extension Span where Element == UInt8 {
  /// The text at `range`, cut where it has more characters (code points).
  fileprivate func shortText(_ range: Range<Int>, characters: Int) -> String {
    let scalars = text(range).unicodeScalars
    return scalars.count > characters
      ? String(String.UnicodeScalarView(scalars.prefix(characters - 1))) + "…" : String(scalars)
  }
}

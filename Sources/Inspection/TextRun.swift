public import DocumentModel

/// A stretch of a document's text over which no annotation begins or ends.
public struct TextRun: Hashable, Sendable {
  public let range: TextRange
  /// The index of the innermost entity.
  public let entity: Int?
  /// The index of the innermost quotation.
  public let quotation: Int?
  /// Whether it is part of a sentence of the summary.
  let isInSummary: Bool
  /// Whether it is part of a heading or of the number before one.
  public let isHeading: Bool
}

extension Document {
  /// The text in runs, which follow each other without gaps. Annotations that are not well formed are left out.
  ///
  /// - Complexity: O(n log n) in the number of annotations.
  public var runs: [TextRun] {
    func wellFormed(_ ranges: [TextRange]) -> [(range: TextRange, index: Int)] {
      ranges.enumerated().filter { isWellFormed($0.element) }.map { (range: $0.element, index: $0.offset) }
    }
    let layers = [
      wellFormed((entities ?? []).map(\.range)), wellFormed((quotations ?? []).map(\.range)),
      wellFormed((summary?.sentences ?? []).map(\.range)), wellFormed((sections ?? []).compactMap(headingLine)),
    ]
    var borders = layers.joined().flatMap { [$0.range.start, $0.range.end] } + [0, text.utf8.count]
    borders.sort()
    var sweeps = layers.map(RangeSweep.init)
    var runs: [TextRun] = []
    for (start, end) in zip(borders, borders.dropFirst()) where start < end {
      runs.append(
        TextRun(
          range: TextRange(start, end), entity: sweeps[0].innermost(at: start),
          quotation: sweeps[1].innermost(at: start), isInSummary: sweeps[2].innermost(at: start) != nil,
          isHeading: sweeps[3].innermost(at: start) != nil))
    }
    return runs
  }

  /// The heading of `section` with what stands before it on its line, such as `2. `.
  func headingLine(of section: Section) -> TextRange? {
    guard let heading = section.heading, isWellFormed(heading) else { return section.heading }
    let line = TextRange(section.range.start, heading.end)
    guard line.start < heading.start, isWellFormed(line) else { return heading }
    return self[TextRange(line.start, heading.start)].utf8.contains(UInt8(ascii: "\n")) ? heading : line
  }
}

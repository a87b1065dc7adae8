internal import DocumentModel

/// One annotation that is not as the gold has it.
public struct EvaluationError: Hashable, Sendable {
  public let layer: MeasureName.Layer
  /// As the gold has it; `nil` where it has none.
  public let gold: Finding?
  /// As the pipeline found it; `nil` where it did not.
  public let found: Finding?
  /// Where in the gold's files.
  public let place: String
  /// The id of the document.
  public let document: String
  /// The text before and after the annotation, on one line each.
  public let before: String
  public let after: String

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case missed
    case spurious
    /// Found with other borders.
    case borders
    /// Found in the same place with another label.
    case label
    /// Found with other borders and another label.
    case both
  }

  public var kind: Kind {
    guard let gold else { return .spurious }
    guard let found else { return .missed }
    guard gold.range == found.range else { return gold.label == found.label ? .borders : .both }
    return .label
  }

  init(_ layer: MeasureName.Layer, gold: Finding?, found: Finding?, of document: GoldDocument) {
    self.layer = layer
    self.gold = gold
    self.found = found
    self.document = document.document.id
    let range = gold?.range ?? found?.range
    let text = document.document.text
    place = document.places.place(of: range?.start ?? 0, in: text)
    before = range.map { text.context(before: $0.start) } ?? ""
    after = range.map { text.context(after: $0.end) } ?? ""
  }
}

extension Matching {
  /// All that is not right, in reading order.
  func errors(in layer: MeasureName.Layer, of document: GoldDocument) -> [EvaluationError] {
    var errors: [(at: TextRange, error: EvaluationError)] = []
    func add(_ gold: Finding?, _ found: Finding?) {
      let place = gold?.range ?? found?.range ?? document.document.textRange
      errors.append((place, EvaluationError(layer, gold: gold, found: found, of: document)))
    }
    for pair in pairs where !isSamePlace(pair) || !isSameLabel(pair) { add(gold[pair.gold], found[pair.found]) }
    for index in missed { add(gold[index], nil) }
    for index in spurious { add(nil, found[index]) }
    return errors.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element.error)
  }
}

extension String {
  private static var contextLength: Int { 40 }

  /// Some words before the byte at `offset`, white space as single spaces.
  fileprivate func context(before offset: Int) -> String {
    var start = Swift.max(0, offset - Self.contextLength)
    while start > 0, start < offset, utf8.span[start] & 0xC0 == 0x80 { start += 1 }
    return words(TextRange(start, offset))
  }

  /// Some words after the byte at `offset`.
  fileprivate func context(after offset: Int) -> String {
    var end = Swift.min(utf8.count, offset + Self.contextLength)
    while end < utf8.count, end > offset, utf8.span[end] & 0xC0 == 0x80 { end -= 1 }
    return words(TextRange(offset, end))
  }

  private func words(_ range: TextRange) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.start)
    let text = self[start..<utf8.index(start, offsetBy: range.count)]
    var line = ""
    for scalar in text.unicodeScalars {
      if !scalar.properties.isWhitespace {
        line.unicodeScalars.append(scalar)
      } else if line.last != " " {
        line += " "
      }
    }
    return line
  }
}

public import DocumentModel

/// A text with labelled ranges, written as one string, so that a test's expectation stands where it is expected.
///
///     let expected = MarkedText("[PERSON Anna Berg] left [FAC [GPE Oslo]'s harbour].")
///     let tagged = try run(EntityTagStage.self, on: expected.text)
///     #expect(MarkedText(entitiesOf: tagged) == expected)
///
/// A mark is `[LABEL words]`: a capital and more capitals, digits, `_` or `-`, one space, and the words, which may
/// hold other marks. Other brackets stand for themselves: `[sic]` and `[1]` need no escape.
public struct MarkedText: Hashable, Sendable {
  /// The text without the marks.
  public var text: String
  /// The marked ranges in reading order, outer ones before those inside them.
  public var marks: [Mark]

  /// One labelled range.
  public struct Mark: Hashable, Sendable {
    public var label: String
    public var range: TextRange

    public init(_ label: String, _ range: TextRange) {
      self.label = label
      self.range = range
    }
  }

  /// A text with marks from elsewhere, in any order.
  public init(_ text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks.sorted { ($0.range, $0.label) < ($1.range, $1.label) }
  }

  /// The text of `document` with its entities marked by their labels.
  public init(entitiesOf document: Document) {
    self.init(document.text, marks: (document.entities ?? []).map { Mark($0.label.rawValue, $0.range) })
  }

  /// Reads the marks of `marked`. Every mark has to be closed.
  public init(_ marked: String) {
    var rest = Substring(marked).unicodeScalars
    var text = String.UnicodeScalarView()
    var count = 0
    var marks: [Mark] = []
    // What the brackets still open have begun: an index of `marks`, or `nil` for a bracket that stands for itself.
    var open: [Int?] = []
    while let scalar = rest.popFirst() {
      if scalar == "[", let label = Self.label(at: rest) {
        open.append(marks.count)
        marks.append(Mark(label, TextRange(count, count)))
        rest.removeFirst(label.unicodeScalars.count + 1)
        continue
      }
      if scalar == "[" { open.append(nil) }
      if scalar == "]", let bracket = open.popLast(), let mark = bracket {
        marks[mark].range.end = count
        continue
      }
      text.append(scalar)
      count += scalar.utf8.count
    }
    precondition(open.allSatisfy { $0 == nil }, "a mark is not closed in: \(marked)")
    self.init(String(text), marks: marks)
  }

  private static func label(at rest: Substring.UnicodeScalarView) -> String? {
    let label = rest.prefix { ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" }
    guard let first = label.first, ("A"..."Z").contains(first), label.count >= 2,
      rest.dropFirst(label.count).first == " "
    else { return nil }
    return String(label)
  }
}

extension MarkedText: CustomStringConvertible {
  /// The text with its marks, so that a failed test shows both strings. Ranges that cross can't be told from nested ones.
  public var description: String {
    // At one place ends come before starts, and of two starts that of the longer range first.
    var brackets: [(at: Int, rank: Int, bracket: String)] = []
    for mark in marks {
      brackets.append((mark.range.start, Int.max - mark.range.end, "[\(mark.label) "))
      brackets.append((mark.range.end, mark.range.isEmpty ? Int.max : -1, "]"))
    }
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    var at = 0
    for (place, _, bracket) in brackets.sorted(by: { ($0.at, $0.rank) < ($1.at, $1.rank) }) {
      marked += bytes[at..<max(at, min(place, bytes.count))] + Array(bracket.utf8)
      at = max(at, min(place, bytes.count))
    }
    return String(decoding: marked + bytes[at...], as: UTF8.self)
  }
}

internal import DocumentModel

/// A stretch of a text without markup, which moves with the text when this is cleaned.
protocol MarkupPart {
  var range: TextRange { get set }
  /// Whether the space before its first word is a part of it.
  var isIndented: Bool { get }
}

extension MarkupPart {
  var isIndented: Bool { false }
}

extension Array where Element: MarkupPart {
  /// Moves the parts with the text that `edits` change; what is left empty is none any more.
  ///
  /// - Complexity: O(parts + edits).
  mutating func move(by edits: [TextEdit]) {
    guard !edits.isEmpty else { return }
    var next = 0
    var shift = 0
    for index in indices {
      let range = self[index].range
      // Everything before the part, and what replaces text across its border, is no part of it.
      while next < edits.count, edits[next].range.end <= range.start || edits[next].range.start < range.start {
        shift += edits[next].replacement.utf8.count - edits[next].range.count
        next += 1
      }
      let start = Swift.max(range.start, next > 0 ? edits[next - 1].range.end : 0) + shift
      while next < edits.count, edits[next].range.start < range.end {
        shift += edits[next].replacement.utf8.count - edits[next].range.count
        next += 1
      }
      let end = Swift.max(range.end, next > 0 ? edits[next - 1].range.end : 0) + shift
      self[index].range = TextRange(start, Swift.max(start, end))
    }
    removeAll { $0.range.isEmpty }
  }

  /// Takes white space at the borders of the parts off.
  mutating func trim(_ bytes: Span<UInt8>) {
    for index in indices {
      var range = self[index].range
      while !self[index].isIndented, range.start < range.end, bytes[range.start] <= 0x20 { range.start += 1 }
      while range.start < range.end, bytes[range.end - 1] <= 0x20 { range.end -= 1 }
      self[index].range = range
    }
    removeAll { $0.range.isEmpty }
  }
}

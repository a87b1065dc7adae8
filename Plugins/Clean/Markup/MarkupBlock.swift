internal import DocumentModel

/// A block as a page's or a Markdown text's markup has it, by its range in the text without markup.
struct MarkupBlock: Hashable {
  var range: TextRange
  var kind: Paragraph.Kind
  /// The depth of a heading, or of an item in its list.
  var level: Int?
}

extension [MarkupBlock] {
  /// Moves the blocks with the text that `edits` change; what is left empty is none any more.
  ///
  /// - Complexity: O(blocks + edits).
  mutating func move(by edits: [TextEdit]) {
    guard !edits.isEmpty else { return }
    var next = 0
    var shift = 0
    for index in indices {
      let range = self[index].range
      // Everything before the block, and what replaces text across its border, is no part of it.
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

  /// Takes white space at the borders of the blocks off.
  mutating func trim(_ bytes: Span<UInt8>) {
    for index in indices {
      var range = self[index].range
      while range.start < range.end, bytes[range.start] <= 0x20 { range.start += 1 }
      while range.start < range.end, bytes[range.end - 1] <= 0x20 { range.end -= 1 }
      self[index].range = range
    }
    removeAll { $0.range.isEmpty }
  }
}

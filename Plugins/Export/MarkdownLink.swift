internal import DocumentModel

/// A link in a block of a page: where its words are in the block's text, and where it leads.
struct MarkdownLink {
  var range: Range<Int>
  var target: String
}

extension Document {
  /// The links whose words are in `text`, a part of the document's text. Targets that are empty lead nowhere.
  ///
  /// - Complexity: O(log links + those in `text`).
  func links(in text: Substring) -> [MarkdownLink] {
    guard let links, !links.isEmpty else { return [] }
    let start = self.text.utf8.distance(from: self.text.utf8.startIndex, to: text.utf8.startIndex)
    let end = start + text.utf8.count
    let first = links.partitioningIndex { $0.range.end > start }
    return links[first...].prefix { $0.range.start < end }.compactMap { link in
      guard link.range.start >= start, link.range.end <= end, !link.range.isEmpty, !link.target.isEmpty else {
        return nil
      }
      return MarkdownLink(range: link.range.start - start..<link.range.end - start, target: link.target)
    }
  }
}

internal import DocumentModel

/// The words of a link within one block, by their range in the text without markup.
struct MarkupLink: MarkupPart {
  var range: TextRange
  /// What tells the link from others in its source; one that goes on in the next block has the same there.
  var number: Int
}

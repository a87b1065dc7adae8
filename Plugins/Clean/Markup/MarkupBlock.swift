internal import DocumentModel

/// A block as a page's or a Markdown text's markup has it, by its range in the text without markup.
struct MarkupBlock: MarkupPart {
  var range: TextRange
  var kind: Paragraph.Kind
  /// The depth of a heading, or of an item in its list.
  var level: Int?

  var isIndented: Bool { kind == .preformatted }

  /// Whether it is the next item of a list or row of a table.
  func continues(_ last: MarkupBlock) -> Bool {
    kind == last.kind && (kind == .tableRow || (kind != .heading && level != nil && last.level != nil))
  }
}

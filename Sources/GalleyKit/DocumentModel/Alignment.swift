/// How a document's text came from the text as it was read: the places where they differ.
///
/// Between two edits both texts are equal byte for byte, so any range that begins and ends there, or at an edit's
/// borders, has an exact range in the source.
public struct Alignment: Hashable, Sendable {
  /// One place where text and source differ.
  public struct Edit: Hashable, Sendable {
    /// What stood there, in bytes of the source text.
    public var source: TextRange
    /// What stands there now, in bytes of the document's text.
    public var text: TextRange
    /// The stage that changed it (the last one, where several did).
    public var by: String
    /// The rule of that stage that asked for it.
    public var rule: String

    public init(source: TextRange, text: TextRange, by: String, rule: String) {
      self.source = source
      self.text = text
      self.by = by
      self.rule = rule
    }
  }

  /// The edits in order; they neither overlap in the source nor in the text.
  public let edits: [Edit]

  /// The alignment of a text that is its own source.
  public init() { edits = [] }

  /// Whether text and source are the same.
  public var isIdentity: Bool { edits.isEmpty }

  /// The range of the source that `range` of the text came from; `nil` where it has no exact one (a border inside
  /// replaced text, or nothing but inserted text).
  ///
  /// Text deleted at a border of `range` is left out. The range of deleted text alone is never given back.
  ///
  /// - Complexity: O(log n) in the number of edits.
  public func sourceRange(of range: TextRange) -> TextRange? {
    guard let start = sourceOffset(ofStart: range.start),
      let end = range.isEmpty ? start : sourceOffset(ofEnd: range.end)
    else { return nil }
    guard start <= end, range.isEmpty || start < end else { return nil }
    return TextRange(start, end)
  }

  /// Where the character that begins at `offset` began in the source: after anything that was deleted before it.
  private func sourceOffset(ofStart offset: Int) -> Int? {
    // The first edit that ends after `offset`, or is where text was put in or taken out right there.
    var index = edits.partitioningIndex { $0.text.end > offset }
    if index < edits.count, edits[index].text.start < offset { return nil }
    if index < edits.count, edits[index].text.start == offset { return edits[index].source.start }
    index -= 1
    guard index >= 0 else { return offset }
    return offset - edits[index].text.end + edits[index].source.end
  }

  /// Where the character that ends at `offset` ended in the source: before anything that was deleted after it.
  private func sourceOffset(ofEnd offset: Int) -> Int? {
    let index = edits.partitioningIndex { $0.text.end >= offset }
    if index < edits.count, edits[index].text.start < offset {
      return edits[index].text.end == offset ? edits[index].source.end : nil
    }
    guard index > 0 else { return offset }
    return offset - edits[index - 1].text.end + edits[index - 1].source.end
  }
}

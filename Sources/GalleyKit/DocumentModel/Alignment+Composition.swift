extension Alignment {
  /// An alignment with these edits, or `nil` where they are out of order, overlap, or don't fit each other: between two
  /// edits source and text must be equally long. Offsets of more than 2^53 are no offsets of texts either.
  public init?(edits: [Edit]) {
    var source = 0
    var text = 0
    for edit in edits {
      guard max(edit.source.end, edit.text.end) <= 1 << 53, source <= edit.source.start,
        edit.source.start <= edit.source.end,
        text <= edit.text.start, edit.text.start <= edit.text.end,
        edit.source.start - source == edit.text.start - text
      else { return nil }
      source = edit.source.end
      text = edit.text.end
    }
    self.init(ordered: edits)
  }

  private init(ordered edits: [Edit]) { self.edits = edits }

  /// Whether the edits can lead to `text`, and do so from `source` where that is at hand: all between them is equal.
  ///
  /// - Complexity: O(text + edits).
  func fits(_ text: String, source: String?) -> Bool {
    guard edits.allSatisfy({ text.isWellFormed($0.text) }) else { return false }
    guard let source else { return true }
    let sourceBytes = source.utf8.span
    let textBytes = text.utf8.span
    var sourceAt = 0
    var textAt = 0
    func areEqual(_ count: Int) -> Bool {
      count <= sourceBytes.count - sourceAt
        && (0..<count).allSatisfy { sourceBytes[sourceAt + $0] == textBytes[textAt + $0] }
    }
    for edit in edits {
      guard source.isWellFormed(edit.source), areEqual(edit.text.start - textAt) else { return false }
      sourceAt = edit.source.end
      textAt = edit.text.end
    }
    let rest = textBytes.count - textAt
    return rest == sourceBytes.count - sourceAt && areEqual(rest)
  }

  /// The way back: from the source to the text.
  var inverted: Alignment {
    Alignment(ordered: edits.map { Edit(source: $0.text, text: $0.source, by: $0.by, rule: $0.rule) })
  }

  /// This alignment followed by `later` edits of its text, which are in order and don't overlap.
  ///
  /// A later edit and the earlier ones that it touches become one, whose source is all that they replaced.
  ///
  /// - Complexity: O(edits of both).
  func followed(by later: [TextEdit], by stage: String) -> Alignment {
    var composed: [Edit] = []
    composed.reserveCapacity(edits.count + later.count)
    var nextEarlier = 0
    var nextLater = 0
    var toSource = 0  // source minus middle text, after the last earlier edit
    var toText = 0  // new text minus middle text, after the last later edit

    while nextEarlier < edits.count || nextLater < later.count {
      // The place that comes first, in the middle text, and everything that touches it.
      let earlierStart = nextEarlier < edits.count ? edits[nextEarlier].text.start : Int.max
      let laterStart = nextLater < later.count ? later[nextLater].range.start : Int.max
      if earlierStart <= laterStart, !edits[nextEarlier].isTouched(at: laterStart) {
        let edit = edits[nextEarlier]
        toSource = edit.source.end - edit.text.end
        composed.append(edit.moved(by: toText))
        nextEarlier += 1
        continue
      }
      let low = min(earlierStart, laterStart)
      var high = low
      let source = low + toSource
      let text = low + toText
      var rule: (by: String, rule: String)?
      while true {
        if nextEarlier < edits.count, edits[nextEarlier].text.start <= high,
          edits[nextEarlier].text.start < high || edits[nextEarlier].text.start == low
        {
          let edit = edits[nextEarlier]
          high = max(high, edit.text.end)
          toSource = edit.source.end - edit.text.end
          if rule == nil { rule = (edit.by, edit.rule) }
          nextEarlier += 1
        } else if nextLater < later.count, later[nextLater].range.start <= high,
          later[nextLater].range.start < high || later[nextLater].range.start == low
        {
          let edit = later[nextLater]
          high = max(high, edit.range.end)
          toText += edit.replacement.utf8.count - edit.range.count
          rule = (stage, edit.rule)
          nextLater += 1
        } else {
          break
        }
      }
      let edit = Edit(
        source: TextRange(source, high + toSource), text: TextRange(text, high + toText),
        by: rule?.by ?? stage, rule: rule?.rule ?? "")
      // What was put in and taken out again leaves no trace.
      if !(edit.source.isEmpty && edit.text.isEmpty) { composed.append(edit) }
    }
    return Alignment(ordered: composed)
  }
}

extension Alignment.Edit {
  /// Whether an edit of the text that begins at `offset`, not before this one, changes what this one made.
  fileprivate func isTouched(at offset: Int) -> Bool { offset < text.end || (offset == text.end && text.isEmpty) }

  fileprivate func moved(by distance: Int) -> Self {
    var moved = self
    moved.text = TextRange(text.start + distance, text.end + distance)
    return moved
  }
}

extension Document {
  /// The text as it was read, or `nil` where it has been rewritten and is not at hand.
  public var sourceText: String? { source.text ?? (alignment.isIdentity ? text : nil) }

  /// The range of the text as it was read that `range` came from; `nil` where there is no exact one.
  public func sourceRange(of range: TextRange) -> TextRange? { alignment.sourceRange(of: range) }

  /// The bytes of the file that `range` came from; `nil` where there is no exact place, or the source text is not at hand.
  public func fileRange(of range: TextRange) -> TextRange? {
    guard let sourceText, let sourceRange = sourceRange(of: range) else { return nil }
    return source.fileRange(of: sourceRange, in: sourceText)
  }
}

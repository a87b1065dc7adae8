/// One change to a text: the bytes at `range` become `replacement`.
public struct TextEdit: Hashable, Sendable {
  /// What is replaced, in the text before any edit of the same list.
  public var range: TextRange
  /// What takes its place; empty for a deletion.
  public var replacement: String
  /// The name of the rule that asked for it: `line-ends`, `nfc`. Short names (15 bytes) cost no memory of their own.
  public var rule: String

  public init(_ range: TextRange, _ replacement: String = "", rule: String) {
    self.range = range
    self.replacement = replacement
    self.rule = rule
  }
}

/// Why a text was not rewritten; the document is as it was.
public enum TextEditError: Error, Hashable, Sendable {
  /// An edit's range is not within the text, or cuts through a character.
  case malformed(TextRange)
  /// An edit begins before the end of the one before it.
  case unordered(TextRange)
  /// A layer has ranges into the text already.
  case layerExists(Layer)
}

extension TextEditError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformed(let range): "the edit at bytes \(range) is outside the text or cuts through a character"
    case .unordered(let range): "the edit at bytes \(range) overlaps the one before it or is out of order"
    case .layerExists(let layer):
      "the text can't be rewritten once \(layer) point into it: put this stage before the one that provides them"
    }
  }
}

extension Document {
  /// Replaces parts of the text and records how, so that ranges of the new text can be told in the source.
  ///
  /// `edits` are in ascending order and don't overlap; all ranges are those of the text as it is now.
  ///
  /// - Throws: `TextEditError`; then nothing has changed.
  /// - Complexity: O(text + edits + recorded edits).
  public mutating func rewrite(_ edits: [TextEdit], by stage: String) throws(TextEditError) {
    guard !edits.isEmpty else { return }
    if let layer = Layer.ranged.first(where: { has($0) }) { throw .layerExists(layer) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var position = 0
    for edit in edits {
      guard text.isWellFormed(edit.range) else { throw .malformed(edit.range) }
      guard edit.range.start >= position else { throw .unordered(edit.range) }
      append(TextRange(position, edit.range.start), to: &bytes)
      bytes.append(contentsOf: edit.replacement.utf8)
      position = edit.range.end
    }
    append(TextRange(position, text.utf8.count), to: &bytes)

    if alignment.isIdentity && source.text == nil { source.text = text }
    alignment = alignment.followed(by: edits, by: stage)
    text = String(decoding: bytes, as: UTF8.self)
    moveDiagnostics(by: edits)
  }

  /// Diagnostics may be there before the text is rewritten: the reader's. Where they have no exact place any more they
  /// are about the document as a whole.
  private mutating func moveDiagnostics(by edits: [TextEdit]) {
    guard diagnostics.contains(where: { $0.range != nil }) else { return }
    let toNewText = Alignment().followed(by: edits, by: "").inverted
    for index in diagnostics.indices {
      diagnostics[index].range = diagnostics[index].range.flatMap { toNewText.sourceRange(of: $0) }
    }
  }

  private func append(_ range: TextRange, to bytes: inout [UInt8]) {
    text.utf8.span.extracting(range.start..<range.end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }
}

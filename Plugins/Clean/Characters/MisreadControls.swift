internal import DocumentModel

/// Finds windows-1252 that has been read as Latin-1: U+0092 where an apostrophe stood.
///
/// Text has no other use for the control characters from U+0080 to U+009F, but for U+0085, a line end of mainframes: it is
/// one where the text has no other line ends, nothing else that was misread, and no space behind it.
struct MisreadControls {
  private(set) var edits: [TextEdit] = []

  init(_ bytes: Span<UInt8>) {
    var lineEnds: [TextEdit] = []
    var at = 0
    while let start = bytes.firstIndex(of: 0xC2, from: at) {
      at = start + 2
      guard at <= bytes.count, 0x80...0x9F ~= bytes[start + 1], let character = Windows1252.character(bytes[start + 1])
      else { continue }
      let edit = TextEdit(TextRange(start, at), String(character), rule: "mojibake")
      let mayEndLine = character == "…" && at < bytes.count && bytes[at] > 0x20
      if mayEndLine { lineEnds.append(edit) } else { edits.append(edit) }
    }
    guard !lineEnds.isEmpty else { return }
    let hasOtherEnds = [0x0A, 0x0D].contains { bytes.firstIndex(of: $0, from: 0) != nil }
    if !edits.isEmpty || hasOtherEnds { edits = (edits + lineEnds).sorted { $0.range.start < $1.range.start } }
  }
}

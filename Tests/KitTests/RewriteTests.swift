import DocumentModel
import Testing

@Suite struct RewriteTests {
  @Test func rewritesAndRemembersTheSource() throws {
    var document = Document(text: "a  b")
    try document.rewrite([TextEdit(TextRange(1, 3), " ", rule: "spaces")], by: "clean")
    try document.rewrite([TextEdit(TextRange(0, 1), "A", rule: "case")], by: "other")
    #expect(document.text == "A b")
    #expect(document.source.text == "a  b")
    #expect(document.alignment.edits.map(\.rule) == ["case", "spaces"])
    #expect(document.alignment.edits.map(\.by) == ["other", "clean"])
  }

  @Test func whatIsPutInAndTakenOutLeavesNoTrace() throws {
    var document = Document(text: "ab")
    try document.rewrite([TextEdit(TextRange(1, 1), "-", rule: "in")], by: "clean")
    try document.rewrite([TextEdit(TextRange(1, 2), rule: "out")], by: "clean")
    #expect(document.text == "ab")
    #expect(document.alignment.isIdentity)
  }

  @Test(arguments: [
    ([TextEdit(TextRange(0, 9), rule: "")], TextEditError.malformed(TextRange(0, 9))),
    ([TextEdit(TextRange(-1, 0), rule: "")], .malformed(TextRange(-1, 0))),
    ([TextEdit(TextRange(3, 2), rule: "")], .malformed(TextRange(3, 2))),
    ([TextEdit(TextRange(.min, .max), rule: "")], .malformed(TextRange(.min, .max))),
    ([TextEdit(TextRange(0, 2), rule: "")], .malformed(TextRange(0, 2))),
    ([TextEdit(TextRange(1, 3), rule: ""), TextEdit(TextRange(0, 1), rule: "")], .unordered(TextRange(0, 1))),
    ([TextEdit(TextRange(0, 3), rule: ""), TextEdit(TextRange(1, 4), rule: "")], .unordered(TextRange(1, 4))),
  ])
  func refuses(edits: [TextEdit], expected: TextEditError) {
    let before = Document(text: "aéb ")
    var document = before
    #expect(throws: expected) { try document.rewrite(edits, by: "clean") }
    #expect(document == before)
  }

  @Test func refusesOnceALayerHasRanges() {
    var document = Document(text: "a")
    document.sentences = []
    #expect(throws: TextEditError.layerExists(.sentences)) {
      try document.rewrite([TextEdit(TextRange(0, 1), rule: "")], by: "clean")
    }
    #expect(
      TextEditError.layerExists(.sentences).description
        == "the text can't be rewritten once sentences point into it: put this stage before the one that provides them")
  }

  @Test func movesDiagnosticsOrTakesTheirPlaceAway() throws {
    var document = Document(text: "one  two \u{FFFD}")
    document.diagnostics = [TextRange(5, 8), TextRange(4, 6), TextRange(9, 12)].map {
      Diagnostic(.note, code: "c", "m", by: "reader", range: $0)
    }
    try document.rewrite(
      [TextEdit(TextRange(3, 5), " ", rule: ""), TextEdit(TextRange(9, 12), rule: "")], by: "clean")
    #expect(document.diagnostics.map(\.range) == [TextRange(4, 7), nil, nil])
  }

  @Test(arguments: [
    ("utf-8", false, TextRange(1, 6), TextRange(1, 6)), ("utf-8", true, TextRange(1, 6), TextRange(4, 9)),
    ("utf-16le", true, TextRange(1, 7), TextRange(4, 10)), ("windows-1252", false, TextRange(1, 3), TextRange(1, 2)),
    ("shift_jis", false, TextRange(0, 1), nil),
  ])
  func tellsTheBytesOfTheFile(charset: String, mark: Bool, range: TextRange, expected: TextRange?) {
    var document = Document(text: "aé😀b")
    document.source.charset = charset
    document.source.hasByteOrderMark = mark
    #expect(document.fileRange(of: range) == expected)
    document.source.charsetEvidence = .repaired
    #expect(document.fileRange(of: range) == nil)
  }
}

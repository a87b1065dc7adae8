import DocumentModel
import JSON
import Testing

@Suite struct AlignmentTests {
  /// Source "0123456789", one edit, and where ranges of the new text come from.
  @Test(
    arguments: [
      // "34" deleted: "01256789".
      ("deletion", [(3, 5, "")], (0, 3), (0, 3)), ("after a deletion", [(3, 5, "")], (3, 5), (5, 7)),
      ("across a deletion", [(3, 5, "")], (2, 4), (2, 6)), ("before a deletion", [(3, 5, "")], (2, 3), (2, 3)),
      ("deletion at the start", [(0, 2, "")], (0, 1), (2, 3)), ("deletion at the end", [(8, 10, "")], (6, 8), (6, 8)),
      // "ab" put in before "3": "012ab3456789".
      ("insertion inside", [(3, 3, "ab")], (2, 6), (2, 4)),
      ("insertion at the end of a range", [(3, 3, "ab")], (1, 5), (1, 3)),
      ("insertion at the start of a range", [(3, 3, "ab")], (3, 6), (3, 4)),
      ("insertion alone", [(3, 3, "ab")], (3, 5), nil),
      ("half an insertion", [(3, 3, "ab")], (2, 4), nil), ("after an insertion", [(3, 3, "ab")], (5, 7), (3, 5)),
      // "345" replaced by "ab": "012ab6789".
      ("replacement", [(3, 6, "ab")], (3, 5), (3, 6)), ("replacement and neighbours", [(3, 6, "ab")], (2, 6), (2, 7)),
      ("half a replacement", [(3, 6, "ab")], (3, 4), nil), ("other half", [(3, 6, "ab")], (4, 6), nil),
      ("after a replacement", [(3, 6, "ab")], (5, 6), (6, 7)), ("empty range", [(3, 6, "ab")], (2, 2), (2, 2)),
      ("empty range inside a replacement", [(3, 6, "ab")], (4, 4), nil),
      // Several.
      ("between two edits", [(1, 2, ""), (5, 6, "xy")], (1, 4), (2, 5)),
      ("edits that touch", [(2, 4, "x"), (4, 6, "")], (2, 3), (2, 4)),
    ] as [(String, [(Int, Int, String)], (Int, Int), (Int, Int)?)])
  func tellsTheSource(name: String, edits: [(Int, Int, String)], range: (Int, Int), source: (Int, Int)?) throws {
    var document = Document(text: "0123456789")
    try document.rewrite(edits.map { TextEdit(TextRange($0.0, $0.1), $0.2, rule: "") }, by: "test")
    let found = document.sourceRange(of: TextRange(range.0, range.1))
    #expect(found == source.map { TextRange($0.0, $0.1) }, "\(name)")
    #expect(document.sourceText == "0123456789")
  }

  @Test(
    arguments: [
      ("in order", [(0, 1, 0, 2), (3, 4, 4, 4)], true), ("none", [], true),
      ("touching", [(0, 1, 0, 0), (1, 2, 0, 3)], true),
      ("unequal between", [(0, 1, 0, 2), (3, 4, 3, 4)], false), ("out of order", [(3, 4, 3, 4), (0, 1, 0, 1)], false),
      ("overlapping", [(0, 3, 0, 3), (2, 4, 2, 4)], false), ("backwards", [(3, 2, 3, 3)], false),
      ("negative", [(-1, 0, -1, 0)], false), ("immense", [(0, .max, 0, 1)], false),
      ("immense text", [(0, 0, 0, .max)], false),
      ("least", [(.min, .min, .min, .min)], false),
    ] as [(String, [(Int, Int, Int, Int)], Bool)])
  func checksEdits(name: String, edits: [(Int, Int, Int, Int)], isValid: Bool) {
    let edits = edits.map {
      Alignment.Edit(source: TextRange($0.0, $0.1), text: TextRange($0.2, $0.3), by: "", rule: "")
    }
    #expect((Alignment(edits: edits) != nil) == isValid, "\(name)")
  }

  /// What later edits don't touch keeps its rule, one by one: "0123456789" → "0ab89" → what `later` makes of it.
  @Test(
    arguments: [
      ("elsewhere", (4, 4, "x"), ["share", "tags", "gap", "later"]), ("none", (5, 5, ""), ["share", "tags", "gap"]),
      ("what was put in", (2, 3, "y"), ["share", "tags", "later"]),
      ("before it", (0, 1, "z"), ["later", "share", "tags", "gap"]),
      ("at the same place", (1, 1, "y"), ["later"]),
    ] as [(String, (Int, Int, String), [String])])
  func rulesOutliveLaterEdits(name: String, later: (Int, Int, String), rules: [String]) throws {
    var document = Document(text: "0123456789")
    try document.rewrite(
      [
        TextEdit(TextRange(1, 4), rule: "share"), TextEdit(TextRange(4, 8), rule: "tags"),
        TextEdit(TextRange(8, 8), "ab", rule: "gap"),
      ], by: "test")
    try document.rewrite([TextEdit(TextRange(later.0, later.1), later.2, rule: "later")], by: "test")
    #expect(document.alignment.edits.map(\.rule) == rules, "\(name)")
    #expect(document.sourceText == "0123456789")
    #expect(Alignment(edits: document.alignment.edits) == document.alignment)
  }

  /// Random texts, edited up to four times, against a model that remembers where each byte came from.
  @Test func agreesWithAModelByteForByte() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<250 {
      let source = dice.text(upTo: 24)
      var document = Document(text: source)
      var origins: [Int?] = Array(0..<source.utf8.count)
      for _ in 0..<(1 + dice.below(4)) {
        let edits = dice.edits(of: document.text)
        for edit in edits.reversed() {
          origins.replaceSubrange(
            edit.range.start..<edit.range.end, with: repeatElement(nil, count: edit.replacement.utf8.count))
        }
        try document.rewrite(edits, by: "test")
      }
      #expect(document.sourceText?.isIdentical(to: source) == true)
      checkBetweenEdits(of: document, source)
      checkRanges(of: document, origins, source.utf8.count, dice.borders(of: document.text))
    }
  }

  private func checkBetweenEdits(of document: Document, _ source: String) {
    #expect(Alignment(edits: document.alignment.edits) == document.alignment)
    let sourceBytes = Array(source.utf8)
    let textBytes = Array(document.text.utf8)
    var at = TextRange(0, 0)
    for edit in document.alignment.edits {
      #expect(sourceBytes[at.start..<edit.source.start].elementsEqual(textBytes[at.end..<edit.text.start]))
      #expect(!edit.source.isEmpty || !edit.text.isEmpty)
      at = TextRange(edit.source.end, edit.text.end)
    }
    #expect(sourceBytes[at.start...].elementsEqual(textBytes[at.end...]))
  }

  private func checkRanges(of document: Document, _ origins: [Int?], _ sourceCount: Int, _ borders: [Int]) {
    for (place, start) in borders.enumerated() {
      for end in borders[(place + 1)...] {
        let found = document.sourceRange(of: TextRange(start, end))
        let first = origins[start]
        let last = origins[end - 1]
        if let first, let last { #expect(found == TextRange(first, last + 1)) }
        guard let found else { continue }
        // Where a border is that of replaced text, it lies between the nearest bytes that are the source's own.
        let before = origins[..<start].last { $0 != nil } ?? nil
        let after = origins[end...].first { $0 != nil } ?? nil
        #expect(first.map { $0 == found.start } ?? (found.start >= (before ?? -1) + 1))
        #expect(last.map { $0 + 1 == found.end } ?? (found.end <= after ?? sourceCount))
        #expect(found.start < found.end)
      }
    }
  }
}

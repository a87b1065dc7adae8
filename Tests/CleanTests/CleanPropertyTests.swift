import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

/// Laws that hold for every text.
@Suite struct CleanPropertyTests {
  static let options: [JSONObject] = [
    [:], ["maximum-blank-lines": 2], ["unwrap": "always"], ["unwrap": "never", "dehyphenate": false],
    ["normalize": "none", "title": "keep", "bylines": "keep", "dates": "keep", "datelines": "keep"],
  ]

  static func texts(_ seeds: Range<UInt64>) -> [String] {
    troublesomeDocuments.map(\.text)
      + seeds.flatMap { [FuzzedTexts.bytes(seed: $0), FuzzedTexts.pieces(seed: $0), FuzzedTexts.prose(seed: $0)] }
  }

  @Test(arguments: options) func cleaningTwiceIsCleaningOnce(_ options: JSONObject) throws {
    for text in Self.texts(0..<120) {
      let once = try run(CleanStage.self, with: options, on: text)
      let twice = try run(CleanStage.self, with: options, on: once)
      try #require(twice.text == once.text, "\(text.debugDescription)")
      try #require(twice.metadata == once.metadata, "\(text.debugDescription)")
      try #require(twice.alignment == once.alignment, "\(text.debugDescription)")
    }
  }

  @Test func cleanTextIsClean() throws {
    for text in Self.texts(400..<550) {
      let clean = try run(CleanStage.self, on: text).text
      let scalars = Array(clean.unicodeScalars)
      let controls = scalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      try #require(controls.isEmpty, "\(text.debugDescription)")
      for loose in ["  ", " \n", "\n ", "\n\n\n", "\u{A0}", "\u{200B}", "\u{AD}", "\u{FEFF}", "\r", "\t"] {
        try #require(!clean.utf8.contains(loose.utf8), "\(loose.debugDescription) from \(text.debugDescription)")
      }
      try #require(scalars.first.map { $0 != " " && $0 != "\n" } ?? true, "\(text.debugDescription)")
      try #require(scalars.last.map { $0 != " " && $0 != "\n" } ?? true, "\(text.debugDescription)")
      // Composing once more changes nothing.
      try #require(Composer.edits(of: clean.utf8.span).isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func unchangedStretchesEqualTheirSource() throws {
    for text in Self.texts(800..<900) {
      let document = try run(CleanStage.self, on: text)
      let source = try #require(document.sourceText)
      try #require(source == text)
      let borders =
        [TextRange(0, 0)] + document.alignment.edits.map(\.text)
        + [TextRange(document.text.utf8.count, document.text.utf8.count)]
      for (left, right) in zip(borders, borders.dropFirst()) where left.end < right.start {
        let range = TextRange(left.end, right.start)
        let origin = try #require(document.sourceRange(of: range))
        try #require(Document(text: source)[origin] == document[range], "\(text.debugDescription)")
      }
    }
  }

  /// Every word leads back to the same letters in the source, but for what the edits within it say.
  @Test func wordsLeadBackToTheirSource() throws {
    for text in Self.texts(1100..<1130) {
      let document = try run(CleanStage.self, on: text)
      let original = Document(text: text)
      for word in wordRanges(of: document.text) {
        guard let origin = document.sourceRange(of: word) else {
          // Only where a change reaches over the border of the word.
          try #require(document.alignment.edits.contains { $0.text.overlaps(word) }, "\(text.debugDescription)")
          continue
        }
        let again = try run(CleanStage.self, with: ["title": "keep"], on: String(original[origin]))
        let found = again.text.unicodeScalars.filter { $0 != " " && $0 != "\n" && $0 != "-" }
        let expected = String(document[word]).unicodeScalars.filter { $0 != "-" }
        try #require(Array(found) == Array(expected), "\(text.debugDescription)")
      }
    }
  }

  @Test func everyEditNamesItsRule() throws {
    let known: Set<String> = [
      "controls", "mojibake", "zero-width", "soft-hyphens", "hyphenation", "line-ends", "blank-lines", "spaces",
      "indentation",
      "nfc",
      "unwrapping", "title", "byline", "date", "dateline",
    ]
    for text in Self.texts(1300..<1400) {
      for edit in try run(CleanStage.self, on: text).alignment.edits {
        let isKnown = known.contains(edit.rule) || edit.rule.hasPrefix("boilerplate: ")
        try #require(isKnown && edit.by == "clean", "\(edit)")
      }
    }
  }

  private func wordRanges(of text: String) -> [TextRange] {
    let bytes = Array(text.utf8)
    var ranges: [TextRange] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A {
      if index > start { ranges.append(TextRange(start, index)) }
      start = index + 1
    }
    return ranges
  }
}

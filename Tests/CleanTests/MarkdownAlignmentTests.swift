import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// Words of Markdown lead back to where they are written.
@Suite struct MarkdownAlignmentTests {
  /// In each source the place of the word is marked: `«Berlin»`.
  static let places: [(name: String, source: String, word: String)] = [
    ("references before it", "The AT&amp;T board met in Berlin, and praised **«Berlin»**.", "Berlin"),
    ("a reference in it", "It is «AT&amp;T» that met.", "AT&T"),
    ("escapes before it", "Berlin \\[sic\\] on Tuesday, and *«Berlin»* again.", "Berlin"),
    ("an address before it", "Paid by <a href=\"https://acme.com/acme\">«acme»</a> today.", "acme"),
    ("a link's address before it", "See [a quay](/Turku \"Turku\") in «Turku».", "Turku"),
    ("a link's label before it", "See [a quay][Turku] in «Turku».\n\n[Turku]: /x", "Turku"),
    ("an address in angle brackets", "See [a quay](<Turku (a)>) in «Turku».", "Turku"),
    ("a tag over two lines", "> See <i\n> title='Turku'>the</i> quay in «Turku».", "Turku"),
    ("an image before it", "![Turku](Turku.png) lies in «Turku».", "Turku"),
    ("a definition before it", "[Turku]: /Turku\n  'Turku'\n«Turku» lies there.", "Turku"),
    ("marks of quotations", "> It rained &amp;\n>   \\> in «Turku».", "Turku"),
    ("code with backticks", "`` `Turku `` and «Turku».", "Turku"),
    ("code over two lines", "> `one\n> two` «two».", "two"),
    ("a heading", "## \\# «Turku» ##", "Turku"),
    ("cells", "| Turku \\| `a\\|b` | «Turku» |\n|---|---|", "Turku"),
    ("numbers of other characters", "A &#128; and &#x1F600; in «Turku».", "Turku"),
    ("an ampersand as it is", "R&D &copy b in «Turku».", "Turku"),
    ("an automatic link", "<https://quay.org/?a=Turku&amp;b=1> «Turku».", "Turku"),
  ]

  @Test(arguments: places) func wordsStandWhereTheyAreWritten(name: String, source: String, word: String) throws {
    let start = try #require(source.utf8.firstRange(of: "«".utf8)?.lowerBound)
    let parts = source.split(whereSeparator: { "«»".contains($0) })
    let written = source.hasPrefix("«") ? parts[0] : parts[1]
    let document = try run(CleanStage.self, on: markdown(parts.joined()))
    // The last one in the text.
    let text = Array(document.text.utf8)
    let last = try #require((0...text.count - word.utf8.count).last { text[$0...].starts(with: word.utf8) })
    let range = document.sourceRange(of: TextRange(last, last + word.utf8.count))
    let offset = source.utf8.distance(from: source.startIndex, to: start)
    #expect(range == TextRange(offset, offset + written.utf8.count), "\(document.text)")
  }

  /// Every word of made texts comes from where it was written, whatever stands around it and however often.
  @Test func wordsLeadBackToTheirPlaces() throws {
    for seed in UInt64(0)..<400 {
      let made = MadeMarkdown(seed: seed)
      let document = try run(CleanStage.self, with: ["boilerplate": "keep"], on: markdown(made.source))
      let text = Array(document.text.utf8)
      var from = 0
      for word in made.words {
        let start = try #require(
          (from..<text.count).first { text[$0...].starts(with: word.text.utf8) }, "\(made.source.debugDescription)")
        from = start + word.text.utf8.count
        try #require(
          document.sourceRange(of: TextRange(start, from)) == word.place,
          "\(word.text) at \(word.place.start) of \(made.source.debugDescription)")
      }
    }
  }
}

/// A Markdown text of a few words again and again, and the place of each.
private struct MadeMarkdown {
  private(set) var source = ""
  private(set) var words: [(text: String, place: TextRange)] = []
  private var generator: SplitMix64

  private static let names = ["Berlin", "Turku", "a", "acme", "quay"]
  /// What stands before the first line of a block and before the others, where it has any.
  private static let blocks: [(String, String?)] = [
    ("", "   "), ("> ", "> "), (">> ", ">  > "), ("- ", "  "), ("1. > ", "   > "), ("## ", nil),
  ]

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    for _ in 0..<Int.random(in: 1...4, using: &generator) { addBlock() }
    source += "[Berlin]: /acme 'Turku'\n"
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func name() -> String { Self.names[pick(Self.names.count)] }

  private mutating func addBlock() {
    let (first, others) = Self.blocks[pick(Self.blocks.count)]
    source += first
    for index in 0..<Int.random(in: 1...12, using: &generator) {
      if index > 0 { source += others.map { pick(5) == 0 ? "\n" + $0 : " " } ?? " " }
      addSpan()
    }
    source += "\n\n"
  }

  private mutating func addSpan() {
    let (name, other) = (self.name(), self.name())
    switch pick(13) {
    case 0: addWord(between: "*", "*")
    case 1: addWord(between: "**", "**")
    case 2: addWord(between: "~~", "~~")
    case 3: addWord(between: "`", "`")
    case 4: addWord(between: "[", "](/\(name) \"\(other)\")")
    case 5: addWord(between: "[", "](<\(name) \(other)>)")
    case 6: addWord(between: "[", "][\(Self.names[0])]")
    case 7: addWord(between: "<b title=\"\(name)\">", "</b>")
    case 8: addWord(between: "\\[", "\\]")
    case 9: addWord(between: "![\(name)](\(other).png) ", "")
    case 10: add("AT&T", writtenAs: "AT&amp;T")
    case 11: add("caf\u{E9}s", writtenAs: "caf&#xE9;s")
    default: addWord(between: "", "")
    }
  }

  private mutating func addWord(between opening: String, _ closing: String) {
    source += opening
    let word = name()
    add(word, writtenAs: word)
    source += closing
  }

  private mutating func add(_ word: String, writtenAs written: String) {
    let start = source.utf8.count
    source += written
    words.append((word, TextRange(start, source.utf8.count)))
  }
}

import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import ExportPlugin

/// Documents of scraps that mean something to one format or another, with layers at random ranges.
private struct DocumentSource {
  var random: SplitMix64

  private static let scraps = [
    "# ", "- ", "> ", "1. ", "*", "_", "`", "~~", "<b>", "&amp;", "](", "[", "|", "\\", "---", "\"", ",", "=", "\n",
    "\n\n",
    "\r\n", "\u{0}", "\u{85}", " ", "\t", "word", "Two words", "é", "\u{301}", "😀", "習", "http://a.b/", "www.", ":",
    "•",
  ]

  mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  mutating func text(_ most: Int) -> String {
    var text = ""
    for _ in 0..<below(most + 1) { text += Self.scraps[below(Self.scraps.count)] }
    return text
  }

  mutating func range(_ borders: [Int]) -> TextRange {
    let ends = [borders[below(borders.count)], borders[below(borders.count)]].sorted()
    return TextRange(ends[0], ends[1])
  }

  /// Ranges in the order of the text.
  mutating func ranges(_ borders: [Int], below count: Int) -> [TextRange] {
    (0..<below(count)).map { _ in range(borders) }.sorted()
  }

  mutating func document() -> Document {
    let text = text(40)
    let bytes = Array(text.utf8)
    let borders = (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    var document = Document(id: self.text(4), text: text)
    document.metadata.title = below(3) == 0 ? nil : below(2) == 0 ? self.text(4) : String(document[range(borders)])
    let key = self.text(2).replacing("\0", with: "")  // NUL is in no key that JSON readers take
    document.metadata.values[key] = .array([.string(self.text(2)), .integer(below(9))])
    document.sections = ranges(borders, below: 4).map {
      Section(range: $0, level: 1 + below(8), heading: range(borders), body: range(borders), by: "t")
    }
    if below(2) == 0 {
      let marks = (0..<2 * below(4)).map { _ in borders[below(borders.count)] }.sorted()
      document.links = stride(from: 0, to: marks.count, by: 2).map {
        Link(range: TextRange(marks[$0], marks[$0 + 1]), target: self.text(3), by: "t")
      }
    }
    let kinds: [Paragraph.Kind] = [
      .text, .listItem, .quote, .tableRow, .preformatted, .heading, Paragraph.Kind(rawValue: "verse"),
    ]
    document.paragraphs = ranges(borders, below: 6).map {
      Paragraph(range: $0, kind: kinds[below(kinds.count)], level: below(2) == 0 ? nil : 1 + below(4), by: "t")
    }
    document.source.mediaType = below(2) == 0 ? "text/plain" : "text/html"
    document.chains = (0..<below(3)).map { _ in Chain(canonical: self.text(2), label: .org, mentions: [], by: "t") }
    let chainCount = document.chains?.count ?? 0
    let labels = EntityLabel.ontoNotes + [EntityLabel(rawValue: "|x\n")]
    document.entities = (0..<below(6)).map { _ in
      Entity(
        range: range(borders), label: labels[below(labels.count)], chain: chainCount > 0 ? below(chainCount) : nil,
        by: "t")
    }
    document.quotations = (0..<below(3)).map { _ in
      Quotation(range: range(borders), source: range(borders), kind: .mixed, by: "t")
    }
    document.summary = below(2) == 0 ? nil : Summary(text: self.text(5), sentences: [], by: "t")
    document.keyphrases = (0..<below(3)).map { _ in Keyphrase(text: self.text(3), score: 1, by: "t") }
    if below(4) == 0 { document.sections = nil }
    return document
  }
}

@Suite struct FuzzTests {
  @Test func everyFormatTakesWhateverTextAndLayersThereAre() throws {
    var source = DocumentSource(random: SplitMix64(seed: 1893))
    for _ in 0..<800 {
      let document = source.document()
      let page = try output(["format": "markdown"], of: document)
      #expect(page.hasPrefix("---\n") && page.utf8.last == UInt8(ascii: "\n"))
      let frontMatter = page.utf8.split(separator: UInt8(ascii: "\n")).prefix { !$0.elementsEqual("---".utf8) }
      #expect(frontMatter.allSatisfy { $0.allSatisfy { $0 >= 0x20 } })
      let text = try output(["format": "text"], of: document)
      #expect(text.isEmpty || text.utf8.last == UInt8(ascii: "\n"))
      #expect(try Document(json: JSON(parsing: Array(output(["source-text": true], of: document).utf8))) == document)
      let rows = records(try output(["format": "csv"], of: document))
      #expect(rows.map { $0.count == 11 ? $0[4] : "" } == document.entities?.map { String(document[$0.range]) })
      #expect(rows.allSatisfy { $0.first == document.id })
      let tables = try JSON(parsing: artifact(["format": "sqlite"], of: document).bytes)
      #expect(tables["documents"]?.array?.first?.array?[8] == .string(document.text))
      let words = tables["entities"]?.array?.map { $0.array?[1] }
      #expect(words == document.entities?.map { .string(String(document[$0.range])) })
    }
  }

  /// The cells of a CSV table, by RFC 4180 alone.
  private func records(_ table: String) -> [[String]] {
    var records: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var last: UInt8 = 0
    for byte in table.utf8 {
      if byte == UInt8(ascii: "\"") {
        if !isQuoted, last == byte { cell.append(byte) }
        isQuoted.toggle()
        last = isQuoted ? 0 : byte
        continue
      }
      last = 0
      guard !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else {
        cell.append(byte)
        continue
      }
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
      if byte == UInt8(ascii: "\n") {
        records.append(cells)
        cells = []
      }
    }
    return records
  }
}

import DocumentModel
import JSON
import StageTesting
import Testing

@testable import Inspection

@Suite struct DocumentDrawingTests {
  @Test(arguments: [80, 40])
  func drawingIsAsRecorded(width: Int) {
    expectGolden(drawn(width: width), at: "Goldens/ferry-\(width).txt")
  }

  @Test func colouredDrawingIsAsRecorded() {
    let drawing = DocumentDrawing(sampleDocument, width: 60, hasColours: true).text
    expectGolden(
      drawing.split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(separator: "␛"),
      at: "Goldens/ferry-colours.txt")
  }

  @Test(arguments: [20, 33, 80, 200])
  func noLineIsWiderThanTheTerminal(width: Int) {
    for document in troublesomeDocuments + [sampleDocument] {
      let lines = DocumentDrawing(document, width: width, hasColours: false).text.split(separator: "\n")
      for line in lines { #expect(String(line).columns <= width, "\(document.id): \(line)") }
    }
  }

  /// Colours and width change how a document looks, and lose no word of it.
  @Test(arguments: [20, 50, 500])
  func allWordsAreThere(width: Int) {
    for document in troublesomeDocuments {
      let drawing = DocumentDrawing(document, width: width, hasColours: true).text
      let plain = drawing.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
      let words = document.text.harmless.unicodeScalars.filter { !" \t\n".unicodeScalars.contains($0) }
      let found = plain.unicodeScalars.filter { !" \t\n▌".unicodeScalars.contains($0) }
      #expect(found.suffix(words.count).elementsEqual(words), "\(document.id)")
    }
  }

  @Test func linesAreMovedInAsInTheText() {
    let text = "if x {\n    print(\"a long line of the code\")\n\ty = 1\n  \n}\n"
    let drawing = DocumentDrawing(Document(id: "a", text: text), width: 32, hasColours: false).text
    #expect(drawing.hasSuffix("Text\n  if x {\n      print(\"a long line of the\n      code\")\n      y = 1\n\n  }\n"))
  }

  @Test func nothingSteersTheTerminal() {
    var document = Document(id: "\u{1B}]0;id\u{7}", text: "a\u{1B}[31mb\u{9B}c\u{202E}d\r\n")
    document.metadata.title = "t\u{1B}c"
    let drawing = DocumentDrawing(document, width: 80, hasColours: false).text
    #expect(!drawing.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{9B}" || $0 == "\u{202E}" })
  }

  private func drawn(width: Int) -> String { DocumentDrawing(sampleDocument, width: width, hasColours: false).text }
}

@Suite struct TextRunTests {
  @Test func runsCoverTheText() {
    for document in troublesomeDocuments + [sampleDocument] {
      var end = 0
      for run in document.runs {
        #expect(run.range.start == end && !run.range.isEmpty)
        end = run.range.end
      }
      #expect(end == document.text.utf8.count)
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func sweepFindsTheInnermost(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let ranges = (0..<Int(random.next() % 20)).map { index in
      let start = Int(random.next() % 30)
      return (range: TextRange(start, start + Int(random.next() % 10)), index: index)
    }
    var sweep = RangeSweep(ranges)
    for offset in 0..<45 {
      let covering = ranges.filter { $0.range.contains(offset) }
      let best = covering.max { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
      let found = sweep.innermost(at: offset)
      #expect(found.map { ranges[$0].range } == best?.range)
    }
  }

  @Test(arguments: [
    ("2. Harbour\n\nQuiet.", TextRange(3, 10), "2. Harbour"), ("## Harbour\n\nQuiet.", TextRange(3, 10), "## Harbour"),
    ("\n\nHarbour\n\nQuiet.", TextRange(2, 9), "Harbour"),
  ])
  func aHeadingHasItsNumber(text: String, heading: TextRange, drawn: String) {
    var document = Document(text: text)
    let end = text.utf8.count
    document.sections = [
      Section(
        range: TextRange(0, end), level: 1, heading: heading, body: TextRange(heading.end, end), by: "section-split")
    ]
    #expect(document.runs.filter(\.isHeading).map { document[$0.range] }.joined() == drawn)
  }

  @Test func malformedRangesAreLeftOut() {
    var document = Document(text: "é")
    document.entities = [
      Entity(range: TextRange(0, 1), label: .gpe, by: "x"), Entity(range: TextRange(1, 9), label: .gpe, by: "x"),
    ]
    #expect(document.runs.map(\.entity) == [nil])
  }
}

@Suite struct DocumentFileTests {
  @Test func oneDocumentOrOneALine() throws {
    let compact = sampleDocument.json(DocumentForm(layout: .compact))
    #expect(try DocumentFile.documents(in: sampleDocument.json()) == [sampleDocument])
    #expect(try DocumentFile.documents(in: compact) == [sampleDocument])
    #expect(try DocumentFile.documents(in: compact + [0x0A, 0x0D, 0x0A]) == [sampleDocument])
    #expect(try DocumentFile.documents(in: compact + [0x0A] + compact) == [sampleDocument, sampleDocument])
  }

  @Test(arguments: [
    ("", "is no JSON: line 1, column 1"), ("{\n\"text\": 1\n}", "is no document: "),
    ("{\"text\": \"a\"}\n{\"text\": }", "line 2, column 10: is no JSON: "),
    ("{\"text\": \"a\"}\n\n{\"id\": \"a\"}", "line 3: is no document: "),
    ("# Title\n\ntext", "is no JSON: line 1, column 1"),
  ])
  func errorsNameTheLine(text: String, beginning: String) {
    let error = #expect(throws: DocumentFileError.self) { try DocumentFile.documents(in: Array(text.utf8)) }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }
}

extension DocumentFileTests {
  @Test func labelsOfAnyNameHaveAColour() {
    for label in EntityLabel.ontoNotes + ["", "X", "Ort"].map(EntityLabel.init) {
      #expect((0..<360).contains(label.hue))
      #expect((16...231).contains(label.terminalColour))
    }
  }
}

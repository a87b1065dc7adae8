import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct MojibakeTests {
  /// `text` as it looks where its UTF-8 is read as windows-1252, undefined bytes as browsers read them.
  private static func misread(_ text: String) -> String {
    let upper = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    var scalars = String.UnicodeScalarView()
    for byte in text.utf8 {
      scalars.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  @Test(
    arguments: [
      "The mayor’s “plan” – it costs €5 – was late… said José.", "Café", "naïve façade", "10 °C", "© 2024 Vellmar",
      "Zażółć gęślą jaźń, ó!", "Ночной паром снова начнёт ходить", "Η νυχτερινή γραμμή", "夜行フェリーは五月から", "Done 👍🏽",
      "ÀÉÎÕÜ ß ÿ œ Œ š",
    ])
  func repairsWhatWasMisread(text: String) throws {
    let clean = try run(CleanStage.self, on: Self.misread(text))
    #expect(clean.text == text)
    #expect(clean.diagnostics.map(\.code).contains("mojibake"))
    #expect(try run(CleanStage.self, on: Self.misread(Self.misread(text))).text == text)
  }

  /// In a page and in Markdown as in plain text, told in the same way, however often it was misread.
  @Test(arguments: ["text/html", "text/markdown", "text/plain"]) func repairsMarkupToo(mediaType: String) throws {
    let text = "The mayor’s plan for the café was late, said José, and it cost more than “planned”."
    let page = Document(text: Self.misread(Self.misread(text)), source: Source(mediaType: mediaType))
    let clean = try run(CleanStage.self, with: ["extract": "recall"], on: page)
    #expect(clean.text == text)
    #expect(clean.diagnostics.map(\.code) == ["mojibake"])
    #expect(clean.defects == [])
  }

  /// Good texts in which characters stand in a row that bytes of UTF-8 could be.
  @Test(
    arguments: [
      "“CAFÉ”", "CAFÉ… and CAFÉ’S", "«MANHû", "“MANHÔ", "BRASÍLIA™", "CAFÉ® is open", "„Ä“ heißt der Buchstabe",
      "FRÈRE–SŒUR", "Âge d’or", "São Tomé e Príncipe", "Ænima", "È² is a square", "Ã", "â",
    ])
  func leavesGoodTextAlone(text: String) throws {
    let clean = try run(CleanStage.self, on: text)
    #expect(clean.text == text)
    #expect(clean.diagnostics.isEmpty)
  }

  @Test func repairsOnlyWhatIsCertainInMixedText() throws {
    let text = "The mayor\(Self.misread("’"))s “CAFÉ” is open, said \(Self.misread("José"))."
    #expect(try run(CleanStage.self, on: text).text == "The mayor’s “CAFÉ” is open, said José.")
  }

  @Test func leadsBackToTheSource() throws {
    let text = "It\(Self.misread("’"))s late, said Anna."
    let clean = try run(CleanStage.self, on: text)
    #expect(clean.alignment.edits.map(\.rule) == ["mojibake"])
    let words = "late, said Anna."
    let end = clean.text.utf8.count
    let source = try #require(clean.sourceRange(of: TextRange(end - words.utf8.count, end)))
    #expect(String(Document(text: text)[source]) == words)
    #expect(clean.sourceRange(of: TextRange(2, 5)).map { String(Document(text: text)[$0]) } == Self.misread("’"))
  }

  @Test func keepsAllWhereAsked() throws {
    let text = Self.misread("Café")
    #expect(try run(CleanStage.self, with: ["mojibake": "keep"], on: text).text == text)
  }
}

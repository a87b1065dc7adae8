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

  /// Beside characters that were read right: what stands in ⟦⟧ was misread.
  @Test(
    arguments: [
      "Il dit « bien sûr » : ⟦déjà⟧ vu, et ⟦à⟧ la mer.", "José ⟦já⟧ foi, ⟦amanhã⟧ não.",
      "⟦Österreich⟧ und ⟦Ärger⟧, “so”.",
      "Łódź – ⟦młody⟧ i ⟦zły⟧, ⟦że idą nocą⟧ do niej.", "Škoda a ⟦Česko, přítel⟧ ŘEKLI „ne“.",
      "Özel gün: ⟦başkan⟧ geldi, ⟦İstanbul⟧’a ⟦değil⟧.", "Паром ⟦в⟧ порту, ⟦сказал⟧ он ⟦и⟧ вышел.",
      "Nguyễn đến ⟦Hà Nội, Việt⟧ Nam ⟦hôm⟧ nay.", "Η νύχτα ⟦στη⟧ θάλασσα ⟦ή⟧ αλλού.", "הרכבת ⟦הלילה⟧ לא ⟦יצאה⟧.",
      "市長は⟦月曜日⟧に発表した。", "시장은 ⟦월요일에⟧ 발표했다.", "“Yes,” she said. ⟦“We must go,”⟧ he said.",
    ])
  func repairsTextThatIsGoodElsewhere(text: String) throws {
    var misread = ""
    for part in text.split(separator: "⟦", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "⟧", omittingEmptySubsequences: false)
      misread += halves.count == 1 ? part : Self.misread(String(halves[0])) + halves[1]
    }
    let good = text.filter { !"⟦⟧".contains($0) }
    #expect(try run(CleanStage.self, on: misread).text == run(CleanStage.self, on: good).text)
  }

  /// Where a no-break space has become a plain one, or gone with the end of a line, and the end of a quotation mark is lost.
  @Test(
    arguments: [
      ("Il est dÃ©jÃ  vu, il va Ã la mer, voilÃ .", "Il est déjà vu, il va à la mer, voilà."),
      ("C’est dÃ©jÃ\n\nou voilÃ", "C’est déjà\n\nou voilà"),
      ("Ele foi Ã s praias Ã quele dia, jÃ¡ Ã tarde.", "Ele foi às praias àquele dia, já à tarde."),
      ("“Yes,” she said. We must goâ€, he said.", "“Yes,” she said. We must go”, he said."),
    ])
  func repairsWhatHasLostItsEnd(text: String, repaired: String) throws {
    #expect(try run(CleanStage.self, on: text).text == repaired)
  }

  /// Good texts in which characters stand in a row that bytes of UTF-8 could be.
  @Test(
    arguments: [
      "“CAFÉ”", "CAFÉ… and CAFÉ’S", "«MANHû", "“MANHÔ", "BRASÍLIA™", "CAFÉ® is open", "„Ä“ heißt der Buchstabe",
      "FRÈRE–SŒUR", "Âge d’or", "São Tomé e Príncipe", "Ænima", "È² is a square", "Ã", "â",
      "MEVLÂNÂ’NIN", "“HÂLÂ”", "“hâlâ…”", "“hâlâ”…", "hâlâ”²", "AMANHÃ disse", "«¡Ojalá»—dijo", "«Olá»…", "Úžasný",
      "“Tomáš” É", "a×½", "Fluß”", "Ä–Ö–Ü", "La lettre « Â » est",
    ])
  func leavesGoodTextAlone(text: String) throws {
    let clean = try run(CleanStage.self, on: text)
    #expect(clean.text == text)
    #expect(clean.diagnostics.isEmpty)
  }

  /// Good words in a text that has misread ones too.
  @Test(
    arguments: [
      "“CAFÉ”", "MEVLÂNÂ’NIN", "“hâlâ…”", "AMANHÃ disse", "„Ä“ heißt", "Ä–Ö–Ü", "NESTLÉ®",
    ])
  func leavesGoodWordsAlone(words: String) throws {
    let text = "\(words). It\(Self.misread("’"))s what \(Self.misread("José")) said."
    #expect(try run(CleanStage.self, on: text).text == "\(words). It’s what José said.")
  }

  /// windows-1252 that was read as Latin-1, in text and in a page.
  @Test(arguments: ["text/plain", "text/html"]) func readsControlsAsWindows1252(mediaType: String) throws {
    let text =
      "The ferry \u{96} late in 2010\u{96}2012 \u{96} didn\u{92}t stop\u{85}and \u{93}why\u{94} cost \u{80}5.\u{81}"
    let document = Document(text: text, source: Source(mediaType: mediaType))
    let clean = try run(CleanStage.self, with: ["extract": "recall"], on: document)
    #expect(clean.text == "The ferry – late in 2010–2012 – didn’t stop…and “why” cost €5.")
    #expect(clean.diagnostics.map(\.code) == ["mojibake", "control-characters"])
    #expect(
      clean.diagnostics[0].message == "repaired 8 characters of windows-1252 that had been read as Latin-1, such as '–'"
    )
    #expect(clean.defects == [])
  }

  @Test(
    arguments: [
      ("a line end", "One\u{85}Two\u{85}Three", "One\nTwo\nThree"),
      ("an ellipsis before a space", "Well\u{85} maybe", "Well… maybe"),
      ("an ellipsis among line feeds", "Well\u{85}maybe\n\nSo", "Well…maybe\n\nSo"),
      ("an ellipsis at the end", "And so on\u{85}", "And so on…"),
    ])
  func tellsEllipsesFromLineEnds(name: String, text: String, expected: String) throws {
    #expect(try run(CleanStage.self, with: ["unwrap": "never"], on: text).text == expected)
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

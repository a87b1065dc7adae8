import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import LanguagePlugin

private let english = "The night ferry between Vellmar and the island of Brask will sail again from May, the line said."
private let german =
  "Die Nachtfähre zwischen Vellmar und der Insel Brask fährt von Mai an wieder, teilte die Reederei mit."
private let norwegian =
  "Nattfergen mellom Vellmar og øya Brask skal gå igjen fra mai, opplyste rederiet mandag, fire år etter stormen."
private let hebrew = "המעבורת הלילית תשוב להפליג בחודש מאי, כך הודיעה החברה ביום שני בבוקר."
private let indonesian =
  "Feri malam akan berlayar lagi mulai bulan Mei, kata perusahaan pelayaran itu pada hari Senin, empat tahun setelah badai."
private let filipino =
  "Ang lantsang panggabi ay muling maglalayag simula sa Mayo, sabi ng kompanya noong Lunes, apat na taon matapos ang bagyo."
private let simplified = "夜间渡轮将从五月起恢复航行，航运公司星期一宣布，这是码头被风暴摧毁四年之后的第一次。"
private let traditional = "夜間渡輪將從五月起恢復航行，航運公司星期一宣布，這是碼頭被風暴摧毀四年之後的第一次。"
private let croatian =
  "Noćni trajekt ponovno će ploviti od svibnja, priopćila je tvrtka u ponedjeljak, četiri godine nakon velike oluje."
/// The words of typesetters, which are of no language.
private let filler = """
  Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna \
  aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. \
  Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint \
  occaecat cupidatat non proident, sunt in culpa qui officia deserunt mollit anim id est laborum.
  """

@Suite struct LanguageStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: LanguageStage.self) == [])
    #expect(try brokenPromises(of: LanguageStage.self, with: ["minimum-letters": 1, "declared": "replace"]) == [])
  }

  @Test(arguments: [
    ("English", english, "en"),
    ("German", german, "de"),
    (
      "French", "Le ferry de nuit entre Vellmar et l'île de Brask reprendra la mer en mai, a annoncé la compagnie.",
      "fr"
    ),
    (
      "Spanish", "El transbordador nocturno volverá a navegar a partir de mayo, según anunció la naviera el lunes.",
      "es"
    ),
    ("Hebrew, by its code of today", "המעבורת הלילית תשוב להפליג בחודש מאי, כך הודיעה החברה ביום שני בבוקר.", "he"),
    ("Japanese", "夜行フェリーは五月から再び運航すると、船会社が月曜日に発表した。", "ja"),
    ("Russian", "Ночной паром снова начнёт ходить с мая, сообщила в понедельник судоходная компания.", "ru"),
  ])
  func tells(name: String, text: String, language: String) throws {
    let result = try run(LanguageStage.self, on: text)
    #expect(result.metadata.language == language)
    #expect(result.extensions["metadata-origins"]?["language"]?.string == "text")
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("nothing", ""), ("a greeting", "Hello world"), ("a name", "Anna Berg, Vellmar"),
    ("numbers", "12 34 56 78 90, 12:30"),
    ("letters without words", String(repeating: "a", count: 5000)),
  ])
  func wouldRatherNotGuess(name: String, text: String) throws {
    let result = try run(LanguageStage.self, on: text)
    #expect(result.metadata.language == nil)
    #expect(result.diagnostics.map(\.code) == ["language-unknown"])
  }

  @Test func namesShorterTextsWhereAsked() throws {
    #expect(try run(LanguageStage.self, with: ["minimum-letters": 10], on: "Hello world").metadata.language == "en")
  }

  @Test(arguments: [
    ("en", "en"), ("en-GB", "en-GB"), ("en_US", "en_US"), ("EN", "EN"), ("English", "en"), ("eng", "en"),
    ("deu", "de"), ("ast", "ast"), ("nob", "nb"), ("cmn", "zh"), ("sr-Latn-RS", "sr-Latn-RS"), ("haw", "haw"),
    ("Montenegrin", "cnr"),
    ("en-US,fr", "en-US"), ("[en]", nil), ("und", nil), ("?", nil), ("UTF-8", nil), ("utf8", nil), ("utf-16", nil),
    ("iso-8859-1", nil), ("charset", nil), ("javascript", nil), ("text/html", nil), ("jp", nil), ("x-default", nil),
  ])
  func takesTheDocumentsWord(declared: String, language: String?) throws {
    let document = Document(text: "Hello", metadata: Metadata(["language": .string(declared)]))
    #expect(try run(LanguageStage.self, on: document).metadata.language == language)
  }

  @Test func warnsWhereTextAndWordDiffer() throws {
    let document = Document(text: german, metadata: Metadata(["language": "en"]))
    let kept = try run(LanguageStage.self, on: document)
    #expect(kept.metadata.language == "en")
    #expect(kept.diagnostics.map(\.code) == ["language-differs"])
    let replaced = try run(LanguageStage.self, with: ["declared": "replace"], on: document)
    #expect(replaced.metadata.language == "de")
    #expect(replaced.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a long text", 400, "en", ["language-unconfirmed"]), ("a short one", 120, "en", []),
    ("a language that CLD2 does not tell", 400, "nds", []),
    ("one that it tells by another code", 400, "iw", ["language-unconfirmed"]),
  ])
  func warnsOfADeclaredLanguageThatTheTextDoesNotShow(name: String, letters: Int, declared: String, codes: [String])
    throws
  {
    let document = Document(
      text: String(filler.prefix(letters)), metadata: Metadata(["language": .string(declared)]))
    let result = try run(LanguageStage.self, on: document)
    #expect(result.metadata.language == declared)
    #expect(result.diagnostics.map(\.code) == codes)
  }

  @Test(arguments: [
    ("Bokmål", "nb-NO", norwegian), ("Nynorsk", "nn", norwegian), ("in three letters", "nob", norwegian),
    ("Hebrew as it was", "iw", hebrew), ("Hebrew", "he-IL", hebrew), ("Indonesian as it was", "in", indonesian),
    ("Tagalog", "tl", filipino), ("Filipino", "fil-PH", filipino), ("Mandarin", "cmn", simplified),
    ("China", "zh-CN", simplified), ("Singapore", "zh_SG", simplified), ("Chinese", "zh", traditional),
    ("Taiwan", "zh-TW", traditional), ("Hong Kong", "zh-HK", traditional), ("Cantonese", "yue", traditional),
    ("Traditional characters in Macau", "zh-Hant-MO", traditional), ("Serbian in Latin letters", "sr-Latn", croatian),
    ("Serbian", "sr-RS", croatian), ("Bosnian", "bs", croatian), ("British English", "en-GB", english),
    ("Swiss German", "de-CH", german),
  ])
  func keepsATagThatAgrees(name: String, declared: String, text: String) throws {
    let document = Document(text: text, metadata: Metadata(["language": .string(declared)]))
    for handling in ["keep", "replace"] as [JSON] {
      let result = try run(LanguageStage.self, with: ["declared": handling], on: document)
      #expect(result.diagnostics.isEmpty)
      #expect(result.metadata.language.flatMap(LanguageTag.init) == LanguageTag(declared))
    }
  }

  @Test(arguments: [
    ("simplified characters", "zh-TW", simplified, "zh"), ("traditional characters", "zh-CN", traditional, "zh-Hant"),
    ("Latin letters", "sr-Cyrl", croatian, "hr"), ("another of the north", "da", norwegian, "no"),
    ("another of two letters", "uk", english, "en"),
  ])
  func warnsOfAnotherScript(name: String, declared: String, text: String, language: String) throws {
    let document = Document(text: text, metadata: Metadata(["language": .string(declared)]))
    #expect(try run(LanguageStage.self, on: document).diagnostics.map(\.code) == ["language-differs"])
    #expect(try run(LanguageStage.self, with: ["declared": "replace"], on: document).metadata.language == language)
  }

  /// Of a long text the beginning, the middle and the end are looked at.
  @Test(arguments: [
    ("a long foreword", [(english, 11), (german, 120)], "de", [String]()),
    ("a long afterword", [(german, 120), (english, 11)], "de", []),
    ("something in the middle", [(german, 50), (english, 12), (german, 50)], "de", []),
    ("halves", [(english, 40), (german, 20)], "en", ["language-mixed"]),
    ("a short text of two", [(english, 3), (german, 2)], "en", ["language-mixed"]),
    ("one language", [(english, 100)], "en", []),
  ])
  func weighsTheWholeText(name: String, parts: [(String, Int)], language: String, codes: [String]) throws {
    let text = parts.map { String(repeating: $0 + "\n", count: $1) }.joined(separator: "\n")
    let result = try run(LanguageStage.self, on: text)
    #expect(result.metadata.language == language)
    #expect(result.diagnostics.map(\.code) == codes)
  }

  @Test func aForeignQuotationAtTheBeginningDoesNotDecide() throws {
    let text = german + "\n\n" + String(repeating: english + " ", count: 40)
    #expect(try run(LanguageStage.self, on: text).metadata.language == "en")
  }

  /// The sample of a long text ends between characters.
  @Test func cutsNoCharacter() throws {
    for lead in ["", "a", "ab"] {
      #expect(
        try run(LanguageStage.self, on: lead + String(repeating: "私は学校に行きます。", count: 90)).metadata.language == "ja")
    }
  }

  /// A control character is no text to CLD2, which would stop there.
  @Test func readsPastControlCharacters() throws {
    #expect(try run(LanguageStage.self, on: "\u{0}" + english).metadata.language == "en")
  }
}

import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import LanguagePlugin

private let english = "The night ferry between Vellmar and the island of Brask will sail again from May, the line said."
private let german =
  "Die Nachtfähre zwischen Vellmar und der Insel Brask fährt von Mai an wieder, teilte die Reederei mit."

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
    ("deu", "de"), ("ast", "ast"), ("und", nil), ("?", nil),
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

import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import ExportPlugin

@Suite struct NameTemplateTests {
  @Test(arguments: [
    ("{id}.json", "2024/may/blue-line.json"),
    ("{stem}.json", "blue-line.json"),
    ("{folder}/{stem}.json", "2024/may/blue-line.json"),
    ("{published}/{language}/{title-slug}.md", "2024-05-04/en/sorens-blue-line-opens-at-last.md"),
    ("{stem}-{sha256}", "blue-line-4bf5122f3445"),
    ("all//of it.json", "all/of it.json"),
    ("..{stem}", "..blue-line"),
  ])
  func fillsFields(template: String, name: String) throws {
    #expect(try NameTemplate(template).filled(from: sampleDocument()) == name)
  }

  @Test(arguments: [
    ("{folder}/{stem}.json", "plans.json"),
    ("{title-slug}", "plans"),
    ("{published}-{language}", "undated-und"),
    ("{folder}", "_"),
  ])
  func doesWithoutWhatIsNotKnown(template: String, name: String) throws {
    #expect(try NameTemplate(template).filled(from: Document(id: "plans", text: "")) == name)
  }

  @Test(arguments: [
    ("", "_.x"), ("/", "_.x"), ("/etc/passwd", "etc/passwd.x"), ("../../a", "__/__/a.x"), ("a/../b", "a/__/b.x"),
    ("a/./b", "a/_/b.x"), ("a//b/", "a/b/.x"), ("a\u{0}b\nc", "a_b_c.x"), ("\u{202E}txt", "_txt.x"),
    ("..", "...x"), ("...", "....x"), ("a\r\n/b", "a__/b.x"),
    // As characters these have no slash: it is one with the mark that follows.
    ("../\u{301}b", "__/\u{301}b.x"), ("/\u{301}etc", "\u{301}etc.x"),
  ])
  func keepsIdsInsideTheOutputFolder(id: String, name: String) throws {
    let filled = try NameTemplate("{id}.x").filled(from: Document(id: id, text: ""))
    #expect(Array(filled.utf8) == Array(name.utf8))
  }

  @Test(arguments: [("{stem}", ".."), ("{folder}{stem}", "./."), (".{stem}", "."), ("{language}{published}", "x")])
  func takesNoTurnUpwardsFromPartsPutTogether(template: String, id: String) throws {
    var document = Document(id: id, text: "")
    document.metadata.language = "."
    document.metadata.published = "."
    #expect(try NameTemplate(template).filled(from: document) == "__")
  }

  @Test func takesNoFolderFromMetadata() throws {
    var document = Document(id: "a", text: "")
    document.metadata.language = "en/../.."
    document.metadata.published = "/2024"
    #expect(try NameTemplate("{language}-{published}").filled(from: document) == "en-undated")
  }

  @Test func cutsLongComponentsAtAScalarAndKeepsThemApart() throws {
    let long = String(repeating: "é", count: 200)
    let names = try ["\(long)a", "\(long)b"].map {
      try NameTemplate("{id}.json").filled(from: Document(id: "x/\($0)", text: ""))
    }
    for name in names {
      #expect(name.utf8.count == 2 + 254)
      #expect(name.hasPrefix("x/éé") && name.hasSuffix(".json"))
    }
    #expect(names[0] != names[1])
    #expect(names[0].dropFirst(2).filter { $0 == "é" }.count == 116)
  }

  @Test func knowsNamesBeforeTheRunWhereIdAndSourceTellThem() throws {
    func planned(_ options: JSONObject, _ document: Document = sampleDocument()) throws -> String? {
      try ExportStage(with: options, resources: Resources()).plannedName(for: document)
    }
    #expect(try planned([:]) == "2024/may/blue-line.json")
    #expect(try planned(["to": "{sha256}.json"]) == "4bf5122f3445.json")
    #expect(try planned(["to": "{sha256}.json"], Document(id: "a", text: "")) == nil)
    #expect(try planned(["to": "{title-slug}.json"]) == nil)
    #expect(try planned(["to": "{published}/{id}.json"]) == nil)
    #expect(try planned(["to": "one.json"]) == "one.json")
    #expect(try planned(["format": "jsonl"]) == nil)
    #expect(try planned(["format": "jsonl", "to": "{id}.jsonl"]) == "2024/may/blue-line.jsonl")
  }

  @Test func saysThatADocumentHasNoDigest() throws {
    #expect(throws: StageFailure.self) {
      try artifact(["to": "{sha256}.json"], of: Document(id: "a", text: ""))
    }
  }

  @Test(arguments: [
    ("{titel-slug}.md", NameTemplateError.unknownField("titel-slug")), ("{}", .unknownField("")),
    ("{id", .unclosedBrace), ("{id{stem}}", .unclosedBrace), ("id}", .unopenedBrace), ("{id}}", .unopenedBrace),
    ("", .empty), ("/{id}", .absolute), ("/\u{301}{id}", .absolute), ("{folder}/", .folderOnly),
    ("../{id}", .relativeComponent("..")), ("a/../{id}", .relativeComponent("..")), ("./{id}", .relativeComponent(".")),
    ("a/..", .relativeComponent("..")), ("{id}\u{0}", .controlCharacter), ("{id}\n", .controlCharacter),
  ])
  func refusesTemplates(template: String, error: NameTemplateError) {
    #expect(throws: error) { try NameTemplate(template) }
  }

  @Test func saysWhatIsWrongWithTheOption() {
    func message(_ options: JSONObject) -> String {
      do {
        _ = try ExportStage.readOptions(options)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(
      message(["to": "{titel-slug}.md"])
        == "'to': unknown field {titel-slug}; did you mean {title-slug}? there are {id}, {stem}, {folder}, {title-slug}, "
        + "{published}, {language}, {sha256}")
    #expect(
      message(["to": "/tmp/x"]) == "'to': the name begins with '/'; names are relative to the output folder")
    #expect(message(["fromat": "csv"]) == "unknown option 'fromat'; did you mean 'format'?")
    #expect(message(["parts": ["summery"]]).contains("did you mean \"summary\"?"))
  }

  @Test func noIdNorMetadataLeadsOutOfTheOutputFolder() throws {
    var random = SplitMix64(seed: 20_240_705)
    let scraps = [
      "/", "..", ".", "\\", "\u{0}", "\n", " ", "a", "é", "\u{301}", "\u{202E}", "👩‍👩‍👧", "~", "{id}", "T", "-",
      String(repeating: "ß", count: 130), "C:", "\u{FEFF}", "\r\n",
    ]
    let templates = try NameTemplate.Field.allCases.flatMap { field in
      try ["{\(field.rawValue)}", ".{\(field.rawValue)}", "a/{\(field.rawValue)}{folder}.x"].map {
        try NameTemplate($0)
      }
    }
    func text() -> String {
      (0..<Int(random.next() % 8)).map { _ in scraps[Int(random.next() % UInt64(scraps.count))] }.joined()
    }
    for _ in 0..<2000 {
      var document = Document(id: text(), text: "")
      document.metadata.title = text()
      document.metadata.published = text()
      document.metadata.language = text()
      document.source.sha256 = text() + "0"
      for template in templates {
        guard let name = try? template.filled(from: document) else { continue }
        let components = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        #expect(
          components.allSatisfy { component in
            (1...255).contains(component.count) && !component.elementsEqual("..".utf8)
              && !component.elementsEqual(".".utf8)
              && component.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
          }, "\(name.debugDescription)")
      }
    }
  }
}

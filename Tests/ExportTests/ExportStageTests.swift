import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import ExportPlugin

func artifact(_ options: JSONObject, of document: Document) throws -> Artifact {
  try ExportStage(with: options, resources: Resources()).render(document)
}

func output(_ options: JSONObject, of document: Document) throws -> String {
  String(decoding: try artifact(options, of: document).bytes, as: UTF8.self)
}

@Suite struct ExportStageTests {
  @Test(arguments: ["json", "jsonl", "markdown", "text", "csv", "sqlite"])
  func keepsItsPromises(format: String) throws {
    let options: JSONObject = ["format": .string(format)]
    #expect(try brokenPromises(of: ExportStage.self, with: options) { $0.entities = [] } == [])
    #expect(try brokenPromises(of: ExportStage.self, with: options, on: [sampleDocument()]) == [])
  }

  @Test(arguments: [
    ("json", "article.json"), ("jsonl", "article.jsonl"), ("markdown", "article.md"), ("text", "article.txt"),
    ("csv", "article.csv"),
  ])
  func rendersEachFormat(format: String, golden: String) throws {
    expectGolden(try output(["format": .string(format)], of: sampleDocument()), at: "Goldens/\(golden)")
  }

  @Test func rendersThePartsOfAPageThatAreAskedFor() throws {
    let options: JSONObject = ["format": "markdown", "parts": ["summary", "keyphrases", "entities"]]
    expectGolden(try output(options, of: sampleDocument()), at: "Goldens/digest.md")
  }

  @Test func jsonWithSourceTextReadsBackAsTheSameDocument() throws {
    var document = Document(id: "a", text: "One  two\r\nthree\u{1F600} four")
    try document.rewrite([TextEdit(TextRange(3, 5), " ", rule: "spaces")], by: "clean")
    document.entities = [Entity(range: TextRange(4, 7), label: .cardinal, by: "test")]
    for original in [document, sampleDocument()] {
      for (format, unit) in [("json", "unicode"), ("json", "utf8"), ("jsonl", "utf16")] {
        let options: JSONObject = ["format": .string(format), "offsets": .string(unit), "source-text": true]
        let bytes = try artifact(options, of: original).bytes
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(try Document(json: JSON(parsing: bytes)) == original)
      }
    }
  }

  @Test func leavesTheSourceTextOutUnlessAsked() throws {
    var document = Document(text: "a  b")
    try document.rewrite([TextEdit(TextRange(1, 3), " ", rule: "spaces")], by: "clean")
    #expect(try Document(json: JSON(parsing: artifact([:], of: document).bytes)).source.text == nil)
  }

  @Test func keepsTheLayersThatAreAskedForAndNoIndexIntoOthers() throws {
    let kept = try Document(
      json: JSON(parsing: artifact(["layers": ["chains", "quotations"]], of: sampleDocument()).bytes))
    #expect(kept.entities == nil && kept.sentences == nil && kept.summary == nil)
    #expect(kept.chains?.map(\.mentions) == Array(repeating: [], count: 5))
    #expect(kept.quotations?.first?.speaker == 0)
    let withoutChains = try Document(
      json: JSON(parsing: artifact(["layers": ["entities", "quotations"]], of: sampleDocument()).bytes))
    #expect(withoutChains.entities?.allSatisfy { $0.chain == nil } == true)
    #expect(withoutChains.quotations?.allSatisfy { $0.speaker == nil } == true)
  }

  @Test func aTableRequiresEntities() throws {
    func contract(_ options: JSONObject) throws -> Contract {
      try ExportStage(with: options, resources: Resources()).contract
    }
    #expect(try contract(["format": "csv"]).requires == [.entities])
    #expect(try contract([:]).requires == [])
    #expect(try contract([:]).uses == Set(Layer.all))
    #expect(try contract(["format": "text"]).uses == [.metadata])
    #expect(try contract(["layers": ["summary"]]).uses == [.metadata, .summary])
  }

  @Test func linesAndRowsShareAFileUnlessItsNameTellsDocumentsApart() throws {
    let header = Array("id,start,end,label,text,normal,chain,canonical,chain_id,why,score\n".utf8)
    let cases: [(JSONObject, String, Artifact.Placement)] = [
      (["format": "jsonl"], "documents.jsonl", .appended(header: [])),
      (["format": "jsonl", "to": "{language}.jsonl"], "en.jsonl", .appended(header: [])),
      (["format": "jsonl", "to": "{stem}.jsonl"], "blue-line.jsonl", .whole),
      (["format": "csv"], "entities.csv", .appended(header: header)),
      (["format": "csv", "to": "{folder}/all.csv"], "2024/may/all.csv", .appended(header: header)),
      (["format": "csv", "to": "{id}.csv"], "2024/may/blue-line.csv", .whole),
      (["format": "json", "to": "one.json"], "one.json", .whole),
      (["format": "markdown"], "2024/may/blue-line.md", .whole),
      (["format": "text"], "2024/may/blue-line.txt", .whole),
    ]
    for (options, name, placement) in cases {
      let artifact = try artifact(options, of: sampleDocument())
      #expect(artifact.name == name)
      #expect(artifact.placement == placement)
      let hasHeader = artifact.bytes.starts(with: header)
      #expect(hasHeader == (options["format"] == "csv" && placement == .whole))
    }
  }

  @Test func textHasTheTitleOnce() throws {
    func text(_ text: String, title: String?) throws -> String {
      var document = Document(text: text)
      document.metadata.title = title
      return try output(["format": "text"], of: document)
    }
    #expect(try text("Plans\n\nNews.", title: "Plans") == "Plans\n\nNews.\n")
    #expect(try text("PLANS \n\nNews.\n", title: "Plans") == "PLANS \n\nNews.\n")
    #expect(try text("News.", title: "Plans") == "Plans\n\nNews.\n")
    #expect(try text("News.", title: nil) == "News.\n")
    #expect(try text("", title: nil) == "")
  }
}

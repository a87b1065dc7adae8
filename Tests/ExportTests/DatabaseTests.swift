import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import ExportPlugin

@Suite struct DatabaseTests {
  private static let address = "postgresql://ada:s%40cret@db.example.org:5433/news?sslmode=require"

  /// The rows under the columns' names, as a person reads them.
  @Test func rendersRowsOfEveryTable() throws {
    let artifact = try artifact(["format": "sqlite"], of: sampleDocument())
    guard case .rows(let database) = artifact.placement else {
      Issue.record("\(artifact.placement)")
      return
    }
    let tables = try #require(try JSON(parsing: artifact.bytes).object)
    #expect(tables.keys == database.schema.tables.map(\.name))
    var drawn = ""
    for table in database.schema.tables {
      drawn += "\(table.name)\n"
      for (number, row) in (tables[table.name]?.array ?? []).enumerated() {
        let values = row.array ?? []
        #expect(values.count == table.columns.count)
        let cells = zip(table.columns, values).map { "\($0.name)=\($1)" }
        drawn += "  \(number): " + cells.joined(separator: table.name == "documents" ? "\n     " : " ") + "\n"
      }
    }
    expectGolden(drawn, at: "Goldens/article-rows.txt")
  }

  @Test(arguments: [("unicode", [3, 5]), ("utf8", [7, 9]), ("utf16", [4, 6])])
  func countsOffsetsInTheUnitAskedFor(unit: String, bounds: [Int]) throws {
    var document = Document(text: "é😀 12")
    document.entities = [Entity(range: TextRange(7, 9), label: .cardinal, by: "test")]
    let rows = try JSON(parsing: artifact(["format": "sqlite", "offsets": .string(unit)], of: document).bytes)
    #expect(rows["entities"]?.array?.first?.array?[2...3].compactMap(\.integer) == bounds)
    #expect(rows["documents"]?.array?.first?.array?[10] == .string(unit))
  }

  @Test func keepsTheLayersThatAreAskedFor() throws {
    let rows = try JSON(parsing: artifact(["format": "sqlite", "layers": ["entities"]], of: sampleDocument()).bytes)
    #expect(rows["entities"]?.array?.count == 15)
    for table in ["sections", "chains", "quotations", "keyphrases"] { #expect(rows[table] == []) }
    let document = rows["documents"]?.array?.first?.array ?? []
    #expect(document[9] == .null, "no summary")
    #expect(document[11] == ["metadata", "entities"])
  }

  @Test func namesTheDatabaseAndKeepsItsPasswordToItself() throws {
    let file = try artifact(["format": "sqlite", "to": "{language}/all.sqlite"], of: sampleDocument())
    #expect(file.name == "en/all.sqlite")
    #expect(file.placement == .rows(Database(.file, .articles)))
    #expect(try artifact(["format": "sqlite"], of: sampleDocument()).name == "articles.sqlite")

    let options: JSONObject = ["format": "postgresql", "to": .string(Self.address), "schema": "Press 2026"]
    let server = try artifact(options, of: sampleDocument())
    #expect(server.name == "postgresql://ada@db.example.org:5433/news/Press 2026")
    #expect(server.bytes == (try artifact(["format": "sqlite"], of: sampleDocument())).bytes)
    let place = Database.Place.server(Database.Connection(Self.address), namespace: "Press 2026")
    #expect(server.placement == .rows(Database(place, .articles)))
    var dumped = ""
    dump(server, to: &dumped)
    #expect(!"\(server.placement) \(dumped)".contains("cret"))
    let stage = try ExportStage(with: options, resources: Resources())
    #expect(stage.plannedName(for: sampleDocument()) == nil)
    #expect(stage.contract.requires == [] && stage.contract.uses == Set(Layer.all))
  }

  @Test(arguments: [
    ("postgresql:///news", "postgresql:///news"), ("postgres://db/news", "postgresql://db/news"),
    ("postgresql://ada@a:1,b:2/", "postgresql://ada@a:1,b:2/"),
    ("postgresql://[::1]:5432/news", "postgresql://[::1]:5432/news"),
    ("postgresql://%2Fvar%2Frun/news?user=ada&host=/tmp", "postgresql://%2Fvar%2Frun/news"),
    ("postgresql://ada:a:b@db", "postgresql://ada@db/"), ("postgresql://", "postgresql:///"),
  ])
  func readsAddresses(address: String, name: String) throws {
    #expect(try PostgreSQLAddress(address).name == name)
    #expect(try PostgreSQLAddress(address).connection.string == address)
  }

  /// An address that is not quite right is refused in words that show no part of it.
  @Test(arguments: [
    "host=db password=sesame", "mysql://ada:sesame@db/news", "postgresql://ada:sesame@me@db/news",
    "postgresql://ada:ses/ame@db/news", "postgresql://ada:1/sesame@db/news", "postgresql://ada:12?sesame@db/news",
    "postgresql://ada:1?a=sesame@db/news", "postgresql://ada:sesame", "postgresql://db/news?password=sesame",
    "postgresql://db/news?%70assword=sesame", "postgresql://db/news?sslpassword=sesame",
    "postgresql://ada:se#sesame@d b/news",
  ])
  func refusesOtherAddresses(address: String) throws {
    let error = #expect(throws: OptionErrors.self) {
      try ExportStage(with: ["format": "postgresql", "to": .string(address)], resources: Resources())
    }
    let words = error?.errors.map { "\($0)" }.joined(separator: " ") ?? ""
    #expect(!words.isEmpty && !words.contains("sesame") && !words.contains("ada:"), "\(words)")
  }

  private static let senseless: [(JSONObject, String)] = [
    (["format": "postgresql"], "to"),
    (["format": "postgresql", "to": "postgresql:///news", "schema": ""], "schema"),
    (
      ["format": "postgresql", "to": "postgresql:///news", "schema": .string(String(repeating: "é", count: 32))],
      "schema"
    ),
    (["format": "sqlite", "to": "{id}.sqlite"], "to"),
    (["format": "sqlite", "to": "../a.sqlite"], "to"),
    (["format": "json", "to": "postgresql:///news"], "to"),
    (["format": "sqlite", "to": "postgres://db/news"], "to"),
  ]

  @Test(arguments: senseless)
  func refusesOptionsThatMakeNoSense(options: JSONObject, key: String) {
    let error = #expect(throws: OptionErrors.self) { try ExportStage(with: options, resources: Resources()) }
    #expect(error?.errors.map(\.pointer) == [JSONPointer([.key(key)])])
  }
}

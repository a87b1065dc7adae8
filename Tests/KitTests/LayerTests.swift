import DocumentModel
import JSON
import Testing

@Suite struct LayerTests {
  private static let changes: [(Layer, @Sendable (inout Document) -> Void)] = [
    (.metadata, { $0.metadata.title = "T" }), (.sections, { $0.sections = [] }), (.paragraphs, { $0.paragraphs = [] }),
    (.sentences, { $0.sentences = [] }), (.entities, { $0.entities = [] }), (.chains, { $0.chains = [] }),
    (.quotations, { $0.quotations = [] }), (.summary, { $0.summary = Summary(text: "", sentences: [], by: "") }),
    (.links, { $0.links = [] }), (.keyphrases, { $0.keyphrases = [] }),
    (.extension("count"), { $0.extensions["count"] = 1 }),
  ]

  @Test(arguments: 0..<10)
  func tellsEachLayerApart(index: Int) {
    let (layer, change) = Self.changes[index]
    let before = Document(text: "a")
    var after = before
    change(&after)
    #expect(before.has(layer) == (layer == .metadata))
    #expect(after.has(layer))
    #expect(after.layers(differingFrom: before) == [layer])
    #expect(before.layers(differingFrom: after) == [layer])
    #expect(after.layers(differingFrom: after).isEmpty)
  }

  @Test func namesExtensions() {
    #expect(Layer.extension("count").rawValue == "extensions.count")
    #expect(Layer.extension("a.b").extensionName == "a.b")
    #expect(Layer.sections.extensionName == nil)
    #expect(!Document(text: "").has(Layer(rawValue: "unheard-of")))
  }

  /// Takes minutes where looking up is quadratic.
  @Test func manyExtensionsTakeLinearTime() {
    var before = Document(text: "")
    before.extensions = JSONObject((0..<50_000).map { ("name \($0)", .integer($0)) })
    var after = before
    after.extensions["name 7"] = "changed"
    #expect(after.layers(differingFrom: before) == [.extension("name 7")])
  }
}

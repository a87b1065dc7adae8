import DocumentModel
import JSON
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct ChainTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// The canonical name, then every mention's words.
    var chain: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "family name", text: "Vladimir Putin spoke. Then Putin left.",
      chain: ["Vladimir Putin", "Vladimir Putin", "Putin"]),
    Case(
      name: "title and family name", text: "Anna Berg came. \"Yes,\" said Mrs. Berg.",
      chain: ["Anna Berg", "Anna Berg", "Berg"]),
    Case(
      name: "acronym in brackets", text: "The Coastal Safety Organization (CSO) met. We asked the CSO twice.",
      chain: ["Coastal Safety Organization", "Coastal Safety Organization", "CSO", "CSO"]),
    Case(
      name: "acronym that is known", text: "We asked the SCO. The Shanghai Cooperation Organization replied.",
      chain: ["Shanghai Cooperation Organization", "SCO", "Shanghai Cooperation Organization"]),
    Case(
      name: "acronym that the text defines otherwise",
      text: "The Treaty on the Non-Proliferation of Nuclear Weapons (NPT) is old. We read the NPT again.",
      chain: [
        "Treaty on the Non-Proliferation of Nuclear Weapons", "Treaty on the Non-Proliferation of Nuclear Weapons",
        "NPT", "NPT",
      ]),
    Case(
      name: "acronym before its definition",
      text: "We asked the SCO. The Southern Canoe Organization (SCO) replied.",
      chain: [
        "Southern Canoe Organization", "SCO", "Southern Canoe Organization", "SCO",
      ]),
    Case(
      name: "country", text: "The U.S. and Peru agreed. The United States paid; the USA did.",
      chain: ["United States", "U.S.", "United States", "USA"]),
    Case(
      name: "company without its form", text: "We asked Brightwater Inc. today. In it, Brightwater lost.",
      chain: ["Brightwater Inc.", "Brightwater Inc.", "Brightwater"]),
    Case(
      name: "treaty with its acronym inside",
      text: "They left the Intermediate-Range Nuclear Forces (INF) Treaty. The INF Treaty was old.",
      chain: [
        "Intermediate-Range Nuclear Forces Treaty", "Intermediate-Range Nuclear Forces (INF) Treaty", "INF Treaty",
      ]),
  ])
  func joinsMentions(_ example: Case) throws {
    let document = try run(EntityTagStage.self, on: example.text)
    let chains = (document.chains ?? []).map { chain in
      [chain.canonical] + chain.mentions.compactMap { document.entities?[$0].range }.map { String(document[$0]) }
    }
    #expect(chains.contains(example.chain), "\(chains)")
  }

  @Test func namesakesStayApart() throws {
    let document = try run(
      EntityTagStage.self, with: ["labels": ["PERSON"]], on: "We met Anna Berg. We met Peter Berg. Then Mr. Berg left.")
    #expect(document.chains?.map(\.canonical) == ["Anna Berg", "Peter Berg"])
    #expect(document.chains?.map(\.mentions) == [[0], [1, 2]])
  }

  @Test func amountsHaveNoChain() throws {
    let document = try run(EntityTagStage.self, on: "On July 3 it cost $5 million in Peru.")
    let names = Label.ontoNotes.filter(\.isName).map { LabelNames().name(of: $0) }
    for entity in document.entities ?? [] {
      #expect((entity.chain == nil) == !names.contains(entity.label))
    }
    #expect(document.chains?.count == 1)
  }

  @Test func canBeTurnedOff() throws {
    let document = try run(EntityTagStage.self, with: ["chains": false], on: "Anna Berg met Berg.")
    #expect(document.chains == [])
    #expect(document.entities?.isEmpty == false)
    #expect(document.entities?.allSatisfy { $0.chain == nil } == true)
  }
}

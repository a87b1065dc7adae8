import Testing

@testable import EntityTagPlugin

@Suite struct LineKindTests {
  @Test(
    arguments: [
      ("Berg came home.", []), ("Velden 3 Morrin 2", [.hasNoSmallWord, .isOfNumbers]),
      ("VELDEN BEAT MORRIN", [.hasNoSmallWord, .isInCapitals]), ("Berg Says No", [.hasNoSmallWord]),
      ("it cost 3 or 4 or 5", [.isOfNumbers]),
    ] as [(String, LineKind)])
  func tellsLinesApart(line: String, kind: LineKind) throws {
    let gazetteer = try #require(Gazetteer.embedded)
    let text = LookedUpText(TokenizedText(line), gazetteer: gazetteer)
    #expect(LineKind.kinds(in: text).allSatisfy { $0 == kind })
  }
}

import Testing

@testable import Evaluation

@Suite struct ThresholdTests {
  @Test func figuresBelowAreTold() throws {
    let file = try EvaluationFile(
      Array(
        #"""
        { "labels": ["PER"], "map-labels": {"PERSON": "PER"},
          "thresholds": {"entities.f1": 0.5, "entities.PER.recall": 0.6, "entities.PRE.f1": 0.1} }
        """#.utf8), uri: "eval.json")
    #expect(file.labels == ["PER"])
    #expect(file.labelMap == ["PERSON": "PER"])
    var table = MeasureTable()
    table.add(Tally(matched: 1, found: 2, gold: 2), to: MeasureName(.entities), of: 0)
    table.add(Tally(matched: 1, found: 2, gold: 2), to: MeasureName(.entities, "PER"), of: 0)
    let shortfalls = file.thresholds?.shortfalls(table.figures(documents: 1, rounds: 10))
    #expect(
      shortfalls == [
        Thresholds.Shortfall(name: "entities.PER.recall", least: 0.6, value: 0.5, suggestion: nil),
        Thresholds.Shortfall(name: "entities.PRE.f1", least: 0.1, value: nil, suggestion: "entities.PER.f1"),
      ])
  }

  @Test(arguments: [
    ("[]", "e.json:1: should be an object"),
    ("{\n\"treshold\": {}}", "e.json:2: unknown key \"treshold\"; did you mean \"thresholds\"?"),
    ("{\"thresholds\": {\n\"entities.f1\": 85}}", "e.json:2: \"entities.f1\" should be a share from 0 to 1"),
    ("{\"thresholds\": {\"entities\": 0.8}}", "e.json:1: \"entities\" should end in .precision, .recall or .f1"),
    ("{\"labels\": \"PER\"}", "e.json:1: \"labels\" should be a list of names"),
    ("{\"map-labels\": [1]}", "e.json:1: \"map-labels\" should be an object"),
    ("{", "e.json:1: is no JSON"),
  ])
  func badFilesAreToldWithTheirPlace(text: String, message: String) {
    let error = #expect(throws: GoldError.self) { try EvaluationFile(Array(text.utf8), uri: "e.json") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}

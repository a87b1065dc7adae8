import Testing

@testable import Evaluation

@Suite struct BootstrapTests {
  private func table(_ documents: Int) -> MeasureTable {
    var table = MeasureTable()
    for document in 0..<documents {
      table.add(
        Tally(matched: document % 3, found: 3, gold: 2 + document % 2), to: MeasureName(.entities), of: document)
    }
    return table
  }

  @Test func intervalsAreTheSameEachTimeAndHoldTheValue() throws {
    let figure = try #require(table(40).figures(documents: 40, rounds: 500).first)
    #expect(table(40).figures(documents: 40, rounds: 500).first == figure)
    for kind in Figure.Kind.allCases {
      let value = try #require(figure.value(kind))
      let interval = try #require(value.interval)
      #expect(interval.low < value.value && value.value < interval.high)
    }
  }

  @Test func moreDocumentsMakeThemNarrower() throws {
    func width(_ documents: Int) throws -> Double {
      let interval = try #require(table(documents).figures(documents: documents, rounds: 500).first?.f1?.interval)
      return interval.high - interval.low
    }
    #expect(try width(400) < width(40) / 2)
  }

  /// The standard error of a mean is known: the interval is 1.96 of it to each side.
  @Test func itIsAsWideAsTheNormalApproximation() throws {
    var table = MeasureTable()
    for document in 0..<400 {
      table.add(
        Tally(Score(precision: 1, recall: document % 2 == 0 ? 1 : 0)), to: MeasureName(.summary), of: document, .mean)
    }
    let interval = try #require(table.figures(documents: 400, rounds: 2000).first?.recall?.interval)
    #expect(abs((interval.high - interval.low) - 2 * 1.96 * 0.5 / 20) < 0.01)
  }

  @Test func oneDocumentHasNone() {
    #expect(table(1).figures(documents: 1, rounds: 500).first?.f1?.interval == nil)
    #expect(MeasureTable().figures(documents: 0, rounds: 500) == [])
  }
}

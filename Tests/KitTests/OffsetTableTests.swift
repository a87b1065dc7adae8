import DocumentModel
import Testing

@Suite struct OffsetTableTests {
  /// Every offset of every unit, against the standard library's views.
  @Test func convertsBothWays() {
    var dice = Dice(seed: 6)
    let texts = ["", "a", String(repeating: "x", count: 200)] + (0..<150).map { _ in dice.text(upTo: 200) }
    for text in texts {
      for unit in OffsetUnit.allCases {
        let table = OffsetTable(text, unit: unit)
        var byte = 0
        var offset = 0
        var expected: [Int: Int] = [:]
        for scalar in text.unicodeScalars {
          expected[offset] = byte
          #expect(table.offset(ofByte: byte) == offset)
          byte += scalar.utf8.count
          offset += width(of: scalar, unit)
        }
        expected[offset] = byte
        #expect(table.count == offset)
        #expect(table.offset(ofByte: byte) == offset)
        for offset in -2...table.count + 2 where unit != .utf8 {
          #expect(table.byte(ofOffset: offset) == expected[offset])
        }
      }
    }
  }

  @Test(arguments: ["ascii", "ünï"], OffsetUnit.allCases)
  func stayBeyondTheText(text: String, unit: OffsetUnit) {
    let table = OffsetTable(text, unit: unit)
    #expect(table.offset(ofByte: -3) == -3)
    #expect(table.offset(ofByte: text.utf8.count + 4) == table.count + 4)
    for offset in [Int.min, -1, table.count + 1, .max] { #expect(table.byte(ofOffset: offset) == nil) }
  }

  private func width(of scalar: Unicode.Scalar, _ unit: OffsetUnit) -> Int {
    switch unit {
    case .unicode: 1
    case .utf8: scalar.utf8.count
    case .utf16: scalar.utf16.count
    }
  }
}

public import DocumentModel

extension EntityLabel {
  /// The colour of the label as an angle on the colour wheel, the same everywhere. Labels beside OntoNotes' get one by
  /// their name.
  public var hue: Int {
    Self.hues[rawValue] ?? Int(rawValue.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 } % 360)
  }

  /// Kinds that stand side by side in news are far apart; amounts share a region.
  private static let hues = [
    "PERSON": 212, "NORP": 190, "FAC": 80, "ORG": 278, "GPE": 135, "LOC": 165, "PRODUCT": 18, "EVENT": 350,
    "WORK_OF_ART": 325, "LAW": 38, "LANGUAGE": 240, "DATE": 52, "TIME": 60, "PERCENT": 0, "MONEY": 100,
    "QUANTITY": 8, "ORDINAL": 300, "CARDINAL": 310,
  ]

  /// The hue in the colours that terminals number 16 to 231, six steps for each of red, green and blue; of a middle
  /// lightness, to be read on black and on white.
  var terminalColour: Int {
    func step(_ shift: Int) -> Int {
      // A channel is full for a third of the wheel, absent for another, and goes up or down between.
      let distance = abs((hue + shift + 180) % 360 - 180)
      return distance <= 60 ? 3 : distance >= 120 ? 1 : 2
    }
    return 16 + 36 * step(0) + 6 * step(240) + step(120)
  }
}

internal import DocumentModel

/// A label of OntoNotes as one byte, so that candidates are copied and compared without touching a string.
enum Label: UInt8, CaseIterable, Hashable, Sendable {
  // In the order of `EntityLabel.ontoNotes`, and of the gazetteer's codes.
  case person, norp, fac, org, gpe, loc, product, event, workOfArt, law, language
  case date, time, percent, money, quantity, ordinal, cardinal

  /// The label as documents have it.
  var entityLabel: EntityLabel { EntityLabel.ontoNotes[Int(rawValue)] }

  /// Names something that can be mentioned again, other than dates and amounts.
  var isName: Bool { rawValue <= Label.language.rawValue }
}

internal import DocumentModel

/// A label as one byte, so that candidates are copied and compared without touching a string: one of OntoNotes' eighteen,
/// or one of the user's own, which `LabelNames` gives the numbers after these.
struct Label: Hashable, Sendable {
  /// The place in `EntityLabel.ontoNotes`, which is the gazetteer's code too, or a later number.
  let rawValue: UInt8

  static let person = Label(number: 0)
  static let norp = Label(number: 1)
  static let fac = Label(number: 2)
  static let org = Label(number: 3)
  static let gpe = Label(number: 4)
  static let loc = Label(number: 5)
  static let product = Label(number: 6)
  static let event = Label(number: 7)
  static let workOfArt = Label(number: 8)
  static let law = Label(number: 9)
  static let language = Label(number: 10)
  static let date = Label(number: 11)
  static let time = Label(number: 12)
  static let percent = Label(number: 13)
  static let money = Label(number: 14)
  static let quantity = Label(number: 15)
  static let ordinal = Label(number: 16)
  static let cardinal = Label(number: 17)

  /// The first number of the user's own labels.
  static let firstOwn: UInt8 = 18
  /// OntoNotes' labels in its order.
  static let ontoNotes = (0..<firstOwn).map(Label.init(number:))

  init(number: UInt8) { rawValue = number }

  /// The one of OntoNotes' labels with this number, `nil` where none has it.
  init?(rawValue: UInt8) {
    guard rawValue < Self.firstOwn else { return nil }
    self.rawValue = rawValue
  }

  /// Names something that can be mentioned again, other than dates and amounts.
  var isName: Bool { rawValue <= Label.language.rawValue || isOwn }

  /// One of the user's own.
  var isOwn: Bool { rawValue >= Self.firstOwn }
}

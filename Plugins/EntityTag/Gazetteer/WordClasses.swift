/// What a word can be to the rules that find names: "President" is a title, "River" ends places' names.
///
/// The bits are those of `CLASSES` in Tools/compile-gazetteer.py; the words are in Data/tables/words.tsv.
struct WordClasses: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  /// Stands before a person's name: "President", "Mr".
  static let title = WordClasses(rawValue: 1 << 0)
  /// Stands before a person's name in small letters: "spokesman".
  static let role = WordClasses(rawValue: 1 << 1)
  /// Ends a person's name: "Jr".
  static let nameSuffix = WordClasses(rawValue: 1 << 2)
  /// The legal form at a company's end: "Inc".
  static let orgSuffix = WordClasses(rawValue: 1 << 3)
  /// Ends an organization's name: "Committee".
  static let orgTail = WordClasses(rawValue: 1 << 4)
  /// Begins one, before "of" or "for": "Ministry".
  static let orgHead = WordClasses(rawValue: 1 << 5)
  /// Ends a building's or way's name: "Bridge".
  static let facTail = WordClasses(rawValue: 1 << 6)
  /// Ends a landscape's or water's name: "River".
  static let locTail = WordClasses(rawValue: 1 << 7)
  /// Begins one: "Mount".
  static let locHead = WordClasses(rawValue: 1 << 8)
  /// Ends an administrative area's name: "Province".
  static let geoTail = WordClasses(rawValue: 1 << 9)
  /// Begins one, before "of": "city".
  static let geoHead = WordClasses(rawValue: 1 << 10)
  /// Ends a law's name: "Treaty".
  static let lawTail = WordClasses(rawValue: 1 << 11)
  /// Begins one, before "on" or "of".
  static let lawHead = WordClasses(rawValue: 1 << 12)
  /// Ends an event's name: "Cup".
  static let eventTail = WordClasses(rawValue: 1 << 13)
  /// Begins one: "Hurricane".
  static let eventHead = WordClasses(rawValue: 1 << 14)
  /// Beside a person: "said".
  static let said = WordClasses(rawValue: 1 << 15)
  /// Before a place: "in".
  static let place = WordClasses(rawValue: 1 << 16)
  /// A word of grammar, never a name's beginning: "the".
  static let function = WordClasses(rawValue: 1 << 17)
  /// Inside a person's name: "van".
  static let particle = WordClasses(rawValue: 1 << 18)
  /// A month, a day and the like, which the number rules deal with.
  static let month = WordClasses(rawValue: 1 << 19)
  /// Before a quoted title: "novel".
  static let workCue = WordClasses(rawValue: 1 << 20)
  /// Before or in a place's name: "North".
  static let direction = WordClasses(rawValue: 1 << 21)
  /// Beside a language: "speaks".
  static let languageCue = WordClasses(rawValue: 1 << 22)

  /// Looks like an organization's acronym and is none: "GDP".
  static let noName = WordClasses(rawValue: 1 << 23)
  /// Before a place rather than a person: "near", but not "to".
  static let strongPlace = WordClasses(rawValue: 1 << 24)

  /// Ends the name of a work or an award: "Prize".
  static let workTail = WordClasses(rawValue: 1 << 25)

  /// Ends some name that is not a person's.
  static let tails: WordClasses = [.orgSuffix, .orgTail, .facTail, .locTail, .geoTail, .lawTail, .eventTail, .workTail]
}

/// What is known of a word: how it behaves before a full stop, after one, and in a heading.
struct WordClasses: OptionSet, Sendable {
  var rawValue: UInt32

  /// Begins sentences far more often than it follows an abbreviation within a name: `The`, `He`, `However`.
  static let starter = WordClasses(rawValue: 1 << 0)
  /// A title that stands before a name; its stop never ends a sentence: `Mr.`
  static let title = WordClasses(rawValue: 1 << 1)
  /// Any abbreviation whose stop ends a sentence only before a starter: `Inc.`, `St.`, `Calif.`
  static let abbreviation = WordClasses(rawValue: 1 << 2)
  /// An abbreviation that nothing can end with: `vs.`, `e.g.`
  static let inner = WordClasses(rawValue: 1 << 3)
  /// An abbreviation before a number, which ends no sentence there: `No.`, `p.`, `Sat.`
  static let beforeNumber = WordClasses(rawValue: 1 << 4)
  /// Is an abbreviation with a capital only, and a word without: `Miss.`, `Mass.`
  static let capitalOnly = WordClasses(rawValue: 1 << 5)
  /// `a.m.` and `p.m.`, written without their dots.
  static let timeOfDay = WordClasses(rawValue: 1 << 6)
  /// A month, a weekday or a time zone, short or long.
  static let calendar = WordClasses(rawValue: 1 << 7)
  /// A verb that tells whose the quotation before it is: `said`.
  static let speech = WordClasses(rawValue: 1 << 8)
  /// A word that is small in titles: `of`, `and`.
  static let small = WordClasses(rawValue: 1 << 9)
  /// Begins a caption or a notice where a number or a colon follows: `Figure`, `Image`.
  static let caption = WordClasses(rawValue: 1 << 10)
  /// Has a capital at the beginning of sentences and hardly anywhere else: `Although`, `Three`, `Thanks`.
  static let opener = WordClasses(rawValue: 1 << 11)
  /// Begins sentences, and stands within names and titles too: `State Police`, `Uranium One`, `Now or Never`.
  static let partOfNames = WordClasses(rawValue: 1 << 12)

  /// Alone in its line a label of a picture or of the page: `Photo`, `Advertisement`. Two such words are written as one.
  static let label = WordClasses(rawValue: 1 << 13)
  /// Heads a section all by itself: `Background`.
  static let sectionName = WordClasses(rawValue: 1 << 14)
  /// Supplies news or pictures: `Reuters`.
  static let agency = WordClasses(rawValue: 1 << 15)
  /// Leads on to the next word, so that no line that is whole ends with it: `of`, `the`, `und`. Particles of verbs are none.
  static let leading = WordClasses(rawValue: 1 << 16)
  /// An abbreviation before the name of a place: `St.`, `Mt.`
  static let place = WordClasses(rawValue: 1 << 17)

  /// A name that ends in an exclamation mark: `Yahoo!`
  static let exclaiming = WordClasses(rawValue: 1 << 18)
  /// Before a colon, says that the line points to something else: `Opinion`, `Watch`. Two such words are written as one.
  static let pointer = WordClasses(rawValue: 1 << 19)

  static let anyAbbreviation: WordClasses = [.title, .abbreviation, .inner, .beforeNumber]
}

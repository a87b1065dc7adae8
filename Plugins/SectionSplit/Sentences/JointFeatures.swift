/// What a place between two words looks like, as far as it tells whether a sentence ends there though no stop says so:
/// before a capital without any stop (a line's end that was lost, a headline, a caption), or after a stop before a small
/// letter.
///
/// Each feature is a small number, so that pairs of them index the model's tables.
struct JointFeatures {
  var left: Left
  var right: Right
  var fragment: Fragment
  /// How long the paragraph is: 0 below 300 bytes, 1 below 1,000, 2 below 3,000, 3 above.
  var length: Int
  /// Whether a day that stands alone is on one of its sides, which leaves nothing to be weighed.
  var isCertain = false
  /// The word before the place and the one after it, as keys of the model's words.
  var before: UInt128
  var after: UInt128

  /// What stands before the place.
  enum Left: Int, CaseIterable {
    case lowerWord, capitalizedWord, capitals, year, number, hyphen, dash, colon, semicolon, comma, closing, quote,
      other
    case dotAfterLower, dotAfterShort, dotAfterOther, exclamation, question, ellipsis
  }

  /// What stands after it: the form of the word, and what its successor begins with.
  struct Right: Equatable {
    var index: Int

    static let count = 24
    /// A day with its year, and one that no comma or small letter goes on from.
    static let date = Right(index: 20)
    static let dateAlone = Right(index: 21)

    init(index: Int) { self.index = index }

    init(_ form: Form, then next: CharacterClass) {
      let successor =
        switch next {
        case .lower: 0
        case .upper: 1
        case .digit: 2
        default: 3
        }
      index = 4 * form.rawValue + successor
    }

    /// Whether the word is in capitals.
    var isCapitals: Bool { index / 4 == Form.capitals.rawValue }

    enum Form: Int { case single, capitals, capitalized, pronounI, lower }
  }

  /// The words since the sentence began: how many, in which case, and whether they tell a day.
  struct Fragment: Equatable {
    var index: Int

    static let count = 22
    static let date = Fragment(index: 21)

    /// Whether its words are those of a title, or of a place.
    var isTitle: Bool { index < 15 && index % 3 == Case.title.rawValue }

    init(index: Int) { self.index = index }

    init(words: Int, case form: Case) {
      let size =
        switch words {
        case 0, 1: 0
        case 2: 1
        case 3...4: 2
        case 5...7: 3
        case 8...12: 4
        case 13...20: 5
        default: 6
        }
      index = 3 * size + form.rawValue
    }

    /// `title`: most words have a capital, and those that have none are short.
    enum Case: Int { case title, mixed, lower }
  }
}

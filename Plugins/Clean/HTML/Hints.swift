/// What the names in an element's `class`, `id` and other attributes say of its inside.
struct Hints: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let content = Hints(rawValue: 1 << 0)
  static let navigation = Hints(rawValue: 1 << 1)
  static let share = Hints(rawValue: 1 << 2)
  static let comments = Hints(rawValue: 1 << 3)
  static let related = Hints(rawValue: 1 << 4)
  static let advertisement = Hints(rawValue: 1 << 5)
  static let newsletter = Hints(rawValue: 1 << 6)
  static let cookies = Hints(rawValue: 1 << 7)
  static let footer = Hints(rawValue: 1 << 8)
  static let sidebar = Hints(rawValue: 1 << 9)
  static let byline = Hints(rawValue: 1 << 10)
  static let tags = Hints(rawValue: 1 << 11)
  static let caption = Hints(rawValue: 1 << 12)
  static let hidden = Hints(rawValue: 1 << 13)
  static let widget = Hints(rawValue: 1 << 14)
  static let header = Hints(rawValue: 1 << 15)
  static let articleBody = Hints(rawValue: 1 << 16)
  static let title = Hints(rawValue: 1 << 17)
  static let date = Hints(rawValue: 1 << 18)
  static let author = Hints(rawValue: 1 << 19)
  static let gallery = Hints(rawValue: 1 << 20)
  static let comment = Hints(rawValue: 1 << 21)
  static let login = Hints(rawValue: 1 << 22)

  static let blogPost = Hints(rawValue: 1 << 23)
  static let quoted = Hints(rawValue: 1 << 24)

  static let authorBox = Hints(rawValue: 1 << 25)

  static let byname = Hints(rawValue: 1 << 26)

  /// Not shown, by an attribute and not only by a name.
  static let invisible = Hints(rawValue: 1 << 27)

  /// How many of them the classifier sees: those above.
  static let count = 28

  // What Readability.js looks for in names (its `REGEXPS`).

  static let unlikely = Hints(rawValue: 1 << 28)
  /// What an unlikely name must not have beside it.
  static let likely = Hints(rawValue: 1 << 29)
  static let positive = Hints(rawValue: 1 << 30)
  static let negative = Hints(rawValue: 1 << 31)
  /// Those of an `id`, which count beside those of the classes.
  static let positiveID = Hints(rawValue: 1 << 32)
  static let negativeID = Hints(rawValue: 1 << 33)
  static let shareElement = Hints(rawValue: 1 << 34)
  static let bylineName = Hints(rawValue: 1 << 35)

  // What trafilatura looks for in names (its `xpaths.py`).

  /// What is no part of an article, of the classes; and of an `id`, until that is read.
  static let discarded = Hints(rawValue: 1 << 36)
  static let discardedID = Hints(rawValue: 1 << 37)
  /// The same, whatever the element.
  static let discardedAnywhere = Hints(rawValue: 1 << 38)
  static let teaser = Hints(rawValue: 1 << 39)
  static let captionFrame = Hints(rawValue: 1 << 40)
  /// The frame of an article, from the surest names to the others.
  static let frame = Hints(rawValue: 1 << 41)
  static let storyFrame = Hints(rawValue: 1 << 42)
  static let contentFrame = Hints(rawValue: 1 << 43)

  /// `aria-hidden`: not for those who have the page read out to them.
  static let unspoken = Hints(rawValue: 1 << 44)
  /// The other way round: for those alone, by its name.
  static let spoken = Hints(rawValue: 1 << 45)
  /// Names that take `spoken` back.
  static let shown = Hints(rawValue: 1 << 47)
  static let lineNumber = Hints(rawValue: 1 << 46)
  /// More names of captions, which the classifier does not know.
  static let captioned = Hints(rawValue: 1 << 48)

  /// Whether it is read out and not shown.
  var isSpokenOnly: Bool { contains(.spoken) && !contains(.shown) }
}

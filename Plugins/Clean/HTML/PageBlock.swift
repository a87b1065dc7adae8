/// A stretch of words that stands on lines of its own: a paragraph, a heading, an item, a cell, or loose text between them.
struct PageBlock {
  /// The text and the formatting elements that it is made of, and what lies between these.
  var nodes: Range<Int>
  /// The innermost block element around it.
  var container: Int
  /// Characters without white space.
  var letters = 0
  /// Those of them that are links.
  var linkLetters = 0
  var commas = 0
  var words = 0
  /// Words that begin with a small letter: most in sentences, few in menus and titles.
  var smallWords = 0
  var digits = 0
  /// Whether the last character is a stop, or what closes a quotation after one.
  var endsSentence = false

  /// How much of it is links, 0 to 1.
  var linkDensity: Double { letters > 0 ? Double(linkLetters) / Double(letters) : 0 }

  /// Whether it reads like running text: long, or a whole sentence, and no list of links.
  var isProse: Bool {
    let own = letters - linkLetters
    return linkLetters * 5 < letters * 2 && (own >= 80 || (own >= 25 && endsSentence))
  }
}

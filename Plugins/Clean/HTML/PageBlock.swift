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

/// What a run of text has that tells prose from other things.
struct TextMeasure {
  var letters = 0
  var commas = 0
  var words = 0
  var smallWords = 0
  var digits = 0
  var endsSentence = false

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var last: UInt8 = 0
    var beforeLast: UInt8 = 0
    var isAfterSpace = true
    for index in range {
      let byte = bytes[unchecked: index]
      guard byte > 0x20 else {
        isAfterSpace = true
        continue
      }
      if isAfterSpace {
        words += 1
        if byte.isLower { smallWords += 1 }
        isAfterSpace = false
      }
      if byte.isDigit { digits += 1 }
      if byte & 0xC0 != 0x80 { letters += 1 }
      if byte == UInt8(ascii: ",") { commas += 1 }
      beforeLast = last
      last = byte
      // Commas of Arabic, and of Chinese and Japanese, whose characters say more each.
      if byte >= 0xD8 { addWide(byte, at: index, range.upperBound, bytes) }
    }
    if last == UInt8(ascii: "\"") || last == UInt8(ascii: ")") || last == UInt8(ascii: "'") { last = beforeLast }
    // Stops, and the last bytes of closing quotation marks, the ellipsis and East Asian stops.
    endsSentence = [0x2E, 0x21, 0x3F, 0x3A, 0x9D, 0xA6, 0x82, 0x9C, 0x99].contains(last)
  }

  private mutating func addWide(_ lead: UInt8, at index: Int, _ end: Int, _ bytes: Span<UInt8>) {
    if lead == 0xD8 {
      if index + 1 < end, bytes[index + 1] == 0x8C { commas += 1 }
    } else if 0xE3...0xEF ~= lead, index + 2 < end {
      letters += 1
      if (lead == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81)
        || (lead == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8C)
      {
        commas += 1
      }
    }
  }
}

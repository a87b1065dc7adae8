internal import DocumentModel
internal import TextBytes

/// A text whose words have been looked up, with what lines and sentences say about their capitals.
struct LookedUpText: Sendable {
  /// What is known of one token.
  struct Word: Sendable {
    var entry: GazetteerEntry
    var classes: WordClasses
    /// The capital may be there for the sentence's sake.
    var beginsSentence: Bool
    /// The capital may be there for the heading's sake.
    var isInTitleCase: Bool
  }

  let text: TokenizedText
  let gazetteer: Gazetteer
  private(set) var words: [Word]

  /// - Parameters:
  ///   - sentences: the sentences of the text in order, where they are known.
  ///   - headings: the headings of the text in order.
  init(_ text: TokenizedText, gazetteer: Gazetteer, sentences: [TextRange] = [], headings: [TextRange] = []) {
    self.text = text
    self.gazetteer = gazetteer
    words = Self.words(of: text.tokens, in: gazetteer)
    markSentences(sentences)
    markLines(headings)
  }

  /// The tokens looked up. Half of them are words that came not long before, whose answers are still at hand: the
  /// gazetteer is larger than the processor's near memory.
  private static func words(of tokens: [Token], in gazetteer: Gazetteer) -> [Word] {
    let none = Word(entry: .none, classes: [], beginsSentence: false, isInTitleCase: false)
    var recentHashes = [UInt64](repeating: 0, count: 512)
    var recent = [Word](repeating: none, count: 512)
    return tokens.indices.map { index in
      let token = tokens[index]
      if index + 16 < tokens.count { gazetteer.prefetchBucket(of: tokens[index + 16].hash) }
      if index + 8 < tokens.count { gazetteer.prefetchKeys(of: tokens[index + 8].hash) }
      guard token.isWord else { return none }
      let slot = Int(truncatingIfNeeded: token.hash & 511)
      if recentHashes[slot] != token.hash || token.hash == 0 {
        let entry = gazetteer.entry(token.hash)
        recentHashes[slot] = token.hash
        recent[slot] = Word(
          entry: entry, classes: gazetteer.classes(of: entry), beginsSentence: false, isInTitleCase: false)
      }
      return recent[slot]
    }
  }

  var count: Int { words.count }

  func classes(at index: Int) -> WordClasses { index >= 0 && index < words.count ? words[index].classes : [] }
  func has(_ class: WordClasses, at index: Int) -> Bool { !classes(at: index).isDisjoint(with: `class`) }

  /// Whether a name can go on from the token before `index` to the one at it: no blank line or sentence is between.
  func isJoined(at index: Int) -> Bool {
    guard let token = text.token(at: index), index > 0 else { return false }
    return !token.followsBlankLine
      && !(token.followsLineBreak && words[index].isInTitleCase != words[index - 1].isInTitleCase)
  }

  /// Whether the token is a word with a capital that can be part of a name.
  func isCapital(_ index: Int) -> Bool {
    guard let token = text.token(at: index), token.isWord else { return false }
    return token.startsUpper || token.shape == .mixed
  }

  /// Whether the tokens are a country's name: "Norway", "UK".
  func isCountry(_ tokens: Range<Int>) -> Bool {
    var isCountry = false
    gazetteer.forEachSense(of: gazetteer.entry(text.foldedHash(of: tokens))) { sense in
      if sense.isCountry, sense.strength != .context { isCountry = true }
    }
    return isCountry
  }

  /// Whether the token is a word whose capital says something: not a word of grammar, not a month, and not an ordinary
  /// word that begins a sentence.
  func isNameWord(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    let word = words[index]
    guard word.classes.isDisjoint(with: [.function, .month]) else { return false }
    return !(word.beginsSentence && word.entry.isCommon)
  }

  /// Takes as a sentence's beginning the first word of each sentence, and in any case what follows a final mark, a colon,
  /// an opening quotation mark or a line's start.
  private mutating func markSentences(_ sentences: [TextRange]) {
    var next = 0
    var isBeginning = true
    for index in words.indices {
      let token = text[index]
      while next < sentences.count, sentences[next].start <= token.start {
        isBeginning = true
        next += 1
      }
      if token.followsBlankLine { isBeginning = true }
      if token.isWord || token.isNumber {
        words[index].beginsSentence = isBeginning
        isBeginning = false
      } else if endsSentence(index) {
        isBeginning = true
      }
    }
  }

  /// Whether what follows the mark at `index` has a capital for it.
  private func endsSentence(_ index: Int) -> Bool {
    switch text.byte(index) {
    case 0x2E: !has([.title, .orgSuffix, .nameSuffix], at: index - 1)
    case 0x21, 0x3F, 0x3A, 0x22, 0x2A, 0x23, 0x7C: true
    case nil: text[index].count == 3 && (text.token(index, isMark: 0x201C) || text.token(index, isMark: 0x2022))
    default: false
    }
  }

  /// Finds lines in title case or capitals, where no word but those of grammar is small, and headings.
  private mutating func markLines(_ headings: [TextRange]) {
    var start = 0
    var heading = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !text[end].followsLineBreak { end += 1 }
      while heading < headings.count, headings[heading].end <= text[start].start { heading += 1 }
      let isHeading = heading < headings.count && headings[heading].contains(text[start].start)
      if isTitleCase(start..<end, isHeading: isHeading) {
        for index in start..<end { words[index].isInTitleCase = true }
      }
      start = end
    }
  }

  private func isTitleCase(_ line: Range<Int>, isHeading: Bool) -> Bool {
    var capitals = 0
    var small = 0
    for index in line where text[index].isWord && !text[index].isPossessive {
      if text[index].shape == .lower {
        if text[index].count > 3, !has([.function, .place], at: index) { small += 1 }
      } else if text[index].shape != .caseless {
        capitals += 1
      }
    }
    guard capitals >= 2 || isHeading else { return false }
    if let last = line.last, text.byte(last) == 0x2E, !isHeading { return false }
    return isHeading ? small <= capitals / 4 : small == 0 && capitals >= 3
  }
}

extension TokenizedText {
  /// Whether the token at `index` is this one scalar.
  func token(_ index: Int, isMark scalar: UInt32) -> Bool {
    guard let token = token(at: index), token.isMark, token.first >= 0x80 || scalar < 0x80 else { return false }
    return text.utf8.span.scalar(at: token.start).value == scalar
  }

  /// Whether the token is a hyphen or dash that stands close between two words: "al-Qaeda".
  func isHyphen(_ index: Int) -> Bool {
    guard let token = token(at: index), token.isMark, !token.followsSpace, let next = self.token(at: index + 1)
    else { return false }
    guard !next.followsSpace, next.isWord || next.isNumber else { return false }
    return byte(index) == 0x2D || token.count == 3 && self.token(index, isMark: 0x2010)
  }
}

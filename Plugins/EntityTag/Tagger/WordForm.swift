/// A word as it is written: what the model knows of it wherever it stands.
enum WordForm {
  /// Identifies a form: the folded word and the kind of its letters.
  @inline(__always)
  static func key(of token: Token) -> UInt64 { token.hash &+ UInt64(shape(of: token)) &* 0x9E37_79B9_7F4A_7C15 }

  /// What stands where the paragraph or the sentence has ended.
  static let borderKey: UInt64 = 0x5BD1_E995_0000_0001

  /// How a token is written, below 16.
  @inline(__always)
  static func shape(of token: Token) -> UInt8 {
    switch token.kind {
    case .number: return token.count == 4 ? 8 : token.count < 3 ? 9 : 10
    case .mark: return 11
    case .word:
      if token.isInitial { return 5 }
      if token.isAcronym { return token.startsUpper ? 6 : 12 }
      if token.isPossessive { return 7 }
      if token.hasDigit { return token.startsUpper ? 13 : 14 }
      return token.shape.code
    }
  }

  /// Adds the features that hold wherever the form stands.
  static func addFeatures(
    of token: Token, in text: LookedUpText, word: LookedUpText.Word, clusters: WordClusters, to list: inout FeatureList
  ) {
    let shape = UInt64(shape(of: token))
    guard token.kind != .number else {
      list.add(featureHash(1, shape))
      list.add(featureHash(12, shape, UInt64(min(token.count, 8))))
      return
    }
    list.add(featureHash(1, token.hash))
    list.add(featureHash(2, key(of: token)))
    list.add(featureHash(11, shape))
    if clusters.fine != 0 {
      list.add(featureHash(13, UInt64(clusters.fine)))
      list.add(featureHash(14, UInt64(clusters.coarse), shape))
    } else {
      list.add(featureHash(15, shape))
    }
    guard token.isWord else { return }
    addAffixes(of: token, shape: shape, bytes: text.text.text.utf8.span, to: &list)
    list.add(featureHash(12, shape, UInt64(min(token.count, 12))))
    addKnowledge(of: word, shape: shape, in: text.gazetteer, to: &list)
  }

  /// The beginnings and ends of one to four bytes.
  private static func addAffixes(of token: Token, shape: UInt64, bytes: Span<UInt8>, to list: inout FeatureList) {
    var start: UInt64 = 0
    var end: UInt64 = 0
    let length = Int(token.count)
    for count in 1...4 where count < length {
      start = start << 8 | UInt64(bytes[token.start + count - 1] | 0x20)
      end = end << 8 | UInt64(bytes[token.end - count] | 0x20)
      list.add(featureHash(16, start, UInt64(count)))
      list.add(featureHash(17, end, UInt64(count)))
      if count == 3 { list.add(featureHash(18, end, shape)) }
    }
  }

  /// What the gazetteer says of the word.
  private static func addKnowledge(
    of word: LookedUpText.Word, shape: UInt64, in gazetteer: Gazetteer, to list: inout FeatureList
  ) {
    let entry = word.entry
    let names: UInt64 = (entry.isFirstName ? 1 : 0) | (entry.isLastName ? 2 : 0) | (entry.isCommon ? 4 : 0)
    list.add(featureHash(19, names, shape))
    var kinds: UInt64 = 0
    gazetteer.forEachSense(of: entry) { sense in
      let reading = UInt64(sense.label.rawValue) << 3 | UInt64(sense.strength.rawValue)
      list.add(featureHash(20, reading, sense.isCaseSensitive ? 1 : 0))
      kinds |= 1 << UInt64(sense.label.rawValue)
    }
    list.add(featureHash(21, names, kinds))
    var classes = word.classes.rawValue
    while classes != 0 {
      list.add(featureHash(22, UInt64(classes.trailingZeroBitCount)))
      classes &= classes - 1
    }
  }
}

extension Token.Shape {
  /// The shape as a small number that models hold.
  @inline(__always)
  fileprivate var code: UInt8 {
    switch self {
    case .caseless: 0
    case .lower: 1
    case .capitalized: 2
    case .allCaps: 3
    case .mixed: 4
    }
  }
}

/// The groups of words of like use that a word belongs to; 0 where it is in none.
struct WordClusters: Hashable, Sendable {
  var coarse: UInt16 = 0
  var fine: UInt16 = 0
}

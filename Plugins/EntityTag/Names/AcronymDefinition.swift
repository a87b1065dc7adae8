internal import TextBytes

/// A name with its acronym in brackets, "Shanghai Cooperation Organization (SCO)", or the other way round.
struct AcronymDefinition: Hashable, Sendable {
  /// The name's tokens.
  var name: Range<Int>
  /// The acronym's token.
  var acronym: Int

  /// All definitions in a text, in order.
  static func all(in text: LookedUpText) -> [AcronymDefinition] {
    var found: [AcronymDefinition] = []
    for index in 0..<text.count where text.text.byte(index) == 0x28 {
      if let definition = named(inBracket: index, in: text) {
        found.append(definition)
        continue
      }
      guard text.text.byte(index + 2) == 0x29, let token = text.text.token(at: index + 1), token.isWord,
        token.shape == .allCaps || token.shape == .mixed && token.startsUpper, (2...10).contains(token.count),
        let start = start(of: index + 1, before: index, in: text)
      else { continue }
      found.append(AcronymDefinition(name: start..<index, acronym: index + 1))
    }
    return found
  }

  /// The definition that a found name and an acronym in brackets after it make, whatever the order of the letters:
  /// "Treaty on the Non-Proliferation of Nuclear Weapons (NPT)".
  ///
  /// A function, since an initializer would take a copy of the text with it for each pair of names.
  static func between(_ name: Range<Int>, _ acronym: Range<Int>, in text: LookedUpText) -> AcronymDefinition? {
    guard acronym.count == 1, name.count > 1, acronym.lowerBound == name.upperBound + 1,
      text.text.byte(name.upperBound) == 0x28, text.text.byte(acronym.upperBound) == 0x29,
      text.text[acronym.lowerBound].shape == .allCaps
    else { return nil }
    var initials = text.text.initials(of: name)
    for letter in text.text.capitals(of: acronym.lowerBound) {
      guard let index = initials.firstIndex(of: letter) else { return nil }
      initials.remove(at: index)
    }
    return AcronymDefinition(name: name, acronym: acronym.lowerBound)
  }

  /// The name in a bracket whose capitals an acronym before it has, three words before at most: "SCO (Shanghai
  /// Cooperation Organization)", "the QXD youth club (Quiet Xylophone Days)".
  private static func named(inBracket bracket: Int, in text: LookedUpText) -> AcronymDefinition? {
    guard text.isCapital(bracket + 1),
      text.isCapital(bracket - 1) || text.isCapital(bracket - 2) || text.isCapital(bracket - 3),
      let end = (bracket + 2..<bracket + 16).first(where: { text.text.byte($0) == 0x29 })
    else { return nil }
    let name = (bracket + 1)..<end
    guard name.allSatisfy({ text.text[$0].isWord || text.text.isHyphen($0) || text.text.byte($0) == 0x26 }) else {
      return nil
    }
    let initials = text.text.initials(of: name)
    guard (3...8).contains(initials.count) else { return nil }
    for index in stride(from: bracket - 1, through: max(0, bracket - 3), by: -1) {
      guard text.isJoined(at: index + 1) else { return nil }
      if text.text[index].shape == .allCaps, text.text.capitals(of: index) == initials {
        return AcronymDefinition(name: name, acronym: index)
      }
    }
    return nil
  }

  /// Where the words whose first letters are the acronym's capitals begin, read backwards from the bracket.
  private static func start(of acronym: Int, before bracket: Int, in text: LookedUpText) -> Int? {
    var letters = text.text.capitals(of: acronym)
    var index = bracket - 1
    var start: Int?
    while let letter = letters.last, index >= 0, bracket - index <= 16 {
      guard index == bracket - 1 || text.isJoined(at: index + 1) else { return nil }
      if text.text[index].isWord, text.text.firstLetter(of: index) == letter, start != nil || text.isCapital(index) {
        letters.removeLast()
        start = index
      } else if text.text[index].isWord, text.isCapital(index), !text.has(.function, at: index) {
        return nil
      } else if text.text[index].isMark, !text.text.isHyphen(index), text.text.byte(index) != 0x2C,
        text.text.byte(index) != 0x26
      {
        return nil
      } else if text.text[index].shape == .lower, !text.has([.function, .place], at: index),
        !text.text.isHyphen(index - 1)
      {
        return nil
      }
      index -= 1
    }
    guard letters.isEmpty, let start, text.isCapital(start) else { return nil }
    return start
  }
}

extension TokenizedText {
  /// The capitals of ASCII in a token.
  func capitals(of index: Int) -> [UInt8] {
    guard let token = token(at: index) else { return [] }
    let bytes = text.utf8.span
    return (token.start..<token.end).compactMap { bytes[$0].isUpper ? bytes[$0] : nil }
  }

  /// The first letter as a capital, where it is one of ASCII.
  func firstLetter(of index: Int) -> UInt8? {
    guard let token = token(at: index) else { return nil }
    return token.first.isLetter ? token.first & 0xDF : nil
  }

  /// The first letters of the capitalized words, as an acronym has them.
  func initials(of tokens: Range<Int>) -> [UInt8] {
    tokens.compactMap { self[$0].isWord && self[$0].startsUpper ? firstLetter(of: $0) : nil }
  }
}

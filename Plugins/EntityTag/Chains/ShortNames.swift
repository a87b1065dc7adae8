internal import DocumentModel

/// Finds the one longer name that a short one is the beginning or the end of: "Harvard" for "Harvard University",
/// "Red Sox" for "Boston Red Sox".
struct ShortNames {
  /// The group of the names that begin or end with these words; -1 where several do.
  private var groups = HashTable()

  /// Names of more words have no short forms that could be told.
  private static let longestName = 8

  /// The group that a name without one of its own belongs to.
  ///
  /// - Parameter core: the name without article and possessive.
  func group(of core: Range<Int>, label: Label, in text: LookedUpText) -> Int? {
    guard core.count > 1 || label != .person && Self.mayBeShort(core.lowerBound, label: label, in: text) else {
      return nil
    }
    guard let group = groups[featureHash(UInt64(label.rawValue), text.text.plainHash(of: core))], group >= 0 else {
      return nil
    }
    return group
  }

  /// Lets the beginnings and ends of a name mean it.
  mutating func add(_ core: Range<Int>, label: Label, group: Int, in text: LookedUpText) {
    guard (2...Self.longestName).contains(core.count) else { return }
    if label == .gpe {
      if text.has(.direction, at: core.lowerBound) { add(core.prefix(1), label, group, text) }
      return
    }
    guard Self.haveShortForms.contains(label) else { return }
    for end in (core.lowerBound + 1)..<core.upperBound { add(core.lowerBound..<end, label, group, text) }
    for start in (core.lowerBound + 1)..<core.upperBound where text.isCapital(start) {
      add(start..<core.upperBound, label, group, text)
    }
  }

  private mutating func add(_ part: Range<Int>, _ label: Label, _ group: Int, _ text: LookedUpText) {
    let key = featureHash(UInt64(label.rawValue), text.text.plainHash(of: part))
    let known = groups[key] ?? group
    groups[key] = known == group ? group : -1
  }

  private static let haveShortForms: Set<Label> = [.person, .org, .event, .law, .product]

  private static func mayBeShort(_ index: Int, label: Label, in text: LookedUpText) -> Bool {
    if label == .gpe { return text.has(.direction, at: index) }
    return label == .org && text.text.token(index - 1, is: "the") || isTelling(index, in: text)
  }

  /// Whether one word alone can be a short form: no ordinary word, no place, nothing that many names have.
  private static func isTelling(_ index: Int, in text: LookedUpText) -> Bool {
    let word = text.words[index]
    guard text.text[index].isWord, text.text[index].count > 2, !word.entry.isCommon, text.text[index].shape != .allCaps,
      word.classes.isDisjoint(with: WordClasses.tails.union([.orgHead, .direction]))
    else { return false }
    var isPlace = false
    text.gazetteer.forEachSense(of: word.entry) { sense in
      if sense.label == .gpe || sense.label == .norp, sense.strength == .sure { isPlace = true }
    }
    return !isPlace
  }
}

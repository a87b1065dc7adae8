internal import DocumentModel

/// The other ways in which a text may write the name of a thing.
struct NameVariants {
  private let text: LookedUpText

  init(in text: LookedUpText) { self.text = text }

  /// Hashes of other words for the same thing: without the legal form, without the bracket, without "City of".
  func words(of core: Range<Int>, label: Label) -> [UInt64] {
    guard core.count > 1 else { return [] }
    switch label {
    case .org, .law, .event: return withoutBracket(core) ?? withoutForm(core)
    case .gpe, .loc, .fac: return ofPlace(core)
    default: return []
    }
  }

  /// The hash of the letters that the name's acronym has, or of those of an acronym.
  func initials(of core: Range<Int>, label: Label) -> UInt64? {
    guard label == .org || label == .law || label == .event else { return nil }
    if core.count == 1 {
      let capitals = text.text.capitals(of: core.lowerBound)
      return (2...8).contains(capitals.count) && capitals.count == Int(text.text[core.lowerBound].count)
        ? hash(capitals) : nil
    }
    let initials = text.text.initials(of: core)
    return initials.count > 2 ? hash(initials) : nil
  }

  private func hash(_ letters: [UInt8]) -> UInt64 {
    var hash = TokenHash()
    for letter in letters { hash.add(letter) }
    return hash.value
  }

  /// Both halves of "Intermediate-Range Nuclear Forces (INF) Treaty".
  private func withoutBracket(_ core: Range<Int>) -> [UInt64]? {
    guard let bracket = core.first(where: { text.text.byte($0) == 0x28 }), bracket > core.lowerBound,
      bracket + 2 < core.upperBound, text.text.byte(bracket + 2) == 0x29
    else { return nil }
    var short = text.text[bracket + 1].hash
    var full = text.text.plainHash(of: core.lowerBound..<bracket)
    for index in (bracket + 3)..<core.upperBound {
      short = Gazetteer.extended(short, by: text.text[index].hash)
      full = Gazetteer.extended(full, by: text.text[index].hash)
    }
    return [full, short]
  }

  private func withoutForm(_ core: Range<Int>) -> [UInt64] {
    var end = core.upperBound
    while end > core.lowerBound, text.has(.orgSuffix, at: end - 1) || text.text[end - 1].isMark { end -= 1 }
    return end > core.lowerBound && end < core.upperBound ? [text.text.plainHash(of: core.lowerBound..<end)] : []
  }

  /// "Cleveland" for "City of Cleveland", "Taipei" for "Taipei City", "Socotra" for "Socotra Island", "Chathams" for
  /// "Chatham Islands".
  private func ofPlace(_ core: Range<Int>) -> [UInt64] {
    let words = text.text
    if core.count > 2, text.has(.geoHead, at: core.lowerBound), words.token(core.lowerBound + 1, is: "of") {
      let start = words.token(core.lowerBound + 2, is: "the") && core.count > 3 ? 3 : 2
      return [words.plainHash(of: core.dropFirst(start))]
    }
    let last = core.upperBound - 1
    if words.token(last, is: "islands") || words.token(last, is: "mountains"), core.count == 2 {
      return [TokenHash.plural(of: words[core.lowerBound].hash)]
    }
    guard words.token(last, is: "city") || words.token(last, is: "island") else { return [] }
    let rest = core.dropLast()
    guard !isCountry(rest), rest.count > 1 || !text.words[core.lowerBound].entry.isCommon else { return [] }
    return [words.plainHash(of: rest)]
  }

  /// Whether the words are surely another place: "Mexico" of "Mexico City".
  private func isCountry(_ tokens: Range<Int>) -> Bool {
    var isCountry = false
    text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: tokens))) { sense in
      if sense.label == .gpe, sense.strength == .sure { isCountry = true }
    }
    return isCountry
  }
}

/// What a text says of its words elsewhere: a word that is small in one place, or follows a title in another, says so in
/// all places.
///
/// A table of small numbers by the words' hashes, eight times as large as the text has tokens, so that few words share
/// a place.
struct DocumentEvidence {
  private var evidence: [UInt8]
  private let shift: UInt64

  init(_ text: LookedUpText) {
    var bits: UInt64 = 8
    while 1 << bits < text.count * 8 { bits += 1 }
    shift = 64 - bits
    evidence = [UInt8](repeating: 0, count: 1 << bits)
    for index in 0..<text.count where text.text[index].isWord {
      let found = Self.evidence(at: index, in: text)
      if found != 0 { evidence[place(of: text.text[index].hash)] |= found }
    }
  }

  subscript(hash: UInt64) -> UInt8 { evidence[place(of: hash)] }

  private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private static func evidence(at index: Int, in text: LookedUpText) -> UInt8 {
    let token = text.text[index]
    if token.shape == .lower { return 1 }
    let word = text.words[index]
    guard token.startsUpper, !word.isInTitleCase else { return 0 }
    var found: UInt8 = word.beginsSentence ? 0 : 2
    let before = text.classes(at: index - 1)
    let after = text.classes(at: index + 1)
    if !before.isDisjoint(with: [.title, .role])
      || index > 0 && text.words[index - 1].entry.isFirstName
        && text.isCapital(index - 1)
    {
      found |= 4
    }
    if after.contains(.said) { found |= 8 }
    if !after.isDisjoint(with: [.orgTail, .orgSuffix]), text.isCapital(index + 1) { found |= 16 }
    if before.contains(.strongPlace) { found |= 32 }
    return found
  }
}

/// Porter's stemmer as Python's NLTK has it, which `rouge-score` uses.
///
/// M. F. Porter: An algorithm for suffix stripping, Program 14 (3), 1980, with the extensions of NLTK. Snowball's
/// "porter" is the original: it gives other stems for 2% of the words of news ("delay", "today", "apology", "dies").
struct PorterStemmer {
  private var word: [UInt8]

  /// The stem of a word in lower case.
  static func stem(of word: [UInt8]) -> [UInt8] {
    if let stem = irregular[word] { return stem }
    guard word.count > 2 else { return word }
    var stemmer = PorterStemmer(word: word)
    stemmer.removePlural()
    stemmer.removeParticiple()
    stemmer.replaceFinalY()
    stemmer.shortenDoubleSuffix()
    stemmer.replace(step3) { $0.measure > 0 }
    stemmer.removeSuffix()
    stemmer.removeFinalE()
    stemmer.shortenFinalL()
    return stemmer.word
  }

  /// Step 1a.
  private mutating func removePlural() {
    if word.count == 4, hasSuffix("ies") { return replace("ies", "ie") }
    replace(step1a) { _ in true }
  }

  /// Step 1b.
  private mutating func removeParticiple() {
    if hasSuffix("ied") { return replace("ied", word.count == 4 ? "ie" : "i") }
    if hasSuffix("eed") {
      if Stem(word.dropLast(3)).measure > 0 { word.removeLast() }
      return
    }
    guard let suffix = ["ed", "ing"].first(where: { hasSuffix($0) && Stem(word.dropLast($0.utf8.count)).hasVowel })
    else { return }
    word.removeLast(suffix.utf8.count)
    restoreEnding()
  }

  private mutating func restoreEnding() {
    let stem = Stem(word[...])
    if ["at", "bl", "iz"].contains(where: hasSuffix) {
      word.append(UInt8(ascii: "e"))
    } else if stem.endsInDoubleConsonant {
      if let last = word.last, !"lsz".utf8.contains(last) { word.removeLast() }
    } else if stem.measure == 1, stem.endsShort {
      word.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c.
  private mutating func replaceFinalY() {
    guard hasSuffix("y"), word.count > 2, Stem(word.dropLast()).endsInConsonant else { return }
    replace("y", "i")
  }

  /// Step 2.
  private mutating func shortenDoubleSuffix() {
    while hasSuffix("alli"), Stem(word.dropLast(4)).measure > 0 { replace("alli", "al") }
    if hasSuffix("logi") {
      // The l counts as the stem's, so that "geo" and "theo" work like "archaeo".
      if Stem(word.dropLast(3)).measure > 0 { word.removeLast() }
    } else {
      replace(step2) { $0.measure > 0 }
    }
  }

  /// Step 4.
  private mutating func removeSuffix() {
    guard let suffix = step4.first(where: hasSuffix) else { return }
    let stem = Stem(word.dropLast(suffix.utf8.count))
    if stem.measure > 1, suffix != "ion" || stem.letters.last.map({ "st".utf8.contains($0) }) == true {
      word.removeLast(suffix.utf8.count)
    }
  }

  /// Step 5a.
  private mutating func removeFinalE() {
    guard hasSuffix("e") else { return }
    let stem = Stem(word.dropLast())
    if stem.measure > 1 || stem.measure == 1 && !stem.endsShort { word.removeLast() }
  }

  /// Step 5b.
  private mutating func shortenFinalL() {
    if hasSuffix("ll"), Stem(word.dropLast()).measure > 1 { word.removeLast() }
  }

  private func hasSuffix(_ suffix: String) -> Bool {
    word.count >= suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  private mutating func replace(_ suffix: String, _ replacement: String) {
    word.replaceSubrange((word.count - suffix.utf8.count)..., with: replacement.utf8)
  }

  /// Applies the first rule whose suffix the word has, if the stem is as `condition` wants it; no other then.
  private mutating func replace(_ rules: [Rule], where condition: (Stem) -> Bool) {
    guard let rule = rules.first(where: { hasSuffix($0.suffix) }) else { return }
    if condition(Stem(word.dropLast(rule.suffix.utf8.count))) { replace(rule.suffix, rule.replacement) }
  }
}

private typealias Rule = (suffix: String, replacement: String)

private let step1a: [Rule] = [("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")]

private let step2: [Rule] = [
  ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
  ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
  ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
  ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
]

private let step3: [Rule] = [
  ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
]

private let step4 = [
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
  "ous", "ive", "ize",
]

/// Words whose stems no rule gives.
private let irregular: [[UInt8]: [UInt8]] = {
  let stems = [
    "sky": "sky skies", "die": "dying", "lie": "lying", "tie": "tying", "news": "news", "inning": "innings inning",
    "outing": "outings outing", "canning": "cannings canning", "howe": "howe", "proceed": "proceed",
    "exceed": "exceed", "succeed": "succeed",
  ]
  var table: [[UInt8]: [UInt8]] = [:]
  for (stem, words) in stems {
    for word in words.utf8.split(separator: 0x20) { table[Array(word)] = Array(stem.utf8) }
  }
  return table
}()

/// What is left of a word without a suffix, as sequences of consonants and vowels.
private struct Stem {
  let letters: ArraySlice<UInt8>
  /// Whether each letter is a consonant: not a, e, i, o, u, and no y after a consonant.
  private let isConsonant: [Bool]

  init(_ letters: ArraySlice<UInt8>) {
    self.letters = letters
    var flags: [Bool] = []
    flags.reserveCapacity(letters.count)
    for letter in letters {
      flags.append(letter == UInt8(ascii: "y") ? !(flags.last ?? false) : !"aeiou".utf8.contains(letter))
    }
    isConsonant = flags
  }

  /// How often a vowel is followed by a consonant: the paper's m.
  var measure: Int { zip(isConsonant, isConsonant.dropFirst()).count { !$0 && $1 } }

  var hasVowel: Bool { isConsonant.contains(false) }

  var endsInConsonant: Bool { isConsonant.last == true }

  var endsInDoubleConsonant: Bool {
    letters.count >= 2 && letters.last == letters.dropLast().last && endsInConsonant
  }

  /// The paper's *o: ends in consonant, vowel, consonant other than w, x, y; or is vowel, consonant.
  var endsShort: Bool {
    if letters.count == 2 { return isConsonant == [false, true] }
    guard let last = letters.last, !"wxy".utf8.contains(last) else { return false }
    return isConsonant.suffix(3).elementsEqual([true, false, true])
  }
}

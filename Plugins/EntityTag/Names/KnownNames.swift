internal import DocumentModel

/// Names that a document has introduced, found again where they stand short or where a capital says nothing: "Berg"
/// after "Anna Berg", "SCO" after its definition, a company without its legal form, any of them in headings.
struct KnownNames {
  private struct Name {
    var label: Label
    var score: Double
    var form = Form.full
    /// Of a head: the hash of the whole name, and the token after it.
    var whole: UInt64 = 0
    var end = 0
  }

  /// Which ordinary words are names also where they begin sentences.
  private struct Beginnings {
    private var isName: [UInt64: Bool] = [:]
    /// By a word's hash how often it has a capital inside sentences, -1 where it also has none; made where many words are
    /// asked for, so that time stays linear.
    private var counts: HashTable?
    private static let mostSearches = 8

    /// Whether the text has a word inside sentences with a capital, more than once, and never without.
    mutating func isName(_ hash: UInt64, in text: LookedUpText) -> Bool {
      if let counts { return counts[hash] ?? 0 > 1 }
      if let known = isName[hash] { return known }
      guard isName.count < Self.mostSearches else {
        var counts = HashTable(minimumCapacity: text.count)
        for index in 0..<text.count where text.text[index].isWord { Self.count(index, in: text, &counts) }
        self.counts = counts
        return counts[hash] ?? 0 > 1
      }
      var count = HashTable()
      for index in 0..<text.count where text.text[index].hash == hash { Self.count(index, in: text, &count) }
      isName[hash] = count[hash] ?? 0 > 1
      return count[hash] ?? 0 > 1
    }

    private static func count(_ index: Int, in text: LookedUpText, _ counts: inout HashTable) {
      let hash = text.text[index].hash
      let known = counts[hash] ?? 0
      guard text.text[index].startsUpper, known >= 0 else {
        counts[hash] = -1
        return
      }
      if !text.words[index].beginsSentence, !text.words[index].isInTitleCase { counts[hash] = known + 1 }
    }
  }

  /// How a known name is written here.
  private enum Form {
    /// As it was, or short.
    case full
    /// By the first letters of its words: "NPP" for "New People's Party".
    case acronym
    /// By what it is: "the Church" for "Church of Scientology".
    case head
    /// By a team's own name: "Rovers" for "Velden Rovers".
    case team
    /// The same of several names, which tells none.
    case sharedHead
  }

  private var names: [Name] = []
  /// Where in `names` a name is, by the hash of its tokens.
  private var places = HashTable()
  /// Bits by the hashes of the names' first tokens, which spare nearly all other words a look at `names`.
  private var firstTokens = [UInt64](repeating: 0, count: 64)
  private var longest = 1

  /// - Parameter entities: what has been found so far, without overlaps.
  init(_ entities: [Candidate], in text: LookedUpText) {
    for entity in entities where entity.score > Confidence.weak {
      switch entity.label {
      case .person: addPerson(entity, in: text)
      case .org, .law, .event, .fac, .loc, .product: addThing(entity, in: text)
      case .gpe: add(entity.tokens, as: entity.label, score: entity.score, in: text)
      default: break
      }
    }
  }

  /// The known names among the tokens that no surer entity holds.
  ///
  /// - Parameter entities: what has been found so far.
  func candidates(in text: LookedUpText, besides entities: [Candidate]) -> [Candidate] {
    guard !names.isEmpty else { return [] }
    var isTaken = [Bool](repeating: false, count: text.count)
    for entity in entities where entity.tokens.count > 1 {
      for token in entity.tokens { isTaken[token] = true }
    }
    var found: [Candidate] = []
    var beginnings = Beginnings()
    var index = 0
    while index < text.count {
      guard !isTaken[index], text.isCapital(index), mayBegin(text.text[index].hash),
        let match = longestMatch(at: index, &beginnings, in: text)
      else {
        index += 1
        continue
      }
      found.append(match)
      index = match.tokens.upperBound
    }
    return found
  }

  private func mayBegin(_ hash: UInt64) -> Bool {
    firstTokens[Int(truncatingIfNeeded: hash >> 6 & 63)] & 1 << (hash & 63) != 0
  }

  private func longestMatch(at index: Int, _ beginnings: inout Beginnings, in text: LookedUpText) -> Candidate? {
    var hash = text.text[index].hash
    var end = index + 1
    var best: Candidate?
    while true {
      if let place = places[hash], fits(index..<end, names[place], &beginnings, in: text) {
        let name = names[place]
        let tokens = index..<end
        best = Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: name.label, why: .rule, score: name.score)
      }
      guard end < text.count, end - index < longest, text.isJoined(at: end) else { return best }
      hash = Gazetteer.extended(hash, by: text.text[end].hash)
      end += 1
    }
  }

  /// Whether a short name means the known one here.
  private func fits(
    _ tokens: Range<Int>, _ name: Name, _ beginnings: inout Beginnings, in text: LookedUpText
  ) -> Bool {
    guard tokens.count == 1 else { return true }
    let index = tokens.lowerBound
    let word = text.words[index]
    switch name.form {
    case .full: break
    case .acronym: return text.text[index].shape == .allCaps && !text.text.isHyphen(index - 1)
    case .head: return index > name.end && isHead(index, in: text)
    case .team:
      return index > name.end
        && (isHead(index, in: text) || !word.beginsSentence && !word.isInTitleCase && !text.isCapital(index - 1))
    case .sharedHead: return false
    }
    if text.text.isHyphen(index - 1) { return false }
    // "Brown fields" begins with a colour, though a Mr Brown is about.
    if word.entry.isCommon, word.beginsSentence {
      return text.text.token(at: tokens.upperBound)?.isPossessive == true || text.has(.said, at: tokens.upperBound)
        || beginnings.isName(text.text[index].hash, in: text)
    }
    if name.label == .person {
      guard text.text[index].shape != .lower,
        !word.entry.hasSenses || !NameContext(tokens, in: text).speaksForPlace
      else { return false }
    }
    return true
  }

  /// Whether "the" and this word stand for a name that the text has in full: "the Church", not "the Church of Rome".
  private func isHead(_ index: Int, in text: LookedUpText) -> Bool {
    guard text.text.token(index - 1, is: "the"), !text.words[index].isInTitleCase else { return false }
    let next = index + 1
    guard text.isJoined(at: next) else { return true }
    return !text.isCapital(next) && !text.text.token(next, is: "of") && !text.text.token(next, is: "for")
      && !text.text.isHyphen(next)
  }

  // MARK: - What is known of an entity

  private mutating func addPerson(_ entity: Candidate, in text: LookedUpText) {
    add(entity.tokens, as: .person, score: entity.score, in: text)
    guard entity.tokens.count > 1 else { return }
    var last = entity.tokens.upperBound - 1
    while last > entity.tokens.lowerBound, text.has(.nameSuffix, at: last) || text.text[last].isMark { last -= 1 }
    var start = last
    // "al-Maliki", "van der Berg": the particles belong to the family name.
    while start > entity.tokens.lowerBound,
      text.text[start - 1].isMark || text.has(.particle, at: start - 1) && text.text[start - 1].shape == .lower
    {
      start -= 1
    }
    addShort(start..<(last + 1), of: entity.tokens, in: text)
    if start < last, text.isCapital(last) { addShort(last..<(last + 1), of: entity.tokens, in: text) }
    addShort(entity.tokens.lowerBound..<(entity.tokens.lowerBound + 1), of: entity.tokens, in: text)
  }

  /// A first or family name alone.
  private mutating func addShort(_ tokens: Range<Int>, of whole: Range<Int>, in text: LookedUpText) {
    guard let token = text.text.token(at: tokens.lowerBound),
      token.count > 2 || tokens.count > 1 || text.words[tokens.lowerBound].entry.isLastName && token.count > 1,
      !token.isInitial, !text.has([.function, .month, .title], at: tokens.lowerBound)
    else { return }
    // "QXD Anna Rulk": what is in capitals before a name that is not is nobody's first name.
    if token.shape == .allCaps, let next = text.text.token(at: tokens.upperBound), next.shape == .capitalized,
      tokens.count == 1, whole.contains(tokens.upperBound)
    {
      return
    }
    add(tokens, as: .person, score: Confidence.known, in: text)
  }

  private mutating func addThing(_ entity: Candidate, in text: LookedUpText) {
    let first = entity.tokens.lowerBound
    if entity.tokens.count == 1, text.text[first].shape == .allCaps,
      text.words[first].entry.isCommon || text.has(.function, at: first)
    {
      // "FIRST" and "AIM" are names in capitals only.
      return add(text.text[first].hash, Name(label: entity.label, score: entity.score, form: .acronym))
    }
    add(entity.tokens, as: entity.label, score: entity.score, in: text)
    guard entity.label == .org else { return }
    addAcronym(of: entity, in: text)
    addHead(of: entity, in: text)
    var end = entity.tokens.upperBound
    while end > entity.tokens.lowerBound, text.has(.orgSuffix, at: end - 1) || text.text[end - 1].isMark { end -= 1 }
    guard end < entity.tokens.upperBound, end > entity.tokens.lowerBound else { return }
    add(entity.tokens.lowerBound..<end, as: .org, score: entity.score, in: text)
  }

  private mutating func addAcronym(of entity: Candidate, in text: LookedUpText) {
    let initials = text.text.initials(of: entity.tokens)
    guard (3...8).contains(initials.count) else { return }
    var hash = TokenHash()
    for letter in initials { hash.add(letter | 0x20) }
    add(hash.value, Name(label: .org, score: Confidence.likely, form: .acronym))
  }

  /// The word that says what an organization is, first before "of" or last; or a team's name after its city.
  private mutating func addHead(of entity: Candidate, in text: LookedUpText) {
    guard entity.tokens.count > 1, entity.score >= Confidence.fair else { return }
    var last = entity.tokens.upperBound - 1
    if text.text[last].isPossessive, last > entity.tokens.lowerBound { last -= 1 }
    let start = text.text.token(entity.tokens.lowerBound, is: "the") ? 1 : 0
    let first = entity.tokens.lowerBound + start
    let isFirst = text.has(.orgHead, at: first) && text.text.token(first + 1, is: "of") && first + 1 < last
    let index = isFirst ? first : last
    guard index > first || isFirst, text.text[index].shape == .capitalized else { return }
    let isKind = text.has([.orgHead, .orgTail], at: index)
    guard isKind || isCity(first..<last, in: text) else { return }
    let whole = text.text.foldedHash(of: first..<(last + 1))
    guard let place = places[text.text[index].hash] else {
      let end = entity.tokens.upperBound
      return add(
        text.text[index].hash,
        Name(label: .org, score: Confidence.likely, form: isKind ? .head : .team, whole: whole, end: end))
    }
    if names[place].form == .head || names[place].form == .team, names[place].whole != whole {
      names[place].form = .sharedHead
    }
  }

  private func isCity(_ tokens: Range<Int>, in text: LookedUpText) -> Bool {
    var isCity = false
    text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: tokens))) { sense in
      if sense.label == .gpe, sense.strength != .context { isCity = true }
    }
    return isCity
  }

  private mutating func add(_ tokens: Range<Int>, as label: Label, score: Double, in text: LookedUpText) {
    guard let first = text.text.token(at: tokens.lowerBound) else { return }
    add(text.text.foldedHash(of: tokens), Name(label: label, score: score), from: first.hash)
    longest = max(longest, tokens.count)
  }

  private mutating func add(_ hash: UInt64, _ name: Name) { add(hash, name, from: hash) }

  /// Adds a name by the hashes of all its tokens and of the first.
  private mutating func add(_ hash: UInt64, _ name: Name, from first: UInt64) {
    guard places[hash] == nil else { return }
    places[hash] = names.count
    names.append(name)
    firstTokens[Int(truncatingIfNeeded: first >> 6 & 63)] |= 1 << (first & 63)
  }
}

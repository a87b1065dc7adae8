internal import DocumentModel

/// Joins mentions of one thing: by equal words, by the gazetteer's aliases, by acronyms, by family names.
struct ChainBuilder {
  private let text: LookedUpText
  private let terms: TermLists?
  private let by: String
  private var groups: [Group] = []
  /// Groups by the names that lead to them; label and words, or label and thing.
  private var groupOfKey: [Key: Int] = [:]
  /// By a name that people share the one mentioned most, among equals the one mentioned last.
  private var personOfName: [UInt64: Int] = [:]
  /// The names that the text gives for acronyms, by the acronyms' hashes; the first counts.
  private var nameOfAcronym: [UInt64: Range<Int>] = [:]

  /// One thing while its mentions are gathered.
  private struct Group {
    var label: Label
    var mentions: [Int]
    var thing: Int?
    /// The user's term that says what it is called.
    var term: Int?
    /// The fullest name so far.
    var name: Range<Int>
    /// First and last word of a person's full name.
    var person: (first: UInt64, last: UInt64)?
  }

  private struct Key: Hashable {
    enum Kind: Hashable { case words, thing, term, initials, fullName }
    var label: Label
    var kind: Kind
    var value: UInt64
  }

  /// The chain of each entity (`nil` for dates and amounts), and the chains by first mention.
  static func chains(
    of entities: [Candidate], in text: LookedUpText, terms: TermLists? = nil, by stage: String
  ) -> (indices: [Int?], chains: [Chain]) {
    var builder = ChainBuilder(text: text, terms: terms, by: stage)
    return builder.build(entities)
  }

  private init(text: LookedUpText, terms: TermLists?, by: String) {
    self.text = text
    self.terms = terms
    self.by = by
  }

  private mutating func build(_ entities: [Candidate]) -> (indices: [Int?], chains: [Chain]) {
    for definition in AcronymDefinition.all(in: text) { define(definition) }
    for (name, acronym) in zip(entities, entities.dropFirst()) where name.label == acronym.label {
      if let definition = AcronymDefinition(of: acronym.tokens, after: name.tokens, in: text) { define(definition) }
    }
    var indices = [Int?](repeating: nil, count: entities.count)
    for (index, entity) in entities.enumerated() where entity.label.isName {
      indices[index] = add(index, entity)
    }
    return (indices, groups.map { chain(of: $0) })
  }

  private mutating func define(_ definition: AcronymDefinition) {
    let hash = text.text[definition.acronym].hash
    if nameOfAcronym[hash] == nil { nameOfAcronym[hash] = core(of: definition.name) }
  }

  /// The name that the text gives for an acronym, before its definition and after it.
  private func definition(of core: Range<Int>) -> Range<Int>? {
    let token = text.text[core.lowerBound]
    guard core.count == 1, token.shape == .allCaps || token.shape == .mixed else { return nil }
    return nameOfAcronym[token.hash]
  }

  private func chain(of group: Group) -> Chain {
    let name =
      group.term.flatMap { terms?.canonicalName(of: $0) }
      ?? group.thing.flatMap { text.gazetteer.canonicalName(of: $0) } ?? text.text.string(of: group.name)
    return Chain(
      canonical: Self.onOneLine(name), label: group.label.entityLabel, mentions: group.mentions,
      id: group.term.flatMap { terms?.id(of: $0) }, by: by)
  }

  /// The name with single spaces: line breaks inside it are the page's, not the name's.
  private static func onOneLine(_ name: String) -> String {
    isPlain(name) ? name : name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a name is of ASCII with no white space but single spaces inside, as nearly all are.
  private static func isPlain(_ name: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in name.utf8 {
      guard byte >= 0x20, byte < 0x80, byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// Puts a mention into its group and gives the group's index.
  private mutating func add(_ mention: Int, _ entity: Candidate) -> Int {
    let core = core(of: entity.tokens)
    // What the text says an acronym means counts more than what the gazetteer knows by it.
    let name = definition(of: core) ?? core
    var keys: [Key] = []
    // What the user says to be one thing is one, whatever else speaks for it.
    if let term = entity.term, let terms { keys.append(key(entity.label, .term, terms.thing(of: term))) }
    keys.append(key(entity.label, .words, text.text.foldedHash(of: name)))
    let thing = thing(of: name, label: entity.label)
    if let thing { keys.append(key(entity.label, .thing, UInt64(thing))) }
    if name != core { keys.append(key(entity.label, .words, text.text.foldedHash(of: core))) }
    if entity.label != .person { keys += otherKeys(of: core, label: entity.label) }

    let person = entity.label == .person ? personName(core) : nil
    if let person, !person.isShort { keys.append(key(.person, .fullName, person.fullName)) }
    var group: Int?
    var newKeys: [Key] = []
    for key in keys {
      if let known = groupOfKey[key] { group = group ?? known } else { newKeys.append(key) }
    }
    if let person, group == nil || person.isShort { group = self.group(of: person) ?? group }

    let index = group ?? groups.count
    if group == nil {
      groups.append(Group(label: entity.label, mentions: [], thing: thing, name: core, person: nil))
    }
    groups[index].mentions.append(mention)
    if groups[index].thing == nil { groups[index].thing = thing }
    if groups[index].term == nil { groups[index].term = entity.term }
    if isFuller(core, than: groups[index].name) { groups[index].name = core }
    for key in newKeys { groupOfKey[key] = index }
    if let person { remember(person, index) }
    return index
  }

  private func key(_ label: Label, _ kind: Key.Kind, _ value: UInt64) -> Key {
    Key(label: label, kind: kind, value: value)
  }

  /// The name without an article before it and a possessive after it.
  private func core(of tokens: Range<Int>) -> Range<Int> {
    var core = tokens
    if core.count > 1, text.text.token(core.lowerBound, is: "the") { core = (core.lowerBound + 1)..<core.upperBound }
    if core.count > 1, text.text[core.upperBound - 1].isPossessive { core = core.lowerBound..<(core.upperBound - 1) }
    return core
  }

  private func isFuller(_ name: Range<Int>, than other: Range<Int>) -> Bool {
    let isLoud = text.text.isAllCapitals(other) && !text.text.isAllCapitals(name) && name.count >= other.count
    return isLoud || text.text.range(of: name).count > text.text.range(of: other).count
  }

  private func thing(of tokens: Range<Int>, label: Label) -> Int? {
    let first = text.words[tokens.lowerBound].entry
    // A longer name than one word is known only where its first word begins some.
    guard tokens.count == 1 || first.isPrefix || !text.text[tokens.lowerBound].isWord else { return nil }
    let isKnownWord = tokens.count == 1 && text.text[tokens.lowerBound].isWord
    let entry = isKnownWord ? first : text.gazetteer.entry(text.text.foldedHash(of: tokens))
    var thing: Int?
    text.gazetteer.forEachSense(of: entry) { sense in
      if thing == nil, sense.label == label { thing = sense.thing }
    }
    return thing
  }

  // MARK: - Organizations and laws

  /// The other names that lead to the same thing: initials, without the legal form, without the acronym in brackets.
  private func otherKeys(of core: Range<Int>, label: Label) -> [Key] {
    guard label == .org || label == .law || label == .event else { return [] }
    var keys: [Key] = []
    if core.count == 1 {
      let capitals = text.text.capitals(of: core.lowerBound)
      if (2...8).contains(capitals.count), capitals.count == Int(text.text[core.lowerBound].count) {
        keys.append(key(label, .initials, hash(capitals)))
      }
      return keys
    }
    if let bracket = core.first(where: { text.text.byte($0) == 0x28 }), bracket + 2 < core.upperBound,
      text.text.byte(bracket + 2) == 0x29
    {
      var short = text.text[bracket + 1].hash
      var full = text.text.foldedHash(of: core.lowerBound..<bracket)
      for index in (bracket + 3)..<core.upperBound {
        short = Gazetteer.extended(short, by: text.text[index].hash)
        full = Gazetteer.extended(full, by: text.text[index].hash)
      }
      return [key(label, .words, full), key(label, .words, short)]
    }
    let initials = text.text.initials(of: core)
    if initials.count > 2 { keys.append(key(label, .initials, hash(initials))) }
    var end = core.upperBound
    while end > core.lowerBound, text.has(.orgSuffix, at: end - 1) || text.text[end - 1].isMark { end -= 1 }
    if end > core.lowerBound, end < core.upperBound {
      keys.append(key(label, .words, text.text.foldedHash(of: core.lowerBound..<end)))
    }
    return keys
  }

  private func hash(_ letters: [UInt8]) -> UInt64 {
    var hash = TokenHash()
    for letter in letters { hash.add(letter) }
    return hash.value
  }

  // MARK: - People

  private struct PersonName {
    var first: UInt64
    var last: UInt64
    /// One name only.
    var isShort: Bool

    /// First and last name, without what stands between.
    var fullName: UInt64 { Gazetteer.extended(first, by: last) }
  }

  private func personName(_ core: Range<Int>) -> PersonName {
    var last = core.upperBound - 1
    while last > core.lowerBound, text.has(.nameSuffix, at: last) || text.text[last].isMark { last -= 1 }
    let first = text.text[core.lowerBound]
    let isShort = core.allSatisfy { $0 == last || !text.isCapital($0) || $0 > last }
    return PersonName(
      first: isShort ? text.text[last].hash : first.hash, last: text.text[last].hash, isShort: isShort)
  }

  /// The person whom a short name means; a full name's, where only the last word was known so far.
  private func group(of name: PersonName) -> Int? {
    guard let group = personOfName[name.last], name.isShort || groups[group].person == nil else { return nil }
    return group
  }

  /// Lets the person's names mean this person, unless another one who shares them is mentioned more: a sister who comes
  /// up once does not take the family name from whom the article is about.
  private mutating func remember(_ name: PersonName, _ group: Int) {
    if !name.isShort, groups[group].person == nil { groups[group].person = (name.first, name.last) }
    var names = [name.last]
    if let person = groups[group].person { names += [person.first, person.last] }
    for name in names {
      let known = personOfName[name].map { groups[$0].mentions.count } ?? 0
      if groups[group].mentions.count >= known { personOfName[name] = group }
    }
  }
}

internal import DocumentModel

/// Joins mentions of one thing: by equal words, by the gazetteer's aliases, by acronyms, by family names, by short forms.
struct ChainBuilder {
  private let text: LookedUpText
  private let own: OwnNames?
  private let labels: LabelNames
  private let by: String
  private var groups: [Group] = []
  /// Groups by the names that lead to them; label and words, or label and thing.
  private var groupOfKey: HashTable
  /// By a name that people share the one mentioned most, among equals the one mentioned last.
  private var personOfName = HashTable()
  /// The names that the text gives for acronyms, by the acronyms' hashes; the first counts.
  private var nameOfAcronym: [UInt64: Range<Int>] = [:]
  /// The hashes of these names.
  private var definedNames: Set<UInt64> = []
  private var shortNames = ShortNames()
  private let variants: NameVariants

  /// One thing while its mentions are gathered.
  private struct Group {
    var label: Label
    var mentions: [Int]
    var thing: Int?
    /// The user's term that says what it is called.
    var term: Int?
    /// The fullest name so far.
    var name: Range<Int>
    /// What is named where that is no whole token.
    var part: TextRange?
    /// A person's full name.
    var person: PersonName?
  }

  /// What a key is made of, besides a label and a hash.
  private enum KeyKind: UInt64 {
    case words = 1
    case thing, term, initials, fullName, definition
  }

  /// The chain of each entity (`nil` for dates and amounts), the chains by first mention, and the names inside names, where
  /// these are wanted, with theirs.
  static func chains(
    of entities: [Candidate], namesInNames: Bool, in text: LookedUpText, own: OwnNames?, labels: LabelNames,
    by stage: String
  ) -> (indices: [Int?], chains: [Chain], inner: [(candidate: Candidate, chain: Int)]) {
    var builder = ChainBuilder(text: text, own: own, labels: labels, by: stage, mentions: entities.count)
    return builder.build(entities, inner: namesInNames ? NamesInNames(entities, in: text).found() : [])
  }

  private init(text: LookedUpText, own: OwnNames?, labels: LabelNames, by: String, mentions: Int) {
    self.text = text
    variants = NameVariants(in: text)
    self.own = own
    self.labels = labels
    groupOfKey = HashTable(minimumCapacity: mentions)
    self.by = by
  }

  private mutating func build(
    _ entities: [Candidate], inner: [NamesInNames.Inner]
  ) -> (indices: [Int?], chains: [Chain], inner: [(candidate: Candidate, chain: Int)]) {
    for definition in AcronymDefinition.all(in: text) { define(definition) }
    for (name, acronym) in zip(entities, entities.dropFirst()) {
      if let definition = AcronymDefinition.between(name.tokens, acronym.tokens, in: text) { define(definition) }
    }
    var indices = [Int?](repeating: nil, count: entities.count)
    for (index, entity) in entities.enumerated() where entity.label.isName {
      let group = add(index, entity)
      indices[index] = group
      if groups[group].mentions == [index], entity.range != text.text.range(of: entity.tokens) {
        groups[group].part = entity.range
      }
    }
    indices += inner.map { knownGroup(of: $0.candidate) }
    join(OtherNames(in: text).pairs(among: entities).map { Link(name: $0, other: $1) } + namesBeforeLonger(), &indices)
    let found = zip(inner, indices.dropFirst(entities.count)).compactMap { inner, chain in
      chain.flatMap { $0 == indices[inner.outer] ? nil : (candidate: inner.candidate, chain: $0) }
    }
    return (Array(indices.prefix(entities.count)), groups.map { chain(of: $0) }, found)
  }

  /// A mention of each thing whose name stood short before it stood in full, with one of the full name.
  private func namesBeforeLonger() -> [Link] {
    groups.indices.compactMap { index in
      let group = groups[index]
      guard group.thing == nil, group.term == nil, group.label.ofChains != .gpe,
        let longer = shortNames.group(of: group.name, label: group.label.ofChains, in: text), longer != index
      else { return nil }
      return Link(name: group.mentions[0], other: groups[longer].mentions[0], byLongerName: true)
    }
  }

  /// Two mentions of one thing, each of which has a group of its own.
  private struct Link {
    var name: Int
    var other: Int
    /// Whether the thing is called by the longer of both names, else by the first.
    var byLongerName = false
  }

  /// Makes the groups of linked mentions one, all at once, so that time stays linear.
  private mutating func join(_ links: [Link], _ indices: inout [Int?]) {
    guard !links.isEmpty else { return }
    // By group the one that it has become a part of; itself at first.
    var whole = Array(groups.indices)
    func root(_ group: Int) -> Int {
      var group = group
      while whole[group] != group {
        whole[group] = whole[whole[group]]
        group = whole[group]
      }
      return group
    }
    for link in links {
      guard let first = indices[link.name].map(root), let second = indices[link.other].map(root), first != second
      else { continue }
      let (kept, dropped) = (min(first, second), max(first, second))
      whole[dropped] = kept
      let group = groups[dropped]
      if link.byLongerName, isFuller(group.name, than: groups[kept].name) { groups[kept].name = group.name }
      groups[kept].mentions += group.mentions
      groups[kept].thing = groups[kept].thing ?? group.thing
      groups[kept].term = groups[kept].term ?? group.term
    }
    var numbers = [Int](repeating: 0, count: groups.count)
    var joined: [Group] = []
    for index in groups.indices where whole[index] == index {
      numbers[index] = joined.count
      joined.append(groups[index])
      joined[joined.count - 1].mentions.sort()
    }
    for index in indices.indices { indices[index] = indices[index].map { numbers[root($0)] } }
    groups = joined
  }

  private mutating func define(_ definition: AcronymDefinition) {
    let hash = text.text[definition.acronym].hash
    guard nameOfAcronym[hash] == nil else { return }
    let name = core(of: definition.name)
    nameOfAcronym[hash] = name
    definedNames.insert(text.text.plainHash(of: name))
  }

  /// The name that the text gives for an acronym, before its definition and after it.
  private func definition(of core: Range<Int>) -> Range<Int>? {
    let token = text.text[core.lowerBound]
    guard core.count == 1, token.shape == .allCaps || token.shape == .mixed else { return nil }
    return nameOfAcronym[token.hash]
  }

  private func chain(of group: Group) -> Chain {
    let name =
      group.term.flatMap { own?.canonicalName(of: $0) }
      ?? group.thing.flatMap { text.gazetteer.canonicalName(of: $0) }
      ?? text.text.string(of: group.part ?? text.text.range(of: group.name))
    return Chain(
      canonical: Self.onOneLine(name), label: labels.name(of: group.label), mentions: group.mentions,
      id: group.term.flatMap { own?.id(of: $0) }, by: by)
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
    guard let term = entity.term, let own else { return addName(mention, entity) }
    // What the user says to be one thing is one, whatever else speaks for it.
    let key = key(entity.label.ofChains, .term, own.thing(of: term))
    let known = groupOfKey[key]
    if let known { groups[known].mentions.append(mention) }
    let group = known ?? addName(mention, entity)
    groupOfKey[key] = group
    // Of several that say it is one thing the first with a canonical name counts.
    let told = groups[group].term
    if told == nil || told.flatMap(own.canonicalName) == nil && own.canonicalName(of: term) != nil {
      groups[group].term = term
    }
    return group
  }

  private mutating func addName(_ mention: Int, _ entity: Candidate) -> Int {
    let core = core(of: entity.tokens)
    let label = entity.label.ofChains
    guard label != .person else { return addPerson(mention, core) }
    // What the text says an acronym means counts more than what the gazetteer knows by it.
    let name = definition(of: core) ?? core
    let words = text.text.plainHash(of: name)
    // Most mentions are in the words of an earlier one.
    if name == core, let known = groupOfKey[key(label, .words, words)] {
      groups[known].mentions.append(mention)
      if isFuller(core, than: groups[known].name) { groups[known].name = core }
      return known
    }
    let thing = label == .norp ? nil : thing(of: name, label: entity.label)
    var keys = [key(label, .words, words)]
    if definedNames.contains(words) { keys.append(key(.org, .definition, words)) }
    if let thing { keys.append(key(label, .thing, UInt64(thing))) }
    if name != core { keys.append(key(label, .words, text.text.plainHash(of: core))) }
    for words in variants.words(of: core, label: entity.label) { keys.append(key(label, .words, words)) }
    if label == .gpe, core.count == 1, text.text.byte(core.lowerBound - 1) == 0x2C,
      let state = StateCode.words(of: core.lowerBound, in: text.text)
    {
      keys.append(key(label, .words, state))
    }
    if let initials = variants.initials(of: core, label: entity.label) { keys.append(key(label, .initials, initials)) }
    let group = group(by: keys) ?? shortNames.group(of: core, label: label, in: text) ?? newGroup(entity.label, core)
    put(mention, core, into: group, by: keys)
    if groups[group].thing == nil { groups[group].thing = thing }
    shortNames.add(core, label: label, group: group, in: text)
    return group
  }

  /// The group that a name would be put into, if it is of one that has been named.
  private func knownGroup(of name: Candidate) -> Int? {
    let core = core(of: name.tokens)
    let label = name.label.ofChains
    var keys = [key(label, .words, text.text.plainHash(of: core))]
    if let thing = thing(of: core, label: name.label) { keys.append(key(label, .thing, UInt64(thing))) }
    return group(by: keys)
  }

  private func group(by keys: [UInt64]) -> Int? {
    for key in keys { if let group = groupOfKey[key] { return group } }
    return nil
  }

  private mutating func newGroup(_ label: Label, _ name: Range<Int>) -> Int {
    groups.append(Group(label: label, mentions: [], thing: nil, name: name, person: nil))
    return groups.count - 1
  }

  private mutating func put(_ mention: Int, _ core: Range<Int>, into group: Int, by keys: [UInt64]) {
    groups[group].mentions.append(mention)
    if isFuller(core, than: groups[group].name) { groups[group].name = core }
    for key in keys where groupOfKey[key] == nil { groupOfKey[key] = group }
  }

  private func key(_ label: Label, _ kind: KeyKind, _ value: UInt64) -> UInt64 {
    featureHash(kind.rawValue << 8 | UInt64(label.rawValue), value)
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
    // What takes a context is several things: "Rangers".
    text.gazetteer.forEachSense(of: entry) { sense in
      if thing == nil, sense.label == label, sense.strength != .context { thing = sense.thing }
    }
    return thing
  }

  // MARK: - People

  private mutating func addPerson(_ mention: Int, _ core: Range<Int>) -> Int {
    let person = PersonName(core, in: text)
    var keys = [key(.person, .words, text.text.plainHash(of: core))]
    let thing = thing(of: core, label: .person)
    if let thing { keys.append(key(.person, .thing, UInt64(thing))) }
    if !person.isShort { for name in person.fullNames { keys.append(key(.person, .fullName, name)) } }
    var known = group(by: keys)
    if known == nil || person.isShort { known = group(of: person) ?? known }
    let group = known ?? shortNames.group(of: core, label: .person, in: text) ?? newGroup(.person, core)
    put(mention, core, into: group, by: keys)
    if groups[group].thing == nil { groups[group].thing = thing }
    shortNames.add(core, label: .person, group: group, in: text)
    remember(person, group)
    return group
  }

  /// The person whom a name means: by a short one, by an initial, by a full one where only the last word was known so far.
  private func group(of name: PersonName) -> Int? {
    guard let group = personOfName[name.last] else { return nil }
    guard let known = groups[group].person, !name.isShort else { return group }
    return known.mayBe(name, in: text) ? group : nil
  }

  /// Lets the person's names mean this person, unless another one who shares them is mentioned more: a sister who comes
  /// up once does not take the family name from whom the article is about.
  private mutating func remember(_ name: PersonName, _ group: Int) {
    if !name.isShort, groups[group].person == nil { groups[group].person = name }
    var names = [name.last]
    if let person = groups[group].person { names += [person.first, person.last] }
    for name in names {
      let known = personOfName[name].map { groups[$0].mentions.count } ?? 0
      if groups[group].mentions.count >= known { personOfName[name] = group }
    }
  }
}

extension Label {
  /// The label under which names are joined: all places are one kind, since "Socotra" is an island and a region.
  fileprivate var ofChains: Label { self == .loc || self == .fac ? .gpe : self }
}

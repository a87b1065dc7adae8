internal import DocumentModel

/// Finds the chain of who is meant by a source: the name in it, or whoever a pronoun or a role can only stand for.
struct SpeakerChains {
  private let text: TokenizedText
  private let chains: [Chain]
  /// Names with a chain, in the order of the text.
  private let names: [Name]
  /// Whether each of `names` stands within a quotation.
  private var isQuoted: [Bool]
  /// The pronoun that each person was meant by, or that "Mr" or "Mrs" tells.
  private var pronouns: [Int: Gender] = [:]
  /// The chains of those who alone have the roles that were asked for.
  private var holders: [[UInt8]: Int?] = [:]

  private enum Gender { case he, she }

  private struct Name {
    var range: TextRange
    var label: EntityLabel
    var chain: Int
  }

  init(_ document: Document, _ text: TokenizedText, quoted: [TextRange]) {
    self.text = text
    let chains = document.chains ?? []
    self.chains = chains
    names = (document.entities ?? []).compactMap { entity in
      guard let chain = entity.chain, chains.indices.contains(chain), document.isWellFormed(entity.range) else {
        return nil
      }
      return Name(range: entity.range, label: entity.label, chain: chain)
    }.sorted { $0.range < $1.range }
    var next = 0
    isQuoted = names.map { name in
      while next < quoted.count, quoted[next].end <= name.range.start { next += 1 }
      return next < quoted.count && quoted[next].overlaps(name.range)
    }
    noteHonorifics()
  }

  /// The chain of whoever `source` names or stands for.
  ///
  /// - Parameter last: the chain of the speaker before.
  mutating func chain(of source: Range<Int>, last: Int?) -> Int? {
    let first = text.tokens[source.lowerBound]
    if source.count == 1, first.has(.pronoun) {
      if first.has(.relative) { return antecedent(of: source.lowerBound) }
      guard let gender = gender(ofPronoun: source.lowerBound) else { return nil }
      let person = person(before: source.lowerBound, last: last, gender)
      if let person { pronouns[person] = gender }
      return person
    }
    return named(in: source) ?? (first.has(.determiner) ? role(source) : nil)
  }

  private func gender(ofPronoun index: Int) -> Gender? {
    text.token(index, is: "he") ? .he : text.token(index, is: "she") ? .she : nil
  }

  /// Notes what "Mr", "Mrs" and the like before names tell.
  private mutating func noteHonorifics() {
    for name in names where name.label == .person {
      let first = text.firstToken(from: name.range.start)
      for index in [first, first - 1, first - 2] where text.tokens.indices.contains(index) {
        if text.token(index, is: "mr") { pronouns[name.chain] = .he }
        if ["mrs", "ms", "miss"].contains(where: { text.token(index, is: $0) }) { pronouns[name.chain] = .she }
        // "Mr." is two tokens.
        if index < first, !text.tokens[index].has(.stop) { break }
      }
    }
  }

  /// The person, or else the organization, that the head of a phrase names.
  private func named(in source: Range<Int>) -> Int? {
    let head = self.head(of: source)
    let range = text.range(of: source)
    let inside = names[firstName(from: range.start)...].prefix { $0.range.start < range.end }
    let inHead = inside.filter { $0.range.start < head.end }
    if let person = inHead.last(where: { $0.label == .person }) { return person.chain }
    // "the director, Maria Keller": the name comes after what she is.
    let afterHead = text.firstToken(from: head.end)
    if source.contains(afterHead), text.tokens[afterHead].has(.comma), text.tokens[source.lowerBound].has(.determiner),
      let person = inside.first(where: { $0.range.start >= head.end }), person.label == .person,
      person.range.start - head.end <= 2
    {
      return person.chain
    }
    // "Ambassador to the United States Maria Keller": her name ends the phrase, and nothing of hers comes before it.
    if let name = inside.last, name.label == .person,
      name.range.end >= range.end, !isAfterPreposition(name)
    {
      return name.chain
    }
    guard let name = inHead.last, name.range.end >= head.end - 1, name.label != .person else { return nil }
    // "a spokesman for the EU" is not the EU.
    let start = text.tokens[source.lowerBound].has(.determiner) ? source.lowerBound + 1 : source.lowerBound
    guard start < source.upperBound, Int(text.tokens[start].start) >= name.range.start else { return nil }
    return name.chain
  }

  private func isAfterPreposition(_ name: Name) -> Bool {
    let index = text.firstToken(from: name.range.start)
    return index > 0 && text.tokens[index - 1].has(.preposition)
  }

  /// A phrase up to its first comma, bracket, relative or preposition.
  private func head(of source: Range<Int>) -> TextRange {
    let end = source.dropFirst().first { index in
      let token = text.tokens[index]
      return token.has([.comma, .openBracket, .relative, .preposition])
    }
    return text.range(of: source.lowerBound..<(end ?? source.upperBound))
  }

  private func firstName(from offset: Int) -> Int { names.partitioningIndex { $0.range.start >= offset } }

  /// Whoever stands before "who".
  private func antecedent(of index: Int) -> Int? {
    let offset = Int(text.tokens[index].start)
    let sentence = text.range(of: text.sentence(of: index))
    let before = names[firstName(from: sentence.start)..<firstName(from: offset)]
    guard let name = before.last, offset - name.range.end <= 2 else { return nil }
    return name.chain
  }

  /// The one person whom a "he" or "she" at `index` can mean: of the paragraph so far, or else the last speaker.
  private func person(before index: Int, last: Int?, _ gender: Gender) -> Int? {
    let last = last.flatMap { pronouns[$0] ?? gender == gender ? $0 : nil }
    let paragraph = text.paragraph(of: index)
    let start = Int(text.tokens[text.paragraphStarts[paragraph]].start)
    let offset = Int(text.tokens[index].start)
    let here = people(from: start, to: offset).filter { pronouns[$0] ?? gender == gender }
    if let only = here.first, here.allSatisfy({ $0 == only }) { return only }
    if here.isEmpty {
      if let last { return last }
      guard paragraph > 0 else { return nil }
      let previous = people(from: Int(text.tokens[text.paragraphStarts[paragraph - 1]].start), to: start)
        .filter { pronouns[$0] ?? gender == gender }
      guard let only = previous.first, previous.allSatisfy({ $0 == only }) else { return nil }
      return only
    }
    // Of several the one who spoke last, if there.
    return last.flatMap { here.contains($0) ? $0 : nil }
  }

  /// The chains of the people named last outside quotations.
  private func people(from start: Int, to end: Int) -> [Int] {
    guard start < end else { return [] }
    let last = firstName(from: end)
    return (max(firstName(from: start), last - 64)..<last).compactMap { index in
      names[index].label == .person && !isQuoted[index] ? names[index].chain : nil
    }
  }

  /// The only person whom the text gives the role that `source` ends its head with: "the minister".
  private mutating func role(_ source: Range<Int>) -> Int? {
    let head = self.head(of: source)
    let tokens = source.filter { Int(text.tokens[$0].end) <= head.end }
    guard let last = tokens.last, text.tokens[last].has(.role), tokens.count <= 3 else { return nil }
    let range = text.tokens[last].range
    let word = Array(text.text.utf8.dropFirst(range.start).prefix(range.count))
    if let known = holders[word] { return known }
    let holder = holder(of: word.span)
    holders[word] = .some(holder)
    return holder
  }

  private func holder(of role: Span<UInt8>) -> Int? {
    var found: Int?
    for name in names where name.label == .person && gives(role, to: name) {
      if let found, found != name.chain { return nil }
      found = name.chain
    }
    return found
  }

  /// Whether `role` stands right before a name or in the apposition after it.
  private func gives(_ role: Span<UInt8>, to name: Name) -> Bool {
    let first = text.firstToken(from: name.range.start)
    let after = text.firstToken(from: name.range.end)
    if first < text.tokens.count, first > 0, matches(role, first - 1) { return true }
    if first < text.tokens.count, first > 1, text.tokens[first - 1].has(.comma), matches(role, first - 2) {
      return true
    }
    if first < text.tokens.count, matches(role, first) { return true }  // a title within the name
    guard after + 1 < text.tokens.count, text.tokens[after].has(.comma) else { return false }
    for index in after + 1..<min(text.tokens.count, after + 8) {
      let token = text.tokens[index]
      if token.has([.comma, .stop, .auxiliary, .cue]) || token.mark != nil { return false }
      if matches(role, index) { return true }
    }
    return false
  }

  private func matches(_ role: Span<UInt8>, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard Int(token.end - token.start) == role.count else { return false }
    let bytes = text.text.utf8.span
    for offset in role.indices where bytes[Int(token.start) + offset] | 0x20 != role[offset] | 0x20 { return false }
    return true
  }
}

internal import JSON
internal import StageKit
internal import TextBytes

/// Makes automata of token patterns as spaCy's matcher has them (https://spacy.io/api/matcher#patterns).
struct TokenPatternCompiler {
  private(set) var tests = TokenTests()
  /// Whether a pattern asks for the labels of what else is found.
  private(set) var asksForLabels = false
  /// Where conditions are that other tokens have already.
  private var known: [[TokenCondition]: Range<UInt32>] = [:]
  /// The labels that entities besides the patterns' can have.
  private let labels: LabelNames

  init(labels: LabelNames) { self.labels = labels }

  /// Whether a pattern has a regular expression, which may take too many steps.
  func mayFail(_ pattern: TokenPattern) -> Bool {
    !tests.expressions.isEmpty
      && pattern.positions.contains { position in
        tests.conditions[Int(position.conditions.lowerBound)..<Int(position.conditions.upperBound)].contains {
          if case .matches = $0 { true } else { false }
        }
      }
  }

  /// The automaton of a pattern: words as they are written, or a list of tokens.
  mutating func compiled(_ value: JSON, at pointer: JSONPointer) throws(PatternProblem) -> TokenPattern {
    var parts: [TokenPattern.Part] = []
    if let phrase = value.string {
      for word in try words(phrase, at: pointer) {
        parts.append(.init(conditions: [place(of: [.equals(.text, word.text)])], words: [word.lower]))
      }
    } else if let list = value.array, !list.isEmpty {
      for (index, token) in list.enumerated() { parts.append(try part(of: token, at: pointer.appending(index))) }
    } else {
      throw PatternProblem(
        "'pattern' should be a text or a list of tokens, such as [{\"LOWER\": \"kvell\"}, {\"IS_DIGIT\": true}]",
        at: pointer)
    }
    guard let pattern = TokenPattern(parts) else {
      throw PatternProblem("the pattern has more than \(TokenPattern.mostPositions) tokens", at: pointer)
    }
    guard !pattern.matchesNothing else {
      throw PatternProblem("each token of the pattern may be missing, so that it matches nothing at all", at: pointer)
    }
    return pattern
  }

  /// Puts the conditions of a token into the table, once for all tokens that have the same.
  private mutating func place(of conditions: [TokenCondition]) -> Range<UInt32> {
    if let place = known[conditions] { return place }
    let start = UInt32(truncatingIfNeeded: tests.conditions.count)
    tests.conditions += conditions
    let place = start..<UInt32(truncatingIfNeeded: tests.conditions.count)
    known[conditions] = place
    return place
  }

  /// The hashes of a text's tokens, one at least.
  private func words(
    _ text: String, at pointer: JSONPointer
  ) throws(PatternProblem) -> [(lower: UInt64, text: UInt64)] {
    // An initial keeps its stop only before a name, as which it is meant: "J."
    let isInitial = text.unicodeScalars.count == 2 && text.utf8.last == UInt8(ascii: ".")
    let words = TokenizedText(isInitial ? text + " A" : text)
    guard words.count > 0 else { throw PatternProblem("there is nothing but white space", at: pointer) }
    return (0..<words.count - (isInitial ? 1 : 0)).map { (words[$0].hash, words.exactHash(of: $0)) }
  }

  // MARK: - Tokens

  private mutating func part(of token: JSON, at pointer: JSONPointer) throws(PatternProblem) -> TokenPattern.Part {
    guard let object = token.object else {
      throw PatternProblem("a token should be an object, such as {\"LOWER\": \"kvell\"}", at: pointer)
    }
    var part = TokenPattern.Part(conditions: [])
    var conditions: [TokenCondition] = []
    for member in object {
      let pointer = pointer.appending(member.key)
      switch member.key.uppercased() {
      case "OP": try readOperator(member.value, of: &part, at: pointer)
      case "LOWER": try read(.lower, member.value, of: &part, &conditions, at: pointer)
      case "TEXT", "ORTH": try read(.text, member.value, of: &part, &conditions, at: pointer)
      case "SHAPE": conditions.append(try comparison(.shape, member.value, at: pointer))
      case "ENT_TYPE":
        asksForLabels = true
        conditions.append(try comparison(.label, member.value, at: pointer))
      case "LENGTH": conditions.append(try length(member.value, at: pointer))
      case let name: conditions.append(try trait(name, member.key, member.value, at: pointer))
      }
    }
    // What is no word is known of no token that `!` wants.
    if part.isNegated { part.words = [] }
    if part.conditions.isEmpty {
      part.conditions = [place(of: conditions)]
    } else if part.isNegated || !conditions.isEmpty {
      throw PatternProblem("what is several words and marks here can't have other conditions or !", at: pointer)
    }
    return part
  }

  /// Reads what a token's words should be: a text, or an object of comparisons.
  private mutating func read(
    _ attribute: TokenCondition.Attribute, _ value: JSON, of part: inout TokenPattern.Part,
    _ conditions: inout [TokenCondition], at pointer: JSONPointer
  ) throws(PatternProblem) {
    if let text = value.string {
      let words = try words(text, at: pointer)
      part.words = [words[0].lower]
      let wanted = words.map { TokenCondition.equals(attribute, attribute == .lower ? $0.lower : $0.text) }
      // "21st" and "Inc." are one token elsewhere, and two here.
      if wanted.count == 1 { conditions += wanted } else { part.conditions = wanted.map { place(of: [$0]) } }
      return
    }
    if let regex = value["REGEX"] ?? value["regex"], value.object?.count == 1 {
      let pointer = pointer.appending(value["REGEX"] == nil ? "regex" : "REGEX")
      guard let pattern = regex.string else { throw PatternProblem("REGEX should be a string", at: pointer) }
      tests.expressions.append(try RegularExpression(pattern, at: pointer))
      let number = UInt32(truncatingIfNeeded: tests.expressions.count - 1)
      return conditions.append(.matches(number, inSmallLetters: attribute == .lower))
    }
    let comparison = try comparison(attribute, value, at: pointer)
    conditions.append(comparison)
    if case .among(_, _, false) = comparison, part.words.isEmpty, let list = value.object?.members.first {
      part.words = try self.words(in: list.value, at: pointer.appending(list.key)).map(\.lower)
    }
  }

  /// One value, or an object with IN or NOT_IN.
  private mutating func comparison(
    _ attribute: TokenCondition.Attribute, _ value: JSON, at pointer: JSONPointer
  ) throws(PatternProblem) -> TokenCondition {
    if let text = value.string { return .equals(attribute, try number(of: text, attribute, at: pointer)) }
    let operators = "IN and NOT_IN" + (attribute == .lower || attribute == .text ? " and REGEX" : "")
    guard let object = value.object, let member = object.members.first, object.count == 1 else {
      throw PatternProblem("the value should be a text, or an object with one of \(operators)", at: pointer)
    }
    let pointer = pointer.appending(member.key)
    let name = member.key.uppercased()
    guard name == "IN" || name == "NOT_IN" else {
      throw PatternProblem("'\(member.key)' is not known here; there are \(operators)", at: pointer, .key)
    }
    var values: [UInt64] = []
    for (index, text) in try strings(member.value, at: pointer).enumerated() {
      values.append(try number(of: text, attribute, at: pointer.appending(index)))
    }
    let start = UInt32(truncatingIfNeeded: tests.values.count)
    tests.values += values
    return .among(attribute, start..<UInt32(truncatingIfNeeded: tests.values.count), isNegated: name == "NOT_IN")
  }

  private func strings(_ value: JSON, at pointer: JSONPointer) throws(PatternProblem) -> [String] {
    guard let list = value.array, !list.isEmpty else {
      throw PatternProblem("the value should be a list of texts", at: pointer)
    }
    var strings: [String] = []
    for (index, element) in list.enumerated() {
      guard let string = element.string else {
        throw PatternProblem("the value should be a text, not \(element.kind)", at: pointer.appending(index))
      }
      strings.append(string)
    }
    return strings
  }

  private func words(
    in list: JSON, at pointer: JSONPointer
  ) throws(PatternProblem) -> [(lower: UInt64, text: UInt64)] {
    var words: [(lower: UInt64, text: UInt64)] = []
    for (index, text) in try strings(list, at: pointer).enumerated() {
      words.append(try word(text, at: pointer.appending(index)))
    }
    return words
  }

  private func word(_ text: String, at pointer: JSONPointer) throws(PatternProblem) -> (lower: UInt64, text: UInt64) {
    let words = try words(text, at: pointer)
    guard words.count == 1 else {
      throw PatternProblem("'\(text)' is \(words.count) words and marks here; a list has one for each", at: pointer)
    }
    return words[0]
  }

  /// What stands for a value of an attribute.
  private func number(
    of text: String, _ attribute: TokenCondition.Attribute, at pointer: JSONPointer
  ) throws(PatternProblem) -> UInt64 {
    switch attribute {
    case .lower: return try word(text, at: pointer).lower
    case .text: return try word(text, at: pointer).text
    case .shape: return TokenHash.exact(text)
    case .label:
      if text.isEmpty { return 0 }
      if let label = labels.known(text) { return UInt64(label.rawValue) + 1 }
      let near = LabelNames.slip(text).map { "; did you mean '\($0)'?" }
      throw PatternProblem(
        "no entity has the label '\(text)'" + (near ?? ": no gazetteer and no model gives it"), at: pointer)
    }
  }

  // MARK: - Lengths and traits

  private func length(_ value: JSON, at pointer: JSONPointer) throws(PatternProblem) -> TokenCondition {
    if let length = value.integer.flatMap(Int32.init(exactly:)) { return .length(length...length, isNegated: false) }
    guard let member = value.object?.members.first, value.object?.count == 1,
      let length = member.value.integer.flatMap(Int32.init(exactly:)), length >= 0, length < .max
    else {
      throw PatternProblem("LENGTH should be a number, or an object such as {\">=\": 3}", at: pointer)
    }
    switch member.key {
    case "==": return .length(length...length, isNegated: false)
    case "!=": return .length(length...length, isNegated: true)
    case ">=": return .length(length...(.max), isNegated: false)
    case "<=": return .length(0...length, isNegated: false)
    case ">": return .length(length + 1...(.max), isNegated: false)
    case "<": return .length(length...(.max), isNegated: true)
    default:
      throw PatternProblem(
        "'\(member.key)' is not known here; there are ==, !=, >=, <=, > and <", at: pointer.appending(member.key), .key)
    }
  }

  /// A condition by yes or no.
  private func trait(
    _ name: String, _ key: String, _ value: JSON, at pointer: JSONPointer
  ) throws(PatternProblem) -> TokenCondition {
    let name = name == "SENT_START" ? "IS_SENT_START" : name
    guard let trait = TokenTraits.named.first(where: { $0.name == name })?.trait else {
      throw PatternProblem(Self.unknown(name, key), at: pointer, .key)
    }
    guard let wanted = value.bool else { throw PatternProblem("'\(key)' should be true or false", at: pointer) }
    return wanted ? .traits(trait, not: []) : .traits([], not: trait)
  }

  private static func unknown(_ name: String, _ key: String) -> String {
    switch name {
    case "POS", "TAG", "MORPH", "DEP":
      return "Galley knows no parts of speech and no syntax, so that there is no \(key); give the words, or their shape"
    case "LEMMA": return #"Galley knows no lemmas; give the forms: {"LOWER": {"IN": ["buy", "buys", "bought"]}}"#
    case "NORM": return "there is no \(key); LOWER is next to it"
    case "IS_SPACE": return "white space is no token here: leave this one out"
    case "IS_STOP": return #"there is no list of stop words; give the words: {"LOWER": {"IN": ["of", "the"]}}"#
    case "LIKE_URL", "LIKE_EMAIL": return "an address is several tokens here; a regex finds it"
    case "ENT_ID", "ENT_KB_ID", "ENT_IOB": return "of entities only ENT_TYPE is known"
    case "REGEX": return #"REGEX is for one attribute: {"TEXT": {"REGEX": "…"}}"#
    default:
      let known =
        ["LOWER", "TEXT", "ORTH", "SHAPE", "ENT_TYPE", "LENGTH", "OP"] + TokenTraits.named.map(\.name)
      let near = name.nearest(in: known).map { "; did you mean '\($0)'?" }
      return "unknown attribute '\(key)'" + (near ?? "; there are \(known.joined(separator: ", "))")
    }
  }

  private func readOperator(
    _ value: JSON, of part: inout TokenPattern.Part, at pointer: JSONPointer
  ) throws(PatternProblem) {
    switch value.string {
    case "1": return
    case "!": part.isNegated = true
    case "?": part.least = 0
    case "*": (part.least, part.most) = (0, nil)
    case "+": part.most = nil
    default:
      guard let bounds = value.string.flatMap(Self.bounds) else {
        throw PatternProblem(
          "unknown operator; there are ?, *, +, !, {n}, {n,m}, {n,} and {,m} with n at most m", at: pointer)
      }
      guard max(bounds.least, bounds.most ?? 0) <= TokenPattern.mostPositions else {
        throw PatternProblem("a token can be repeated \(TokenPattern.mostPositions) times at most", at: pointer)
      }
      (part.least, part.most) = bounds
    }
  }

  /// The bounds of `{n}`, `{n,m}`, `{n,}` and `{,m}`.
  private static func bounds(_ text: String) -> (least: Int, most: Int?)? {
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    let numbers = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.count <= 2, numbers.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      numbers.contains(where: { !$0.isEmpty })
    else { return nil }
    let least = numbers[0].isEmpty ? 0 : Int(numbers[0])
    guard let least else { return nil }
    guard numbers.count == 2 else { return (least, least) }
    guard !numbers[1].isEmpty else { return (least, nil) }
    guard let most = Int(numbers[1]), least <= most else { return nil }
    return (least, most)
  }
}

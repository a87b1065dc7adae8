internal import DocumentModel

/// Finds the names inside longer names that the text has alone too: "Anna Rulk" of the "Anna Rulk Foundation".
struct NamesInNames {
  /// A name and the entity that holds it.
  struct Inner {
    var candidate: Candidate
    var outer: Int
  }

  /// Longer names stand in no others.
  private static let longestName = 8

  private let text: LookedUpText
  private let entities: [Candidate]
  /// An entity of these words, by their hash.
  private var known: HashTable

  /// - Parameter entities: in order, without overlaps.
  init(_ entities: [Candidate], in text: LookedUpText) {
    self.text = text
    self.entities = entities
    known = HashTable(minimumCapacity: entities.count)
    for (index, entity) in entities.enumerated() where Self.inside.contains(entity.label) {
      let hash = text.text.plainHash(of: entity.tokens)
      if known[hash] == nil { known[hash] = index }
    }
  }

  /// In order; the longest from each word on, none overlapping another.
  func found() -> [Inner] {
    var found: [Inner] = []
    for (index, entity) in entities.enumerated() where entity.tokens.count > 1 && Self.outside.contains(entity.label) {
      var start = entity.tokens.lowerBound
      while start < entity.tokens.upperBound {
        guard let name = name(at: start, in: entity.tokens) else {
          start += 1
          continue
        }
        found.append(Inner(candidate: name, outer: index))
        start = name.tokens.upperBound
      }
    }
    return found
  }

  private func name(at start: Int, in outer: Range<Int>) -> Candidate? {
    guard text.isCapital(start) else { return nil }
    for end in stride(from: min(outer.upperBound, start + Self.longestName), to: start, by: -1)
    where start..<end != outer {
      let tokens = start..<end
      // The beginning of an organization's name is its short one.
      guard let label = label(of: tokens), label != .org || start > outer.lowerBound else { continue }
      return Candidate(
        tokens: tokens, range: text.text.range(of: tokens), label: label, why: .rule, score: Confidence.likely)
    }
    return nil
  }

  private func label(of tokens: Range<Int>) -> Label? {
    if let index = known[text.text.plainHash(of: tokens)] { return entities[index].label }
    var isPlace = false
    text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: tokens))) { sense in
      if sense.label == .gpe, sense.strength == .sure { isPlace = true }
    }
    return isPlace ? .gpe : nil
  }

  private static let inside: Set<Label> = [.person, .org, .gpe, .loc]
  private static let outside: Set<Label> = [.org, .fac, .event, .law, .product, .workOfArt, .loc]
}

internal import DocumentModel

/// The entities of a document as the things that they name.
struct EntityGroups {
  /// One thing: a chain, or mentions without a chain that say the same.
  struct Thing {
    var name: String
    let label: EntityLabel
    var count: Int
    /// The different words that mention it, in the order of the text.
    var forms: [String]
  }

  private var things: [Thing] = []

  init(_ document: Document) {
    let chains = document.chains ?? []
    // Things are found by their chain's number, or else by label and words.
    var chainPlaces = [Int?](repeating: nil, count: chains.count)
    var unchainedPlaces: [Unchained: Int] = [:]
    var formsSeen: Set<Form> = []
    for entity in document.entities ?? [] {
      let words = squeezed(document[entity.range])
      let place: Int
      if let chain = entity.chain, chains.indices.contains(chain) {
        place = chainPlaces[chain] ?? things.count
        chainPlaces[chain] = place
        if place == things.count { add(squeezed(chains[chain].canonical), chains[chain].label) }
      } else {
        place = unchainedPlaces[Unchained(label: entity.label, words: words), default: things.count]
        if place == things.count {
          unchainedPlaces[Unchained(label: entity.label, words: words)] = place
          add(words, entity.label)
        }
      }
      things[place].count += 1
      // Most mentions are in the words of the first.
      guard things[place].forms.first != words else { continue }
      if things[place].forms.isEmpty || formsSeen.insert(Form(place: place, words: words)).inserted {
        things[place].forms.append(words)
      }
    }
  }

  private mutating func add(_ name: String, _ label: EntityLabel) {
    things.append(Thing(name: name, label: label, count: 0, forms: []))
  }

  private struct Unchained: Hashable {
    var label: EntityLabel
    var words: String
  }

  private struct Form: Hashable {
    var place: Int
    var words: String
  }

  /// The things by label, the labels of OntoNotes in its order, then others by name.
  ///
  /// Names stand by number of mentions; equally frequent ones, and all dates and amounts, in the order of the text.
  var byLabel: [(label: EntityLabel, things: [Thing])] {
    let groups = Dictionary(grouping: things, by: \.label)
    let others = Set(groups.keys).subtracting(EntityLabel.ontoNotes).sorted { $0.rawValue < $1.rawValue }
    return (EntityLabel.ontoNotes + others).compactMap { label in
      guard let things = groups[label] else { return nil }
      guard label.isName else { return (label, things) }
      let ranked = things.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      return (label, ranked.map(\.element))
    }
  }
}

extension EntityLabel {
  /// Whether it is for things that have names; dates, amounts and numbers have none.
  var isName: Bool { !Self.amounts.contains(self) }

  private static let amounts: [EntityLabel] = [.date, .time, .percent, .money, .quantity, .ordinal, .cardinal]
}

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
    // What a thing is found by: its chain's number, or its label and words.
    var places: [Key: Int] = [:]
    var formsSeen: Set<Form> = []
    for entity in document.entities ?? [] {
      let words = squeezed(document[entity.range])
      let chain = entity.chain.flatMap { chains.indices.contains($0) ? $0 : nil }
      let key = chain.map(Key.chain) ?? .words(entity.label, words)
      let place = places[key] ?? things.count
      if place == things.count {
        places[key] = place
        let label = chain.map { chains[$0].label } ?? entity.label
        things.append(
          Thing(name: chain.map { squeezed(chains[$0].canonical) } ?? words, label: label, count: 0, forms: []))
      }
      things[place].count += 1
      if formsSeen.insert(Form(place: place, words: words)).inserted { things[place].forms.append(words) }
    }
  }

  private enum Key: Hashable {
    case chain(Int)
    case words(EntityLabel, String)
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

internal import DocumentModel

/// The words of a document that names and amounts are made of, which no other phrase may cut into, and those of
/// nationalities and groups, which are parts of phrases.
struct NamedWords {
  private var marks: [Mark] = []

  private enum Mark { case none, named, beginsPerson, ofGroup }

  init(_ document: Document, _ words: DocumentWords) {
    guard let entities = document.entities, !entities.isEmpty else { return }
    marks = [Mark](repeating: .none, count: words.words.count)
    var marked = 0  // words before this index are done, so that nested mentions cost nothing
    for entity in document.entityOrder {
      let range = entities[entity].range
      let first = words.firstWord(from: range.start)
      var index = max(marked, first)
      while index < words.words.count, Int(words.words[index].start) < range.end {
        marks[index] = mark(of: entities[entity].label, isFirst: index == first)
        index += 1
      }
      marked = max(marked, index)
    }
  }

  private func mark(of label: EntityLabel, isFirst: Bool) -> Mark {
    switch label {
    case .norp: .ofGroup
    case .person where isFirst: .beginsPerson
    default: .named
    }
  }

  /// Whether the word at `index` belongs to a nationality or another group.
  func isOfGroup(_ index: Int) -> Bool { !marks.isEmpty && marks[index] == .ofGroup }

  /// Whether the word at `index` belongs to a name or an amount.
  func isMarked(_ index: Int) -> Bool { !marks.isEmpty && marks[index] != .none && marks[index] != .ofGroup }

  /// Whether the word at `index` is the first of a person's name.
  func beginsPerson(_ index: Int) -> Bool { !marks.isEmpty && marks[index] == .beginsPerson }
}

extension DocumentWords {
  /// The index of the first word that begins at `offset` or later.
  func firstWord(from offset: Int) -> Int { words.partitioningIndex { Int($0.start) >= offset } }

  /// The index of the sentence that the word at `index` is in.
  func sentence(ofWord index: Int) -> Int { sentences.indices.partitioningIndex { firstWords[$0 + 1] > index } }
}

extension Document {
  /// The indices of the entities in reading order: entities themselves are much to move about.
  var entityOrder: [Int] {
    guard let entities else { return [] }
    let isInOrder = zip(entities.indices, entities.indices.dropFirst()).allSatisfy {
      entities[$0].range <= entities[$1].range
    }
    return isInOrder
      ? Array(entities.indices) : entities.indices.sorted { entities[$0].range < entities[$1].range }
  }
}

extension Document {
  /// The indices of the direct quotations in reading order.
  var directQuotations: [Int] {
    guard let quotations else { return [] }
    var indices: [Int] = []
    for index in quotations.indices where quotations[index].kind == .direct { indices.append(index) }
    let isInOrder = zip(indices, indices.dropFirst()).allSatisfy { quotations[$0].range <= quotations[$1].range }
    return isInOrder ? indices : indices.sorted { quotations[$0].range < quotations[$1].range }
  }
}

extension EntityLabel {
  /// The labels of things that have a name, as against times and amounts.
  static let namelike: Set<EntityLabel> = [
    .person, .fac, .org, .gpe, .loc, .product, .event, .workOfArt, .law, .language,
  ]
}

internal import DocumentModel

/// The words of a document that names and amounts are made of, which no other phrase may cut into.
struct NamedWords {
  private var marks: [Bool] = []

  init(_ document: Document, _ words: DocumentWords) {
    guard let entities = document.entities, !entities.isEmpty else { return }
    marks = [Bool](repeating: false, count: words.words.count)
    var marked = 0  // words before this index are done, so that nested mentions cost nothing
    for range in entities.lazy.filter({ $0.label != .norp }).map(\.range).sorted() {
      var index = max(marked, words.firstWord(from: range.start))
      while index < words.words.count, Int(words.words[index].start) < range.end {
        marks[index] = true
        index += 1
      }
      marked = max(marked, index)
    }
  }

  /// Whether the word at `index` belongs to a name or an amount.
  func isMarked(_ index: Int) -> Bool { !marks.isEmpty && marks[index] }
}

extension DocumentWords {
  /// The index of the first word that begins at `offset` or later.
  func firstWord(from offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if Int(words[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index of the sentence that the word at `index` is in.
  func sentence(ofWord index: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if firstWords[middle + 1] <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension EntityLabel {
  /// The labels of things that have a name, as against times and amounts.
  static let namelike: Set<EntityLabel> = [
    .person, .fac, .org, .gpe, .loc, .product, .event, .workOfArt, .law, .language,
  ]
}

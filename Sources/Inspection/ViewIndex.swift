internal import DocumentModel
internal import JSON

/// What the list of a page needs of all documents: titles, and what they can be chosen by.
struct ViewIndex {
  /// The labels that occur, with their hues.
  private var labels = NumberedNames()
  private var names = NumberedNames()
  private var headings = NumberedNames()
  private var rows: [JSON] = []

  /// Adds the next document.
  ///
  /// - Returns: the numbers of its entities' labels.
  mutating func add(_ document: Document) -> [String: Int] {
    var counts: [String: Int] = [:]
    for entity in document.entities ?? [] { counts[entity.label.rawValue, default: 0] += 1 }
    let numbers = labels(of: [document])
    let numbered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = (document.chains ?? []).map { names.number(of: $0.canonical) }
    let headed = (document.sections ?? []).compactMap { section in
      section.heading.flatMap { document.isWellFormed($0) ? headings.number(of: String(document[$0])) : nil }
    }
    rows.append([
      .string(document.id), .string(document.title),
      .array(numbered.map { [.integer(numbers[$0.key] ?? 0), .integer($0.value)] }),
      .array(Set(named).sorted().map { .integer($0) }), .array(Set(headed).sorted().map { .integer($0) }),
      .integer(document.diagnostics.count { $0.severity != .note }),
    ])
    return numbers
  }

  /// The numbers of the labels of `documents`, which are no rows of the list.
  mutating func labels(of documents: [Document]) -> [String: Int] {
    let used = documents.flatMap { document in
      (document.entities ?? []).map(\.label.rawValue) + (document.chains ?? []).map(\.label.rawValue)
    }
    return Dictionary(uniqueKeysWithValues: Set(used).sorted().map { ($0, labels.number(of: $0)) })
  }

  var json: [UInt8] {
    let json: JSON = [
      "labels": .array(labels.names.map { [.string($0), .integer(EntityLabel(rawValue: $0).hue)] }),
      "names": .array(names.names.map { .string($0) }), "headings": .array(headings.names.map { .string($0) }),
      "rows": .array(rows),
    ]
    return Array(json.text().utf8)
  }
}

/// Names, each with a number in order of first appearance.
private struct NumberedNames {
  private(set) var names: [String] = []
  /// By the exact scalars, which `String` does not compare.
  private var numbers: [JSON: Int] = [:]

  mutating func number(of name: String) -> Int {
    if let number = numbers[.string(name)] { return number }
    numbers[.string(name)] = names.count
    names.append(name)
    return names.count - 1
  }
}

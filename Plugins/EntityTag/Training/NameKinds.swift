/// What a model's three kinds of names are called in annotated texts and in what it finds.
struct NameKinds: Hashable, Sendable {
  /// Labels of the user's own, three at most; empty for people, organizations and places.
  let labels: [String]

  /// People, organizations and places.
  static let usual = NameKinds(labels: [])

  /// The kind of a name by its label in corpora; of the usual ones by CoNLL's, OntoNotes' and those of documents' JSON.
  func kind(of label: some StringProtocol) -> NameTag.Kind? {
    guard labels.isEmpty else {
      return labels.firstIndex { $0 == label }.flatMap { NameTag.Kind(rawValue: UInt8(truncatingIfNeeded: $0)) }
    }
    switch label {
    case "PER", "PERSON": return .person
    case "ORG": return .organization
    case "LOC", "GPE", "FAC": return .place
    default: return nil
    }
  }

  /// The kinds that there are, with what to call them.
  var names: [(kind: NameTag.Kind, name: String)] {
    guard labels.isEmpty else { return Array(zip(NameTag.Kind.allCases, labels)) }
    return NameTag.Kind.allCases.map { ($0, "\($0)") }
  }
}

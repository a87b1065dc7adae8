internal import DocumentModel

extension MarkdownPage {
  /// Everything that the text names, by label in the order of OntoNotes: names once each, those most spoken of first;
  /// dates and amounts as they stand, in the order of the text. Bare numbers and ordinals tell a reader nothing away from
  /// their sentence; JSON and CSV have them.
  mutating func writeEntities() {
    let groups = EntityGroups(document).byLabel.filter { $0.label != .cardinal && $0.label != .ordinal }
    guard !groups.isEmpty else { return }
    writeHeading("Entities", level: 2)
    for (label, things) in groups {
      writeHeading(label.plural, level: 3)
      writeBlock { bytes in
        guard label.isName else {
          bytes.appendMarkdownList(things.map(\.name), beginsLine: true)
          bytes.append(0x0A)
          return
        }
        for thing in things {
          bytes.append(contentsOf: "- ".utf8)
          bytes.appendMarkdown(thing)
          bytes.append(0x0A)
        }
      }
    }
  }
}

extension [UInt8] {
  /// `Vladimir Putin (6×, also Putin)`, `Muslim (2×, as Muslims)`: how often, and in which other words.
  fileprivate mutating func appendMarkdown(_ thing: EntityGroups.Thing) {
    appendMarkdownLine(thing.name)
    guard thing.count > 1 || thing.forms != [thing.name] else { return }
    let name = thing.name.lowercased()
    let others = thing.forms.filter { $0.lowercased() != name }
    guard thing.count > 1 || !others.isEmpty else { return }
    append(contentsOf: " (".utf8)
    if thing.count > 1 { append(contentsOf: "\(thing.count)×".utf8) }
    if !others.isEmpty {
      if thing.count > 1 { append(contentsOf: ", ".utf8) }
      append(contentsOf: (others.count < thing.forms.count ? "also " : "as ").utf8)
      appendMarkdownList(others)
    }
    append(UInt8(ascii: ")"))
  }
}

extension EntityLabel {
  /// What a page calls the things of this label.
  fileprivate var plural: String {
    switch self {
    case .person: "People"
    case .norp: "Nationalities and groups"
    case .fac: "Buildings and sites"
    case .org: "Organizations"
    case .gpe: "Countries, states, cities"
    case .loc: "Other places"
    case .product: "Products"
    case .event: "Events"
    case .workOfArt: "Works"
    case .law: "Laws and treaties"
    case .language: "Languages"
    case .date: "Dates"
    case .time: "Times"
    case .percent: "Percentages"
    case .money: "Sums of money"
    case .quantity: "Measurements"
    default: rawValue
    }
  }
}

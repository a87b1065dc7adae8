internal import DocumentModel

/// Gold in brat's stand-off form (https://brat.nlplab.org/standoff.html): text-bound annotations are entities, and lines of
/// `*` with the relation `Coref` or `Equiv` are chains. Ranges count characters.
enum BratGold {
  static func document(_ file: GoldFile, text: GoldFile) throws(GoldError) -> GoldDocument {
    var document = Document(id: file.stem, text: try text.text())
    var reader = BratReader(file: file, text: document.text)
    for (index, line) in try file.text().utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      try reader.read(line.last == 0x0D ? line.dropLast() : line, index + 1)
    }
    (document.entities, document.chains) = try reader.findings()
    return GoldDocument(document: document, places: GoldPlaces(uri: text.uri, lines: .text))
  }
}

private struct BratReader {
  let file: GoldFile
  let text: String
  private let offsets: OffsetTable
  private var entities: [Entity] = []
  private var numbers: [Substring: Int] = [:]
  /// The names of mentions of one thing, and the line that says so.
  private var equivalences: [(names: [Substring], line: Int)] = []

  init(file: GoldFile, text: String) {
    self.file = file
    self.text = text
    offsets = OffsetTable(text, unit: .unicode)
  }

  mutating func read(_ line: Substring.UTF8View, _ number: Int) throws(GoldError) {
    let parts = line.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
    switch line.first {
    case UInt8(ascii: "T"): try readEntity(parts, number)
    case UInt8(ascii: "*"): readEquivalence(parts, number)
    case UInt8(ascii: "R"): readRelation(parts, number)
    case UInt8(ascii: "A"), UInt8(ascii: "M"), UInt8(ascii: "E"), UInt8(ascii: "N"), UInt8(ascii: "#"), nil: break
    default: throw error(number, "begins with none of brat's signs T R E A M N * #")
    }
  }

  /// `T1<tab>ORG 10 24<tab>the words`; of several fragments the whole from first to last counts.
  private mutating func readEntity(_ parts: [Substring], _ line: Int) throws(GoldError) {
    let fields = parts.count > 1 ? parts[1].split(separator: " ", maxSplits: 1) : []
    let numbers = fields.count > 1 ? fields[1].split { $0 == " " || $0 == ";" }.map { Int($0) } : []
    guard let first = numbers.first, let last = numbers.last, let first, let last, numbers.count % 2 == 0 else {
      throw error(line, "should be a name, a tab, a label with the first and last character, a tab, and the words")
    }
    guard let start = offsets.byte(ofOffset: first), let end = offsets.byte(ofOffset: last), start < end else {
      throw error(line, "\(first) to \(last) is no part of '\(file.stem).txt', which has \(offsets.count) characters")
    }
    let range = TextRange(start, end)
    let words = text.utf8.dropFirst(start).prefix(range.count)
    if numbers.count == 2, parts.count > 2, !words.elementsEqual(parts[2].utf8), parts[2] != Substring(words).onOneLine
    {
      throw error(
        line,
        "'\(file.stem).txt' has '\(Substring(words).onOneLine)' at \(first) to \(last), not '\(parts[2])'; "
          + "is it the text that was annotated?")
    }
    self.numbers[parts[0]] = entities.count
    entities.append(Entity(range: range, label: EntityLabel(rawValue: String(fields[0])), by: "gold"))
  }

  /// `*<tab>Equiv T1 T2 …`.
  private mutating func readEquivalence(_ parts: [Substring], _ line: Int) {
    let fields = parts.count > 1 ? parts[1].split(separator: " ") : []
    equivalences.append((fields.dropFirst().map(\.self), line))
  }

  /// `R1<tab>Coref Arg1:T1 Arg2:T2`.
  private mutating func readRelation(_ parts: [Substring], _ line: Int) {
    let fields = parts.count > 1 ? parts[1].split(separator: " ") : []
    guard let kind = fields.first?.lowercased(), kind.hasPrefix("coref") || kind == "equiv" else { return }
    equivalences.append((fields.dropFirst().map { $0.split(separator: ":").last ?? $0 }, line))
  }

  /// All entities, and the chains that the equivalences make, entities in none each for itself; `nil` where there are no
  /// equivalences.
  func findings() throws(GoldError) -> ([Entity], [Chain]?) {
    guard !equivalences.isEmpty else { return (entities, nil) }
    var groups = Groups(count: entities.count)
    for (names, line) in equivalences {
      let mentions = try names.map { name throws(GoldError) in
        guard let number = numbers[name] else { throw error(line, "no line has the name \(name)") }
        return number
      }
      for mention in mentions.dropFirst() { groups.join(mentions[0], mention) }
    }
    var mentions = entities
    let chains = groups.members.enumerated().map { index, members in
      for member in members { mentions[member].chain = index }
      let first = entities[members[0]]
      let name = text.utf8.dropFirst(first.range.start).prefix(first.range.count)
      return Chain(canonical: String(Substring(name)), label: first.label, mentions: members, by: "gold")
    }
    return (mentions, chains)
  }

  private func error(_ line: Int, _ problem: String) -> GoldError { GoldError(file.uri, line: line, problem) }
}

extension Substring {
  /// This text with its line ends as spaces, as brat writes it.
  fileprivate var onOneLine: Substring {
    Substring(split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " "))
  }
}

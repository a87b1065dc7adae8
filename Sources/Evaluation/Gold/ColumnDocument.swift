internal import DocumentModel

/// A text made of tokens, sentence by sentence, with the entities that their tags say.
struct ColumnDocument {
  struct Token {
    let words: Substring
    let tag: Tag
    let line: Int
  }

  var name = ""
  private(set) var sentenceCount = 0
  private let spacing: ColumnSettings.Spacing
  private var text = ""
  private var entities: [Entity] = []
  private var starts: [Int] = []
  private var lines: [Int] = []

  init(_ spacing: ColumnSettings.Spacing) { self.spacing = spacing }

  mutating func add(_ sentence: [Token]) {
    if sentenceCount > 0 { text += "\n" }
    sentenceCount += 1
    var joining = TokenJoining(spacing)
    var previous: Token?
    for token in sentence {
      if joining.hasSpace(before: token.words) { text += " " }
      let start = text.utf8.count
      text += token.words
      starts.append(start)
      lines.append(token.line)
      if let label = token.tag.label {
        if token.tag.begins(after: previous?.tag) {
          entities.append(Entity(range: TextRange(start, start), label: EntityLabel(rawValue: label), by: "gold"))
        }
        entities[entities.count - 1].range.end = text.utf8.count
      }
      previous = token
    }
  }

  /// - Parameter number: which document of the file it is, from 1.
  func gold(_ file: GoldFile, number: Int) -> GoldDocument {
    var document = Document(id: name.isEmpty ? "\(file.stem)#\(number)" : name, text: text)
    document.entities = entities
    return GoldDocument(
      document: document, places: GoldPlaces(uri: file.uri, lines: .tokens(starts: starts, lines: lines)))
  }
}

/// Where spaces stand between tokens.
struct TokenJoining {
  private let spacing: ColumnSettings.Spacing
  private var previous: Substring?
  private var isQuoted = false

  init(_ spacing: ColumnSettings.Spacing) { self.spacing = spacing }

  private static let closing: Set<Substring> = [
    ",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "...", "n't", "'", "''", "”", "’", "'s", "'re", "'ve", "'d",
    "'ll", "'m",
    "'S", "’s", "’re", "’ve", "’d", "’ll", "’m", "’S",
  ]
  private static let opening: Set<Substring> = ["(", "[", "{", "$", "£", "€", "#", "``", "“"]

  /// Whether a space stands before the next token.
  mutating func hasSpace(before token: Substring) -> Bool {
    defer {
      previous = token
      if ["\"", "``", "''"].contains(token) { isQuoted.toggle() }
    }
    guard let previous else { return false }
    guard spacing == .written else { return true }
    if isQuoted, token == "\"" || token == "''" || previous == "\"" { return false }
    return !Self.closing.contains(token) && !Self.opening.contains(previous)
  }
}

internal import DocumentModel
internal import TextBytes

/// How columns become texts.
public struct ColumnSettings: Hashable, Sendable {
  /// How tokens are joined.
  public var spacing = Spacing.spaces
  /// How many sentences a document has where the file doesn't say.
  public var sentencesPerDocument = 1

  public enum Spacing: String, Hashable, Sendable, CaseIterable {
    /// A space between any two tokens.
    case spaces
    /// As English is written: no space before `,` and `n't`, none after `(`.
    case written
  }

  public init() {}
}

/// Gold as tokens, one a line, with a tag in the last column that has tags; columns are parted by tabs, or else by spaces.
///
/// A blank line ends a sentence. Documents begin at `-DOCSTART-` and at lines such as `# doc = ID` or `# newdoc id = ID`.
/// A document's text has a line for each sentence.
struct ColumnGold {
  private let file: GoldFile
  private let settings: ColumnSettings
  private(set) var documents: [GoldDocument] = []
  private var open: ColumnDocument
  private var sentence: [ColumnDocument.Token] = []
  private var hasMarks = false

  init(_ file: GoldFile, _ settings: ColumnSettings) throws(GoldError) {
    self.file = file
    self.settings = settings
    open = ColumnDocument(settings.spacing)
    let lines = try file.text().utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let columns = try Columns(lines, file)
    for (index, line) in lines.enumerated() { try read(line, index + 1, columns) }
    endDocument(named: nil)
    guard !documents.isEmpty else { throw GoldError(file.uri, "has no token with a tag in it") }
  }

  /// Whether the first lines of a text look like tokens with tags.
  static func isLikely(_ text: String) -> Bool {
    let lines = text.utf8.split(separator: 0x0A).prefix(50).map { (line: $0, cells: Columns.cells($0)) }
      .filter {
        !$0.cells.isEmpty && !$0.cells[0].elementsEqual("-DOCSTART-".utf8) && !Columns.isComment($0.line, $0.cells)
      }
    return !lines.isEmpty && lines.allSatisfy { $0.cells.count > 1 && $0.cells.last.flatMap { Tag($0) } != nil }
  }

  private mutating func read(_ line: Substring.UTF8View, _ number: Int, _ columns: Columns) throws(GoldError) {
    let cells = Columns.cells(line)
    if cells.isEmpty { return endSentence() }
    if cells[0].elementsEqual("-DOCSTART-".utf8) { return endDocument(named: "") }
    if Columns.isComment(line, cells) {
      if let name = Columns.documentName(cells) { endDocument(named: name) }
      return
    }
    guard columns.token < cells.count, columns.tag < cells.count, let tag = Tag(cells[columns.tag]) else {
      throw GoldError(file.uri, line: number, columns.complaint(about: cells))
    }
    sentence.append(ColumnDocument.Token(words: Substring(cells[columns.token]), tag: tag, line: number))
  }

  private mutating func endSentence() {
    guard !sentence.isEmpty else { return }
    if !hasMarks, open.sentenceCount >= settings.sentencesPerDocument { endDocument(named: nil, keepsSentence: true) }
    open.add(sentence)
    sentence = []
  }

  /// - Parameter name: the next one's name, or `nil` where nothing says that one begins.
  private mutating func endDocument(named name: String?, keepsSentence: Bool = false) {
    if !keepsSentence { endSentence() }
    if open.sentenceCount > 0 { documents.append(open.gold(file, number: documents.count + 1)) }
    open = ColumnDocument(settings.spacing)
    guard let name else { return }
    hasMarks = true
    open.name = name
  }
}

/// Which column is which.
private struct Columns {
  /// The index of the tokens' column: the first, or the second after numbers.
  let token: Int
  /// The index of the tags' column: the last one that has nothing but tags.
  let tag: Int

  init(_ lines: [Substring.UTF8View], _ file: GoldFile) throws(GoldError) {
    var areTags: [Bool] = []
    var areNumbers = true
    var count = 0
    for line in lines {
      let cells = Self.cells(line)
      if cells.isEmpty || cells[0].elementsEqual("-DOCSTART-".utf8) || Self.isComment(line, cells) { continue }
      count += 1
      if areTags.isEmpty { areTags = cells.map { _ in true } }
      for index in areTags.indices {
        areTags[index] = areTags[index] && index < cells.count && Tag(cells[index]) != nil
      }
      areNumbers = areNumbers && cells.count > 2 && cells[0].allSatisfy { $0.isDigit }
    }
    guard count > 0 else { throw GoldError(file.uri, "has no token in it") }
    token = areNumbers ? 1 : 0
    // Where no column has only tags, the line that breaks the last one is told when it is read.
    tag = areTags.dropFirst(token + 1).lastIndex(of: true) ?? max(1, areTags.count - 1)
  }

  static func cells(_ line: Substring.UTF8View) -> [Substring.UTF8View] {
    let line = line.last == 0x0D ? line.dropLast() : line
    guard line.contains(0x09) else { return line.split(separator: 0x20) }
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    return cells.allSatisfy(\.isEmpty) ? [] : cells
  }

  static func isComment(_ line: Substring.UTF8View, _ cells: [Substring.UTF8View]) -> Bool {
    cells[0].first == UInt8(ascii: "#") && !line.contains(0x09)
      && (documentName(cells) != nil || Tag(cells[cells.count - 1]) == nil)
  }

  /// The name in `# doc = ID` and `# newdoc id = ID`; empty where none is given.
  static func documentName(_ cells: [Substring.UTF8View]) -> String? {
    guard cells.count > 1, ["doc", "newdoc"].contains(Substring(cells[1])) else { return nil }
    guard let sign = cells.firstIndex(where: { $0.elementsEqual("=".utf8) }) else { return "" }
    return cells[(sign + 1)...].map { String(Substring($0)) }.joined(separator: " ")
  }

  func complaint(about cells: [Substring.UTF8View]) -> String {
    guard tag < cells.count else {
      return "has \(cells.count) \(cells.count == 1 ? "column" : "columns"), but the tag stands in column \(tag + 1); "
        + "a line is a token and its tag with a tab or spaces between, and a blank line ends a sentence"
    }
    return
      "'\(Substring(cells[tag]))' is no tag; tags are O, or B-, I-, E-, S- (also L-, U-) and a label, such as B-PER"
  }
}

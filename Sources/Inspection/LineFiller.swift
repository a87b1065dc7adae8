/// Fills lines of a terminal with words, and breaks them where a line is full.
struct LineFiller {
  private let width: Int
  private let hasColours: Bool
  private let indent: String
  private var lines: [String] = []
  private var line: [StyledText] = []
  private var column = 0
  /// The white space before the next word, unless that begins a line.
  private var space: StyledText?

  /// - Parameters:
  ///   - width: the columns of a line, the indent included.
  ///   - indent: what each line begins with; its last two columns are the margin for marks.
  init(width: Int, indent: Int, hasColours: Bool) {
    self.width = max(8, width - indent)
    self.hasColours = hasColours
    self.indent = String(repeating: " ", count: max(0, indent - 2))
  }

  /// The lines of `pieces`.
  static func lines(_ pieces: [StyledText], width: Int, indent: Int, hasColours: Bool) -> [String] {
    var filler = LineFiller(width: width, indent: indent, hasColours: hasColours)
    for word in words(of: pieces) { filler.add(word) }
    filler.endLine()
    return filler.lines
  }

  /// A word, of parts in different styles, and the space before it.
  private struct Word {
    var space: StyledText?
    var parts: [StyledText] = []
    var columns: Int { parts.reduce(0) { $0 + $1.text.columns } }
  }

  private static func words(of pieces: [StyledText]) -> [Word] {
    var words: [Word] = [Word()]
    for piece in pieces {
      let parts = piece.text.harmless.utf8.split(omittingEmptySubsequences: false) {
        $0 == 0x20 || $0 == 0x09 || $0 == 0x0A
      }
      for (index, part) in parts.enumerated() {
        if index > 0 {
          if !words[words.count - 1].parts.isEmpty { words.append(Word()) }
          words[words.count - 1].space = StyledText(" ", piece.style)
        }
        if !part.isEmpty { words[words.count - 1].parts.append(StyledText(String(Substring(part)), piece.style)) }
      }
    }
    return words.filter { !$0.parts.isEmpty }
  }

  private mutating func add(_ word: Word) {
    let columns = word.columns
    if column > 0, column + (word.space == nil ? 0 : 1) + columns > width { endLine() }
    if column > 0, let space = word.space { append(space) }
    for part in word.parts { appendBroken(part) }
  }

  /// Appends a part of a word, over several lines where it is wider than one.
  private mutating func appendBroken(_ part: StyledText) {
    guard part.text.columns + column > width else { return append(part) }
    var piece = String.UnicodeScalarView()
    var columns = 0
    for scalar in part.text.unicodeScalars {
      if columns + scalar.columns + column > width {
        append(StyledText(String(piece), part.style))
        endLine()
        piece = String.UnicodeScalarView()
        columns = 0
      }
      piece.append(scalar)
      columns += scalar.columns
    }
    append(StyledText(String(piece), part.style))
  }

  private mutating func append(_ part: StyledText) {
    column += part.text.columns
    if let last = line.last, last.style == part.style {
      line[line.count - 1].text += part.text
    } else {
      line.append(part)
    }
  }

  private mutating func endLine() {
    guard !line.isEmpty else { return }
    let mark = line.contains { $0.style.isMarked } ? "▌ " : "  "
    let words = line.map { hasColours ? $0.style.applied(to: $0.text) : $0.text }.joined()
    lines.append(indent + mark + words)
    line = []
    column = 0
  }
}

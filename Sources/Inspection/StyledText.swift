/// Words in one style for a terminal.
struct StyledText {
  var text: String
  var style = TextStyle()

  init(_ text: String, _ style: TextStyle = TextStyle()) {
    self.text = text
    self.style = style
  }
}

/// How a terminal shows words (ECMA-48, select graphic rendition).
struct TextStyle: Hashable {
  var colour: Int?
  var isBold = false
  var isDim = false
  var isItalic = false
  var isUnderlined = false
  /// Whether the line gets a mark in the margin.
  var isMarked = false

  static let bold = TextStyle(isBold: true)
  static let dim = TextStyle(isDim: true)

  /// `text` between the codes that put the style on and off.
  func applied(to text: String) -> String {
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isItalic { codes.append("3") }
    if isUnderlined { codes.append("4") }
    if let colour { codes.append("38;5;\(colour)") }
    return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

extension String {
  /// The text without what would steer a terminal or turn the direction of its neighbours: U+FFFD stands there instead.
  var harmless: String {
    guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
    var text = UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.steersTerminal ? "\u{FFFD}" : scalar) }
    return String(text)
  }

  /// The number of columns that a terminal gives the text.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  fileprivate var steersTerminal: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// 0 for what joins the character before it, 2 for wide and full-width ones of East Asian scripts and for emoji
  /// (Unicode Standard Annex 11), else 1.
  var columns: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

/// What stands between two characters that stay.
struct Gap {
  /// Line breaks of any kind; CR LF is one.
  private(set) var lineFeeds = 0
  /// Whether space stands after the last line break.
  private(set) var isIndented = false
  private(set) var controls = 0
  private var hasSpace = false
  private var hasZeroWidth = false
  private var hasSoftHyphen = false
  private var hasForeignLineEnd = false
  private var beginsWithSoftHyphen = false
  private var followsReturn = false
  private var isEmpty = true

  /// Whether a soft hyphen and one line break divide a word here.
  var dividesWord: Bool { beginsWithSoftHyphen && lineFeeds == 1 }

  mutating func add(_ scalar: UInt32) {
    let characterClass = CharacterClass(scalar)
    switch characterClass {
    case .lineBreak, .paragraphBreak:
      let completesReturn = followsReturn && scalar == 0x0A
      if !completesReturn { lineFeeds += characterClass == .paragraphBreak ? 2 : 1 }
      if scalar != 0x0A { hasForeignLineEnd = true }
      isIndented = false
    case .space:
      hasSpace = true
      isIndented = lineFeeds > 0
    case .softHyphen:
      hasSoftHyphen = true
      if isEmpty { beginsWithSoftHyphen = true }
    case .zeroWidth, .joiner, .text: hasZeroWidth = true
    case .control: controls += 1
    }
    followsReturn = scalar == 0x0D
    isEmpty = false
  }

  /// What should stand here: nothing, a space, or line feeds and a space for indentation.
  func clean(maximumLineFeeds: Int) -> String {
    guard lineFeeds > 0 else { return hasSpace ? " " : "" }
    let breaks = String(repeating: "\n", count: min(lineFeeds, maximumLineFeeds))
    return isIndented ? breaks + " " : breaks
  }

  /// The rule that an edit here is recorded under: the one that a reader would look for first.
  func rule(maximumLineFeeds: Int) -> String {
    if controls > 0 { return "controls" }
    if hasZeroWidth { return "zero-width" }
    if hasSoftHyphen { return "soft-hyphens" }
    if hasForeignLineEnd { return "line-ends" }
    return lineFeeds > maximumLineFeeds ? "blank-lines" : "spaces"
  }
}

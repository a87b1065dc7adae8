internal import TextBytes

/// A line of its own that says who wrote the article, when, or where, and nothing else.
struct PublicationLine {
  private(set) var byline: String?
  private(set) var published: PublicationDate?
  private(set) var updated: PublicationDate?
  /// `Oslo` of `Oslo, 14 March 2026`.
  private(set) var place: String?
  /// Whether a word such as `Published` says what the date is.
  private(set) var isLabelled = false

  private static let longest = 160

  /// Reads the line at `range`; `nil` where a single word of it is left over.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 6, range.count <= Self.longest else { return nil }
    // Most lines are turned away here, before anything is copied.
    let line = bytes.trimming("*_", range)
    guard bytes.mayHoldDate(line) || Byline.mayBegin(bytes, line) else { return nil }
    guard readPieces(of: line, bytes) || readPlaceAndDate(Substring(bytes.text(line))) else { return nil }
  }

  /// Pieces with `|`, dots or dashes between them, each of them a date, a byline or a name beside one.
  private mutating func readPieces(of line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    let pieces = bytes.pieces(of: line).map { Substring(bytes.text($0)) }
    var names: [Substring] = []
    for piece in pieces {
      if readDate(piece) || readByline(piece) { continue }
      guard pieces.count > 1, Byline.isName(piece) else { return false }
      names.append(piece)
    }
    guard published != nil || updated != nil || byline != nil else { return false }
    if !names.isEmpty { byline = ([byline].compactMap(\.self) + names.map(String.init)).joined(separator: ", ") }
    return true
  }

  private mutating func readDate(_ piece: Substring) -> Bool {
    var tokens = LineTokens(piece.trimming("()[]"))
    let isUpdate = Self.updateLabels.contains { tokens.skip(phrase: $0) }
    let isLabelled = isUpdate || Self.labels.contains { tokens.skip(phrase: $0) }
    if isLabelled {
      _ = tokens.skip(":")
      _ = tokens.skip("on") || tokens.skip("at")
    }
    guard let date = tokens.date(), date.year != nil else { return false }
    _ = tokens.skip(".")
    guard tokens.isAtEnd else { return false }
    self.isLabelled = self.isLabelled || isLabelled
    if isUpdate {
      guard updated == nil else { return false }
      updated = date
    } else {
      guard published == nil else { return false }
      published = date
    }
    return true
  }

  private mutating func readByline(_ piece: Substring) -> Bool {
    guard byline == nil else { return false }
    if let names = Byline.names(of: piece) {
      byline = names
      return true
    }
    // `By Maria Keller, 3 May 2026`
    for comma in piece.indices where piece[comma] == "," {
      guard let names = Byline.names(of: piece[..<comma]), readDate(piece[piece.index(after: comma)...].trimming(" "))
      else { continue }
      byline = names
      return true
    }
    return false
  }

  private mutating func readPlaceAndDate(_ line: Substring) -> Bool {
    for comma in line.indices where line[comma] == "," {
      let name = line[..<comma]
      guard Dateline.isPlace(name), readDate(line[line.index(after: comma)...].trimming(" ")) else { continue }
      place = String(name)
      return true
    }
    return false
  }

  /// What the months' names in English begin with.
  fileprivate static let months = "jan feb mar apr may jun jul aug sep oct nov dec".words

  private static let updateLabels = ["last updated", "last modified", "updated", "update", "modified"]
  private static let labels = [
    "first published", "published", "publication date", "posted", "date posted", "date", "issued", "created",
  ]
}

extension Span where Element == UInt8 {
  /// Whether there are a year of four digits and a month, by name or by number, somewhere in the line.
  fileprivate func mayHoldDate(_ line: Range<Int>) -> Bool {
    // Most lines have no digit, and to look for a month takes longer.
    guard line.contains(where: { self[$0].isDigit }) else { return false }
    var digits = 0
    var hasYear = false
    var hasMonth = false
    var isWordStart = true
    for index in line {
      let byte = self[index]
      if byte.isDigit {
        digits += 1
        if digits == 4 { hasYear = true }
      } else {
        if digits > 0, digits <= 4, byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        {
          hasMonth = true
        }
        if isWordStart, byte.isLetter, index + 2 < line.upperBound, beginsMonth(at: index) { hasMonth = true }
        digits = 0
      }
      if hasYear, hasMonth { return true }
      isWordStart = !byte.isLetter
    }
    return false
  }

  private func beginsMonth(at offset: Int) -> Bool {
    "jfmasond".utf8.contains(self[offset].lowered)
      && PublicationLine.months.contains { says($0.utf8, at: offset) }
  }

  /// The parts of the line between bars, dots, and dashes or slashes with spaces around them.
  fileprivate func pieces(of line: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    var offset = start
    while offset < line.upperBound {
      let scalar = scalar(at: offset)
      let after = offset + scalar.count
      if isSeparator(scalar.value, from: offset, to: after, in: line) {
        pieces.append(trimming(" ", start..<offset))
        start = after
      }
      offset = after
    }
    pieces.append(trimming(" ", start..<line.upperBound))
    return pieces.filter { !$0.isEmpty }
  }

  private func isSeparator(_ scalar: UInt32, from start: Int, to end: Int, in line: Range<Int>) -> Bool {
    switch scalar {
    case 0x7C, 0xB7, 0x2022: return true
    case 0x2D, 0x2F, 0x2013, 0x2014:
      guard start > line.lowerBound, end < line.upperBound else { return false }
      return self[start - 1] == UInt8(ascii: " ") && self[end] == UInt8(ascii: " ")
    default: return false
    }
  }
}

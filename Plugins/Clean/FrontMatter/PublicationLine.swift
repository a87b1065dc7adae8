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
    // Bylines begin with a few letters, everything else has digits.
    guard range.contains(where: { isDigit(bytes[$0]) }) || Byline.mayBegin(bytes, range) else { return nil }
    let line = bytes.text(range).trimming("*_")
    guard readPieces(of: line) || readPlaceAndDate(line) else { return nil }
  }

  /// Pieces with `|`, dots or dashes between them, each of them a date, a byline or a name beside one.
  private mutating func readPieces(of line: Substring) -> Bool {
    let pieces = Self.pieces(of: line)
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

  private static func pieces(of line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var rest = line
    while let mark = separators.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
      pieces.append(rest[..<mark.lowerBound].trimming(" "))
      rest = rest[mark.upperBound...]
    }
    pieces.append(rest.trimming(" "))
    return pieces.filter { !$0.isEmpty }
  }

  private static let separators = ["|", "•", "·", " - ", " – ", " — ", " / "]
  private static let updateLabels = ["last updated", "last modified", "updated", "update", "modified"]
  private static let labels = [
    "first published", "published", "publication date", "posted", "date posted", "date", "issued", "created",
  ]
}

extension Span where Element == UInt8 {
  /// A copy of the bytes at `range`, which begin and end between scalars, as text.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the characters of `marks` at both ends.
  func trimming(_ marks: String) -> Substring {
    guard let start = firstIndex(where: { !marks.contains($0) }), let last = lastIndex(where: { !marks.contains($0) })
    else { return self[startIndex..<startIndex] }
    return self[start...last]
  }

  /// Where `needle` stands first.
  func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      formIndex(after: &start)
    }
    return nil
  }
}

internal import DocumentModel
internal import TextBytes

/// Finds UTF-8 that has been read as windows-1252: `â€™` where an apostrophe stood, `Ã©` for `é`.
///
/// A character of windows-1252 beyond ASCII stands for a byte; where such characters in a row are the bytes of one character
/// in UTF-8, hardly anything else is meant. Yet some pairs occur in good text, such as an accented capital before a closing
/// quotation mark (`CAFÉ”`), so there are two kinds: what no good text has is repaired wherever it stands; the rest only
/// where the text has some of the first kind from the same script, or nothing else beyond ASCII, and where it does not end a
/// word in capitals.
struct MisreadText {
  /// The edits of one reading, in order; a text that was misread twice has more once these are made.
  private(set) var edits: [TextEdit] = []

  init(_ bytes: Span<UInt8>) {
    var found: [MisreadCharacter] = []
    var at = 0
    while let start = bytes.nextLead(from: at) {
      let last = found.last.flatMap { $0.range.end == start ? $0 : nil }
      guard var character = MisreadCharacter(at: start, behind: last, in: bytes) else {
        at = start + 2
        continue
      }
      // Two in a row are no chance, unless they may be letters and marks by turns, as in a list of letters: `Ä–Ö–Ü`.
      if let last, !(last.isOfMarks && character.isOfMarks) {
        found[found.count - 1].isCertain = true
        character.isCertain = true
      }
      found.append(character)
      at = character.range.end
    }
    let groups = Set(found.lazy.filter(\.isCertain).map(\.group))
    guard !groups.isEmpty else { return }
    let isAllMisread = bytes.isASCII(outside: found.map(\.range))
    for character in found {
      let follows = edits.last?.range.end == character.range.start
      guard follows || character.isMeant(among: groups, isAllMisread) else { continue }
      edits.append(TextEdit(character.range, character.text, rule: "mojibake"))
    }
    edits += bytes.lettersBeforeSpaces(groups)
    edits.sort { $0.range.start < $1.range.start }
  }
}

extension Span where Element == UInt8 {
  /// Where the next character from U+00C2 to U+00F4 stands that has another one beyond ASCII behind it.
  fileprivate func nextLead(from start: Int) -> Int? {
    var at = start
    while let found = firstIndex(of: 0xC3, from: at) {
      if found + 2 < count, 0x82...0xB4 ~= self[found + 1], self[found + 2] >= 0x80 { return found }
      at = found + 2
    }
    return nil
  }

  /// Whether nothing beyond ASCII stands outside of `ranges`, which are in order.
  fileprivate func isASCII(outside ranges: [TextRange]) -> Bool {
    var next = 0
    var at = 0
    while at < count {
      if next < ranges.count, at == ranges[next].start {
        at = ranges[next].end
        next += 1
      } else if self[at] >= 0x80 {
        return false
      } else {
        at += 1
      }
    }
    return true
  }

  /// Edits for letters whose second half, a no-break space, has become a space or gone at the end of a line, in a text that
  /// is known to have misread characters of `groups`: `à`, and capital letters that begin words.
  fileprivate func lettersBeforeSpaces(_ groups: Set<UInt32>) -> [TextEdit] {
    var edits: [TextEdit] = []
    var at = 0
    while let start = firstIndex(of: 0xC3, from: at) {
      at = start + 2
      guard at == count || self[at] == 0x20 || self[at] == 0x0A else { continue }
      let before = scalar(before: start)?.unicode?.properties
      // `AMANHÃ disse` is good.
      if self[start + 1] == 0x83, before?.isUppercase != true {
        edits.append(TextEdit(TextRange(start, endsInSpace(at) ? at + 1 : at), "à", rule: "mojibake"))
      } else if let letter = capitalsBeforeSpaces[self[start + 1]], groups.contains(letter.group),
        before?.isAlphabetic != true,
        at + 1 < count, self[at] == 0x20, scalar(at: at + 1).unicode?.properties.isAlphabetic == true
      {
        edits.append(TextEdit(TextRange(start, at + 1), letter.text, rule: "mojibake"))
      }
    }
    return edits
  }

  /// Whether the space at `offset` is all that is left of a no-break space behind an Ã: in `Ã s`, `Ã quele`, before a stop.
  private func endsInSpace(_ offset: Int) -> Bool {
    ["s ", "quel", "quil", ".", ","].contains { word in
      let end = offset + 1 + word.utf8.count
      return end <= count && equals(word, at: offset + 1..<end)
    }
  }
}

/// The letters that are an Å, an Î or a Ð with a no-break space behind it, by the last byte of that in UTF-8, and their groups.
private let capitalsBeforeSpaces: [UInt8: (text: String, group: UInt32)] = [
  0x85: ("Š", 1), 0x8E: ("Π", 2), 0x90: ("Р", 3),
]

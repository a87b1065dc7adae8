internal import DocumentModel
internal import Glibc

/// Finds UTF-8 that has been read as windows-1252: `â€™` where an apostrophe stood, `Ã©` for `é`.
///
/// A character of windows-1252 beyond ASCII stands for a byte; where such characters in a row are the bytes of one character
/// in UTF-8, hardly anything else is meant. Yet some pairs occur in good text, such as an accented capital before a closing
/// quotation mark (`CAFÉ”`), so there are two kinds: what no good text has is repaired wherever it stands; the rest only
/// where the text has some of the first kind, and nothing beyond ASCII that is in none of them.
struct MisreadText {
  /// The edits of one reading; a text that was misread twice has more once these are made.
  private(set) var edits: [TextEdit] = []

  init(_ bytes: Span<UInt8>) {
    var found: [(edit: TextEdit, isCertain: Bool)] = []
    var at = 0
    while let start = bytes.nextLead(from: at) {
      guard let character = MisreadCharacter(at: start, in: bytes) else {
        at = start + 2
        continue
      }
      let follows = found.last.map { $0.edit.range.end == start } ?? false
      let isCertain = character.isCertain || (follows && character.isForeign)
      // Two in a row of another script are no chance; the first of them is certain too then.
      if isCertain, follows, character.isForeign { found[found.count - 1].isCertain = true }
      found.append((TextEdit(character.range, character.text, rule: "mojibake"), isCertain))
      at = character.range.end
    }
    guard found.contains(where: \.isCertain) else { return }
    let repairsAll = bytes.isASCII(outside: found.map(\.edit.range))
    edits = found.filter { repairsAll || $0.isCertain }.map(\.edit)
  }
}

/// A character whose UTF-8 was read byte by byte.
private struct MisreadCharacter {
  let range: TextRange
  let text: String
  /// Whether no good text has these characters in a row.
  let isCertain: Bool
  /// Whether it is of a script whose every letter is misread in the same way.
  let isForeign: Bool

  init?(at start: Int, in bytes: Span<UInt8>) {
    guard let lead = bytes.windowsByte(at: start), let size = Self.size(of: lead.byte) else { return nil }
    var units = [lead.byte]
    var end = start + lead.count
    while units.count < size, let next = bytes.windowsByte(at: end), next.byte & 0xC0 == 0x80 {
      units.append(next.byte)
      end += next.count
    }
    guard units.count == size, let text = String(validating: units, as: UTF8.self),
      let category = text.unicodeScalars.first?.properties.generalCategory,
      category != .unassigned, category != .privateUse
    else { return nil }
    range = TextRange(start, end)
    self.text = text
    isForeign = size == 3 || (0xC4...0xDF).contains(lead.byte)
    isCertain =
      switch lead.byte {
      // A no-break space or a sign.
      case 0xC2: true
      // A letter of Western Europe: an Ã ends words in capitals, and has some signs behind it then.
      case 0xC3: !Self.followsWords(units[1])
      // Quotation marks, dashes, the euro and other signs; emoji.
      case 0xE2, 0xF0...0xF4: true
      default: false
      }
  }

  private static func size(of lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// Whether the character that windows-1252 has for the byte may stand behind a word: quotation marks, dashes, the
  /// ellipsis, the sign of trade marks, a no-break space.
  private static func followsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xAB, 0xBB: true
    default: false
    }
  }
}

extension Span where Element == UInt8 {
  /// Where the next character from U+00C2 to U+00F4 stands that has another one beyond ASCII behind it.
  fileprivate func nextLead(from start: Int) -> Int? {
    var at = start
    while at < count {
      // A pointer, because memchr looks at 32 bytes at a time.
      let found = withUnsafeBytes { bytes in
        bytes.baseAddress.flatMap { base in
          memchr(base + at, 0xC3, bytes.count - at).map { UnsafeRawPointer($0) - base }
        }
      }
      guard let found else { return nil }
      if found + 2 < count, 0x82...0xB4 ~= self[found + 1], self[found + 2] >= 0x80 { return found }
      at = found + 2
    }
    return nil
  }

  /// The byte beyond ASCII that windows-1252 has the character at `offset` for, those that it leaves undefined as browsers
  /// read them, and the character's length here.
  fileprivate func windowsByte(at offset: Int) -> (byte: UInt8, count: Int)? {
    guard offset < count, self[offset] >= 0x80 else { return nil }
    let scalar = scalar(at: offset)
    if 0x80...0xFF ~= scalar.value { return (UInt8(scalar.value), scalar.count) }
    return windowsBytes[scalar.value].map { ($0, scalar.count) }
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
}

/// The bytes of windows-1252 from 80 to 9F by their characters (Encoding Standard, index windows-1252).
private let windowsBytes: [UInt32: UInt8] = [
  0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
  0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
  0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
  0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
]

internal import DocumentModel
internal import TextBytes

/// A character whose UTF-8 was read byte by byte as windows-1252.
struct MisreadCharacter {
  let range: TextRange
  let text: String
  /// Whether no good text has these characters in a row, where they stand.
  var isCertain: Bool
  /// Whether all behind the first may be quotation marks and the like, or letters.
  let isOfMarks: Bool
  /// What other characters of the same script have in common.
  let group: UInt32
  private let isControl: Bool
  /// Whether it may be the last letter of a word in capitals, or one in quotation marks, and a mark behind it.
  private let endsWord: Bool

  /// - Parameter last: the misread character that ends at `start`.
  init?(at start: Int, behind last: MisreadCharacter?, in bytes: Span<UInt8>) {
    guard let lead = bytes.windowsByte(at: start), let size = Self.size(of: lead.byte) else { return nil }
    var units = [lead.byte]
    var end = start + lead.count
    while units.count < size, let next = bytes.windowsByte(at: end), next.byte & 0xC0 == 0x80 {
      units.append(next.byte)
      end += next.count
    }
    // The last third of a closing quotation mark is no character of windows-1252, and is lost the most easily.
    if units == [0xE2, 0x80] { units.append(0x9D) }
    guard units.count == size, let text = String(validating: units, as: UTF8.self),
      let scalar = text.unicodeScalars.first, case let category = scalar.properties.generalCategory,
      category != .unassigned, category != .privateUse, category != .control || last != nil
    else { return nil }
    range = TextRange(start, end)
    self.text = text
    group = Self.group(of: scalar.value)
    isControl = category == .control
    let seen = units.dropFirst().map(Continuation.init)
    isOfMarks = seen.allSatisfy { $0 == .mark || $0 == .letter }
    let before = last?.text.unicodeScalars.last ?? bytes.scalar(before: start)?.unicode
    let after = end < bytes.count ? bytes.scalar(at: end).unicode : nil
    let isAfterCapital = before?.properties.isUppercase ?? false
    // `Là`, whose second half is a no-break space.
    let isCapitalized = isAfterCapital && units[1] == 0xA0 && !bytes.hasLetter(before: start, skipping: before)
    endsWord =
      isOfMarks && size == 2 && last == nil
      && (isAfterCapital && !isCapitalized || before.map(Self.opens) ?? false)
      && !(after?.properties.isAlphabetic ?? false)
    let surroundings = Surroundings(
      isAfterSmallLetter: before?.properties.isLowercase ?? false,
      isAfterLetter: before?.properties.isAlphabetic ?? false,
      isAfterSpace: before.map { $0.value <= 0x20 || $0.value == 0xA0 } ?? true,
      isBeforeSmallLetter: after?.properties.isLowercase ?? false)
    isCertain = !isControl && (seen.contains(.undefined) || Self.isCertain(units, seen, surroundings))
  }

  /// Whether it is meant in a text that certainly has misread characters of `groups`.
  ///
  /// - Parameter isAllMisread: whether the text has nothing else beyond ASCII.
  func isMeant(among groups: Set<UInt32>, _ isAllMisread: Bool) -> Bool {
    if isCertain { return true }
    // A control character is the second half of what was misread twice, and no other.
    if isControl || endsWord { return false }
    // Signs and letters of Western Europe stand in all texts.
    return isAllMisread || group == 0 || groups.contains(group)
  }

  private struct Surroundings {
    let isAfterSmallLetter: Bool
    let isAfterLetter: Bool
    let isAfterSpace: Bool
    let isBeforeSmallLetter: Bool
  }

  private static func isCertain(_ units: [UInt8], _ seen: [Continuation], _ place: Surroundings) -> Bool {
    switch units[0] {
    // A multiplication sign and ß, which small letters and figures stand beside.
    case 0xD7, 0xDF: return false
    // A capital letter: none stands behind a small one.
    case 0xC2...0xDE where place.isAfterSmallLetter: return true
    // A no-break space, where an Â can't be a word.
    case 0xC2 where units[1] == 0xA0: return !place.isAfterLetter && !place.isAfterSpace
    // A sign or a letter of Western Europe: an Â or Ã ends words in capitals, and has some signs behind it then.
    case 0xC2, 0xC3: return seen[0] != .mark || (!place.isAfterLetter && place.isBeforeSmallLetter)
    // Letters of Central Europe: no word has ÄŒ, Åš.
    case 0xC4...0xC5 where seen[0] == .letter: return place.isBeforeSmallLetter
    case 0xC4...0xDE: return seen[0] == .sign && place.isBeforeSmallLetter
    // Quotation marks, dashes, the euro and other signs: an â ends words.
    case 0xE2: return seen.contains { $0 != .mark }
    // Vietnamese: none has a guillemet and then another sign behind it, but for the Spanish `»¿`.
    case 0xE1 where units[1] == 0xBB && seen[1] == .sign && place.isBeforeSmallLetter:
      return units[2] != 0xA1 && units[2] != 0xBF
    case 0xE0...0xEF: return !seen.contains { $0 != .sign }
    // Emoji.
    default: return true
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

  /// Scripts in few numbers; signs by the 64 that UTF-8 has the same first bytes for.
  private static func group(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x100: 0
    case 0x100..<0x250, 0x1E00..<0x1F00: 1
    case 0x370..<0x400, 0x1F00..<0x2000: 2
    case 0x400..<0x530: 3
    case 0x590..<0x780: 4
    case 0x900..<0x1000: 5
    case 0x2E80..<0xD800, 0xFF00..<0xFFF0: 6
    default: scalar >> 6
    }
  }

  /// Whether `scalar` is a quotation mark before a word.
  private static func opens(_ scalar: Unicode.Scalar) -> Bool { "\"'“„«‘‚‹".unicodeScalars.contains(scalar) }
}

extension Span where Element == UInt8 {
  /// Whether a letter stands before `last`, which ends at `offset`.
  fileprivate func hasLetter(before offset: Int, skipping last: Unicode.Scalar?) -> Bool {
    let start = offset - (last.map { UTF8.width($0) } ?? 0)
    return scalar(before: start)?.unicode?.properties.isAlphabetic ?? false
  }
}

/// What windows-1252 has for a byte from 80 to BF.
private enum Continuation {
  /// May stand behind a word: quotation marks, dashes, the ellipsis, signs of trade marks and notes, a no-break space.
  case mark
  case letter
  case sign
  /// No character, but a control character where browsers read it.
  case undefined

  init(_ byte: UInt8) {
    switch byte {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xAB, 0xAE, 0xB2, 0xB3, 0xB9, 0xBB: self = .mark
    case 0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: self = .letter
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: self = .undefined
    default: self = .sign
    }
  }
}

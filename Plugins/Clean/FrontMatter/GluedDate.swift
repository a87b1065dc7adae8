internal import TextBytes

/// A date that was a line of its own before it ran into the line beside it: `… New Sea Anemone Tuesday, January 21,
/// 2014`.
///
/// Only with weekday and year: no sentence goes on behind these without a comma, and hardly one ends so without a word
/// such as `on` before them.
struct GluedDate {
  let date: PublicationDate
  /// The bytes of the line's own words.
  let words: Range<Int>

  private static let length = 4

  /// Reads the end of a headline.
  init?(endOf line: Range<Int>, in bytes: Span<UInt8>) {
    guard line.suffix(4).allSatisfy({ bytes[$0].isDigit }) else { return nil }
    var start = line.upperBound
    for _ in 0..<Self.length {
      guard let space = (line.lowerBound..<start).suffix(20).last(where: { bytes[$0] == UInt8(ascii: " ") }) else {
        return nil
      }
      start = space
    }
    let head = bytes.text(line.lowerBound..<start).split(separator: " ")
    guard let date = Self.date(bytes.text(start + 1..<line.upperBound)), head.count >= 3, let last = head.last,
      !Self.prepositions.contains(last.lowercased()), !last.hasSuffix(",")
    else { return nil }
    self.date = date
    words = line.lowerBound..<start
  }

  /// Reads the start of a paragraph.
  init?(startOf line: Range<Int>, in bytes: Span<UInt8>) {
    guard let first = line.first, "MTWFS".utf8.contains(bytes[first]) else { return nil }
    var end = line.lowerBound
    for _ in 0..<Self.length {
      guard let space = (end..<line.upperBound).dropFirst().prefix(20).first(where: { bytes[$0] == UInt8(ascii: " ") })
      else { return nil }
      end = space
    }
    guard line.upperBound - end > 20, bytes[end + 1].isUpper, let date = Self.date(bytes.text(line.lowerBound..<end))
    else { return nil }
    self.date = date
    words = end + 1..<line.upperBound
  }

  private static func date(_ text: String) -> PublicationDate? {
    guard weekdays.contains(where: text.hasPrefix) else { return nil }
    var tokens = LineTokens(text)
    guard let date = tokens.date(), date.year != nil, tokens.isAtEnd else { return nil }
    return date
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let prepositions = Set("on of until till since from to by before after for and or the next last".words)
}

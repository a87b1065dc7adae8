internal import TextBytes

/// An item of a list as Markdown has it: a mark with its space, and what stands after it.
struct ListItem {
  /// `- `, or a number's own `12. `.
  let mark: String
  let content: Substring

  private static let bullets = ["-", "*", "+", "•", "‣", "◦", "▪", "●", "·", "–", "—"]

  /// Takes `text` apart. A mark that Markdown does not know, such as `(a)`, stays part of what stands after `- `; so does
  /// a mark with nothing after it, which would underline the line above.
  init(_ text: Substring) {
    let mark = text.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
    let rest = text[mark.endIndex...]
    let isNumber = Self.isNumber(mark)
    if isNumber || Self.bullets.contains(String(mark.prefix(2))), !isBlank(rest) {
      self.mark = isNumber ? "\(mark) " : "- "
      content = rest
    } else if text.hasPrefix("•"), !isBlank(text.dropFirst()) {
      self.mark = "- "
      content = text.dropFirst()
    } else {
      self.mark = "- "
      content = text
    }
  }

  /// The number that the item has; `nil` behind a bullet.
  var number: Int? { Int(mark.dropLast(2)) }

  /// Whether the item goes on with the list of `last`, as Markdown counts.
  func follows(_ last: ListItem) -> Bool {
    isAlike(last) && (number == nil || number == last.number.map { $0 + 1 })
  }

  /// Whether the two have a mark of one kind: `-`, `1.` or `1)`.
  func isAlike(_ other: ListItem) -> Bool { mark.utf8.suffix(2).elementsEqual(other.mark.utf8.suffix(2)) }

  /// `1.` or `1)` with at most nine digits.
  private static func isNumber(_ mark: Substring) -> Bool {
    guard let last = mark.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return false }
    let digits = mark.utf8.dropLast()
    return (1...9).contains(digits.count) && digits.allSatisfy { $0.isDigit }
  }
}

/// Whether `text` is white space and nothing else.
func isBlank(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }

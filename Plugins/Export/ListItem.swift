/// An item of a list as Markdown has it: a mark with its space, and what stands after it.
struct ListItem {
  /// `- `, or a number's own `12. `.
  let mark: String
  let content: Substring

  private static let bullets = ["-", "*", "+", "•", "‣", "◦", "▪", "●", "·", "–", "—"]

  /// Takes `text` apart. A mark that Markdown does not know, such as `(a)`, stays part of what stands after `- `.
  init(_ text: Substring) {
    let mark = text.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
    if Self.bullets.contains(String(mark.prefix(2))) || Self.isNumber(mark) {
      let isNumber = Self.isNumber(mark)
      self.mark = isNumber ? "\(mark) " : "- "
      content = text[mark.endIndex...]
    } else if text.hasPrefix("•") {
      self.mark = "- "
      content = text.dropFirst()
    } else {
      self.mark = "- "
      content = text
    }
  }

  /// `1.` or `1)` with at most nine digits.
  private static func isNumber(_ mark: Substring) -> Bool {
    guard let last = mark.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return false }
    let digits = mark.utf8.dropLast()
    return (1...9).contains(digits.count) && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension [UInt8] {
  /// Appends `text` word for word between lines of backticks, more than it has anywhere in a row.
  mutating func appendMarkdownCode(_ text: Substring) {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    let fence = repeatElement(UInt8(ascii: "`"), count: Swift.max(3, longest + 1))
    append(contentsOf: fence)
    append(0x0A)
    append(contentsOf: text.utf8)
    append(0x0A)
    append(contentsOf: fence)
    append(0x0A)
  }
}

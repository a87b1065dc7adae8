internal import TextBytes

extension Span<UInt8> {
  /// Calls `body` with each word at `range` in lower case, a final plural "s" taken off: runs of three bytes or more of
  /// letters and digits, not of digits alone. Apostrophes, hyphens and all punctuation end a word.
  func forEachWord(in range: Range<Int>, _ body: (String) -> Void) {
    var word: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let length = wordByteCount(at, range.upperBound)
      if length > 0 {
        for index in at..<at + length { word.append(self[index].lowered) }
        at += length
      } else {
        Self.finish(&word, body)
        at += 1
      }
    }
    Self.finish(&word, body)
  }

  /// How many bytes of a word stand at `at`; 0 where no word goes on.
  private func wordByteCount(_ at: Int, _ end: Int) -> Int {
    let byte = self[at]
    guard byte >= 0x80 else { return byte.isAlphanumeric ? 1 : 0 }
    // U+0080 to U+00BF and U+2000 to U+206F are marks and spaces; their last bytes are no words' beginnings either.
    if byte == 0xC2 || byte == 0xE2 && at + 1 < end && (self[at + 1] == 0x80 || self[at + 1] == 0x81) { return 0 }
    guard byte >= 0xC3 else { return 0 }
    return Swift.min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, end - at)
  }

  private static func finish(_ word: inout [UInt8], _ body: (String) -> Void) {
    defer { word.removeAll(keepingCapacity: true) }
    guard word.count >= 3, word.contains(where: { !$0.isDigit }) else { return }
    if word.count >= 5, word.last == UInt8(ascii: "s"), !"suia".utf8.contains(word[word.count - 2]) {
      word.removeLast()
    }
    let text = String(decoding: word, as: UTF8.self)
    body(word.contains { $0 >= 0x80 } ? text.lowercased() : text)
  }
}

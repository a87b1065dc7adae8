internal import DocumentModel

/// `text` on one line: white space at its ends taken off, and within it each run of white space as one space.
func squeezed(_ text: some StringProtocol) -> String {
  var last: UInt8 = 0x20
  let isSqueezed = text.utf8.allSatisfy { byte in
    defer { last = byte }
    return byte == 0x20 ? last != 0x20 : !(0x09...0x0D).contains(byte)
  }
  if isSqueezed, last != 0x20 { return String(text) }

  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    guard byte == 0x20 || (0x09...0x0D).contains(byte) else {
      bytes.append(byte)
      continue
    }
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }
  if bytes.last == 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

extension Document {
  /// Whether the words at `range` are those of `title`, case and white space aside.
  func isTitle(_ range: TextRange, _ title: TitleWords) -> Bool {
    // Whatever is much longer is no title, and may be all of a text of one line.
    guard range.count <= 2 * title.words.utf8.count + 80 else { return false }
    return TitleWords(self[range]) == title
  }

  /// The first line of the text that is not blank, where it is `title`.
  func titleLine(equalTo title: TitleWords) -> TextRange? {
    let bytes = text.utf8.span
    var start = 0
    while start < bytes.count, bytes[start] == 0x20 || (0x09...0x0D).contains(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let line = TextRange(start, end)
    return isTitle(line, title) ? line : nil
  }
}

/// A title as far as it has to be the same to be one: in lower case, on one line.
struct TitleWords: Equatable {
  let words: String

  init(_ title: some StringProtocol) { words = squeezed(title).lowercased() }
}

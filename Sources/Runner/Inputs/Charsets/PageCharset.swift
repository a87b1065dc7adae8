extension CharsetLabel {
  private static let reach = 4096

  /// What a page calls its charset in its first bytes: in the XML declaration of XHTML, then in a `meta` element.
  ///
  /// The prescan of the HTML Standard (13.2.3.2), over a few more bytes than its 1,024.
  static func labels(inPage bytes: Span<UInt8>) -> [CharsetLabel] {
    let head = bytes.extracting(..<min(bytes.count, reach))
    return [head.xmlEncoding, head.metaCharset].compactMap { $0.map { CharsetLabel($0, by: .page) } }
  }
}

extension Span<UInt8> {
  /// `iso-8859-2` of `<?xml version="1.0" encoding="ISO-8859-2"?>`.
  fileprivate var xmlEncoding: String? {
    guard hasWord("<?xml", at: 0) else { return nil }
    for at in 5..<count {
      if self[at] == UInt8(ascii: ">") { return nil }
      if hasWord("encoding", at: at) { return label(after: at + 8) }
    }
    return nil
  }

  /// What the first `meta` element with a charset says, comments passed over.
  fileprivate var metaCharset: String? {
    var at = 0
    while let tag = firstIndex(of: UInt8(ascii: "<"), from: at) {
      at = tag
      if hasWord("<!--", at: at) {
        at += 4
        while at < count, !hasWord("-->", at: at) { at += 1 }
      } else if hasWord("<meta", at: at), at + 5 < count, self[at + 5] <= 0x20 || self[at + 5] == UInt8(ascii: "/") {
        at += 5
        if let charset = charset(ofMeta: &at) { return charset }
      }
      at += 1
    }
    return nil
  }

  /// What the attributes from `at` on say, which is moved to the end of their tag.
  private func charset(ofMeta at: inout Int) -> String? {
    var charset: String?
    var contentCharset: String?
    var isContentType = false
    while let attribute = nextAttribute(&at) {
      let name = extracting(attribute.name)
      let value = extracting(attribute.value)
      if name.equals("charset") {
        charset = charset ?? value.label(at: 0)
      } else if name.equals("http-equiv") {
        isContentType = value.equals("content-type")
      } else if name.equals("content") {
        contentCharset = value.charsetParameter
      }
    }
    return charset ?? (isContentType ? contentCharset : nil)
  }

  /// `koi8-r` of `text/html; charset=koi8-r`.
  private var charsetParameter: String? {
    for at in 0..<count where hasWord("charset", at: at) {
      if let label = label(after: at + 7) { return label }
    }
    return nil
  }

  /// The attribute of a tag from `at` on, which is moved behind it; `nil` at the tag's end.
  private func nextAttribute(_ at: inout Int) -> (name: Range<Int>, value: Range<Int>)? {
    while at < count, self[at] <= 0x20 || self[at] == UInt8(ascii: "/") { at += 1 }
    let start = at
    while at < count, self[at] > 0x20, !"=/>".utf8.contains(self[at]) { at += 1 }
    let name = start..<at
    while at < count, self[at] <= 0x20 { at += 1 }
    guard at < count, self[at] == UInt8(ascii: "=") else { return name.isEmpty ? nil : (name, at..<at) }
    at += 1
    while at < count, self[at] <= 0x20 { at += 1 }
    guard at < count, self[at] == UInt8(ascii: "\"") || self[at] == UInt8(ascii: "'") else {
      let start = at
      while at < count, self[at] > 0x20, self[at] != UInt8(ascii: ">") { at += 1 }
      return (name, start..<at)
    }
    let end = firstIndex(of: self[at], from: at + 1) ?? count
    defer { at = Swift.min(end + 1, count) }
    return (name, at + 1..<end)
  }

  /// The label behind an equals sign at `start`.
  private func label(after start: Int) -> String? {
    var at = start
    while at < count, self[at] <= 0x20 { at += 1 }
    guard at < count, self[at] == UInt8(ascii: "=") else { return nil }
    return label(at: at + 1)
  }

  /// The label at `start`, in quotation marks or not.
  private func label(at start: Int) -> String? {
    var at = start
    while at < count, self[at] <= 0x20 || self[at] == UInt8(ascii: "\"") || self[at] == UInt8(ascii: "'") { at += 1 }
    var label: [UInt8] = []
    while at < count, label.count < 32, self[at] > 0x20, !"\"';/>".utf8.contains(self[at]) {
      label.append(self[at])
      at += 1
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  /// Whether `word`, which is in lower case, is all there is, whatever its case here.
  private func equals(_ word: String) -> Bool { count == word.utf8.count && hasWord(word, at: 0) }
}

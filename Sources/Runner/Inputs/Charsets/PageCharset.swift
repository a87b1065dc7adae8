/// The charset that a page names in its first bytes: in a `meta` element, or in the XML declaration of XHTML.
///
/// The prescan of the HTML Standard (13.2.3.2), over a few more bytes than its 1,024.
struct PageCharset {
  /// What the page calls it, in lower case.
  let label: String
  /// `nil` where no charset that is known is called so.
  let charset: Charset?

  private static let reach = 4096

  /// `nil` where the page names none.
  init?(_ bytes: Span<UInt8>) {
    let head = bytes.extracting(..<min(bytes.count, Self.reach))
    guard let label = head.xmlEncoding ?? head.metaCharset else { return nil }
    self.label = label
    let charset =
      switch label {
      // As a browser reads them.
      case "ascii", "us-ascii", "x-user-defined": Charset.windows1252
      // A page whose tags can be read as bytes is in no UTF-16.
      case _ where label.hasPrefix("utf-16"): Charset.utf8
      default: Charset(label: label)
      }
    self.charset = charset.isKnown ? charset : nil
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
    while at < count {
      if hasWord("<!--", at: at) {
        at += 4
        while at < count, !hasWord("-->", at: at) { at += 1 }
      } else if hasWord("<meta", at: at) {
        at += 5
        while at < count, self[at] != UInt8(ascii: ">") {
          if hasWord("charset", at: at), let label = label(after: at + 7) { return label }
          at += 1
        }
      }
      at += 1
    }
    return nil
  }

  /// The label behind an equals sign at `start`, in quotation marks or not, in lower case.
  private func label(after start: Int) -> String? {
    var at = start
    while at < count, self[at] <= 0x20 { at += 1 }
    guard at < count, self[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < count, self[at] <= 0x20 || self[at] == UInt8(ascii: "\"") || self[at] == UInt8(ascii: "'") { at += 1 }
    var label: [UInt8] = []
    while at < count, label.count < 32, self[at] > 0x20, !"\"';/>".utf8.contains(self[at]) {
      label.append(self[at])
      at += 1
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self).lowercased()
  }
}

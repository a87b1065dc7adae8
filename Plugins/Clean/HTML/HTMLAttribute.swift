/// An attribute that reading a page depends on, with the place of its value in the source.
struct HTMLAttribute {
  enum Name: UInt8, CaseIterable {
    case id, `class`, role, itemprop, itemtype, rel, href, style, hidden, name, property, content, datetime
    case type, lang, start, value, reversed, colspan, rowspan, title, `aria-hidden`, `xml:lang`, encoding, alttext
  }

  var name: Name
  /// The value as it stands in the source, quotation marks aside.
  var value: Range<Int>
}

extension HTMLAttribute.Name {
  private static let byLength: [[(bytes: [UInt8], name: HTMLAttribute.Name)]] = (0...11).map { length in
    allCases.map { (Array("\($0.rawText)".utf8), $0) }.filter { $0.bytes.count == length }
  }

  /// A name that is no Swift identifier is told in backticks.
  private var rawText: String { "\(self)".filter { $0 != "`" } }

  /// The attribute called by the bytes at `range`, whatever their case; `nil` for one that nothing depends on.
  static func named(_ bytes: Span<UInt8>, _ range: Range<Int>) -> HTMLAttribute.Name? {
    guard range.count < byLength.count else { return nil }
    return byLength[range.count].first { bytes.says($0.bytes, at: range) }?.name
  }
}

/// HTML's named characters by their names.
struct NamedCharacterTable: Sendable {
  struct Entry: Sendable {
    var text: String
    /// Whether the name counts without a semicolon.
    var isBare: Bool
  }

  static let shared = NamedCharacterTable()

  private let entries: [String: Entry]

  private init() {
    var entries: [String: Entry] = [:]
    entries.reserveCapacity(2200)
    for entry in namedCharacters.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let isBare = entry.last == UInt8(ascii: "*")
      let points = entry[entry.index(after: equals)...].dropLast(isBare ? 1 : 0).split(separator: UInt8(ascii: "+"))
      let scalars = points.compactMap { UInt32(Substring($0), radix: 16).flatMap(Unicode.Scalar.init) }
      let text = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
      entries[String(Substring(entry[..<equals]))] = Entry(text: text, isBare: isBare)
    }
    self.entries = entries
  }

  /// The character called by the bytes at `range`.
  subscript(bytes: Span<UInt8>, range: Range<Int>) -> Entry? {
    entries[
      String(unsafeUninitializedCapacity: range.count) { buffer in
        for index in range { buffer[index - range.lowerBound] = bytes[index] }
        return range.count
      }]
  }
}

package import JSON

/// A pipeline file as it was read, to point into.
package final class SourceText: Sendable {
  /// The path as the user or an `extends` named it.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The folder that relative paths in the file start from.
  package var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The place of what `pointer` leads to.
  package func place(of pointer: JSONPointer, _ part: JSONLocator.Part) -> Place {
    Place(JSONLocator(bytes).location(of: pointer, part), in: self)
  }
}

/// A place in a pipeline file, with its line to show.
public struct Place: Hashable, Sendable {
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode code points.
  public var column: Int
  /// How many code points of the line the culprit takes; at least 1.
  public var length: Int
  /// The line without its end.
  var lineText: String

  package init(_ location: JSONLocation, in source: SourceText) {
    file = source.path
    line = location.line
    column = location.column
    let isLineFeed = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let start = source.bytes[..<location.offset].lastIndex(where: isLineFeed).map { $0 + 1 } ?? 0
    let end = source.bytes[location.offset...].firstIndex(where: isLineFeed) ?? source.bytes.count
    lineText = String(decoding: source.bytes[start..<end], as: UTF8.self)
    let culprit = source.bytes[location.offset..<min(end, location.offset + location.length)]
    length = max(1, culprit.count { $0 & 0xC0 != 0x80 })
  }

  /// The line with a caret under the culprit, cut to what fits a terminal.
  ///
  ///      12 |     { "use": "sumarize" }
  ///         |              ^~~~~~~~~~
  public var excerpt: String {
    let scalars = lineText.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    let first = scalars.count <= 110 ? 0 : max(0, column - 60)
    let shown = scalars[min(first, scalars.count)..<min(first + 110, scalars.count)]
    var text = String(String.UnicodeScalarView(shown))
    if first > 0 { text = "…" + text.dropFirst() }
    if first + 110 < scalars.count { text = text.dropLast() + "…" }
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 4 - number.count))
    let blank = String(repeating: " ", count: max(4, number.count))
    let caret = String(repeating: " ", count: column - 1 - first) + "^"
    let tail = String(repeating: "~", count: min(length - 1, max(0, first + 110 - column)))
    return "\(margin)\(number) | \(text)\n\(blank) | \(caret)\(tail)"
  }
}

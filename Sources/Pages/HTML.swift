/// A piece of HTML or SVG, whose interpolated text is escaped:
///
///     let name = "<b>"
///     let cell: HTML = "<td title=\"\(name)\">\(name)</td>"  // <td title="&lt;b&gt;">&lt;b&gt;</td>
///
/// Attributes have to be quoted, by either mark. Elements `script` and `style` take no text this way.
public struct HTML: Hashable, Sendable {
  public private(set) var markup: String

  /// Takes `markup` as it is.
  public init(markup: String) { self.markup = markup }

  /// The pieces one after the other.
  public init(_ pieces: some Sequence<HTML>) { markup = pieces.reduce(into: "") { $0 += $1.markup } }

  public static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
  public static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }
}

extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { markup = value }
  public init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { markup += literal }
    public mutating func appendInterpolation(_ text: String) { markup += text.escapedForHTML }
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    public mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { markup += piece.markup } }
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    /// Adds a coordinate, with a tenth at most.
    public mutating func appendInterpolation(_ number: Double) {
      let tenths = number.isFinite ? Int(max(-1e12, min(1e12, (number * 10).rounded()))) : 0
      markup += tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
    }
  }
}

extension String {
  /// The text with what HTML would read as markup as character references, and with what no page shows, or what turns
  /// the direction of its neighbours, named: `[U+0007]`, `[U+202E]`.
  var escapedForHTML: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 > 0x7E || "<>&\"'".utf8.contains($0) }) else { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        escaped += "[U+\(String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4, with: "0"))]"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

import JSON

extension Dice {
  /// A random value that nests at most `depth` deep. Reals are finite, keys have no NUL: JSON can't hold the others.
  mutating func json(depth: Int) -> JSON {
    switch below(depth > 0 ? 9 : 6) {
    case 0: return .null
    case 1: return .bool(once(in: 2))
    case 2: return .integer(once(in: 2) ? below(100) : Int(truncatingIfNeeded: next()))
    case 3: return .real(real())
    case 4, 5: return .string(text(upTo: 12))
    case 6: return .array((0..<below(5)).map { _ in json(depth: depth - 1) })
    default: return .object(object(depth: depth - 1))
    }
  }

  /// A random object with few members.
  mutating func object(depth: Int) -> JSONObject {
    JSONObject((0..<below(5)).map { _ in (key(), json(depth: depth)) })
  }

  /// A key that no version of the document format will have.
  mutating func key() -> String { "x-" + text(upTo: 6).filter { !$0.unicodeScalars.contains("\u{0}") } }

  /// Any finite bit pattern.
  mutating func real() -> Double {
    let value = Double(bitPattern: next())
    return value.isFinite ? value : 0.1
  }
}

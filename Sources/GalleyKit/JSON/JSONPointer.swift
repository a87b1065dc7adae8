/// The way from a JSON value to one inside it (RFC 6901), such as `/stages/2/with`.
public struct JSONPointer: Hashable, Sendable {
  /// One step: into an object by key, or into an array by index (from 0).
  public enum Token: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// The steps from the outermost value inwards.
  public var tokens: [Token]

  /// The pointer to the whole value.
  public static let root = JSONPointer([])

  public init(_ tokens: [Token]) { self.tokens = tokens }

  /// This pointer with one more step, into an object.
  public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens + [.key(key)]) }

  /// This pointer with one more step, into an array.
  public func appending(_ index: Int) -> JSONPointer { JSONPointer(tokens + [.index(index)]) }

  /// This pointer followed by the steps of `other`.
  public func appending(_ other: JSONPointer) -> JSONPointer { JSONPointer(tokens + other.tokens) }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as RFC 6901 writes it: `~` as `~0`, `/` in a key as `~1`.
  public var description: String {
    tokens.map { token in
      switch token {
      case .index(let index): return "/\(index)"
      case .key(let key):
        var escaped = "/"
        for scalar in key.unicodeScalars {
          switch scalar {
          case "~": escaped += "~0"
          case "/": escaped += "~1"
          default: escaped.unicodeScalars.append(scalar)
          }
        }
        return escaped
      }
    }.joined()
  }

  /// The pointer as people write it: `stages[2].with.labels[0]`.
  public var path: String {
    var path = ""
    for token in tokens {
      switch token {
      case .index(let index): path += "[\(index)]"
      case .key(let key): path += path.isEmpty ? key : ".\(key)"
      }
    }
    return path
  }
}

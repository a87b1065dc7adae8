/// What a token is to a name of the model's three kinds: outside, its first token, or a later one.
enum NameTag {
  /// Tags as lanes of vectors: 0 outside, then first and later token of each kind. The eighth lane is spare.
  static let count = 7
  static let outside = 0

  /// The kinds of names, in the order of their tags.
  enum Kind: UInt8, CaseIterable, Sendable {
    case person, organization, place
  }

  static func first(of kind: Kind) -> Int { 1 + 2 * Int(kind.rawValue) }
  static func later(of kind: Kind) -> Int { 2 + 2 * Int(kind.rawValue) }

  /// The kind of a name that the tag is part of.
  static func kind(of tag: Int) -> Kind? { tag > 0 ? Kind(rawValue: UInt8(tag - 1) >> 1) : nil }

  static func isFirst(_ tag: Int) -> Bool { tag & 1 == 1 }
  static func isLater(_ tag: Int) -> Bool { tag > 0 && tag & 1 == 0 }

  /// Whether `next` may come right after `tag`: a later token follows only one of its own kind.
  static func canFollow(_ next: Int, _ tag: Int) -> Bool { !isLater(next) || kind(of: next) == kind(of: tag) }
}

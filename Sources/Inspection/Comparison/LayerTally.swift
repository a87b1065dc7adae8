/// What differs in one layer, over many documents.
public struct LayerTally: Hashable, Sendable {
  public let layer: String
  /// Annotations that are the same in both.
  public private(set) var same = 0
  private var changes: [AnnotationChange.Kind: Int] = [:]
  /// Documents in which the layer differs.
  public private(set) var documents = 0

  init(_ layer: String) { self.layer = layer }

  mutating func add(_ diff: LayerDiff) {
    same += diff.same
    for (kind, count) in diff.counts { changes[kind, default: 0] += count }
    if !diff.isEmpty { documents += 1 }
  }

  public subscript(kind: AnnotationChange.Kind) -> Int { changes[kind] ?? 0 }

  /// All changes, of whatever kind.
  public var changed: Int { AnnotationChange.Kind.allCases.reduce(0) { $0 + self[$1] } }
  /// The annotations that the first has.
  public var first: Int { same + changed - self[.added] }
  /// The annotations that the second has.
  public var second: Int { same + changed - self[.gone] }
}

/// What differs in the entities of one label, over many documents.
public struct LabelTally: Hashable, Sendable {
  public let label: String
  public internal(set) var first = 0
  public internal(set) var second = 0
  public internal(set) var added = 0
  public internal(set) var removed = 0
}

/// How often entities of one label have another in the second pipeline.
public struct Relabelling: Hashable, Sendable {
  public let from: String
  public let to: String
  public internal(set) var count = 0
}

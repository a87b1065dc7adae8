/// How often which name came, for at most `limit` different names; the others are counted together.
public struct CountedNames: Hashable, Sendable {
  private let limit: Int
  private var counts: [String: Int] = [:]
  /// How often other names came, once there were `limit`.
  public private(set) var others = 0

  init(limit: Int) { self.limit = limit }

  mutating func record(_ name: String) {
    if let count = counts[name] {
      counts[name] = count + 1
    } else if counts.count < limit {
      counts[name] = 1
    } else {
      others += 1
    }
  }

  /// The names, the most frequent first, equally frequent ones by name.
  public var sorted: [(name: String, count: Int)] {
    counts.map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

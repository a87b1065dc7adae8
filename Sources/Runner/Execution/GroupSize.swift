/// How many documents a worker takes through the steps together.
///
/// Of several documents each step takes all before the next step takes any: the step's tables and code are then still in
/// the processor's caches, which makes short documents a third faster. More than a moment's work is never taken at once,
/// so that slow steps deliver each document when it is done and an interrupted run ends soon. What comes of a document
/// does not depend on it.
struct GroupSize {
  private(set) var count = 1

  private static let most = 32
  /// Once it has so many bytes no document more is added: more would not fit the caches, and memory is to hold few.
  static let bytes = 1 << 17
  /// The time that a group should take, in nanoseconds.
  private static let time: Int64 = 20_000_000

  /// Takes note that `documents` took `nanoseconds`.
  mutating func note(_ documents: Int, took nanoseconds: Int64) {
    guard documents > 0 else { return }
    let each = max(1, nanoseconds / Int64(documents))
    count = max(1, min(Self.most, count * 2, Int(Self.time / each)))
  }
}

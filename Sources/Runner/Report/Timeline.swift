internal import Pages

/// What ended when, in at most `capacity` buckets of equal length. When a run outgrows them, each two become one, so that
/// the length is an eighth of a second times a power of two.
public struct Timeline: Hashable, Sendable {
  public struct Bucket: Hashable, Sendable {
    public internal(set) var documents = 0
    /// Of the documents, those that failed.
    public internal(set) var failed = 0
    public internal(set) var bytes = 0

    static func + (left: Bucket, right: Bucket) -> Bucket {
      Bucket(
        documents: left.documents + right.documents, failed: left.failed + right.failed,
        bytes: left.bytes + right.bytes)
    }
  }

  public static let capacity = 240
  /// The buckets from the start of the run to its last event.
  public private(set) var buckets: [Bucket] = []
  private var bucketNanoseconds: Int64 = 125_000_000

  public var bucketLength: Duration { .nanoseconds(bucketNanoseconds) }

  mutating func record(bytes: Int, hasFailed: Bool, at moment: Duration) {
    let nanoseconds = Int64(max(0, min(moment.inSeconds, 1e9)) * 1e9)
    while nanoseconds / bucketNanoseconds >= Self.capacity { halve() }
    let index = Int(nanoseconds / bucketNanoseconds)
    while buckets.count <= index { buckets.append(Bucket()) }
    buckets[index].documents += 1
    buckets[index].failed += hasFailed ? 1 : 0
    buckets[index].bytes += bytes
  }

  private mutating func halve() {
    bucketNanoseconds *= 2
    buckets = stride(from: 0, to: buckets.count, by: 2).map { index in
      index + 1 < buckets.count ? buckets[index] + buckets[index + 1] : buckets[index]
    }
  }
}

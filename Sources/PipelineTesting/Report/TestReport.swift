public import Runner

/// What became of all cases.
public struct TestReport: Sendable {
  public internal(set) var files: [File] = []
  /// Paths of snapshots that no case has any more.
  public internal(set) var staleSnapshots: [String] = []

  /// A test file's cases that ran.
  public struct File: Sendable {
    public let path: String
    public let results: [Result]

    /// How many cases had this end.
    public func count(_ ending: Ending) -> Int { results.count { $0.ending == ending } }
  }

  /// What became of one case.
  public struct Result: Sendable {
    public let name: String
    /// Where the case's name stands.
    public let place: Place
    public internal(set) var failures: [TestFailure] = []
    /// Why it did not run.
    public internal(set) var skipReason: String?
    /// The path of the snapshot that was written.
    public internal(set) var recordedSnapshot: String?
    public internal(set) var nanoseconds: Int64 = 0

    init(name: String, place: Place) {
      self.name = name
      self.place = place
    }

    public var ending: Ending { skipReason != nil ? .skipped : failures.isEmpty ? .passed : .failed }
  }

  /// How a case ended.
  public enum Ending: String, Hashable, Sendable, CaseIterable { case passed, failed, skipped }

  /// How many cases had this end.
  public func count(_ ending: Ending) -> Int { files.reduce(0) { $0 + $1.count(ending) } }

  /// The number of cases.
  public var count: Int { files.reduce(0) { $0 + $1.results.count } }
}

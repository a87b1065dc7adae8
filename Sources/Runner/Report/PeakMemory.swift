internal import Glibc

/// The most memory that was in use at once, in bytes (ru_maxrss of getrusage(2)).
public struct PeakMemory: Hashable, Sendable {
  /// Of this process.
  public internal(set) var ofProcess = 0
  /// Of the largest process that it started and that has ended.
  public internal(set) var ofChildren = 0

  static var now: PeakMemory {
    PeakMemory(ofProcess: maximum(RUSAGE_SELF.rawValue), ofChildren: maximum(RUSAGE_CHILDREN.rawValue))
  }

  private static func maximum(_ who: __rusage_who_t) -> Int {
    var usage = rusage()
    guard getrusage(who, &usage) == 0 else { return 0 }
    return Int(usage.ru_maxrss) * 1024  // Linux counts kibibytes
  }
}

internal import Glibc

/// How a process ended.
struct ProcessEnd: Hashable {
  /// As wait(2) tells it.
  let status: CInt
  /// The most memory that it had, in bytes.
  let peakMemory: Int

  /// The signal that ended it, or `nil` where it ended by itself.
  private var signal: CInt? { status & 0x7F == 0 ? nil : status & 0x7F }

  /// What happened, in the words of a failure's reason.
  ///
  /// - Parameter words: what the process printed last.
  func reason(words: String?, maximumMemory: Int) -> String {
    let isForMemory = outgrew(maximumMemory, words: words)
    let words = words.map { ": \($0)" } ?? ""
    if isForMemory {
      return "outgrew its memory limit of \(maximumMemory.inBinaryUnits) (raise it by --max-memory)\(words)"
    }
    switch signal {
    case SIGKILL:
      return "was killed from outside (signal 9), as the system does when memory runs out; it had taken "
        + "\(peakMemory.inBinaryUnits)\(words)"
    case let signal?: return "ended by signal \(signal)\(Self.name(of: signal).map { " (\($0))" } ?? "")\(words)"
    case nil: return "ended the process by exit status \((status >> 8) & 0xFF)\(words)"
    }
  }

  /// Whether it ended because an allocation failed: the Swift runtime and the C++ library say so in `words`, and others
  /// end with nearly all that they may have.
  func outgrew(_ maximumMemory: Int, words: String?) -> Bool {
    guard signal != nil, signal != SIGKILL else { return false }
    let words = words ?? ""
    return words.contains("failed to allocate") || words.contains("bad_alloc") || words.contains("ut of memory")
      || peakMemory > maximumMemory / 10 * 9
  }

  private static func name(of signal: CInt) -> String? {
    let names: [(CInt, String)] = [
      (SIGILL, "SIGILL"), (SIGTRAP, "SIGTRAP"), (SIGABRT, "SIGABRT"), (SIGBUS, "SIGBUS"), (SIGFPE, "SIGFPE"),
      (SIGSEGV, "SIGSEGV"), (SIGSYS, "SIGSYS"), (SIGXCPU, "SIGXCPU"), (SIGPIPE, "SIGPIPE"), (SIGALRM, "SIGALRM"),
      (SIGTERM, "SIGTERM"),
    ]
    return names.first { $0.0 == signal }?.1
  }
}

extension Int {
  /// A size in the largest unit that it has at least one of, a digit after the stop where that tells more: `1.5 GiB`.
  var inBinaryUnits: String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
    let power = Swift.min(units.count - 1, Swift.max(0, (bitWidth - 1 - leadingZeroBitCount) / 10))
    let tenths = power == 0 ? self * 10 : (self >> (10 * (power - 1))) * 10 / 1024
    return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + " \(units[power])"
  }
}

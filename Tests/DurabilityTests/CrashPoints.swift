import Glibc

/// `CrashPoints.c`, built for one test: a way to end or hinder the program at any of the calls that change files.
struct CrashPoints {
  let library: String

  init(in workplace: Workplace) throws {
    let source = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    library = "\(workplace.path)/.crash-points.so"
    let status = try shell("clang -O1 -shared -fPIC '\(source)/CrashPoints.c' -o '\(library)'")
    guard status == 0 else { throw Failure("clang can't build CrashPoints.c") }
  }

  /// What happens at a call; see `CrashPoints.c`.
  enum Action: String, CaseIterable {
    case kill, fail, full, every
  }

  /// What stands before the program's name in the shell so that `action` happens.
  func prefix(_ action: Action, at call: Int, error: CInt = 0) -> String {
    "CRASH_POINT='\(action.rawValue) \(call) \(error)' LD_PRELOAD='\(library)'"
  }

  /// What stands before the program's name so that its calls are written to `log`.
  func prefix(log: String) -> String { "CRASH_LOG='\(log)' LD_PRELOAD='\(library)'" }
}

internal import Glibc
internal import Runner

/// Ctrl-C and its like: the first asks the run to end after the documents at hand, the second ends the program.
enum Interrupts {
  private static let flag = StopFlag()

  /// The flag that SIGINT, SIGTERM and SIGHUP raise from now on.
  static func stopFlag() -> StopFlag {
    let flag = flag  // made here: a signal handler may not
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Interrupts.flag.raise(signal: $0) }
      // The second one finds the default: the end.
      action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(signal, &action, nil)
    }
    return flag
  }
}

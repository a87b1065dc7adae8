internal import CProcess
internal import Glibc

/// The process that the workers are forked from: with one thread, as the conductor was when it forked this one, and with
/// all plugins and models in memory, which the workers so share.
///
/// It does what it is asked through a socket, one thing at a time, and ends with the conductor.
struct Zygote {
  let control: CInt
  let pass: DocumentPass
  let slots: [WorkerSlot]
  let maximumMemory: Int

  /// What the conductor asks: a worker at a slot, or how the process with an id ended.
  enum Request {
    case fork(slot: Int)
    case reap(pid_t)

    var message: ZygoteMessage {
      switch self {
      case .fork(let slot): ZygoteMessage(first: 0, second: Int64(slot))
      case .reap(let process): ZygoteMessage(first: 1, second: Int64(process))
      }
    }

    init(_ message: ZygoteMessage) {
      self = message.first == 0 ? .fork(slot: Int(message.second)) : .reap(pid_t(truncatingIfNeeded: message.second))
    }
  }

  func run() -> Never {
    cprocess_set_name("galley-zygote")
    while let received = ZygoteMessage.receive(from: control) {
      switch Request(received.message) {
      case .fork(let slot): forkWorker(at: slot)
      case .reap(let process): reap(process).send(to: control)
      }
    }
    // The workers end with their sockets; their time then counts as that of the run.
    while wait(nil) >= 0 || errno == EINTR {}
    _exit(0)
  }

  /// Closed by exec: a program that a stage starts must not keep the socket of a worker that has ended open.
  private static let socketKind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)

  private func forkWorker(at slot: Int) {
    var sockets: [CInt] = [-1, -1]
    var errors: [CInt] = [-1, -1]
    defer { for descriptor in sockets + errors where descriptor >= 0 { close(descriptor) } }
    guard socketpair(AF_UNIX, Self.socketKind, 0, &sockets) == 0, pipe(&errors) == 0 else {
      return ZygoteMessage(first: -1, second: Int64(errno)).send(to: control)
    }
    let zygote = getpid()
    let process = cprocess_fork()
    guard process != 0 else {
      close(control)
      close(sockets[0])
      close(errors[0])
      endWithParent(zygote)
      let worker = Worker(socket: sockets[1], slot: slots[slot], pass: pass)
      worker.confine(errors: errors[1], maximumMemory: maximumMemory)
      worker.run()
    }
    guard process > 0 else { return ZygoteMessage(first: -1, second: Int64(errno)).send(to: control) }
    ZygoteMessage(first: Int64(process), second: 0).send(to: control, with: (sockets[0], errors[0]))
  }

  /// How `process` ended: its status as of wait(2), and the most memory it had, in KiB.
  private func reap(_ process: pid_t) -> ZygoteMessage {
    var status: CInt = 0
    var usage = rusage()
    // Who has closed its socket is about to end; who has not ended after a second will not.
    for _ in 0..<1000 {
      let ended = wait4(process, &status, WNOHANG, &usage)
      guard ended == 0 || (ended < 0 && errno == EINTR) else {
        return ZygoteMessage(first: Int64(status), second: Int64(usage.ru_maxrss))
      }
      usleep(1000)
    }
    kill(process, SIGKILL)
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    return ZygoteMessage(first: Int64(status), second: Int64(usage.ru_maxrss))
  }
}

/// Has this process end with `parent`, and leaves the terminal's signals to the conductor.
func endWithParent(_ parent: pid_t) {
  _ = cprocess_end_with_parent(SIGKILL)
  if getppid() != parent { _exit(0) }  // it ended before it was asked to tell
  for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP] { signal(number, SIG_IGN) }
}

/// A message between conductor and zygote, either way.
struct ZygoteMessage {
  var first: Int64
  var second: Int64

  func send(to socket: CInt, with descriptors: (CInt, CInt) = (-1, -1)) {
    withUnsafeBytes(of: self) { _ = cprocess_send(socket, $0.baseAddress, $0.count, descriptors.0, descriptors.1) }
  }

  static func receive(from socket: CInt) -> (message: ZygoteMessage, descriptors: [CInt])? {
    var message = ZygoteMessage(first: 0, second: 0)
    var descriptors: [CInt] = [-1, -1]
    let count = withUnsafeMutableBytes(of: &message) {
      cprocess_receive(socket, $0.baseAddress, $0.count, &descriptors)
    }
    return count == MemoryLayout<ZygoteMessage>.size ? (message, descriptors) : nil
  }
}

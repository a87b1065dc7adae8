internal import CProcess
internal import Glibc

/// A process that takes one document after the other through the pipeline, and may end on any of them.
struct Worker {
  let socket: CInt
  let slot: WorkerSlot
  let pass: DocumentPass

  /// Takes away what only the conductor may have, and sets the limits.
  ///
  /// - Parameter errors: where everything goes that stages print.
  func confine(errors: CInt, maximumMemory: Int) {
    cprocess_set_name("galley-worker")
    dup2(errors, STDOUT_FILENO)
    dup2(errors, STDERR_FILENO)
    close(errors)
    // The signal tells the conductor all it needs; the runtime's handlers would take seconds to draw a backtrace.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS] { signal(number, SIG_DFL) }
    limit(RLIMIT_CORE, to: 0)
    limit(RLIMIT_DATA, to: maximumMemory)
    limit(RLIMIT_STACK, to: Self.stackSize)
  }

  /// As much as threads of the conductor have.
  private static let stackSize = 8 << 20

  private func limit(_ kind: __rlimit_resource, to value: Int) {
    let resource = CInt(bitPattern: kind.rawValue)
    var limits = rlimit()
    getrlimit(resource, &limits)
    limits.rlim_cur = min(rlim_t(value), limits.rlim_max)
    setrlimit(resource, &limits)
  }

  func run() -> Never {
    slot.enter(.idle)
    while let frame = receiveFrame(), let request = try? WorkerRequest(decoding: frame) {
      var document = 0
      pass.take(request.inputs, after: request.history, tellingOf: slot) { processed in
        slot.enter(.handingOver, document: document)
        document += 1
        // A conductor that has gone takes the worker with it.
        _ = send(processed.encoded(), to: socket)
      }
      slot.enter(.idle)
    }
    _exit(0)
  }

  private func receiveFrame() -> [UInt8]? {
    guard let header = receive(WireFrame.headerSize), let size = WireFrame.size(header) else { return nil }
    return receive(size - WireFrame.headerSize).map { header + $0 }
  }

  /// So many bytes, or `nil` where the conductor has gone.
  private func receive(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let rest = count - bytes.count
      let part = [UInt8](unsafeUninitializedCapacity: rest) { buffer, initialized in
        var received: Int
        repeat { received = recv(socket, buffer.baseAddress, rest, 0) } while received < 0 && errno == EINTR
        initialized = max(0, received)
      }
      guard !part.isEmpty else { return nil }
      bytes = bytes.isEmpty ? part : bytes + part
    }
    return bytes
  }
}

/// Sends all of `bytes`.
///
/// - Returns: the system's error, or `nil` where all is sent.
func send(_ bytes: [UInt8], to socket: CInt) -> CInt? {
  bytes.withUnsafeBytes { buffer in
    var sent = 0
    while sent < buffer.count {
      let count = Glibc.send(
        socket, UnsafeRawBufferPointer(rebasing: buffer[sent...]).baseAddress, buffer.count - sent,
        CInt(MSG_NOSIGNAL))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EPIPE }
      sent += count
    }
    return nil
  }
}

internal import CProcess
internal import Glibc
internal import Synchronization

/// The processes of a run, as the conductor sees them: starts them and learns how they ended, through the zygote.
final class WorkerProcesses: Sendable {
  let slots: [WorkerSlot]
  let maximumMemory: Int
  private let zygote: pid_t
  /// The socket, which one thread uses at a time.
  private let control: Mutex<CInt>
  private let nextSlot = Atomic<Int>(0)

  /// Forks the zygote, of what is in memory now.
  init(pass: DocumentPass, count: Int, maximumMemory: Int) throws(IsolationError) {
    let threads = Self.threadCount
    guard threads <= 1 else { throw .threadsAreRunning(count: threads) }
    var sockets: [CInt] = [-1, -1]
    let kind = CInt(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue)
    guard let slots = WorkerSlot.slots(count), socketpair(AF_UNIX, kind, 0, &sockets) == 0 else {
      throw .refused(reason: systemReason(errno))
    }
    let conductor = getpid()
    let process = cprocess_fork()
    if process == 0 {
      close(sockets[0])
      endWithParent(conductor)
      Zygote(control: sockets[1], pass: pass, slots: slots, maximumMemory: maximumMemory).run()
    }
    let error = errno
    close(sockets[1])
    guard process > 0 else {
      close(sockets[0])
      throw .refused(reason: systemReason(error))
    }
    self.slots = slots
    self.maximumMemory = maximumMemory
    zygote = process
    control = Mutex(sockets[0])
  }

  deinit {
    control.withLock { _ = close($0) }
    while waitpid(zygote, nil, 0) < 0, errno == EINTR {}
  }

  /// A slot for one of the threads.
  func takeSlot() -> Int { nextSlot.add(1, ordering: .relaxed).oldValue % slots.count }

  /// Starts a worker; asks again for a while where the system has no process to give.
  func start(at slot: Int) throws(IsolationError) -> WorkerConnection {
    // What the last one was doing, and since when, is nothing that the next one does.
    slots[slot].enter(.idle)
    var reason = Self.zygoteHasEnded
    for attempt in 0..<10 {
      if attempt > 0 { usleep(100_000) }
      guard let reply = ask(.fork(slot: slot)) else { break }
      if reply.message.first > 0 {
        return WorkerConnection(
          process: pid_t(truncatingIfNeeded: reply.message.first), socket: reply.descriptors[0],
          errors: reply.descriptors[1])
      }
      reason = systemReason(CInt(truncatingIfNeeded: reply.message.second))
    }
    throw .refused(reason: reason)
  }

  private static let zygoteHasEnded = "the process that starts them has ended"

  /// How a worker that has closed its socket, or was killed, ended.
  ///
  /// - Throws: `IsolationError` where the zygote has ended, and all workers with it, whatever they were doing.
  func end(of worker: WorkerConnection) throws(IsolationError) -> ProcessEnd {
    guard let message = ask(.reap(worker.process))?.message else { throw .refused(reason: Self.zygoteHasEnded) }
    return ProcessEnd(status: CInt(truncatingIfNeeded: message.first), peakMemory: Int(message.second) << 10)
  }

  private func ask(_ request: Zygote.Request) -> (message: ZygoteMessage, descriptors: [CInt])? {
    control.withLock { control in
      request.message.send(to: control)
      return ZygoteMessage.receive(from: control)
    }
  }

  /// How many threads this process has; 1 where it can't be told.
  private static var threadCount: Int {
    guard let directory = opendir("/proc/self/task") else { return 1 }
    defer { closedir(directory) }
    var count = 0
    while let entry = readdir(directory) {
      if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
    }
    return max(1, count)
  }
}

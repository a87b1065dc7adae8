internal import Glibc

/// The conductor's end of the socket to a worker, and of the pipe that everything goes to that the worker prints.
final class WorkerConnection {
  let process: pid_t
  private let socket: CInt
  private let errors: CInt
  private var printed = PrintedWords()
  /// When it was asked last.
  private var start = MonotonicTime.now
  /// What it has replied and was not taken yet.
  private var replied: [UInt8] = []

  init(process: pid_t, socket: CInt, errors: CInt) {
    self.process = process
    self.socket = socket
    self.errors = errors
    _ = fcntl(errors, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(socket)
    close(errors)
  }

  /// What came of a request.
  enum Reply {
    case frame([UInt8])
    /// The worker has gone, or was killed here because it took too long.
    case ended(TimeLimits.Overrun?)
  }

  /// Has the worker do what `request` says.
  ///
  /// - Returns: whether it is there to do it.
  func ask(_ request: [UInt8]) -> Bool {
    start = .now
    return send(request, to: socket) == nil
  }

  /// Its next reply to what it was asked, as long as that takes or may take.
  func reply(limits: TimeLimits, slot: WorkerSlot) -> Reply {
    var allowance: Int64 = 0
    while true {
      if let size = WireFrame.size(replied), replied.count >= size {
        printed.passOn()
        let rest = Array(replied[size...])
        defer { replied = rest }
        replied.removeLast(rest.count)
        return .frame(replied)
      }
      let now = MonotonicTime.now
      let check = limits.check(slot.current, start: start, allowance: allowance, now: now)
      if let overrun = check?.overrun {
        kill()
        return .ended(overrun)
      }
      // A millisecond more than what is left, so that it has passed then.
      let wait = check.map { $0.wait / 1_000_000 + 1 }
      let ready = waitForWorker(wait)
      if ready.isEmpty {
        // Who wakes up seconds late was stopped, and the worker with it.
        let late = (MonotonicTime.now - now) - (wait ?? 0) * 1_000_000
        if late > Self.longestDelay { allowance += late }
      }
      if ready.contains(.printed) { printed.read(errors) }
      if ready.contains(.replied) {
        guard receive() else { return .ended(nil) }
      }
    }
  }

  func kill() { _ = Glibc.kill(process, SIGKILL) }

  private static let longestDelay: Int64 = 2_000_000_000

  /// What the worker printed last, for a failure's reason; call when it has ended.
  func lastWords() -> String? {
    printed.read(errors)
    return printed.lastWords
  }

  /// What there is to read from a worker.
  private struct Ready: OptionSet {
    let rawValue: Int
    static let replied = Ready(rawValue: 1)
    static let printed = Ready(rawValue: 2)
  }

  /// Waits for the worker, so many milliseconds at most.
  private func waitForWorker(_ milliseconds: Int64?) -> Ready {
    var descriptors = [
      pollfd(fd: socket, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    // A closed pipe would be ready for ever: who has closed it prints nothing any more.
    if printed.isClosed { descriptors[1].fd = -1 }
    let count = poll(&descriptors, nfds_t(descriptors.count), milliseconds.map { CInt(clamping: $0) } ?? -1)
    guard count > 0 else { return [] }
    var ready: Ready = []
    if descriptors[0].revents != 0 { ready.insert(.replied) }
    if descriptors[1].revents != 0 { ready.insert(.printed) }
    return ready
  }

  /// Adds what there is to `replied`; `false` where the worker has gone.
  private func receive() -> Bool {
    if let size = WireFrame.size(replied) { replied.reserveCapacity(size) }
    return withUnsafeTemporaryAllocation(byteCount: Self.chunkSize, alignment: 16) { buffer in
      let count = recv(socket, buffer.baseAddress, buffer.count, CInt(MSG_DONTWAIT))
      guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
      replied += buffer[..<count]
      return true
    }
  }

  private static let chunkSize = 1 << 18
}

/// What a worker has printed since its document began: passed on where that went well, and part of the failure where not.
private struct PrintedWords {
  private var bytes: [UInt8] = []
  private(set) var isClosed = false

  /// Reads what there is, without waiting.
  mutating func read(_ descriptor: CInt) {
    while !isClosed {
      var error: CInt = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 12) { buffer, initialized in
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        error = count < 0 ? errno : 0
        initialized = max(0, count)
      }
      if error == EINTR { continue }
      if error == EAGAIN { return }
      isClosed = chunk.isEmpty
      bytes += chunk
      if bytes.count > 1 << 16 { passOn() }
    }
  }

  /// Prints it where the worker would have.
  mutating func passOn() {
    guard !bytes.isEmpty else { return }
    _ = write(bytes, to: STDERR_FILENO)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The last line that tells of an error, or else the last line; at most 300 bytes of it.
  var lastWords: String? {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0.prefix(300), as: UTF8.self) }
    let words = lines.last { $0.contains("rror: ") } ?? lines.last
    return words.map { line in String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
  }
}

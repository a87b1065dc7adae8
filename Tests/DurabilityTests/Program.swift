import Glibc
import JSON

/// The built program, run in a folder.
struct Program {
  /// Where it runs.
  let folder: String

  /// The folder of the program and its libraries: that of the running test, or what `GALLEY_PROGRAM_FOLDER` names.
  static func home() throws -> String {
    if let folder = getenv("GALLEY_PROGRAM_FOLDER") { return String(cString: folder) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { throw Failure("no /proc/self/exe") }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  /// Starts `galley` with `arguments`, words of the shell; `prefix` stands before it there.
  func start(_ arguments: String, prefix: String = "") throws -> RunningProgram {
    let name = "\(folder)/.said-\(Self.counter.next())"
    // A kill may come before the shell has made them.
    for path in ["\(name).out", "\(name).err"] { close(open(path, O_WRONLY | O_CREAT, 0o666)) }
    let line =
      "cd '\(folder)' && \(prefix) exec '\(try Self.home())/galley' \(arguments) >'\(name).out' 2>'\(name).err'"
    return RunningProgram(id: try spawnShell(line), said: name)
  }

  /// Runs `galley` to its end.
  func run(_ arguments: String, prefix: String = "") throws -> Ended {
    try start(arguments, prefix: prefix).wait()
  }

  private static let counter = Counter()
}

/// A program that has been started.
struct RunningProgram {
  let id: pid_t
  /// Where its words go.
  let said: String

  func signal(_ number: CInt) { kill(id, number) }

  /// Whether it has not ended by itself `after` so long; where it has not, `signal` is sent to it.
  func signal(_ number: CInt, after duration: Duration) {
    sleep(for: duration)
    signal(number)
  }

  /// Waits for its end.
  func wait() throws -> Ended {
    var status: CInt = 0
    while waitpid(id, &status, 0) < 0 { guard errno == EINTR else { throw Failure("waitpid: \(errno)") } }
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    defer {
      unlink("\(said).out")
      unlink("\(said).err")
    }
    return Ended(
      status: code, output: String(decoding: try bytes(at: "\(said).out"), as: UTF8.self),
      errors: String(decoding: try bytes(at: "\(said).err"), as: UTF8.self))
  }
}

/// How a program ended and what it said.
struct Ended {
  /// The exit status; of a signal 128 more than its number.
  let status: CInt
  let output: String
  let errors: String

  /// A number of the report that `--json` prints, such as `counts` `unchanged`.
  func count(_ state: String) throws -> Int {
    guard case .object(let report) = try JSON(parsing: Array(output.utf8)),
      case .integer(let count)? = report["counts"]?[state]
    else { throw Failure("no count of \(state) in: \(output)\(errors)") }
    return count
  }
}

/// Something that a test rests on has failed.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Runs `line` by the shell and gives its exit status.
@discardableResult
func shell(_ line: String) throws -> CInt {
  var status: CInt = 0
  let id = try spawnShell(line)
  while waitpid(id, &status, 0) < 0 { guard errno == EINTR else { throw Failure("waitpid: \(errno)") } }
  return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
}

private func spawnShell(_ line: String) throws -> pid_t {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // Tests run on threads that block signals, and a child would inherit that.
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(line), nil]
  defer { for argument in arguments { free(argument) } }
  var id: pid_t = 0
  let error = posix_spawn(&id, "/bin/sh", nil, &attributes, &arguments, environ)
  guard error == 0 else { throw Failure("posix_spawn: \(String(cString: strerror(error)))") }
  return id
}

func sleep(for duration: Duration) {
  usleep(UInt32(duration / .microseconds(1)))
}

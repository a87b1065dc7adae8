internal import Glibc

/// A PostgreSQL server of the tests' own, in a temporary folder, that listens at a socket there and nowhere else.
public final class PostgreSQLServer: Sendable {
  private let folder: String

  /// The folder of the server's programs: that of the newest version which Debian has installed, or of the PATH.
  private static let programs: String? = {
    let versions = (12...30).reversed().map { "/usr/lib/postgresql/\($0)/bin" }
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = versions + path.split(separator: ":").map(String.init)
    return folders.first { access("\($0)/initdb", X_OK) == 0 && access("\($0)/pg_ctl", X_OK) == 0 }
  }()

  public static var isInstalled: Bool { programs != nil }

  /// The server that tests share, started by the first, gone when they end.
  public static let shared: Result<PostgreSQLServer, any Error> = {
    let result = Result { try PostgreSQLServer() }
    atexit { if case .success(let server) = PostgreSQLServer.shared { server.remove() } }
    return result
  }()

  /// Makes a server that has no databases of anyone yet, and starts it.
  public init() throws {
    var template = Array("/tmp/galley-postgresql-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw PostgreSQLServerError("no folder could be made in /tmp") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    if getuid() == 0 {
      guard let user = getpwnam("postgres") else {
        throw PostgreSQLServerError("PostgreSQL's server does not run as root, and there is no user 'postgres'")
      }
      chown(folder, user.pointee.pw_uid, user.pointee.pw_gid)
    }
    try run("initdb", "-D", "\(folder)/data", "-U", "galley", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    try start()
  }

  /// The address of the database that is there from the start; any password will do.
  public var address: String { "postgresql://galley:\(Self.password)@/postgres?host=\(folder)" }
  /// The word of `address` that no message may show.
  public static let password = "sesame"

  /// Starts the server, again where it was stopped; what was committed is there.
  public func start() throws {
    let options = "-c listen_addresses= -c unix_socket_directories=\(folder) -c fsync=off"
    try run("pg_ctl", "-D", "\(folder)/data", "-l", "\(folder)/server.log", "-w", "-o", options, "start")
  }

  /// Stops the server as a crash does, whatever is connected to it.
  public func stop() throws { try run("pg_ctl", "-D", "\(folder)/data", "-m", "immediate", "stop") }

  /// Stops the server and leaves nothing of it.
  public func remove() {
    try? stop()
    try? run("rm", in: "/bin", "-rf", folder)
  }

  /// Runs one of the server's programs, which refuse to run as root, or another one as the server's user.
  private func run(_ program: String, in place: String? = programs, _ arguments: String...) throws {
    let asOther = getuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []
    let words = asOther + ["\(place ?? "")/\(program)"] + arguments
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(folder)/log", O_WRONLY | O_CREAT | O_APPEND, 0o666)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let copies = words.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    var process: pid_t = 0
    var status: Int32 = -1
    if posix_spawn(&process, words[0], &actions, nil, copies, environ) == 0 {
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    guard status == 0 else { throw PostgreSQLServerError("\(program) failed: see the logs in \(folder)") }
  }
}

/// Why the tests' server is not there.
struct PostgreSQLServerError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

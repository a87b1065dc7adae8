import Glibc
import StageKit
import Synchronization
import Testing

@testable import Runner

/// A PostgreSQL server of the tests' own, in a temporary folder, that listens at a socket there and nowhere else.
final class PostgreSQLServer: Sendable {
  private let folder: String

  /// The folder of the server's programs: that of the newest version which Debian has installed, or of the PATH.
  private static let programs: String? = {
    let versions = (12...30).reversed().map { "/usr/lib/postgresql/\($0)/bin" }
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = versions + path.split(separator: ":").map(String.init)
    return folders.first { access("\($0)/initdb", X_OK) == 0 && access("\($0)/pg_ctl", X_OK) == 0 }
  }()

  static var isInstalled: Bool { programs != nil }

  /// The server that all tests share, started by the first, stopped when they end.
  static let shared: Result<PostgreSQLServer, any Error> = {
    let result = Result { try PostgreSQLServer() }
    atexit { if case .success(let server) = PostgreSQLServer.shared { server.stop() } }
    return result
  }()

  private init() throws {
    var template = Array("/tmp/galley-postgresql-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    if getuid() == 0 {
      let user = try #require(getpwnam("postgres"), "PostgreSQL's server does not run as root")
      chown(folder, user.pointee.pw_uid, user.pointee.pw_gid)
    }
    let initialized = run(
      "initdb", "-D", "\(folder)/data", "-U", "galley", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    try #require(initialized == 0, "initdb failed: see \(folder)/log")
    let options = "-c listen_addresses= -c unix_socket_directories=\(folder) -c fsync=off"
    let started = run("pg_ctl", "-D", "\(folder)/data", "-l", "\(folder)/server.log", "-w", "-o", options, "start")
    try #require(started == 0, "the server did not start: see \(folder)/server.log")
  }

  /// The address of the database that is there from the start.
  var address: String { "postgresql://galley@/postgres?host=\(folder)" }

  private func stop() {
    _ = run("pg_ctl", "-D", "\(folder)/data", "-m", "immediate", "stop")
    TemporaryFolder.delete(folder)
  }

  /// Runs one of the server's programs, which refuse to run as root.
  ///
  /// - Returns: its exit status.
  private func run(_ program: String, _ arguments: String...) -> Int32 {
    let asOther = getuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []
    let words = asOther + ["\(Self.programs ?? "")/\(program)"] + arguments
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(folder)/log", O_WRONLY | O_CREAT | O_APPEND, 0o666)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let copies = words.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    var process: pid_t = 0
    guard posix_spawn(&process, words[0], &actions, nil, copies, environ) == 0 else { return -1 }
    var status: Int32 = -1
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

/// Hands `body` a schema of its own, named, on the tests' server.
func withPostgreSQL(_ body: (PostgreSQLNamespace) throws -> Void) throws {
  let number = PostgreSQLNamespace.count.add(1, ordering: .relaxed).newValue
  let address = try PostgreSQLServer.shared.get().address
  try body(PostgreSQLNamespace(address: address, name: "Test \"\(number)\"", connection: PostgreSQLConnection(address)))
}

struct PostgreSQLNamespace {
  static let count = Atomic<Int>(0)

  let address: String
  let name: String
  /// A connection of the test's own, in the schema.
  let connection: PostgreSQLConnection

  init(address: String, name: String, connection: PostgreSQLConnection) throws {
    (self.address, self.name, self.connection) = (address, name, connection)
    try connection.execute("SET search_path = \(name.sqlName)")
  }

  func store(_ schema: TableSchema = noteTables) throws -> PostgreSQLStore {
    let place = Database.Place.server(Database.Connection(address), namespace: name)
    let store = try makeRowStore(name: "server", database: Database(place, schema), in: "/nowhere")
    return try #require(store as? PostgreSQLStore)
  }

  func value(_ sql: String) throws -> String? { try connection.value(sql) }
}

internal import CPostgreSQL
internal import Glibc

/// A connection to a PostgreSQL server, used by one thread at a time.
final class PostgreSQLConnection {
  private let handle: OpaquePointer

  /// Connects to the database of `address`, a connection string of libpq.
  init(_ address: String) throws(PostgreSQLError) {
    // What stands before the database may be said otherwise in its address, what stands after it may not.
    let settings = [
      ("connect_timeout", "15"), ("tcp_user_timeout", "60000"), ("fallback_application_name", "galley"),
      ("dbname", address), ("client_encoding", "UTF8"),
    ]
    let opened = withCStrings(settings.map(\.0)) { keywords in
      withCStrings(settings.map(\.1)) { PQconnectdbParams(keywords, $0, 1) }
    }
    guard let opened else { throw PostgreSQLError(message: "out of memory") }
    handle = opened
    guard PQstatus(handle) == CONNECTION_OK else { throw connectionError }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
  }

  deinit { PQfinish(handle) }

  /// Whether the server can still be talked to, as far as is known.
  var isOpen: Bool { PQstatus(handle) == CONNECTION_OK }

  /// Runs statements without parameters, separated by semicolons.
  func execute(_ sql: String) throws(PostgreSQLError) {
    let result = PQexec(handle, sql)
    defer { PQclear(result) }
    try check(result)
  }

  /// The first column of the first row that `sql` gives; `nil` where there is no row, and for NULL.
  func value(_ sql: String, _ parameters: String?...) throws(PostgreSQLError) -> String? {
    let result = withCStrings(parameters) {
      PQexecParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, 0)
    }
    defer { PQclear(result) }
    try check(result)
    guard PQntuples(result) > 0, PQnfields(result) > 0, PQgetisnull(result, 0, 0) == 0 else { return nil }
    return PQgetvalue(result, 0, 0).map { String(cString: $0) }
  }

  /// Runs a COPY … FROM STDIN of the chunks that `body` hands to its argument.
  func copy(_ sql: String, _ body: (_ put: ([UInt8]) throws(PostgreSQLError) -> Void) throws(PostgreSQLError) -> Void)
    throws(PostgreSQLError)
  {
    let begun = PQexec(handle, sql)
    defer { PQclear(begun) }
    try check(begun)
    try body { chunk throws(PostgreSQLError) in
      let code = chunk.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { PQputCopyData(handle, $0.baseAddress, Int32($0.count)) }
      }
      guard code == 1 else { throw connectionError }
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw connectionError }
    var failure: PostgreSQLError?
    while let result = PQgetResult(handle) {
      defer { PQclear(result) }
      do { try check(result) } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
  }

  private func check(_ result: OpaquePointer?) throws(PostgreSQLError) {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return
    default:
      guard let message = PQresultErrorField(result, Int32(UInt8(ascii: "M"))) else { throw connectionError }
      throw PostgreSQLError(message: String(cString: message))
    }
  }

  private var connectionError: PostgreSQLError { PostgreSQLError(message: String(cString: PQerrorMessage(handle))) }
}

/// An error of PostgreSQL or of the way to it, in its own words.
struct PostgreSQLError: Error, Hashable, CustomStringConvertible {
  let description: String

  init(message: String) {
    let lines = message.utf8.split(separator: 0x0A).map { Substring($0).trimmingPrefix { $0 == "\t" || $0 == " " } }
    description = lines.joined(separator: "; ")
  }
}

/// Hands `body` the strings as C has them, `nil` as no address, with no address after the last.
private func withCStrings<Result>(_ strings: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
  let copies = strings.map { $0.flatMap { strdup($0) } }
  defer { for copy in copies { free(copy) } }
  return body(copies.map { UnsafePointer($0) } + [nil])
}

internal import StageKit
internal import TextBytes

/// The address of a PostgreSQL database, as libpq reads it:
/// `postgresql://[user[:password]@][host[:port],…]/database[?parameter=value&…]`.
///
/// Read strictly, so that no part of a password that was written wrongly is taken for something that may be shown.
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS)
struct PostgreSQLAddress: Hashable, Sendable {
  let connection: Database.Connection
  /// The address without password and parameters: `postgresql://ada@db.example.org/news`.
  let name: String

  private static let schemes = ["postgresql://", "postgres://"]

  /// Whether `text` is meant to be one.
  static func begins(_ text: String) -> Bool { schemes.contains { text.utf8.starts(with: $0.utf8) } }

  init(_ text: String) throws(PostgreSQLAddressError) {
    guard let scheme = Self.schemes.first(where: { text.utf8.starts(with: $0.utf8) }) else { throw .scheme }
    let query = text.utf8.firstIndex(of: UInt8(ascii: "?")) ?? text.utf8.endIndex
    let rest = text.utf8[..<query].dropFirst(scheme.utf8.count)
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let authority = rest[..<slash]
    let at = authority.firstIndex(of: UInt8(ascii: "@"))
    let user = (at.map { authority[..<$0] })?.prefix { $0 != UInt8(ascii: ":") }
    let hosts = at.map { authority[authority.index(after: $0)...] } ?? authority
    let database = rest[slash...].dropFirst()
    for part in [user ?? hosts, hosts, database] {
      guard part.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"@/\"'<>\\^`{|}".utf8.contains($0) }) else { throw .part }
    }
    for host in hosts.split(separator: UInt8(ascii: ",")) {
      let port = host.split(separator: UInt8(ascii: "]")).last ?? host
      let colon = port.firstIndex(of: UInt8(ascii: ":"))
      guard host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") else {
        guard colon.map({ port[$0...].dropFirst().allSatisfy { $0.isDigit } }) ?? true else { throw .part }
        continue
      }
    }
    for parameter in text.utf8[query...].dropFirst().split(separator: UInt8(ascii: "&")) {
      let key = parameter.prefix { $0 != UInt8(ascii: "=") }
      guard key.count < parameter.count, key.allSatisfy({ $0.isLower || $0 == UInt8(ascii: "_") }),
        !parameter.contains(UInt8(ascii: "@"))
      else { throw .part }
      guard !key.elementsEqual("password".utf8), !key.elementsEqual("sslpassword".utf8) else {
        throw .passwordParameter
      }
    }
    connection = Database.Connection(text)
    let login = user.map { "\(Substring($0))@" } ?? ""
    name = "postgresql://\(login)\(Substring(hosts))/\(Substring(database))"
  }
}

/// What is wrong with an address, in words that show nothing of it.
enum PostgreSQLAddressError: Error, Hashable, Sendable, CustomStringConvertible {
  case scheme
  case part
  case passwordParameter

  var description: String {
    switch self {
    case .scheme:
      "a PostgreSQL database is named by an address such as \"postgresql://user@host/database\""
    case .part:
      "the address of the database can't be read; write postgresql://user:password@host:port/database, and the "
        + "characters of user and password other than letters and digits as %40 and the like"
    case .passwordParameter:
      "a password belongs before the '@' of the address, into PGPASSWORD, or into ~/.pgpass, not among its parameters"
    }
  }
}

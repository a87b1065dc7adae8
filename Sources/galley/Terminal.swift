internal import Glibc

/// Standard output or standard error.
struct Terminal: Sendable {
  private let descriptor: Int32

  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  /// Whether a person is likely to look.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Whether to write in colours: on a terminal, unless `NO_COLOR` is set (https://no-color.org) or it is a dumb one.
  var hasColours: Bool {
    isInteractive && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
  }

  /// The number of columns, or 80.
  var width: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of `bytes`.
  ///
  /// - Throws: `ClosedPipe` where the reader has gone, `WriteError` where the system refuses.
  func print(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw errno == EPIPE ? ClosedPipe() : WriteError(reason: String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }

  func print(_ text: String) throws { try print(Array(text.utf8)) }

  /// Writes `text`; if nobody is there to read it, nobody misses it.
  func write(_ text: String) { try? print(text) }
}

/// The reader of a pipe has gone: the end, and no failure.
struct ClosedPipe: Error {}

/// Standard output can't be written.
struct WriteError: Error, CustomStringConvertible {
  let reason: String

  var description: String { "can't write to standard output: \(reason)" }
}

/// The environment's variables.
enum Environment {
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// All variables.
  static var all: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
      entry += 1
    }
    return variables
  }
}

/// Colours and weights of a terminal (ECMA-48, select graphic rendition).
enum Style: String, Sendable {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"

  /// `text` in this style where `terminal` shows it.
  func callAsFunction(_ text: String, on terminal: Terminal) -> String {
    terminal.hasColours ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

internal import Glibc

/// The files that a stage reads when it is created: word lists, models, patterns named in its options.
public struct Resources: Sendable {
  /// The folder that relative paths start from: the pipeline file's.
  public let folder: String

  public init(folder: String = ".") { self.folder = folder }

  /// The path to open for `path` as an option gives it.
  public func resolved(_ path: String) -> String { path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)" }

  /// The bytes of the file at `path`.
  ///
  /// - Throws: `ResourceError` with the system's reason.
  public func bytes(of path: String) throws(ResourceError) -> [UInt8] {
    let resolved = resolved(path)
    let descriptor = open(resolved, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ResourceError(path: resolved) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ResourceError(path: resolved) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// Why a stage's file could not be read.
public struct ResourceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path that was opened.
  public var path: String
  /// The system's reason: "No such file or directory".
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The error that the system call just made has left in `errno`.
  fileprivate init(path: String) { self.init(path: path, reason: String(cString: strerror(errno))) }

  public var description: String { "can't read '\(path)': \(reason)" }
}

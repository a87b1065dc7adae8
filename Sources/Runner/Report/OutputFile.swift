internal import Glibc

extension Folder {
  /// Puts a file of `bytes` in the place of `name` in one step, so that who reads it finds the old or the new one whole.
  func replace(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let draft = "\(name).tmp"
    let file = openat(descriptor, draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw SystemError(errno) }
    var error = write(bytes, to: file)
    if close(file) != 0 { error = error ?? errno }
    if error == nil, renameat(descriptor, draft, descriptor, name) != 0 { error = errno }
    guard let error else { return }
    unlinkat(descriptor, draft, 0)
    throw SystemError(error)
  }
}

/// A single file that a command writes.
public enum OutputFile {
  /// Puts `bytes` at `path` in one step, in place of a file that is there. Folders above it are made.
  ///
  /// - Throws: `UnwritableFile`.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(UnwritableFile) {
    do throws(SystemError) {
      try Folder(making: path.parentFolder).replace(path.lastComponent, with: bytes)
    } catch {
      throw UnwritableFile(path: path, reason: error.description)
    }
  }
}

/// A file can't be written.
public struct UnwritableFile: Error, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "can't write '\(path)': \(reason); name another file" }
}

extension String {
  /// What stands before the last slash of a path: the folder, `.` where there is none.
  fileprivate var parentFolder: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// What stands after the last slash of a path.
  fileprivate var lastComponent: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }
}

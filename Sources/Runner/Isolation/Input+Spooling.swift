internal import CProcess
internal import Glibc

extension Input {
  /// This input with its bytes at another path, as a file.
  func read(from path: [UInt8]) -> Input {
    Input(
      id: id, uri: uri, kind: .named, mediaType: mediaType, isDeclared: isDeclared, form: form, listIndex: listIndex,
      position: position, path: (path + [0]).map { CChar(bitPattern: $0) })
  }

  /// A copy of what can be read but once, standard input or a pipe, for workers that may have to read it again; `nil` for
  /// a file.
  func spooled(limit: Int) throws(ReadError) -> MemoryFile? {
    guard !canBeReadAgain else { return nil }
    return try MemoryFile(try bytes(limit: limit))
  }

  /// Whether it is no pipe.
  var canBeReadAgain: Bool {
    switch kind {
    case _ where payload != nil: true
    case .standardInput: false
    case .named: isRegularFile
    default: true
    }
  }

  private var isRegularFile: Bool {
    var status = Glibc.stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

/// A file in memory that other processes of this user can open as long as it is kept.
final class MemoryFile {
  private let descriptor: CInt

  init(_ bytes: [UInt8]) throws(ReadError) {
    descriptor = cprocess_memory_file("galley-input")
    guard descriptor >= 0 else { throw .unreadable(reason: systemReason(errno)) }
    if let error = write(bytes, to: descriptor) {
      close(descriptor)
      throw .unreadable(reason: systemReason(error))
    }
  }

  deinit { close(descriptor) }

  var path: [UInt8] { Array("/proc/\(getpid())/fd/\(descriptor)".utf8) }
}

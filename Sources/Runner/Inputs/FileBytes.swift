internal import Glibc

extension Input {
  /// All bytes of the input, read once.
  ///
  /// - Throws: `ReadError`, `tooLarge` before more than `limit` bytes are kept.
  public func bytes(limit: Int) throws(ReadError) -> [UInt8] {
    switch kind {
    case .standardInput: return try readAll(STDIN_FILENO, expected: 0, limit: limit)
    case .unreadableFolder(let error): throw .unreadable(reason: systemReason(error))
    default: break
    }
    // A file that became a pipe since the walk would make a plain open wait for a writer.
    let flags = kind == .file ? O_RDONLY | O_CLOEXEC | O_NONBLOCK : O_RDONLY | O_CLOEXEC
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw .unreadable(reason: systemReason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: systemReason(errno)) }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    guard isRegular || kind != .file else { throw .noFile }
    guard Int(status.st_size) <= limit else { throw .tooLarge(limit: limit) }
    return try readAll(descriptor, expected: isRegular ? Int(status.st_size) : 0, limit: limit)
  }
}

/// Reads until the end of the file.
///
/// - Parameter expected: the size, as far as it is known: that many bytes are read by one call and without copies, and
///   less than asked for is the end. 0 for what has no size (pipes, files of /proc).
private func readAll(_ descriptor: CInt, expected: Int, limit: Int) throws(ReadError) -> [UInt8] {
  var bytes = try readChunk(descriptor, of: expected > 0 ? expected + 1 : 1 << 16)
  if expected > 0, bytes.count <= expected { return bytes }
  while bytes.count <= limit {
    let chunk = try readChunk(descriptor, of: max(1 << 16, min(bytes.count, 1 << 24)))
    if chunk.isEmpty { return bytes }
    bytes += chunk
  }
  throw .tooLarge(limit: limit)
}

/// What one successful read(2) of at most `count` bytes gives.
private func readChunk(_ descriptor: CInt, of count: Int) throws(ReadError) -> [UInt8] {
  var error: CInt = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    var result: Int
    repeat { result = read(descriptor, buffer.baseAddress, count) } while result < 0 && errno == EINTR
    error = result < 0 ? errno : 0
    initialized = max(0, result)
  }
  guard error == 0 else { throw .unreadable(reason: systemReason(error)) }
  return bytes
}

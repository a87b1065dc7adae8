internal import Glibc

extension Input {
  /// All bytes of the input, read once.
  ///
  /// - Throws: `ReadError`, `tooLarge` before more than `limit` bytes are kept.
  public func bytes(limit: Int) throws(ReadError) -> [UInt8] {
    if let payload { return payload.bytes }
    let file = try open()
    defer { file.close() }
    guard file.size ?? 0 <= limit else { throw .tooLarge(limit: limit) }
    return try readAll(file.descriptor, expected: file.size ?? 0, limit: limit)
  }

  /// Opens the file.
  func open() throws(ReadError) -> OpenFile {
    switch kind {
    case .standardInput: return OpenFile(descriptor: STDIN_FILENO, size: nil)
    case .unreadableFolder(let error): throw .unreadable(reason: systemReason(error))
    case .broken(let reason): throw .malformed(reason)
    default: break
    }
    // A file that became a pipe since the walk would make a plain open wait for a writer.
    let flags = kind == .file ? O_RDONLY | O_CLOEXEC | O_NONBLOCK : O_RDONLY | O_CLOEXEC
    let descriptor = Glibc.open(path, flags)
    guard descriptor >= 0 else { throw .unreadable(reason: systemReason(errno)) }
    do throws(ReadError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: systemReason(errno)) }
      let isRegular = status.st_mode & S_IFMT == S_IFREG
      guard isRegular || kind != .file else { throw .noFile }
      return OpenFile(descriptor: descriptor, size: isRegular ? Int(status.st_size) : nil)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }
}

/// A file that is open for reading.
struct OpenFile {
  let descriptor: CInt
  /// The bytes that it has; `nil` for what has no size, as pipes.
  let size: Int?

  /// Closes it, unless it is standard input.
  func close() { if descriptor != STDIN_FILENO { Glibc.close(descriptor) } }
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

internal import Glibc

extension Input {
  /// All bytes of the input, read once.
  ///
  /// - Throws: `ReadError`, `tooLarge` before more than `limit` bytes are kept, `leftOut` after the first of what is no
  ///   document.
  public func bytes(limit: Int) throws(ReadError) -> [UInt8] {
    if let payload { return payload.bytes }
    guard !isUntold else { return try untoldBytes(limit: limit) }
    let file = try open()
    defer { file.close() }
    return try file.bytes(limit: limit)
  }

  private func untoldBytes(limit: Int) throws(ReadError) -> [UInt8] {
    let (file, head) = try openUntold()
    defer { file.close() }
    return try file.bytes(after: head, limit: limit)
  }

  /// Opens a file whose kind its first bytes decide, and reads these.
  ///
  /// - Throws: `leftOut`, also where the file can't be read: nothing says that it is a document.
  private func openUntold() throws(ReadError) -> (OpenFile, head: [UInt8]) {
    let file: OpenFile
    do throws(ReadError) { file = try open() } catch {
      throw .leftOut(reason: "its name tells no kind of content, and it \(error)")
    }
    do throws(ReadError) {
      let head = try readChunk(file.descriptor, of: MediaType.toldWithin)
      _ = try kind(by: head.span)
      return (file, head)
    } catch {
      file.close()
      throw error
    }
  }

  /// Why it is not read, its first bytes looked at where its name does not tell; `nil` where it is.
  func lookedUpSkipReason() -> String? {
    guard isUntold, payload == nil else { return skipReason }
    do throws(ReadError) {
      try openUntold().0.close()
      return nil
    } catch {
      return "\(error)"
    }
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
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable(reason: systemReason(errno)) }
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

  /// All bytes until the end of the file.
  ///
  /// Where the size is known that many are read by one call and without copies, and less than asked for is the end. It is
  /// not of pipes, and 0 of files of /proc.
  ///
  /// - Parameter head: what has been read of them.
  func bytes(after head: [UInt8] = [], limit: Int) throws(ReadError) -> [UInt8] {
    guard size ?? 0 <= limit else { throw .tooLarge(limit: limit) }
    let expected = max(0, (size ?? 0) - head.count)
    let rest = try readChunk(descriptor, of: expected > 0 ? expected + 1 : 1 << 16)
    var bytes = head.isEmpty ? rest : head + rest
    if expected > 0, rest.count <= expected { return bytes }
    while bytes.count <= limit {
      let chunk = try readChunk(descriptor, of: max(1 << 16, min(bytes.count, 1 << 24)))
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    throw .tooLarge(limit: limit)
  }
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

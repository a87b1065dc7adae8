internal import Glibc

/// An open folder.
final class Folder {
  let descriptor: CInt

  private init(descriptor: CInt) throws(SystemError) {
    guard descriptor >= 0 else { throw SystemError(errno) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens the folder at `path`, which is made with all above it where it is not there.
  convenience init(making path: String) throws(SystemError) {
    let ends = path.utf8.indices.dropFirst().filter { path.utf8[$0] == UInt8(ascii: "/") } + [path.endIndex]
    var refusal: SystemError?
    for end in ends where mkdir(String(path[..<end]), 0o777) != 0 && errno != EEXIST {
      refusal = refusal ?? SystemError(errno)
    }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // That it is not there is only what follows from why it could not be made.
    if descriptor < 0, errno == ENOENT, let refusal { throw refusal }
    try self.init(descriptor: descriptor)
  }

  /// Opens the folder called `name` in this one, made where it is not there. A symbolic link is none.
  func folder(_ name: String) throws(SystemError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var child = openat(descriptor, name, flags)
    // Another run may make it, or remove an empty one, between two calls.
    for _ in 0..<3 where child < 0 && errno == ENOENT {
      guard mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else { throw SystemError(errno) }
      child = openat(descriptor, name, flags)
    }
    return try Folder(descriptor: child)
  }

  /// Opens the folder called `name` in this one; `nil` where none is there. A symbolic link is none.
  func existingFolder(_ name: String) throws(SystemError) -> Folder? {
    let child = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard child < 0, [ENOENT, ENOTDIR, ELOOP].contains(errno) else { return try Folder(descriptor: child) }
    return nil
  }

  /// Removes the file called `name`; a folder stays.
  ///
  /// - Returns: whether it was there.
  func removeFile(_ name: String) throws(SystemError) -> Bool {
    if unlinkat(descriptor, name, 0) == 0 { return true }
    guard [ENOENT, EISDIR].contains(errno) else { throw SystemError(errno) }
    return false
  }

  /// The names of what is in this folder.
  private var names: [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func removeFiles(except kept: Set<String> = []) {
    for name in names where !kept.contains(name) { unlinkat(descriptor, name, 0) }
  }

  /// Removes the drafts of runs that were killed.
  func removeLeftovers() {
    for name in names where name.hasPrefix("tmp-") {
      guard let process = pid_t(name.dropFirst(4)), kill(process, 0) != 0, errno == ESRCH else { continue }
      if let leftover = try? folder(name) { leftover.removeFiles() }
      unlinkat(descriptor, name, AT_REMOVEDIR)
    }
  }
}

/// An error of a system call.
struct SystemError: Error, Hashable, CustomStringConvertible {
  let number: CInt

  init(_ number: CInt) { self.number = number }

  static let vanished = SystemError(ENOENT)

  var description: String { systemReason(number) }

  /// Whether the error is of one name, so that writing to another may work.
  var isOfThisPlace: Bool {
    [ENAMETOOLONG, EISDIR, ENOTDIR, ELOOP, EEXIST, ENOTEMPTY, EXDEV, EACCES, EPERM, EINVAL, EILSEQ].contains(number)
  }
}

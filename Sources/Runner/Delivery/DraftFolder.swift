internal import Glibc
internal import Synchronization

/// A complete output that has no name yet.
struct Draft: Hashable, Sendable {
  /// The file's name in the folder of drafts.
  let name: String
  let byteCount: Int
}

/// The folder in which outputs are written before they get their names. Several threads may write drafts at once.
final class DraftFolder: Sendable {
  let descriptor: CInt
  /// What messages call the place: the output folder.
  private let path: String
  /// What the names of this run's drafts begin with, so that they are not those of another's.
  private let prefix: String
  private let count = Atomic<Int>(0)

  /// - Parameter folder: stays open as long as the drafts are written.
  init(_ folder: borrowing Folder, in path: String, prefix: String) throws(SystemError) {
    descriptor = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw SystemError(errno) }
    self.path = path
    self.prefix = prefix
  }

  deinit { close(descriptor) }

  /// Writes `bytes` into a draft of their own.
  func write(_ bytes: [UInt8]) throws(DeliveryError) -> Draft {
    let file = try open()
    do throws(DeliveryError) {
      try append(bytes, to: file)
      guard close(file.descriptor) == 0 else { throw .unwritable(path, reason: systemReason(errno)) }
    } catch {
      unlinkat(descriptor, file.name, 0)
      throw error
    }
    return Draft(name: file.name, byteCount: bytes.count)
  }

  /// A draft that is being written.
  struct File {
    let name: String
    let descriptor: CInt
  }

  /// Creates an empty draft.
  func open() throws(DeliveryError) -> File {
    let name = prefix + String(count.add(1, ordering: .relaxed).newValue)
    let file = openat(descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path, reason: systemReason(errno)) }
    return File(name: name, descriptor: file)
  }

  func append(_ bytes: [UInt8], to file: File) throws(DeliveryError) {
    if let error = Runner.write(bytes, to: file.descriptor) { throw .unwritable(path, reason: systemReason(error)) }
  }

  /// Closes a draft that has all its bytes.
  func complete(_ file: File, byteCount: Int) throws(DeliveryError) -> Draft {
    guard close(file.descriptor) == 0 else { throw .unwritable(path, reason: systemReason(errno)) }
    return Draft(name: file.name, byteCount: byteCount)
  }

  func discard(_ draft: Draft) { unlinkat(descriptor, draft.name, 0) }

  func discard(_ file: File) {
    close(file.descriptor)
    unlinkat(descriptor, file.name, 0)
  }
}

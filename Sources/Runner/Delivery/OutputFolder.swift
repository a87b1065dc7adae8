internal import Glibc

/// The folder that a run writes to. Files are written under `.galley/tmp-PID` in it, where no one takes them for results,
/// and renamed when they are complete.
///
/// All paths go from an open folder to the next without following symbolic links, so nothing is written outside whatever
/// stands in the folder.
final class OutputFolder {
  private let path: String
  private let root: Folder
  private let reserved: Folder
  private let temporary: Folder
  private let temporaryName: String
  private var temporaryCount = 0
  /// The folder that the last file was put into; inputs come folder by folder.
  private var last: (names: [Substring], folder: Folder)?

  /// Opens the folder at `path`, made with all above it as needed.
  init(_ path: String) throws(DeliveryError) {
    self.path = path
    temporaryName = "tmp-\(getpid())"
    do {
      root = try Folder(making: path)
      reserved = try root.folder(OutputPath.reserved)
      reserved.removeLeftovers()
      temporary = try reserved.folder(temporaryName)
    } catch {
      throw .unwritable(path, reason: error.description)
    }
  }

  /// A file that is being written: its temporary name, and the open descriptor.
  struct Draft {
    let name: String
    let descriptor: CInt
  }

  /// Creates a file that has no name of its own yet.
  func draft() throws(DeliveryError) -> Draft {
    temporaryCount += 1
    let name = String(temporaryCount)
    let descriptor = openat(temporary.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path, reason: systemReason(errno)) }
    return Draft(name: name, descriptor: descriptor)
  }

  func append(_ bytes: [UInt8], to draft: Draft) throws(DeliveryError) {
    if let error = write(bytes, to: draft.descriptor) { throw .unwritable(path, reason: systemReason(error)) }
  }

  /// Closes a draft and gives it its name, in place of a file that has it. Removes it where that fails.
  func publish(_ draft: Draft, as output: OutputPath) throws(DeliveryError) {
    var name: String { (output.folders + [output.file]).joined(separator: "/") }
    guard close(draft.descriptor) == 0 else { throw .unwritable("\(path)/\(name)", reason: systemReason(errno)) }
    var error = place(draft, as: output)
    if error == .vanished {  // the folder at hand may have been removed, and can be made again
      last = nil
      error = place(draft, as: output)
    }
    guard let error else { return }
    unlinkat(temporary.descriptor, draft.name, 0)
    guard error.isOfThisPlace else { throw .unwritable("\(path)/\(name)", reason: error.description) }
    throw .unplaceable(name, reason: error.description)
  }

  /// Closes and removes a draft.
  func discard(_ draft: Draft) {
    close(draft.descriptor)
    unlinkat(temporary.descriptor, draft.name, 0)
  }

  private func place(_ draft: Draft, as output: OutputPath) -> SystemError? {
    do {
      let folder = try folder(output.folders)
      let result = renameat(temporary.descriptor, draft.name, folder.descriptor, String(output.file))
      return result == 0 ? nil : SystemError(errno)
    } catch {
      return error
    }
  }

  private func folder(_ names: [Substring]) throws(SystemError) -> Folder {
    if let last, last.names == names { return last.folder }
    var folder = root
    for name in names { folder = try folder.folder(String(name)) }
    last = (names, folder)
    return folder
  }

  /// Removes the runner's own folder as far as it is empty.
  func clean() {
    temporary.removeFiles()
    unlinkat(reserved.descriptor, temporaryName, AT_REMOVEDIR)
    unlinkat(root.descriptor, OutputPath.reserved, AT_REMOVEDIR)
  }
}

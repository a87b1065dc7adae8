internal import CLinux
internal import Glibc

/// The folder that a run writes to. Files are written in a folder of drafts under `.galley` in it, where no one takes
/// them for results, and renamed when they are complete.
///
/// All paths go from an open folder to the next without following symbolic links, so nothing is written outside whatever
/// stands in the folder.
final class OutputFolder {
  let path: String
  let root: Folder
  /// The runner's own folder in it.
  let reserved: Folder
  let drafts: DraftFolder
  private let draftFolder: Folder
  private let draftFolderName: String
  /// The folder that the last file was put into; inputs come folder by folder.
  private var last: (names: [Substring], folder: Folder)?

  /// Opens the folder at `path`, made with all above it as needed.
  ///
  /// - Parameters:
  ///   - draftFolderName: the name of the folder of drafts in the runner's own.
  ///   - draftPrefix: what the names of drafts begin with.
  init(_ path: String, draftFolderName: String, draftPrefix: String = "") throws(DeliveryError) {
    self.path = path
    self.draftFolderName = draftFolderName
    do {
      root = try Folder(making: path)
      reserved = try root.folder(OutputPath.reserved)
      reserved.removeLeftovers()
      draftFolder = try reserved.folder(draftFolderName)
      drafts = try DraftFolder(draftFolder, in: path, prefix: draftPrefix)
    } catch {
      throw .unwritable(path, reason: error.description)
    }
  }

  /// Gives a draft its name, in place of a file that has it. Removes it where that fails.
  func publish(_ draft: Draft, as output: OutputPath) throws(DeliveryError) {
    var error = place(draft, as: output)
    if error == .vanished {  // the folder at hand may have been removed, and can be made again
      last = nil
      error = place(draft, as: output)
    }
    guard let error else { return }
    drafts.discard(draft)
    guard error.isOfThisPlace else { throw .unwritable("\(path)/\(output.name)", reason: error.description) }
    throw .unplaceable(output.name, reason: error.description)
  }

  /// Makes the folders above an output, and finds out whether a file can be put at its name.
  ///
  /// - Throws: `unplaceable`, or `unwritable` where nothing can be written any more.
  func checkPlace(of output: OutputPath) throws(DeliveryError) {
    var refusal: SystemError?
    do throws(SystemError) {
      let folder = try folder(output.folders)
      var status = stat()
      if fstatat(folder.descriptor, String(output.file), &status, AT_SYMLINK_NOFOLLOW) == 0 {
        if status.st_mode & S_IFMT == S_IFDIR { refusal = SystemError(EISDIR) }
      } else if errno != ENOENT {
        refusal = SystemError(errno)
      }
    } catch {
      refusal = error
    }
    guard let refusal else { return }
    guard refusal.isOfThisPlace else { throw .unwritable("\(path)/\(output.name)", reason: refusal.description) }
    throw .unplaceable(output.name, reason: refusal.description)
  }

  /// Removes the file called `name`, if it is there, and the folders above it that are empty then.
  func remove(_ name: String) throws(DeliveryError) {
    let output = try OutputPath(name)
    var folders = [root]
    do throws(SystemError) {
      for name in output.folders {
        guard let last = folders.last, let next = try last.existingFolder(String(name)) else { return }
        folders.append(next)
      }
      guard try folders.last?.removeFile(String(output.file)) ?? false else { return }
    } catch {
      throw .unwritable("\(path)/\(name)", reason: error.description)
    }
    if !output.folders.isEmpty { last = nil }
    for (name, parent) in zip(output.folders, folders).reversed() {
      guard unlinkat(parent.descriptor, String(name), AT_REMOVEDIR) == 0 else { return }
    }
  }

  /// Brings all that was written in the folder's file system to the disk (syncfs(2)): one call for many files, which costs
  /// no more than one file's fsync(2) does for each.
  func synchronize() throws(DeliveryError) {
    while galley_syncfs(root.descriptor) != 0 {
      guard errno == EINTR else { throw .unwritable(path, reason: systemReason(errno)) }
    }
  }

  private func place(_ draft: Draft, as output: OutputPath) -> SystemError? {
    do {
      let folder = try folder(output.folders)
      let result = renameat(drafts.descriptor, draft.name, folder.descriptor, String(output.file))
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

  func hasDraft(called name: String) -> Bool { faccessat(drafts.descriptor, name, F_OK, 0) == 0 }

  func removeDrafts(except kept: Set<String> = []) { draftFolder.removeFiles(except: kept) }

  /// Opens what an earlier run has written as a shared file; `nil` where it is not there or not as it was.
  func open(_ name: String, draft: String?, number: Int, count: Int) -> SharedFile.Physical? {
    let folder = draft == nil ? root.descriptor : drafts.descriptor
    let descriptor = openat(folder, draft ?? name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    fstat(descriptor, &status)
    let isWhole = draft == nil ? Int(status.st_size) == count : Int(status.st_size) >= count
    guard isWhole, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    return SharedFile.Physical(number: number, descriptor: descriptor, count: count, isPublished: draft == nil)
  }

  /// Removes all drafts, and their folder and the runner's own as far as they are empty.
  func clean() {
    draftFolder.removeFiles()
    unlinkat(reserved.descriptor, draftFolderName, AT_REMOVEDIR)
    unlinkat(root.descriptor, OutputPath.reserved, AT_REMOVEDIR)
  }
}

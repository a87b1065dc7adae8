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

  /// Removes all drafts, and their folder and the runner's own as far as they are empty.
  func clean() {
    draftFolder.removeFiles()
    unlinkat(reserved.descriptor, draftFolderName, AT_REMOVEDIR)
    unlinkat(root.descriptor, OutputPath.reserved, AT_REMOVEDIR)
  }
}

internal import Glibc

/// Walks folders and fills an `InputList`. Symbolic links are followed, except back into a folder that contains them.
///
/// Not by fts(3): it asks for the status of every file and keeps all of a folder's entries at some 300 bytes each, where
/// readdir(3) tells what is a file for free.
struct InputWalk {
  private(set) var list: InputList
  private let written: [FileIdentity]
  /// What the user's pattern lets through of the folder that it begins with.
  private var pattern: Glob?
  /// Folders still to be listed: the path relative to the root, and the index of its parent in `visited`.
  private var pending: [(path: [UInt8], parent: Int?)] = []
  /// The folders listed, each with its parent's index, so that a link back to one above is known.
  private var visited: [(folder: FileIdentity, parent: Int?)] = []

  init(selection: InputSelection, written: [FileIdentity]) {
    list = InputList(
      include: selection.include.map(Glob.init), exclude: selection.exclude.map(Glob.init), format: selection.format)
    self.written = written
  }

  /// Adds the file or all of the folder at `path`, as the user named it.
  mutating func add(_ path: String) throws(InputError) {
    list.addRoot(path)
    if path == "-" { return list.add([], as: .standardInput) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      let error = errno
      guard let (folder, pattern) = Glob.split(path) else {
        throw .missing(path: path, reason: systemReason(error))
      }
      return try add(folder, matching: pattern, of: path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return list.add([], as: .named) }
    guard !written.contains(FileIdentity(status)) else { throw .outputIsInput(path: path) }
    walk(path)
  }

  /// Adds what the pattern `path` fits: files of `folder`, and all of folders.
  private mutating func add(_ folder: String, matching pattern: Glob, of path: String) throws(InputError) {
    list.addRoot(folder)
    self.pattern = pattern
    let count = list.count
    walk(folder)
    self.pattern = nil
    guard list.count > count else { throw .noMatch(pattern: path) }
  }

  /// Adds files and folders that the user lists. Files that are not there fail when their turn comes, as what is removed
  /// between listing and reading does; only folders are opened now.
  mutating func add(_ paths: PathList) throws(InputError) {
    var isRooted = false
    for path in paths.paths {
      var status = stat()
      let isFolder = stat(path.map(CChar.init(bitPattern:)) + [0], &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      guard !isFolder else {
        try add(String(decoding: path, as: UTF8.self))
        isRooted = false
        continue
      }
      if !isRooted { list.addRoot(".") }
      isRooted = true
      list.add(path, as: .listed)
    }
  }

  private mutating func walk(_ path: String) {
    let count = list.count
    pending = [([], nil)]
    while let (folder, parent) = pending.popLast() { visit(folder, parent: parent, in: path) }
    list.sort(from: count)
    visited = []
  }

  private mutating func visit(_ folder: [UInt8], parent: Int?, in root: String) {
    let path = root.utf8.joinedPath(folder[...]).map(CChar.init(bitPattern:)) + [0]
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      let error = errno
      if descriptor >= 0 { close(descriptor) }
      return list.add(folder[...], as: .unreadableFolder, error: error)
    }
    defer { closedir(stream) }
    var status = stat()
    fstat(descriptor, &status)
    let identity = FileIdentity(status)
    // What runs have written there is no input, unless it is named itself.
    let isOutput = parent != nil && faccessat(descriptor, LedgerFile.relativePath, F_OK, 0) == 0
    guard !isOutput, !written.contains(identity) else {
      list.excludedCount += 1
      return
    }
    guard !isInside(identity, parent) else { return list.add(folder[...], as: .cycle) }
    visited.append((identity, parent))
    let index = visited.count - 1
    let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
    errno = 0
    while let entry = readdir(stream) {
      defer { errno = 0 }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          UnsafeRawBufferPointer(start: name, count: strlen(name)).map { $0 }
        }
      }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      guard name.first != UInt8(ascii: ".") else {
        list.hiddenCount += 1
        continue
      }
      add(prefix + name, mode: mode(of: entry, in: descriptor), parent: index)
    }
    if errno != 0 { list.add(folder[...], as: .unreadableFolder, error: errno) }
  }

  private mutating func add(_ path: [UInt8], mode: mode_t?, parent: Int) {
    guard !list.exclude.contains(where: { $0.matches(path[...]) }) else {
      list.excludedCount += 1
      return
    }
    let isChosen = pattern?.matchesPath(path[...]) ?? true
    if mode == S_IFDIR {
      if isChosen || pattern?.mayMatch(inside: path[...]) == true { pending.append((path, parent)) }
      return
    }
    guard isChosen else { return }
    guard list.include.isEmpty || list.include.contains(where: { $0.matches(path[...]) }) else {
      list.excludedCount += 1
      return
    }
    // A link that leads nowhere has no mode: it is a file that fails to be read, in the system's words.
    list.add(path[...], as: mode == S_IFREG || mode == nil ? .file : .special)
  }

  /// The file type bits of what `entry` leads to; `nil` where it leads nowhere.
  private func mode(of entry: UnsafeMutablePointer<dirent>, in folder: CInt) -> mode_t? {
    switch Int(entry.pointee.d_type) {
    case DT_REG: return S_IFREG
    case DT_DIR: return S_IFDIR
    default:
      var status = stat()
      let result = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { fstatat(folder, $0, &status, 0) }
      }
      return result == 0 ? status.st_mode & S_IFMT : nil
    }
  }

  private func isInside(_ folder: FileIdentity, _ parent: Int?) -> Bool {
    var ancestor = parent
    while let index = ancestor {
      if visited[index].folder == folder { return true }
      ancestor = visited[index].parent
    }
    return false
  }
}

/// What makes two paths lead to the same file.
struct FileIdentity: Hashable, Sendable {
  let device: UInt
  let inode: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  /// The identity of what is at `path`, or `nil` where nothing is.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// The system's words for an error number: "No such file or directory".
func systemReason(_ error: CInt) -> String { String(cString: strerror(error)) }

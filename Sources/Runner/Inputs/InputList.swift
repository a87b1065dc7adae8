internal import Glibc

/// The inputs of a run in the order in which their documents are delivered: as the user named files and folders, and
/// those of a folder by the bytes of their relative paths.
///
/// An input is some twenty bytes and its path here, so that a list of millions fits in memory; `Input`s are made of it
/// one at a time.
public struct InputList: Sendable {
  struct Entry {
    /// Where the relative path begins in `paths`.
    var start: Int
    var root: UInt32
    /// The length of the relative path; 0 where the root itself is the input. Linux has none longer than 4096 bytes.
    var count: UInt16
    var kind: EntryKind
    /// The error of an unreadable folder.
    var error: UInt8 = 0
  }
  enum EntryKind: UInt8 {
    case file, named, listed, standardInput, special, cycle, unreadableFolder
    /// Files of folders whose names tell no kind of content, and give way to others.
    case namesake, backup
  }

  private var roots: [String] = []
  private var paths: [UInt8] = []
  private var entries: [Entry] = []
  /// The form of what is named by itself, where the user declares it.
  private let declaredFormat: InputFormat?
  /// Whether any file may have many documents, so that their number is not known before they are read.
  public private(set) var hasContainers = false
  /// Files and folders that were left out because their names begin with a dot, folders counted as one.
  public internal(set) var hiddenCount = 0
  /// Files and folders that `include`, `exclude` or being an output folder left out, folders counted as one.
  public internal(set) var excludedCount = 0

  /// What a batch stage has decided about each input; `nil` before it has, or where there is none.
  var decisions: BatchDecisions?

  /// Which files of folders to take, and which members of archives.
  let include: [Glob]
  let exclude: [Glob]

  init(include: [Glob] = [], exclude: [Glob] = [], format: InputFormat? = nil) {
    self.include = include
    self.exclude = exclude
    declaredFormat = format
  }

  mutating func addRoot(_ path: String) { roots.append(path) }

  /// Adds what is at `path` below the last root.
  mutating func add(_ path: ArraySlice<UInt8>, as kind: EntryKind, error: CInt = 0) {
    entries.append(
      Entry(
        start: paths.count, root: UInt32(roots.count - 1), count: UInt16(clamping: path.count), kind: kind,
        error: UInt8(clamping: error)))
    paths.append(contentsOf: path)
  }

  /// Sorts what was added since there were `count` inputs.
  mutating func sort(from count: Int) {
    paths.withUnsafeBytes { paths in
      entries[count...].sort { left, right in
        guard let base = paths.baseAddress else { return false }
        let order = memcmp(base + left.start, base + right.start, Int(Swift.min(left.count, right.count)))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }

  /// The path relative to the root, and the root's number: each folder is a root, whose inputs are in order.
  func path(of index: Int) -> ArraySlice<UInt8> {
    paths[entries[index].start..<entries[index].start + Int(entries[index].count)]
  }
  func root(of index: Int) -> UInt32 { entries[index].root }

  /// The first input that can't be read a second time: standard input, a pipe, a device.
  var firstReadOnce: String? {
    entries.indices.first { entries[$0].kind != .file && self[$0].isReadOnce }.map { self[$0].uri }
  }

  /// Notes whether there are containers and which files give way to others, and throws where two files have one id. Those
  /// of records are known later.
  mutating func check() throws(InputError) {
    let list = self
    var containers = 0
    var untold: [Int] = []
    func id(_ index: Int) -> String? {
      let input = list[index]
      if input.isContainer { containers += 1 }
      if input.isUntold { untold.append(index) }
      return input.isKnownByName ? input.id : nil
    }
    let hashes = NameHashes(indices, of: id)
    for index in untold {
      if hashes.number(of: list[index].id) != nil {
        entries[index].kind = .namesake
      } else if list.isBackup(index) {
        entries[index].kind = .backup
      }
    }
    hasContainers = containers > 0
    let repetitions = hashes.repetitions(of: id)
    guard !repetitions.isEmpty else { return }
    throw .equalIDs(repetitions.map { InputError.EqualID(id: list[$1].id, first: list[$0].uri, second: list[$1].uri) })
  }
}

extension InputList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(index: Int) -> Input {
    let entry = entries[index]
    let root = roots[Int(entry.root)]
    let relative = path(of: index)
    var path = root == "." && !relative.isEmpty ? Array(relative) : root.utf8.joinedPath(relative)
    let uri = String(fileName: path)
    path.append(0)
    let name = relative.isEmpty ? root.utf8.lastName : String(fileName: relative)
    let kind: Input.Kind =
      switch entry.kind {
      case .file: .file
      case .named, .listed: .named
      case .standardInput: .standardInput
      case .special: .special
      case .cycle: .cycle
      case .unreadableFolder: .unreadableFolder(CInt(entry.error))
      case .namesake:
        .leftOut(
          reason: "its name tells no kind of content, and a file whose name does has its id: rename it to read both")
      case .backup: .leftOut(reason: "it is a backup of the file beside it: name it itself to read it")
      }
    let isNamed = kind == .standardInput || kind == .named
    let format = FileFormat(path: entry.kind == .listed ? String(fileName: relative.insidePath) : name)
    let declared = isNamed ? declaredFormat : nil
    return Input(
      id: kind == .standardInput ? "stdin" : String(format.stem), uri: uri, kind: kind,
      mediaType: declared?.mediaType ?? format.mediaType ?? (isNamed ? MediaType.plainText : nil),
      isDeclared: declared?.mediaType != nil, form: declared?.form ?? format.form, isCompressed: format.isCompressed,
      listIndex: index, position: index,
      path: path.withUnsafeBytes { $0.withMemoryRebound(to: CChar.self, Array.init) })
  }
}

extension String.UTF8View {
  /// The bytes of this folder's path and `relative` in it.
  func joinedPath(_ relative: ArraySlice<UInt8>) -> [UInt8] {
    var path: [UInt8] = []
    path.reserveCapacity(count + relative.count + 2)  // with the slash, and a NUL that callers add
    path += self
    guard !relative.isEmpty else { return path }
    if last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    path += relative
    return path
  }

  /// What stands after the last `/`.
  fileprivate var lastName: String { split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? "" }
}

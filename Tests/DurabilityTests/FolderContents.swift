import Glibc

/// The files under a folder, by their relative paths, byte by byte.
struct FolderContents: Equatable {
  var files: [String: [UInt8]] = [:]

  /// - Parameter omitted: names at the top that are left out.
  init(of folder: String, omitting omitted: Set<String> = [".galley"]) throws {
    try add(folder, prefix: "", omitting: omitted)
  }

  private mutating func add(_ folder: String, prefix: String, omitting omitted: Set<String>) throws {
    guard let stream = opendir(folder) else { throw Failure("no folder \(folder)") }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard name != ".", name != "..", !omitted.contains(name) else { continue }
      if Int32(entry.pointee.d_type) == DT_DIR {
        try add("\(folder)/\(name)", prefix: "\(prefix)\(name)/", omitting: [])
      } else {
        files[prefix + name] = try bytes(at: "\(folder)/\(name)")
      }
    }
  }

  /// What differs from `expected`, in words; empty where nothing does.
  func differences(from expected: FolderContents) -> [String] {
    let missing = expected.files.keys.filter { files[$0] == nil }.map { "'\($0)' is missing" }
    let strays = files.keys.filter { expected.files[$0] == nil }.map { "'\($0)' should not be there" }
    let changed = files.keys.filter { expected.files[$0] != nil && expected.files[$0] != files[$0] }
      .map { "'\($0)' differs" }
    return (missing + strays + changed).sorted()
  }
}

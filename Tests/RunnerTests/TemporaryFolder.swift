import Glibc
import Testing

/// A folder of one test's own.
struct TemporaryFolder {
  let path: String

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let parts = name.split(separator: "/")
    for depth in 0..<parts.count { mkdir(([path] + parts[..<depth].map(String.init)).joined(separator: "/"), 0o777) }
    let file = try #require(fopen("\(path)/\(name)", "w"))
    let bytes = Array(bytes)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
  }

  /// Writes a text file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String = "text") throws -> String {
    try write(name, text.utf8)
    return "\(path)/\(name)"
  }

  /// The contents of a file, or `nil` where there is none.
  func read(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a file, or `nil` where there is none.
  func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }

  /// The paths of all files and empty folders, hidden ones too, sorted; symbolic links are not followed.
  var files: [String] { Self.entries(of: path).flatMap { Self.files(at: "\(path)/\($0)", as: $0) }.sorted() }

  private static func files(at path: String, as name: String) -> [String] {
    guard isFolder(path) else { return [name] }
    let inside = entries(of: path)
    return inside.isEmpty ? ["\(name)/"] : inside.flatMap { files(at: "\(path)/\($0)", as: "\(name)/\($0)") }
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func delete(_ path: String) {
    if isFolder(path) { for name in entries(of: path) { delete("\(path)/\(name)") } }
    remove(path)
  }
}

/// Hands `body` a new folder under TMPDIR, and removes it afterwards.
func withTemporaryFolder<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/galley-test-XXXXXX".utf8CString)
  let created = mkdtemp(&template)
  try #require(created != nil, "no folder could be made in \(parent)")
  let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  defer { TemporaryFolder.delete(path) }
  return try body(TemporaryFolder(path: path))
}

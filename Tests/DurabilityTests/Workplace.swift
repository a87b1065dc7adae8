import Glibc

/// A folder of one test's own, with inputs and pipelines in it.
struct Workplace {
  let path: String

  var galley: Program { Program(folder: path) }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ text: String) throws {
    for end in name.utf8.indices where name.utf8[end] == UInt8(ascii: "/") { mkdir("\(path)/\(name[..<end])", 0o777) }
    guard let file = fopen("\(path)/\(name)", "w") else { throw Failure("can't write \(name)") }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure("can't write \(name)") }
  }

  func read(_ name: String) throws -> String { String(decoding: try bytes(at: "\(path)/\(name)"), as: UTF8.self) }

  func remove(_ name: String) throws { try shell("rm -rf '\(path)/\(name)'") }

  /// The files under a folder, the runner's own left out.
  func contents(of folder: String) throws -> FolderContents { try FolderContents(of: "\(path)/\(folder)") }
}

/// Hands `body` a new folder, and removes it afterwards.
///
/// In memory where that can be: a process that is killed leaves the same there, and a disk that others write to would make
/// each commit wait for them.
func withWorkplace<Result>(_ body: (Workplace) throws -> Result) throws -> Result {
  let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? memory
  var template = Array("\(parent)/galley-durability-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw Failure("no folder could be made in \(parent)") }
  let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  defer { _ = try? shell("chmod -R u+w '\(path)'; rm -rf '\(path)'") }
  return try body(Workplace(path: path))
}

/// All bytes of a file.
func bytes(at path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw Failure("can't read \(path)") }
  defer { fclose(file) }
  var status = stat()
  fstat(fileno(file), &status)
  return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    count = fread(buffer.baseAddress, 1, buffer.count, file)
  }
}

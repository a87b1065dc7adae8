import Glibc

/// Runs `body` with a folder of its own that is gone afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/galley-test-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw SystemFailure() }
  let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { removeTree(folder) }
  return try body(folder)
}

/// Writes `text` to the file `name` in `folder`, whose own folder has to be there.
@discardableResult
func write(_ text: String, to name: String, in folder: String) throws -> String {
  let path = "\(folder)/\(name)"
  guard let file = fopen(path, "w") else { throw SystemFailure() }
  defer { fclose(file) }
  guard fputs(text, file) >= 0 else { throw SystemFailure() }
  return path
}

/// A system call that a test rests on has failed.
struct SystemFailure: Error {
  let reason = String(cString: strerror(errno))
}

private func removeTree(_ path: String) {
  if remove(path) == 0 { return }
  guard let directory = opendir(path) else { return }
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != ".", name != ".." { removeTree("\(path)/\(name)") }
  }
  closedir(directory)
  remove(path)
}

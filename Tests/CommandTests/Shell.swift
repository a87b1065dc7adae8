import Glibc
import StageKit

/// The folder of this file.
let testFolder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")

/// The folder of the project.
let projectFolder = testFolder.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
  separator: "/")

/// The folder into which the program and its libraries are built: that of the running test.
func programFolder() throws -> String {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  guard count > 0 else { throw ShellFailure(reason: "no /proc/self/exe") }
  let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
}

/// Runs `line` by the shell and gives its exit status.
func runShell(_ line: String) throws -> Int32 {
  // Tests run on threads that block signals, and a child would inherit that.
  var none = sigset_t()
  var before = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &before)
  let status = system(line)
  pthread_sigmask(SIG_SETMASK, &before, nil)
  guard status != -1 else { throw ShellFailure(reason: String(cString: strerror(errno))) }
  return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
}

/// Builds a plugin of one file against the kit of this test, as `Examples/plugins/lead-summarize/README.md` says.
///
/// - Parameter source: relative to the project's folder; the module bears the file's name.
func buildPlugin(_ source: String, as library: String) throws {
  let program = try programFolder()
  let module = source.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
  let line = """
    cd '\(projectFolder)' && swiftc -parse-as-library -emit-library -swift-version 6 -module-name \(module) \
      -I '\(program)/Modules' -I Sources/GalleyKit/CJansson -L '\(program)' -lGalleyKit \
      '\(source)' -o '\(library)'
    """
  guard try runShell(line) == 0 else { throw ShellFailure(reason: "can't build \(source)") }
}

/// A new folder with the contents of `folder`.
func temporaryCopy(of folder: String) throws -> String {
  var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/galley-test-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw ShellFailure(reason: String(cString: strerror(errno))) }
  let copy = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  guard try runShell("cp -R '\(folder)/.' '\(copy)'") == 0 else { throw ShellFailure(reason: "can't copy \(folder)") }
  return copy
}

/// The names in `folder`, sorted.
func names(in folder: String) throws -> [String] {
  guard let directory = opendir(folder) else { throw ShellFailure(reason: "no folder \(folder)") }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

/// Something that a test rests on has failed.
struct ShellFailure: Error {
  let reason: String
}

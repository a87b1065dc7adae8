internal import Glibc

/// Whole files, read and written.
enum File {
  /// - Throws: `UsageError` where the file can't be read or is not UTF-8.
  static func content(of path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw UsageError("can't read '\(path)': \(lastError)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    guard ferror(file) == 0 else { throw UsageError("can't read '\(path)': \(lastError)") }
    guard let content = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("'\(path)' is not UTF-8; 'iconv -t UTF-8' converts it")
    }
    return content
  }

  /// Writes beside the path and renames, so that the file is whole or as it was.
  ///
  /// - Throws: `UsageError` where that fails.
  static func save(_ bytes: [UInt8], to path: String) throws {
    let draft = path + ".draft"
    guard let file = fopen(draft, "w") else { throw UsageError("can't write '\(draft)': \(lastError)") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      unlink(draft)
      throw UsageError("can't write all of '\(draft)': \(lastError)")
    }
    guard rename(draft, path) == 0 else { throw UsageError("can't write '\(path)': \(lastError)") }
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}

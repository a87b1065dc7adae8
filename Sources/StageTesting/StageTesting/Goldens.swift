internal import Glibc
public import Testing

/// Compares `actual` with the golden file at `path`, which a person has read and found right.
///
/// `GALLEY_RECORD=1` in the environment writes the file anew and fails once, so that someone looks at it.
///
/// - Parameter path: relative to the folder of the test's source file.
public func expectGolden(
  _ actual: String, at path: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
) {
  let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let fullPath = "\(folder)/\(path)"
  if getenv("GALLEY_RECORD") != nil {
    guard let file = fopen(fullPath, "w") else {
      Issue.record("can't write \(fullPath): \(String(cString: strerror(errno)))", sourceLocation: location)
      return
    }
    fputs(actual, file)
    fclose(file)
    Issue.record("recorded \(path): read it, then run without GALLEY_RECORD", sourceLocation: location)
    return
  }
  guard let expected = contents(ofFile: fullPath) else {
    Issue.record("no golden file \(path): record it by GALLEY_RECORD=1", sourceLocation: location)
    return
  }
  guard actual != expected else { return }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let difference = new.difference(from: old).map { change in
    switch change {
    case .remove(let line, let text, _): "  line \(line + 1) - \(text)"
    case .insert(let line, let text, _): "  line \(line + 1) + \(text)"
    }
  }
  Issue.record(
    "\(path) differs (- expected, + found):\n\(difference.joined(separator: "\n"))", sourceLocation: location)
}

private func contents(ofFile path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes.append(contentsOf: chunk[..<count]) }
  return String(decoding: bytes, as: UTF8.self)
}

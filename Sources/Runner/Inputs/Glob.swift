internal import Glibc

/// A pattern of paths: `*.txt`, `drafts`, `2024/*.txt`, `**/old/**`.
///
/// A pattern without `/` is compared with names in any folder, one with `/` with whole paths relative to the input
/// folder. Between slashes `*`, `?` and `[a-z]` mean what they mean to the shell (fnmatch(3)), byte by byte; `**` stands
/// for any number of folders, at the end of a pattern for everything inside.
struct Glob: Sendable {
  private enum Segment: Sendable {
    case anyFolders
    case name([CChar])
  }
  private let segments: [Segment]

  init(_ pattern: String) {
    // No path has the name `.`, which says where one begins: `./2024/*.txt`.
    let names = pattern.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    let isPath = pattern.utf8.contains(UInt8(ascii: "/"))
    segments =
      (isPath ? [] : [.anyFolders])
      + names.map { $0.elementsEqual("**".utf8) ? .anyFolders : .name($0.map(CChar.init(bitPattern:)) + [0]) }
  }

  /// Whether the pattern fits `path`, whose names are separated by `/`.
  ///
  /// - Complexity: O(names of the path × names of the pattern).
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    let names = path.split(separator: UInt8(ascii: "/")).map { $0.map(CChar.init(bitPattern:)) + [0] }
    var name = 0
    var segment = 0
    // Where to go on when names after the last `**` don't fit: one more name belongs to it then.
    var retry: (name: Int, segment: Int)?
    while name < names.count {
      if segment < segments.count, case .anyFolders = segments[segment] {
        if segment == segments.count - 1 { return true }
        segment += 1
        retry = (name, segment)
      } else if segment < segments.count, case .name(let pattern) = segments[segment],
        fnmatch(pattern, names[name], 0) == 0
      {
        name += 1
        segment += 1
      } else if let (lastName, lastSegment) = retry {
        retry = (lastName + 1, lastSegment)
        (name, segment) = (lastName + 1, lastSegment)
      } else {
        return false
      }
    }
    return segment == segments.count
  }

  /// Whether the pattern fits `path` or a folder above it.
  func matchesPath(_ path: ArraySlice<UInt8>) -> Bool {
    matches(path) || path.indices.contains { path[$0] == UInt8(ascii: "/") && matches(path[..<$0]) }
  }

  /// Whether the pattern may fit something inside the folder `path`.
  func mayMatch(inside path: ArraySlice<UInt8>) -> Bool {
    var rest = segments[...]
    for name in path.split(separator: UInt8(ascii: "/")) {
      guard let segment = rest.popFirst() else { return false }
      guard case .name(let pattern) = segment else { return true }
      guard fnmatch(pattern, name.map(CChar.init(bitPattern:)) + [0], 0) == 0 else { return false }
    }
    return !rest.isEmpty
  }

  /// The folder that a path with wildcards begins with, and the pattern of what is below; `nil` where it has none.
  static func split(_ path: String) -> (folder: String, pattern: Glob)? {
    let bytes = path.utf8
    guard let wildcard = bytes.firstIndex(where: { "*?[".utf8.contains($0) }) else { return nil }
    guard let slash = bytes[..<wildcard].lastIndex(of: UInt8(ascii: "/")) else { return (".", Glob("/\(path)")) }
    let folder = slash == bytes.startIndex ? "/" : String(path[..<slash])
    return (folder, Glob(String(path[slash...])))
  }
}

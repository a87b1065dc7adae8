internal import TextBytes

/// The bytes that a component of a path can have on Linux (NAME_MAX).
private let longestComponent = 255

/// `path` made safe to create below a folder: relative, without `.` and `..`, control characters and overlong components.
///
/// Paths that differ in unsafe characters alone become one; whoever writes the files sees such collisions. A component
/// that is cut ends with a hash of what it was. Works on scalars and bytes: as characters "/" and a combining mark after
/// it are one, which is not a slash, but the file system sees one.
func safePath(_ path: String) -> String {
  guard !path.isSafe else { return path }
  let printable = String(String.UnicodeScalarView(path.unicodeScalars.map { $0.isUnsafeInNames ? "_" : $0 }))
  let components = printable.utf8.split(separator: UInt8(ascii: "/")).map { safeComponent(Substring($0)) }
  return components.isEmpty ? "_" : components.joined(separator: "/")
}

extension String {
  /// Whether this path is safe as it is: components of printable ASCII, as those of nearly all paths are.
  fileprivate var isSafe: Bool {
    let bytes = utf8.span
    var start = 0
    for end in 0...bytes.count {
      guard end == bytes.count || bytes[end] == UInt8(ascii: "/") else {
        guard 0x20..<0x7F ~= bytes[end] else { return false }
        continue
      }
      guard 1...longestComponent ~= end - start, end - start > 2 || bytes[end - 1] != UInt8(ascii: ".") else {
        return false
      }
      start = end + 1
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Control characters, line separators, and marks that reorder what a terminal shows.
  var isUnsafeInNames: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

private func safeComponent(_ component: Substring) -> String {
  let bytes = component.utf8
  if bytes.count <= 2, bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) {
    return String(repeating: "_", count: bytes.count)
  }
  guard bytes.count > longestComponent else { return String(component) }
  let ending = "-\(hash(bytes))\(fileExtension(of: bytes))"
  let kept = bytes.prefix(longestComponent - ending.utf8.count)
  // What is cut within a scalar is left out whole.
  let border = kept.lastIndex { $0 & 0xC0 != 0x80 } ?? kept.startIndex
  let isWhole = bytes[kept.endIndex] & 0xC0 != 0x80
  return String(Substring(isWhole ? kept : kept[..<border])) + ending
}

/// `.json` and the like, of up to 16 bytes; empty where there is none.
private func fileExtension(of component: Substring.UTF8View) -> String {
  guard let dot = component.suffix(16).lastIndex(of: UInt8(ascii: ".")) else { return "" }
  return String(Substring(component[dot...]))
}

/// Sixteen hexadecimal digits of `bytes`, the same in every process.
private func hash(_ bytes: Substring.UTF8View) -> String {
  let digits = String(FNV1a(bytes.span).value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

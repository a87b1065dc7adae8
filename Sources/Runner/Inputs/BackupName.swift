/// The name of a file that is called as editors, tools and downloads call the older copies of another: `a.html~`, `#a.html#`,
/// `a.html.orig`, `a.html.1`.
struct BackupName {
  /// The path of what it would be a copy of.
  let original: [UInt8]
  /// Whether a number tells it, as it may tell a version, too: `v1.2` is no copy of `v1`.
  let isNumbered: Bool

  init?(_ path: ArraySlice<UInt8>) {
    let folder = path.prefix(upTo: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)
    let name = path[folder.endIndex...]
    if name.last == UInt8(ascii: "~") {
      (original, isNumbered) = (Array(path.dropLast()), false)
    } else if name.count > 2, name.first == UInt8(ascii: "#"), name.last == UInt8(ascii: "#") {
      (original, isNumbered) = (Array(folder + name.dropFirst().dropLast()), false)
    } else if let dot = name.lastIndex(of: UInt8(ascii: ".")) {
      let suffix = path[(dot + 1)...]
      isNumbered = !suffix.isEmpty && suffix.allSatisfy { 0x30...0x39 ~= $0 }
      guard isNumbered || Self.suffixes.contains(where: suffix.elementsEqual) else { return nil }
      original = Array(path[..<dot])
    } else {
      return nil
    }
  }

  private static let suffixes = ["bak", "old", "orig"].map(\.utf8)
}

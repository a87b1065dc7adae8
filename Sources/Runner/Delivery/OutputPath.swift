/// An output's name taken apart: folders from the output folder down, and the file's own name.
struct OutputPath {
  let folders: [Substring]
  let file: Substring

  /// The whole name again.
  var name: String { (folders + [file]).joined(separator: "/") }

  /// The folder of the runner's own in the output folder.
  static let reserved = ".galley"

  /// The path of a file of the runner's own, `.galley/quarantine/plans.json`, or of one whose name was checked before.
  init(reserved name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    (folders, file) = (parts.dropLast(), parts.last ?? "")
  }

  /// - Throws: `badName` for a name that leads out of the output folder, into the runner's own, or to no file.
  init(_ name: String) throws(DeliveryError) {
    // By bytes, as the system does: to `String` a slash and a combining mark after it are one character, and no slash.
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
    let areNames = parts.allSatisfy { $0 != "" && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
    guard areNames, parts.first.map(String.init) != Self.reserved, let file = parts.last else { throw .badName(name) }
    self.file = file
    folders = parts.dropLast()
  }
}

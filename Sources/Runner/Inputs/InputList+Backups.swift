internal import DocumentModel
internal import TextBytes

extension InputList {
  /// Whether the file of a folder at `index` is called as editors, tools and downloads call the older copies of a file that is
  /// there too: `a.html~`, `a.html.orig`, `a.html.1`.
  func isBackup(_ index: Int) -> Bool {
    let path = path(of: index)
    if path.last == UInt8(ascii: "~") { return self.index(of: path.dropLast(), besides: index) != nil }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")),
      let original = self.index(of: path[..<dot], besides: index)
    else { return false }
    let suffix = path[(dot + 1)...]
    if Self.backupSuffixes.contains(where: suffix.elementsEqual) { return true }
    // `v1.2` is no copy of `v1`.
    return !suffix.isEmpty && suffix.allSatisfy { $0.isDigit } && !self[original].isUntold
  }

  private static let backupSuffixes = ["bak", "old", "orig"].map(\.utf8)

  /// The index of the file at `path` in the folder that the file at `index` is of.
  ///
  /// - Complexity: O(log *n*), as the inputs of a folder are in order.
  private func index(of path: ArraySlice<UInt8>, besides index: Int) -> Int? {
    // What is shorter comes first.
    let found = (0..<index).partitioningIndex { other in
      root(of: other) == root(of: index) && !self.path(of: other).lexicographicallyPrecedes(path)
    }
    return found < index && self.path(of: found) == path ? found : nil
  }
}

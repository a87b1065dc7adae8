internal import DocumentModel

extension InputList {
  /// Whether the file of a folder at `index` is called like an older copy of one that is there too.
  func isBackup(_ index: Int) -> Bool {
    guard let name = BackupName(path(of: index)), let original = self.index(of: name.original[...], beside: index)
    else {
      return false
    }
    return !name.isNumbered || !self[original].isUntold
  }

  /// The index of the file at `path` in the folder that the file at `index` is of.
  ///
  /// - Complexity: O(log *n*), as the inputs of a folder are in order.
  private func index(of path: ArraySlice<UInt8>, beside index: Int) -> Int? {
    let found = indices.partitioningIndex { other in
      root(of: other) == root(of: index)
        ? !self.path(of: other).lexicographicallyPrecedes(path) : root(of: other) > root(of: index)
    }
    return found < count && root(of: found) == root(of: index) && self.path(of: found) == path ? found : nil
  }
}

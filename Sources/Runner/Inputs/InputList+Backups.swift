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
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        root(of: middle) == root(of: index)
        ? self.path(of: middle).lexicographicallyPrecedes(path) : root(of: middle) < root(of: index)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low < count && root(of: low) == root(of: index) && self.path(of: low) == path ? low : nil
  }
}

internal import DocumentModel

/// Which of many names are equal, found out at 16 bytes a name.
///
/// Names are compared byte by byte: to `String` é is é however it is composed, to the file system not.
struct NameHashes: Sendable {
  /// The hash of each name and its number, ascending.
  private var entries: [(hash: Int, number: Int)] = []

  /// - Parameter name: the name of each number; `nil` for none.
  init(_ numbers: Range<Int>, of name: (Int) -> String?) {
    for number in numbers {
      guard let name = name(number) else { continue }
      entries.append((name.byteHash, number))
    }
    entries.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
  }

  /// Each number whose name a smaller one has too, with the next smaller such, ascending.
  func repetitions(of name: (Int) -> String?) -> [(first: Int, second: Int)] {
    var found: [(first: Int, second: Int)] = []
    for (one, other) in zip(entries, entries.dropFirst()) where one.hash == other.hash {
      guard let left = name(one.number), let right = name(other.number), left.utf8.elementsEqual(right.utf8) else {
        continue
      }
      found.append((one.number, other.number))
    }
    return found.sorted { $0.second < $1.second }
  }

  /// The smallest number whose name has the hash of `name`.
  func number(of name: String) -> Int? {
    let hash = name.byteHash
    let first = entries[entries.partitioningIndex { $0.hash >= hash }...].first
    return first?.hash == hash ? first?.number : nil
  }
}

extension String {
  /// A hash of the bytes, the same for one run of the program only.
  var byteHash: Int {
    var hasher = Hasher()
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }
}

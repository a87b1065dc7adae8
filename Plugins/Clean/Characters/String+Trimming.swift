extension StringProtocol where SubSequence == Substring {
  /// Without the characters of `marks` at both ends.
  func trimming(_ marks: String) -> Substring {
    guard let start = firstIndex(where: { !marks.contains($0) }), let last = lastIndex(where: { !marks.contains($0) })
    else { return self[startIndex..<startIndex] }
    return self[start...last]
  }
}

extension String {
  /// The text with no-break spaces as plain ones. Most texts have none, and to look for one byte takes next to no time.
  var withPlainSpaces: String { utf8.contains(0xC2) ? replacing("\u{A0}", with: " ") : self }
}

extension StringProtocol {
  /// The text with runs of white space as single spaces, and none around it.
  var singleSpaced: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isSpaced = false
    // A copy, because the bytes of an array are read in half the time.
    for byte in Array(utf8) {
      if byte.isSpace {
        isSpaced = !bytes.isEmpty
      } else {
        if isSpaced { bytes.append(0x20) }
        isSpaced = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the characters of `marks` at both ends.
  func trimming(_ marks: String) -> Substring {
    guard let start = firstIndex(where: { !marks.contains($0) }), let last = lastIndex(where: { !marks.contains($0) })
    else { return self[startIndex..<startIndex] }
    return self[start...last]
  }
}

extension StringProtocol {
  /// The text with runs of white space as single spaces, and none around it.
  var singleSpaced: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte.isSpace {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

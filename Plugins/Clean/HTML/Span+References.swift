internal import TextBytes

extension Span where Element == UInt8 {
  /// The value of an attribute at `range` with its character references decoded.
  func decodedValue(_ range: Range<Int>) -> String { decodedText(range, isValue: true) }

  /// Whether nothing stands at `range` but white space, which may be written as references, and characters without width.
  func isBlank(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = self[at]
      if byte == UInt8(ascii: "&") {
        guard let reference = CharacterReference(at: at, in: self, before: range.upperBound),
          reference.text.unicodeScalars.allSatisfy({ CharacterClass($0.value) != .text })
        else { return false }
        at += reference.count
      } else {
        let scalar = scalar(at: at)
        guard CharacterClass(scalar.value) != .text else { return false }
        at += scalar.count
      }
    }
    return true
  }

  /// The text at `range` with its character references decoded.
  ///
  /// - Parameter isValue: whether it is the value of an attribute.
  func decodedText(_ range: Range<Int>, isValue: Bool = false) -> String {
    guard firstIndex(of: UInt8(ascii: "&"), from: range.lowerBound, before: range.upperBound) != nil else {
      return text(range)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      if self[at] == UInt8(ascii: "&"),
        let reference = CharacterReference(at: at, in: self, before: range.upperBound, isInValue: isValue)
      {
        decoded += reference.text.utf8
        at += reference.count
      } else {
        decoded.append(self[at])
        at += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

extension String {
  /// The text with its character references as the characters that they stand for; as in an attribute, so that the
  /// parameters of an address are none.
  var withoutReferences: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    let bytes = utf8.span
    return bytes.decodedValue(0..<bytes.count)
  }
}

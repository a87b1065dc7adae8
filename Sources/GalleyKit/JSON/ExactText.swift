internal import Glibc

extension String {
  /// Whether both strings are the same scalar for scalar.
  ///
  /// Swift's `==` takes canonically equivalent strings as equal ("é" as one scalar or as two). RFC 8259 §8.3 does not,
  /// and a text that was normalized is another text.
  public func isIdentical(to other: String) -> Bool {
    let bytes = utf8.span
    let others = other.utf8.span
    guard bytes.count == others.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      others.withUnsafeBytes { others in
        guard let start = bytes.baseAddress, let otherStart = others.baseAddress else { return true }
        return memcmp(start, otherStart, bytes.count) == 0
      }
    }
  }
}

/// A string that equals only itself, for keys of hash tables.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool { left.text.isIdentical(to: right.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

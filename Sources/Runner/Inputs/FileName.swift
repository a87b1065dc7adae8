extension String {
  /// The text of a file's name, which need not be UTF-8: of each byte that is none `%` and two hexadecimal digits, so that
  /// names that differ there alone stay two.
  init(fileName bytes: some Sequence<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self = text
      return
    }
    let bytes = Array(bytes)
    self = repairedUTF8(bytes, from: 0) { defect in
      bytes[defect].map { "%\($0 < 16 ? "0" : "")\(String($0, radix: 16, uppercase: true))" }.joined()
    }
  }
}

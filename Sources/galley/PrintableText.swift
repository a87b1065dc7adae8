extension String {
  /// The text on one line, without what a terminal would take for commands: file names and records may hold both.
  ///
  ///     "a\u{1B}[2Jb".printable  // "a\u{1B}[2Jb", its escape character spelled out
  var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.map { $0.isControl ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}

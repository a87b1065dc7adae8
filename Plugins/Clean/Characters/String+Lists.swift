/// Lists in the code, written as text so that they fill their lines.
extension String {
  /// The words, which have spaces or line ends between them.
  var words: [String] { utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) } }

  /// The phrases, which have commas or line ends between them.
  var phrases: [String] {
    utf8.split { $0 == UInt8(ascii: ",") || $0 == 0x0A }.map { String(Substring($0).trimming(" ")) }
  }
}

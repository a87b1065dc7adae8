/// The names of files for documents, whatever their ids are: two ids never share one, and none leads out of the folder.
enum CapturePath {
  /// Longer names are cut: file systems have none of more than 255 bytes.
  private static let limit = 200

  /// The path of the document called `id`, folders where the id has slashes.
  static func path(ofID id: String) -> String {
    let names = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return names.map { name(String(decoding: $0, as: UTF8.self)) }.joined(separator: "/")
  }

  /// `text` as the name of a file: bytes that have a meaning for paths or terminals as `%2F`, an empty one as `%`.
  static func name(_ text: String) -> String {
    if text.isEmpty { return "%" }
    var name: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      let leads = index == 0 && byte == UInt8(ascii: ".")
      if leads || byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%") {
        name += Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8)
      } else {
        name.append(byte)
      }
    }
    guard name.count > limit else { return String(decoding: name, as: UTF8.self) }
    let whole = name.prefix(limit - 20).count { $0 & 0xC0 != 0x80 }
    let start = String(decoding: name, as: UTF8.self).unicodeScalars.prefix(whole - 1)
    return "\(String(start))~\(SHA256.hexDigest(of: text.utf8.span).prefix(16))"
  }
}

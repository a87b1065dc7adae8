extension Collection<UInt8> {
  /// The path without what leads nowhere or out of a folder: `/data/a.txt`, `./data/a.txt` and `../data/a.txt` are
  /// `data/a.txt`.
  var insidePath: [UInt8] {
    let slash = UInt8(ascii: "/")
    let names = split(separator: slash).filter { !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    return Array(names.joined(separator: CollectionOfOne(slash)))
  }
}

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

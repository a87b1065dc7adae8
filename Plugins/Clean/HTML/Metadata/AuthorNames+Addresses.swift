extension AuthorNames {
  /// Whether `name` is nothing but an address or a handle.
  static func isAddress(_ name: String) -> Bool {
    guard !name.contains(" ") else { return false }
    return name.contains("@") || name.contains("://") || name.hasPrefix("www.")
      || (name.contains("/") && name.contains("."))
  }
}

extension String {
  /// Without the handle or the address behind each name, and what stands behind that.
  var withoutAddresses: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":") }) else { return self }
    func isAddress(_ word: Substring) -> Bool { word.contains("@") || word.contains("://") }
    let words = split(separator: " ")
    let head = words.prefix { !isAddress($0) }
    guard !head.isEmpty, head.count < words.count else { return self }
    var names = [head.joined(separator: " ").withoutMarksAround]
    // Behind a comma may stand what someone is: `Ida Holm @ida, Staff Writer`.
    for part in AuthorNames.parted(words[head.count...]).dropFirst() {
      let mayBeName =
        AuthorNames.conjunctions.contains(String(words[part.startIndex]))
        || words[part.startIndex...].contains(where: isAddress)
      let name = AuthorNames.name(part.prefix { !isAddress($0) })
      if mayBeName, Byline.isName(name[...]) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}

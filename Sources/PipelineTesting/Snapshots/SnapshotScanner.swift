internal import JSON

/// Takes a line of a snapshot apart: names, words in quotation marks, numbers.
struct SnapshotScanner {
  private var rest: ArraySlice<UInt8>

  init(_ line: some Sequence<UInt8>) { rest = Array(line)[...] }

  var isAtEnd: Bool { rest.allSatisfy { $0 == 0x20 } }

  private mutating func skipSpaces() { rest = rest.drop { $0 == 0x20 } }

  /// The next name, in quotation marks or not; `nil` at the end.
  mutating func word() -> String? {
    skipSpaces()
    if rest.first == UInt8(ascii: "\"") { return quoted() }
    let word = rest.prefix { $0 != 0x20 }
    guard !word.isEmpty else { return nil }
    rest = rest.dropFirst(word.count)
    return String(decoding: word, as: UTF8.self)
  }

  /// The next name without the colon that may follow it.
  mutating func wordBeforeColon() -> String? {
    let isQuoted = rest.first { $0 != 0x20 } == UInt8(ascii: "\"")
    guard let word = word() else { return nil }
    return !isQuoted && word.hasSuffix(":") ? String(word.dropLast()) : word
  }

  /// Takes `word` where it comes next.
  mutating func take(_ word: String) -> Bool {
    let before = rest
    skipSpaces()
    if rest.first != UInt8(ascii: "\""), self.word() == word { return true }
    rest = before
    return false
  }

  /// The next words in quotation marks.
  mutating func quoted() -> String? {
    skipSpaces()
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    var end = rest.startIndex + 1
    while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") { end += rest[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < rest.endIndex, let words = try? JSON(parsing: Array(rest[...end])) else { return nil }
    rest = rest[(end + 1)...]
    return words.string
  }

  mutating func integer() -> Int? {
    let before = rest
    if let number = word().flatMap({ Int($0) }) { return number }
    rest = before
    return nil
  }

  /// The number that follows words of which it is not the first such; 1 where there is none.
  mutating func number() -> Int {
    let before = rest
    if let word = word(), word.hasPrefix("#"), let number = Int(word.dropFirst()) { return number }
    rest = before
    return 1
  }

  /// All that is left, as JSON.
  mutating func json() -> JSON? {
    skipSpaces()
    defer { rest = [] }
    return try? JSON(parsing: Array(rest))
  }
}

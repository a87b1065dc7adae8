/// A line's words, case aside, where `*` stands for any words, or none, of one sentence: `Read more: *`.
struct LinePattern: Sendable {
  /// The bytes between the asterisks, in lower case; the first and the last are empty where an asterisk stands there.
  private let parts: [[UInt8]]
  private let innerEnds: Int

  /// - Parameter text: without the marks around it that lines may have: see `core(of:)`.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let core = bytes.span.core(of: 0..<bytes.count)
    let lowered = core.map { bytes.span.lowered(at: $0) }
    parts = lowered.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    let sample = lowered.map { $0 == UInt8(ascii: "*") ? UInt8(ascii: "a") : $0 }
    innerEnds = sample.span.innerSentenceEnds(of: 0..<sample.count, capitals: false)
  }

  /// The bytes that a line has to begin with.
  var opening: [UInt8] { parts.first ?? [] }

  /// Whether the words at `line` are of this pattern. O(line × pattern) at the worst, for lines of bounded length.
  func matches(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    guard parts.count > 1 else { return line.count == first.count && bytes.says(first, at: line.lowerBound) }
    guard line.count >= first.count + last.count, bytes.says(first, at: line.lowerBound),
      bytes.says(last, at: line.upperBound - last.count)
    else { return false }
    var at = line.lowerBound + first.count
    let end = line.upperBound - last.count
    for part in parts.dropFirst().dropLast() {
      while at + part.count <= end, !bytes.says(part, at: at) { at += 1 }
      guard at + part.count <= end else { return false }
      at += part.count
    }
    return bytes.innerSentenceEnds(of: line) <= innerEnds
  }
}

extension Span where Element == UInt8 {
  /// The words of a line without the brackets, bullets and marks that may stand around them.
  func core(of line: Range<Int>) -> Range<Int> {
    var core = trimming(" []()<>_#=|~-", line)
    while core.count > 1, ".!: ".utf8.contains(self[core.upperBound - 1]) {
      core = core.lowerBound..<core.upperBound - 1
    }
    return core
  }

  /// Whether the bytes at `offset`, capitals taken as small letters, are `word`. The word must fit.
  fileprivate func says(_ word: [UInt8], at offset: Int) -> Bool {
    for index in word.indices {
      guard lowered(at: offset + index) == word[index] else { return false }
    }
    return true
  }

  /// The byte at `index`, of a small letter where it is one of a capital, from A to Z and À to Þ.
  func lowered(at index: Int) -> UInt8 {
    let byte = self[index]
    if isUpper(byte) { return byte | 0x20 }
    // The second byte of a letter of Latin-1; × is none.
    return 0x80...0x9E ~= byte && byte != 0x97 && index > 0 && self[index - 1] == 0xC3 ? byte | 0x20 : byte
  }

  /// How many sentences end inside the line, as far as marks, spaces and what follows tell.
  ///
  /// - Parameter capitals: whether a small letter behind the mark shows that none does.
  fileprivate func innerSentenceEnds(of line: Range<Int>, capitals: Bool = true) -> Int {
    guard line.count > 3 else { return 0 }
    var count = 0
    for index in line.lowerBound + 1..<line.upperBound - 2 where self[index + 1] == UInt8(ascii: " ") {
      let isMark = ".!?".utf8.contains(self[index])
      if isMark, isLower(self[index - 1]), !(capitals && isLower(self[index + 2])) { count += 1 }
    }
    return count
  }
}

internal import TextBytes

/// A line's words, case aside, where `*` stands for any words, or none, of one sentence: `Read more: *`; `{name}` for such
/// that begin with a capital, a figure or `@`: `Photo by {name}`; `{title}` for such that no full stop ends: `More: {title}`.
struct LinePattern: Sendable {
  /// The bytes between the gaps, in lower case; the first and the last are empty where a gap is there.
  private let parts: [[UInt8]]
  /// Whether a name begins the gap behind a part.
  private let isNamed: [Bool]
  private let endsInTitle: Bool
  private let innerEnds: Int

  /// - Parameter text: without the marks around it that lines may have: see `core(of:)`.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let core = bytes.span.core(of: 0..<bytes.count)
    var lowered = core.map { bytes.span.lowered(at: $0) }
    endsInTitle = lowered.suffix(Self.title.count).elementsEqual(Self.title)
    var isNamed: [Bool] = []
    var at = 0
    while at < lowered.count {
      let name = [Self.name, Self.title].first { lowered[at...].starts(with: $0) }
      if let name { lowered.replaceSubrange(at..<at + name.count, with: CollectionOfOne(UInt8(ascii: "*"))) }
      if lowered[at] == UInt8(ascii: "*") { isNamed.append(name != nil) }
      at += 1
    }
    self.isNamed = isNamed
    parts = lowered.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    let sample = lowered.map { $0 == UInt8(ascii: "*") ? UInt8(ascii: "a") : $0 }
    innerEnds = sample.span.innerSentenceEnds(of: 0..<sample.count, capitals: false)
  }

  private static let name = Array("{name}".utf8)
  private static let title = Array("{title}".utf8)

  /// The bytes that a line has to begin with.
  var opening: [UInt8] { parts.first ?? [] }

  /// Whether the words at `line`, without the marks around them, are of this pattern. O(line × pattern) at the worst, for lines of bounded length.
  func matches(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    guard parts.count > 1 else { return bytes.says(first, at: line) }
    guard line.count >= first.count + last.count, bytes.says(first, at: line.lowerBound),
      bytes.says(last, at: line.upperBound - last.count)
    else { return false }
    var at = line.lowerBound + first.count
    let end = line.upperBound - last.count
    guard !isNamed[0] || bytes.beginsName(at: at, before: end) else { return false }
    if endsInTitle, line.upperBound < bytes.count, bytes[line.upperBound] == UInt8(ascii: ".") { return false }
    for (part, isNamed) in zip(parts, isNamed).dropFirst() {
      while at + part.count <= end,
        !(bytes.says(part, at: at) && (!isNamed || bytes.beginsName(at: at + part.count, before: end)))
      {
        at += 1
      }
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

  /// Whether a name or a figure can begin at `offset`: a capital, a letter beyond ASCII, a digit or `@`.
  fileprivate func beginsName(at offset: Int, before end: Int) -> Bool {
    guard offset < end else { return false }
    let byte = self[offset]
    return byte.isUpper || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "@")
  }

  /// How many sentences end inside the line, as far as marks, spaces and what follows tell.
  ///
  /// - Parameter capitals: whether a small letter behind the mark shows that none does.
  fileprivate func innerSentenceEnds(of line: Range<Int>, capitals: Bool = true) -> Int {
    guard line.count > 3 else { return 0 }
    var count = 0
    for index in line.lowerBound + 1..<line.upperBound - 2 where self[index + 1] == UInt8(ascii: " ") {
      let isMark = ".!?".utf8.contains(self[index])
      if isMark, self[index - 1].isLower, !(capitals && self[index + 2].isLower) { count += 1 }
    }
    return count
  }
}

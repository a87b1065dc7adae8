internal import TextBytes

/// Decides what becomes of words divided at the end of a line, with the rest of the text as the dictionary.
struct WordDivision {
  /// What a line break after a hyphen becomes.
  enum Joint {
    /// `Fed-` `eral`: the hyphen goes.
    case joined
    /// `slow-` `moving`: the hyphen stays.
    case hyphenated
    /// `two-` `and three-year`: hyphen and space stay.
    case suspended
  }

  /// Whether a word that was asked about stands elsewhere in the text; words by their hash.
  private var isSeen: [UInt64: Bool] = [:]
  /// Whether words are divided in this text: where hardly a line ends in a hyphen and no word so divided stands elsewhere
  /// whole, hyphens are the text's own, and so are dashes that stand close to the word before.
  private var dividesWords = true

  /// Of type that is set with divided words, each fifth to twentieth line ends in one.
  private static let rarestDivision = 40

  /// Looks up the words of all line ends with hyphens. Two scans over the text.
  init(_ bytes: Span<UInt8>) {
    var joined: [UInt64] = []
    var breaks = 0
    bytes.forEachLine { line, next in
      guard next.lineFeedsBefore == 1 else { return }
      breaks += 1
      guard let division = Division(line.range, bytes.quotation(next.range).words, in: bytes) else { return }
      if division.isPlain && division.isLowerTail { joined.append(division.joinedHash) }
      isSeen[division.joinedHash] = false
      isSeen[division.hyphenatedHash] = false
      isSeen[division.headHash] = false
    }
    guard !isSeen.isEmpty else { return }
    markSeenWords(of: bytes)
    dividesWords = joined.count * Self.rarestDivision >= breaks || joined.contains { isSeen[$0] == true }
  }

  /// What becomes of the hyphen at the end of `line`, or `nil` if there is none behind a letter and before a letter.
  func joint(_ line: Range<Int>, _ next: Range<Int>, in bytes: Span<UInt8>) -> Joint? {
    guard let division = Division(line, next, in: bytes) else { return nil }
    if division.tailIs(Self.conjunctions, in: bytes) || division.tailIs(Self.wholeWords, in: bytes) {
      return .suspended
    }
    if !division.isPlain || !division.isLowerTail { return .hyphenated }
    if isSeen[division.joinedHash] == true { return .joined }
    if isSeen[division.hyphenatedHash] == true { return .hyphenated }
    if division.isKnown(in: bytes) { return .joined }
    if division.headIs(Self.firstParts, in: bytes) || division.tailIs(Self.lastParts, in: bytes) { return .hyphenated }
    if division.hasUpperHead, division.head.count >= Self.leastName, isSeen[division.headHash] == true {
      return .hyphenated
    }
    return dividesWords ? .joined : .hyphenated
  }

  private mutating func markSeenWords(of bytes: Span<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      guard bytes.isWordByte(at: offset) else {
        offset += 1
        continue
      }
      var hash = FNV1a()
      while offset < bytes.count {
        let isHyphen =
          bytes[offset] == UInt8(ascii: "-") && offset + 1 < bytes.count && bytes.isWordByte(at: offset + 1)
        guard isHyphen || bytes.isWordByte(at: offset) else { break }
        hash.add(bytes[offset].lowered)
        offset += 1
      }
      // The first half of a divided word is not seen by standing at the end of its line.
      let isDivided = offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: "-") && bytes[offset + 1] == 0x0A
      if !isDivided, isSeen[hash.value] == false { isSeen[hash.value] = true }
    }
  }

  private static let conjunctions = ["and", "or", "to", "nor", "und", "oder", "bis"]

  /// Words that no other English word ends in: what stands before them is a dash.
  private static let wholeWords = [
    "that", "this", "these", "those", "they", "their", "there", "which", "who", "she", "because", "although",
  ]

  /// First parts that English compounds keep their hyphen after.
  private static let firstParts = """
    self ex all well ill long short high low slow fast half quarter full cross hard soft deep old new single double
    two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second
    third right left near far free open top vice quasi war state so
    """.words

  /// The least bytes of a name that keeps its hyphen because it stands elsewhere; `As`, `De`, `In` are everywhere.
  private static let leastName = 4

  /// Last parts that English compounds keep their hyphen before.
  private static let lastParts = """
    based led backed born made owned run funded related elect general old year day week month hour minute mile foot
    style type level scale range term time free like looking moving speaking minded friendly controlled sponsored
    occupied known wing class up off in out down on by of the law
    """.words
}

/// A word in two parts, on two lines.
private struct Division {
  let head: Range<Int>
  let tail: Range<Int>
  /// Whether both parts are two letters long or more, with nothing but the hyphen joined to them.
  let isPlain: Bool
  let isLowerTail: Bool
  let hasUpperHead: Bool
  let joinedHash: UInt64
  let hyphenatedHash: UInt64
  let headHash: UInt64

  init?(_ line: Range<Int>, _ next: Range<Int>, in bytes: Span<UInt8>) {
    guard let hyphen = bytes.hyphen(endOf: line), bytes.isWordByte(at: next.lowerBound) else { return nil }
    var start = hyphen
    while start > line.lowerBound, bytes.isWordByte(at: start - 1) { start -= 1 }
    var end = next.lowerBound
    while end < next.upperBound, bytes.isWordByte(at: end) { end += 1 }
    head = start..<hyphen
    tail = next.lowerBound..<end
    let before = start > line.lowerBound ? bytes[start - 1] : UInt8(ascii: " ")
    let isFree = !before.isDigit && !"-/.@_&'".utf8.contains(before)
    isPlain = isFree && bytes.columns(head) >= 2 && bytes.columns(tail) >= 2
    let first = Unicode.Scalar(bytes.scalar(at: next.lowerBound).value)?.properties
    isLowerTail = first?.isLowercase == true
    hasUpperHead = Unicode.Scalar(bytes.scalar(at: start).value)?.properties.isUppercase == true
    var hash = FNV1a()
    for index in head { hash.add(bytes[index].lowered) }
    headHash = hash.value
    var hyphenated = hash
    hyphenated.add(UInt8(ascii: "-"))
    for index in tail {
      hash.add(bytes[index].lowered)
      hyphenated.add(bytes[index])
    }
    joinedHash = hash.value
    hyphenatedHash = hyphenated.value
  }

  /// Whether it is a word whose parts are those of compounds: `state-` `ment`, `Thurs-` `day`.
  func isKnown(in bytes: Span<UInt8>) -> Bool {
    if headIs(["state"], in: bytes) { return tailIs(["ment", "ments"], in: bytes) }
    return tailIs(["day", "days"], in: bytes) && headIs(Self.weekdays, in: bytes)
  }

  private static let weekdays = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun", "holi", "yester", "birth"]

  func headIs(_ words: [String], in bytes: Span<UInt8>) -> Bool { words.contains { bytes.says($0.utf8, at: head) } }

  func tailIs(_ words: [String], in bytes: Span<UInt8>) -> Bool { words.contains { bytes.says($0.utf8, at: tail) } }
}

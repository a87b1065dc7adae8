public import DocumentModel
internal import TextBytes

/// Where the bytes of one text are in another one: the stretches that both have, found line by line, and word by word
/// where lines differ.
public struct TextMapping: Sendable {
  /// A stretch of the first text and one of the second.
  public struct Pair: Hashable, Sendable {
    public let old: TextRange
    public let new: TextRange
  }

  /// The equal stretches in order.
  public private(set) var equal: [Pair] = []
  private let oldCount: Int
  private let newCount: Int

  /// More pieces than this on both sides together are not compared one by one: they count as replaced.
  private static let comparedPieces = 4000

  /// - Complexity: O(n) for texts that are equal, O(n·d) for d lines or words that differ.
  public init(from old: String, to new: String) {
    let old = Array(old.utf8)
    let new = Array(new.utf8)
    oldCount = old.count
    newCount = new.count
    let lines = Self.matches(old[...].pieces(endingAt: \.isLineFeed), new[...].pieces(endingAt: \.isLineFeed))
    for line in lines { add(line) }
    let gaps = differing
    equal += gaps.flatMap { gap in
      Self.matches(
        old[gap.old.start..<gap.old.end].pieces(endingAt: \.isNoLetter),
        new[gap.new.start..<gap.new.end].pieces(endingAt: \.isNoLetter))
    }
    let all = equal.sorted { $0.old.start < $1.old.start }
    equal = []
    for pair in all { add(pair) }
  }

  /// Whether both texts are the same.
  public var isIdentity: Bool { differing.isEmpty }

  /// The range of the second text that `range` became; `nil` where it was changed, or something was put into it.
  ///
  /// - Complexity: O(log n) in the number of stretches.
  public func map(_ range: TextRange) -> TextRange? {
    let index = equal.partitioningIndex { $0.old.start > range.start } - 1
    guard index >= 0, equal[index].old.contains(range) else { return nil }
    return range.moved(by: equal[index].shift)
  }

  /// The range of the second text that stands where `range` stood: itself, or what is there instead.
  public func place(of range: TextRange) -> TextRange {
    let before = equal.partitioningIndex { $0.old.start > range.start } - 1
    let after = equal.partitioningIndex { $0.old.end >= range.end }
    let start = before >= 0 ? min(range.start, equal[before].old.end) + equal[before].shift : 0
    let end = after < equal.count ? max(range.end, equal[after].old.start) + equal[after].shift : newCount
    return TextRange(start, max(start, end))
  }

  /// The stretches that differ, each with what took its place.
  public var differing: [Pair] {
    var differing: [Pair] = []
    var (old, new) = (0, 0)
    let end = Pair(old: TextRange(oldCount, oldCount), new: TextRange(newCount, newCount))
    for pair in equal + [end] {
      let gap = Pair(old: TextRange(old, pair.old.start), new: TextRange(new, pair.new.start))
      if !gap.old.isEmpty || !gap.new.isEmpty { differing.append(gap) }
      (old, new) = (pair.old.end, pair.new.end)
    }
    return differing
  }

  /// Appends an equal stretch, as part of the last one where it follows it.
  private mutating func add(_ pair: Pair) {
    guard let last = equal.last, last.old.end == pair.old.start, last.new.end == pair.new.start else {
      equal.append(pair)
      return
    }
    equal[equal.count - 1] = Pair(
      old: TextRange(last.old.start, pair.old.end), new: TextRange(last.new.start, pair.new.end))
  }

  /// The pieces that both have, in order: those at the beginning and the end, and a longest common subsequence (Myers)
  /// of the others.
  private static func matches(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Pair] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let middle = (old: old[head..<old.count - tail], new: new[head..<new.count - tail])
    var pairs = Array(zip(old.indices.prefix(head), new.indices.prefix(head)))
    if middle.old.count + middle.new.count <= comparedPieces {
      let difference = middle.new.difference(from: middle.old)
      let gone = Set(difference.removals.map(\.place))
      let added = Set(difference.insertions.map(\.place))
      pairs += zip(
        middle.old.indices.filter { !gone.contains($0 - head) },
        middle.new.indices.filter { !added.contains($0 - head) })
    }
    pairs += zip(old.indices.suffix(tail), new.indices.suffix(tail))
    return pairs.map { Pair(old: TextRange(old[$0].indices), new: TextRange(new[$1].indices)) }
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension TextMapping.Pair {
  fileprivate var shift: Int { new.start - old.start }
}

extension TextRange {
  fileprivate func moved(by shift: Int) -> TextRange { TextRange(start + shift, end + shift) }
}

extension UInt8 {
  fileprivate var isLineFeed: Bool { self == 0x0A }
  /// Whether the byte is no part of a word. Bytes beyond ASCII are: no character is cut.
  fileprivate var isNoLetter: Bool {
    !isAlphanumeric && self < 0x80
  }
}

extension ArraySlice<UInt8> {
  /// The bytes in pieces: up to a byte that fulfils `condition`, which is a piece of its own.
  fileprivate func pieces(endingAt condition: (UInt8) -> Bool) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = startIndex
    for index in indices where condition(self[index]) {
      if start < index { pieces.append(self[start..<index]) }
      pieces.append(self[index...index])
      start = index + 1
    }
    if start < endIndex { pieces.append(self[start...]) }
    return pieces
  }
}

internal import TextBytes

/// The failures of a run, those of one kind together: at one place, with reasons that differ in numbers and quoted names
/// only.
public struct ErrorKinds: Sendable {
  public static let limit = 50
  static let exampleLimit = 5
  private static let reasonLimit = 400

  private var kinds: [ErrorKind] = []
  private var places: [Shape: Int] = [:]
  /// Failures of other kinds, once there were `limit`.
  public private(set) var others = 0
  /// How many failures there were in each stage, in `reading` and in `delivery`.
  public private(set) var counts = CountedNames(limit: 200)

  private struct Shape: Hashable {
    let place: String
    let reason: String
  }

  /// The kinds, the most frequent first, equally frequent ones in order of first appearance.
  public var sorted: [ErrorKind] {
    kinds.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  mutating func record(_ failure: DocumentFailure, uri: String) {
    let place = failure.place.name
    counts.record(failure.place.stage)
    let reason = failure.reason.clipped(to: Self.reasonLimit)
    let shape = Shape(place: place, reason: reason.reasonShape)
    guard let index = places[shape] else {
      guard kinds.count < Self.limit else {
        others += 1
        return
      }
      places[shape] = kinds.count
      kinds.append(ErrorKind(place: place, reason: reason, examples: [.init(uri: uri, reason: reason)]))
      return
    }
    kinds[index].count += 1
    if !kinds[index].reason.utf8.elementsEqual(reason.utf8) { kinds[index].reason = shape.reason }
    if kinds[index].examples.count < Self.exampleLimit { kinds[index].examples.append(.init(uri: uri, reason: reason)) }
  }
}

/// Failures of one kind.
public struct ErrorKind: Hashable, Sendable {
  /// `reading`, `stage NAME` or `delivery`.
  public let place: String
  /// The reason in its own words where it is the same for all; otherwise with `#` for numbers and `'…'` for quotations.
  public internal(set) var reason: String
  public internal(set) var count = 1
  /// The first of them.
  public internal(set) var examples: [Example]

  public struct Example: Hashable, Sendable {
    public let uri: String
    public let reason: String
  }
}

extension DocumentFailure.Place {
  /// The stage's name alone, or `reading` or `delivery`.
  fileprivate var stage: String { if case .stage(let stage) = self { stage } else { name } }

  /// The place in words: `reading`, `stage clean`, `delivery`.
  public var name: String {
    switch self {
    case .reading: "reading"
    case .stage(let name): "stage \(name)"
    case .delivery: "delivery"
    }
  }
}

extension String {
  /// The text, or its beginning of at most `count` bytes with an ellipsis.
  func clipped(to count: Int) -> String {
    guard utf8.count > count else { return self }
    var end = utf8.index(startIndex, offsetBy: count)
    while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(self[..<end]) + "…"
  }

  /// The text of an error without what differs from one document to the next: numbers become `#`, quotations `'…'`.
  var reasonShape: String {
    let bytes = Array(utf8)
    var shape: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let follows = at > 0 && bytes[at - 1].isWordByte
      if !follows, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""), let end = bytes.quotationEnd(from: at) {
        shape += [byte] + Array("…".utf8) + [byte]
        at = end
      } else if !follows, byte.isDigit {
        while at < bytes.count, bytes[at].isWordByte || bytes.isPointInNumber(at) { at += 1 }
        shape.append(UInt8(ascii: "#"))
      } else {
        shape.append(byte)
        at += 1
      }
    }
    return String(decoding: shape, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether the byte is one of a word: a letter, a digit, or of a character beyond ASCII.
  fileprivate var isWordByte: Bool { isAlphanumeric || self >= 0x80 }
}

extension [UInt8] {
  /// Where the quotation that opens at `start` ends: after the next such mark that no letter follows, as one follows an
  /// apostrophe.
  fileprivate func quotationEnd(from start: Int) -> Int? {
    (start + 1..<count).first { self[$0] == self[start] && ($0 + 1 == count || !self[$0 + 1].isWordByte) }
      .map { $0 + 1 }
  }

  fileprivate func isPointInNumber(_ at: Int) -> Bool {
    (self[at] == UInt8(ascii: ".") || self[at] == UInt8(ascii: ",")) && at + 1 < count && self[at + 1].isDigit
  }
}

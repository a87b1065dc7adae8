internal import TextBytes

extension JointReader {
  /// What stands before the place that ends at `leftEnd`, and its word as a key; `nil` where a stop has been judged there.
  func left(endingAt leftEnd: Int, in bytes: Span<UInt8>) -> (kind: JointFeatures.Left, key: UInt128)? {
    let last = bytes.character(before: leftEnd)
    let kind = bytes.character(at: last).kind
    guard !kind.isLetter, kind != .digit else { return word(endingAt: leftEnd, in: bytes) }
    guard last > start else { return nil }
    switch kind {
    case .dash:
      guard hasWord(before: last, in: bytes) else { return nil }
      return (leftEnd - last == 1 && bytes[last - 1] == 0x20 ? .hyphen : .dash, 0)
    case .closing, .quote:
      // A stop within the marks has been judged as a stop, and "a)" begins an item.
      guard !bytes.kind(before: last).isStop, last - start > 2, bytes[last - 2] > 0x20,
        bytes[last - 2] != UInt8(ascii: "(")
      else { return nil }
      return (kind == .quote ? .quote : .closing, 0)
    case .mark:
      switch bytes[last] {
      case UInt8(ascii: ":"): return (.colon, 0)
      case UInt8(ascii: ";"): return (.semicolon, 0)
      case UInt8(ascii: ","): return (.comma, 0)
      default: return bytes[last - 1] > 0x20 ? (.other, 0) : nil
      }
    default: return nil
    }
  }

  /// Whether anything but dashes stands between the start of the sentence and `offset`.
  private func hasWord(before offset: Int, in bytes: Span<UInt8>) -> Bool {
    var at = offset
    while at > start {
      at = bytes.character(before: at)
      let kind = bytes.character(at: at).kind
      if kind != .dash, kind != .space { return true }
    }
    return false
  }

  private func word(endingAt leftEnd: Int, in bytes: Span<UInt8>) -> (kind: JointFeatures.Left, key: UInt128)? {
    let least = max(start, leftEnd - WordBeforeStop.reach)
    var at = leftEnd
    var isNumber = true
    var hasSmall = false
    while at > least, bytes[at - 1] > 0x20 {
      at -= 1
      if !bytes[at].isDigit { isNumber = false }
      if bytes[at].isLower { hasSmall = true }
    }
    let key = bytes.wordKey(at..<leftEnd)
    if isNumber { return (leftEnd - at == 4 && (bytes[at] == 0x31 || bytes[at] == 0x32) ? .year : .number, key) }
    if bytes[leftEnd - 1].isDigit { return (.number, key) }
    if bytes.character(at: at).kind == .upper { return (hasSmall ? .capitalizedWord : .capitals, key) }
    return (.lowerWord, key)
  }
}

extension JointFeatures.Left {
  /// Whether a headline may end with it, where a day follows.
  var mayEndHeadline: Bool {
    switch self {
    case .lowerWord, .capitalizedWord, .capitals, .year, .number, .closing, .quote: true
    default: false
    }
  }
}

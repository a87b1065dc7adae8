internal import TextBytes

/// A word while it is read: its hash, and the letters counted that make its shape.
struct WordScan {
  private(set) var end: Int
  private(set) var hash = TokenHash()
  private(set) var flags: Token.Flags = []
  private(set) var letters = 0
  private var uppers = 0
  private var lowers = 0

  init(at start: Int) { end = start }

  var shape: Token.Shape {
    if uppers == 0 { return lowers == 0 ? .caseless : .lower }
    if uppers == 1, flags.contains(.startsUpper) { return .capitalized }
    return lowers == 0 ? .allCaps : .mixed
  }

  /// Reads letters, digits and inner apostrophes. The first scalar is a letter.
  mutating func takeLetters(of bytes: Span<UInt8>, upTo limit: Int) {
    while end < limit {
      takeSmallLetters(of: bytes, upTo: limit)
      guard end < limit else { return }
      let byte = bytes[end]
      let small = byte | 0x20
      if small.isLetter {
        take(small, isUpper: byte != small)
      } else if byte >= 0x80 {
        guard takeWide(of: bytes, upTo: limit) else { return }
      } else if byte.isDigit {
        flags.insert(.hasDigit)
        hash.add(byte)
        end += 1
      } else {
        guard byte == 0x27, takeApostrophe(of: bytes, length: 1) else { return }
      }
    }
  }

  /// Reads small letters of ASCII, which most words are made of, in a loop of their own.
  private mutating func takeSmallLetters(of bytes: Span<UInt8>, upTo limit: Int) {
    var next = end
    var hash = hash
    while next < limit, bytes[next].isLower {
      hash.add(bytes[next])
      next += 1
    }
    letters += next - end
    lowers += next - end
    end = next
    self.hash = hash
  }

  /// Reads the stops of an acronym, or of an initial before a name. A stop is at `end`.
  mutating func takeStops(of bytes: Span<UInt8>) {
    let isSingle = letters == 1 && !flags.contains(.hasDigit)
    let isDegree = letters == 2 && shape == .capitalized && !flags.contains(.hasDigit)  // "Ph.D."
    guard isSingle || isDegree else { return }

    var parts = 1
    while end < bytes.count, bytes[end] == 0x2E, parts < 64, let letter = bytes.letter(at: end + 1) {
      let after = end + 1 + letter.count
      let hasStop = after < bytes.count && bytes[after] == 0x2E
      guard hasStop || isSingle && !bytes.hasWordByte(at: after) else { break }
      guard !isDegree || CaseFolding.lower(letter.value) != letter.value else { break }
      hash.add(0x2E)
      end += 1
      take(letter)
      parts += 1
    }
    if parts > 1 {
      flags.insert(.isAcronym)
      if end < bytes.count, bytes[end] == 0x2E { takeStop() }
    } else if isSingle, uppers == 1, bytes.capitalFollows(end + 1) {
      flags.insert(.isInitial)
      takeStop()
    }
  }

  private mutating func takeStop() {
    hash.add(0x2E)
    end += 1
  }

  private mutating func take(_ small: UInt8, isUpper: Bool) {
    if isUpper {
      if letters == 0 { flags.insert(.startsUpper) }
      uppers += 1
    } else {
      lowers += 1
    }
    letters += 1
    hash.add(small)
    end += 1
  }

  private mutating func take(_ letter: DecodedScalar) {
    let small = CaseFolding.lower(letter.value)
    guard small >= 0x80 else { return take(UInt8(truncatingIfNeeded: small), isUpper: small != letter.value) }
    if small != letter.value {
      if letters == 0 { flags.insert(.startsUpper) }
      uppers += 1
    } else if CaseFolding.isLower(small) {
      lowers += 1
    }
    letters += 1
    hash.add(wide: small)
    end += letter.count
  }

  /// Reads a scalar above ASCII; false where the word ends before it.
  private mutating func takeWide(of bytes: Span<UInt8>, upTo limit: Int) -> Bool {
    let scalar = bytes.scalar(at: end)
    if scalar.value == CaseFolding.typographicApostrophe { return takeApostrophe(of: bytes, length: scalar.count) }
    guard ScalarClass(scalar.value) == .letter else { return false }
    take(scalar)
    return true
  }

  /// Reads an apostrophe between letters; false where the word ends before it, as at a possessive.
  private mutating func takeApostrophe(of bytes: Span<UInt8>, length: Int) -> Bool {
    let next = end + length
    guard bytes.letter(at: next) != nil else { return false }
    guard bytes[next] | 0x20 != 0x73 || bytes.hasWordByte(at: next + 1) else { return false }
    hash.add(0x27)
    end = next
    return true
  }
}

extension UInt8 {
  /// White space of ASCII, or a line's end.
  @inline(__always) var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}

extension Span<UInt8> {
  /// The letter that begins at `offset`, or `nil` where none does.
  func letter(at offset: Int) -> DecodedScalar? {
    guard offset < count else { return nil }
    if self[offset] < 0x80 {
      return self[offset].isLetter ? DecodedScalar(value: UInt32(self[offset]), count: 1) : nil
    }
    let scalar = scalar(at: offset)
    return ScalarClass(scalar.value) == .letter ? scalar : nil
  }

  /// Whether a letter or a digit begins at `offset`.
  func hasWordByte(at offset: Int) -> Bool {
    offset < count && self[offset].isDigit || letter(at: offset) != nil
  }

  /// Whether a capital begins at `offset`, or after spaces on the same line.
  func capitalFollows(_ offset: Int) -> Bool {
    var next = offset
    while next < count, self[next] == 0x20, next - offset < 4 { next += 1 }
    guard let letter = letter(at: next) else { return false }
    return CaseFolding.lower(letter.value) != letter.value
  }
}

/// What a byte is in ASCII; one beyond is nothing of this.
extension UInt8 {
  @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable public var isLower: Bool { self &- 0x61 < 26 }
  @inlinable public var isUpper: Bool { self &- 0x41 < 26 }
  @inlinable public var isLetter: Bool { (self | 0x20).isLower }
  @inlinable public var isAlphanumeric: Bool { isLetter || isDigit }

  /// The small letter where it is a capital.
  @inlinable public var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

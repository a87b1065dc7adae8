/// What a byte is in ASCII; one beyond is nothing of this.
extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  var isLower: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
  var isUpper: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  var isLetter: Bool { (self | 0x20).isLower }
  /// White space as the HTML Standard has it.
  var isSpace: Bool { self == 0x20 || (self <= 0x0D && self >= 0x09 && self != 0x0B) }

  /// The small letter where it is a capital.
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

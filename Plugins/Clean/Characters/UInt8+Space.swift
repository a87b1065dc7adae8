extension UInt8 {
  /// White space as the HTML Standard has it.
  var isSpace: Bool { self == 0x20 || (self <= 0x0D && self >= 0x09 && self != 0x0B) }
}

/// Simple case folding where it is cheap and keeps the number of UTF-8 bytes: ASCII, Latin-1, Latin Extended-A and
/// Additional, Greek and Cyrillic capitals without an accent of their own block.
enum CaseFolding {
  static let typographicApostrophe: UInt32 = 0x2019

  /// The small letter of a capital, or the scalar itself. `TokenHash` documents the same in Python: keep them equal.
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 32
    case 0xD7: scalar
    case 0xC0...0xDE: scalar + 32
    case 0x130: scalar
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
    case 0x178: 0xFF
    case 0x3A2: scalar
    case 0x391...0x3A9, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    case 0x1E00...0x1E95, 0x1EA0...0x1EFF: scalar | 1
    default: scalar
    }
  }

  /// Whether a scalar that `lower` leaves alone is a small letter of its blocks.
  static func isLower(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x101...0x17F, 0x3AC...0x3CE, 0x430...0x45F, 0x1E01...0x1EFF: true
    default: false
    }
  }
}

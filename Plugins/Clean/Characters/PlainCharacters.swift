/// The characters of the Basic Multilingual Plane that can be passed over: they stay, and are composed whatever stands
/// beside them.
///
/// A bit each, 8 KB; made once, when the first text beyond ASCII comes.
struct PlainCharacters {
  static let table = PlainCharacters()

  private let words: [UInt64]

  private init() {
    words = (0..<1024).map { word in
      (0..<64).reduce(UInt64(0)) { bits, bit in
        let scalar = UInt32(word * 64 + bit)
        let isPlain = CharacterClass(scalar) == .text && Composer.isStable(scalar)
        return isPlain ? bits | 1 << UInt64(bit) : bits
      }
    }
  }

  func contains(_ scalar: UInt32) -> Bool {
    let word = Int(scalar >> 6)
    return word < words.count ? words[word] >> UInt64(scalar & 63) & 1 == 1 : Composer.isStable(scalar)
  }
}

import StageTesting

/// A seeded source of random choices, so that a failure comes again.
struct Dice: RandomNumberGenerator {
  private var generator: SplitMix64

  init(seed: Int) { generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed)) }

  mutating func next() -> UInt64 { generator.next() }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// True once in `times`.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Up to `limit` scalars of all planes, with what JSON has to escape among them.
  mutating func text(upTo limit: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<below(limit + 1) { text.append(scalar()) }
    return String(text)
  }

  mutating func scalar() -> Unicode.Scalar {
    let value: UInt32 =
      switch below(8) {
      case 0: UInt32(pick([0x00, 0x0A, 0x0D, 0x09, 0x22, 0x5C, 0x2F, 0x7F, 0x301, 0xFEFF, 0x2028]))
      case 1: UInt32.random(in: 0...0x7FF, using: &self)
      case 2: UInt32.random(in: 0...0xFFFF, using: &self)
      case 3: UInt32.random(in: 0x10000...0x10FFFF, using: &self)
      default: UInt32.random(in: 0x20...0x7E, using: &self)
      }
    return Unicode.Scalar(value) ?? "x"
  }
}

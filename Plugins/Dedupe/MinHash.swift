/// A text's signature: of each of 64 hash functions the least value over all runs of words, kept as a byte; then the hash
/// of all words in their order.
///
/// The share of functions that agree on two texts estimates the Jaccard similarity of their sets of runs (Broder 1997),
/// with a standard error of at most 0.0625; a byte of each value is enough to compare (b-bit minwise hashing, Li and König
/// 2010), with one in 256 agreeing by chance. That two texts are the same words it can't tell: one word of a long text is in
/// few runs. So this has eight bytes of its own.
struct MinHash {
  /// How many bytes the least values are.
  static let minimaSize = 64
  /// The size of a signature in bytes; a text that is too short has none.
  static let size = minimaSize + 8
  /// Empty where the text has too few words.
  private(set) var bytes: [UInt8] = []

  init(_ text: Span<UInt8>, shingle: Int, minimumWords: Int) {
    var reader = WordHashes()
    var run: [UInt64] = []
    var words = 0
    var sequence: UInt64 = 0
    var minima = Minima()
    while let word = reader.next(in: text) {
      words += 1
      sequence = sequence.followed(by: word)
      if run.count == shingle { run.removeFirst() }
      run.append(word)
      guard run.count == shingle else { continue }
      minima.add(run.reduce(0) { $0.followed(by: $1) })
    }
    guard words >= max(minimumWords, shingle) else { return }
    bytes = minima.bytes + sequence.bigEndianBytes(8)
  }

  /// The Jaccard similarity that two signatures tell, from 0 to 0.99; 1 only where the texts have the same words in the same
  /// order.
  static func similarity(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Double {
    let same = zip(left.prefix(minimaSize), right.prefix(minimaSize)).count { $0 == $1 }
    if same == minimaSize, left.prefix(size).elementsEqual(right.prefix(size)) { return 1 }
    return min(0.99, max(0, (Double(same) / Double(minimaSize) - chance) / (1 - chance)))
  }

  private static let chance = 1.0 / 256
}

extension UInt64 {
  /// The hash of a sequence, `self` that of what comes before.
  fileprivate func followed(by word: UInt64) -> UInt64 { (self &+ word) &* 0x9E37_79B9_7F4A_7C15 ^ (self >> 29) }

  /// The last `count` bytes, the highest first.
  func bigEndianBytes(_ count: Int) -> [UInt8] {
    (1...count).map { UInt8(truncatingIfNeeded: self >> (8 * UInt64(count - $0))) }
  }
}

/// The least values of the hash functions so far.
private struct Minima {
  /// Of a fixed size, and in loops over it: so all functions are computed a vector at a time.
  private typealias Numbers = InlineArray<64, UInt32>
  private var values = Numbers(repeating: .max)
  private let factors = Self.sharedFactors
  private let summands = Self.sharedSummands

  /// Adds a value, which need not be spread well.
  mutating func add(_ value: UInt64) {
    // The finalizer of MurmurHash3 (Appleby, public domain), of which the upper half is taken.
    var mixed = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    let x = UInt32(truncatingIfNeeded: mixed >> 32)
    for index in values.indices { values[index] = min(values[index], x &* factors[index] &+ summands[index]) }
  }

  /// A byte of each value: least values are small, so that their bits have to be spread again.
  var bytes: [UInt8] { values.indices.map { UInt8(truncatingIfNeeded: (values[$0] &* 0x9E37_79B1) >> 24) } }

  private static let sharedFactors = numbers(seed: 1, oddly: true)
  private static let sharedSummands = numbers(seed: 2, oddly: false)

  /// Numbers without a pattern, the same on every machine (SplitMix64, Steele et al. 2014).
  private static func numbers(seed: UInt64, oddly: Bool) -> Numbers {
    var state = seed
    return Numbers { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return UInt32(truncatingIfNeeded: (mixed ^ mixed >> 31) >> 32) | (oddly ? 1 : 0)
    }
  }
}

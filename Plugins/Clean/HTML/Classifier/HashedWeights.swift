/// A linear model over tokens that were hashed into buckets (feature hashing, Weinberger and others 2009): what each counts.
struct HashedWeights: Sendable {
  private let weights: [Float]

  /// Reads the weights as `Benchmarks/extraction/learn` writes them: `step` times a number that is a character each, from
  /// `(` for -41 to `{` for 41 without the backslash. Line ends are passed over.
  ///
  /// - Precondition: as many as a power of two.
  init(step: Float, _ text: StaticString) {
    weights = text.withUTF8Buffer { buffer in
      buffer.filter { $0 != UInt8(ascii: "\n") }.map { Float(Int($0) - ($0 > UInt8(ascii: "\\") ? 82 : 81)) * step }
    }
    precondition(weights.count.nonzeroBitCount == 1)
  }

  /// The number of buckets.
  var count: Int { weights.count }

  /// What the tokens of a text say together. The root keeps long texts from being surer than they are.
  func score(_ buckets: [Int]) -> Float {
    var sum: Float = 0
    for bucket in buckets { sum += weights[bucket & (weights.count - 1)] }
    return buckets.isEmpty ? 0 : sum / Float(buckets.count).squareRoot()
  }

  /// The weights of the four buckets from `bucket` on.
  func four(from bucket: Int) -> SIMD4<Float> {
    let first = bucket & (weights.count - 4)
    return SIMD4(weights[first], weights[first + 1], weights[first + 2], weights[first + 3])
  }
}

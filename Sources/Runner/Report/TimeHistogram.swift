/// How often which time was taken, in 960 classes that are a sixteenth of their octave wide: a quantile is off by 3% at
/// most, over the whole range from nanoseconds to centuries.
public struct TimeHistogram: Hashable, Sendable {
  private var counts: [Int] = []
  public private(set) var count = 0
  private var totalNanoseconds: Double = 0
  private var minimum = Int64.max
  private var maximum: Int64 = 0

  var totalSeconds: Double { totalNanoseconds / 1e9 }
  var meanSeconds: Double { count > 0 ? totalSeconds / Double(count) : 0 }
  public var maximumSeconds: Double { Double(maximum) / 1e9 }

  mutating func record(_ nanoseconds: Int64) {
    let time = max(0, nanoseconds)
    if counts.isEmpty { counts = Array(repeating: 0, count: 960) }
    counts[Self.index(of: time)] += 1
    count += 1
    totalNanoseconds += Double(time)
    minimum = min(minimum, time)
    maximum = max(maximum, time)
  }

  /// The time that `share` of the times do not exceed; 0 where there are none.
  public func quantileSeconds(_ share: Double) -> Double {
    let rank = max(1, (share * Double(count)).rounded(.up))
    var seen = 0
    for (index, number) in counts.enumerated() {
      seen += number
      if Double(seen) >= rank, number > 0 {
        return max(Double(minimum), min(Self.middle(of: index), Double(maximum))) / 1e9
      }
    }
    return maximumSeconds
  }

  /// Times below 32 have classes of their own; above, the four bits after the first tell the class in the octave.
  private static func index(of time: Int64) -> Int {
    guard time >= 16 else { return Int(time) }
    let octave = 63 - time.leadingZeroBitCount
    return (octave - 3) * 16 + Int(time >> (octave - 4)) & 15
  }

  private static func middle(of index: Int) -> Double {
    guard index >= 16 else { return Double(index) }
    let width = Double(sign: .plus, exponent: index / 16 - 1, significand: 1)
    return (Double(16 + index % 16) + 0.5) * width
  }
}

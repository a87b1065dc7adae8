/// An exact number: what amounts are counted in, since "$0.1 million" is 100,000 and not 100,000.00000000001.
struct Fraction: Hashable, Sendable {
  private(set) var numerator: Int64
  /// At least 1; the two have no common divisor.
  private(set) var denominator: Int64

  init(_ value: Int64) { (numerator, denominator) = (value, 1) }

  /// - Returns: `nil` where the denominator is not positive.
  init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    let divisor = max(1, Self.commonDivisor(abs(numerator), denominator))
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  private static func commonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// The product; `nil` where it is too large.
  func times(_ other: Fraction) -> Fraction? {
    let (top, topOverflows) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, bottomOverflows) = denominator.multipliedReportingOverflow(by: other.denominator)
    return topOverflows || bottomOverflows ? nil : Fraction(top, over: bottom)
  }

  /// The sum; `nil` where it is too large.
  func plus(_ other: Fraction) -> Fraction? {
    let (left, leftOverflows) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, rightOverflows) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (top, topOverflows) = left.addingReportingOverflow(right)
    let (bottom, bottomOverflows) = denominator.multipliedReportingOverflow(by: other.denominator)
    let overflows = leftOverflows || rightOverflows || topOverflows || bottomOverflows
    return overflows ? nil : Fraction(top, over: bottom)
  }

  static func < (left: Fraction, right: Fraction) -> Bool {
    Double(left.numerator) / Double(left.denominator) < Double(right.numerator) / Double(right.denominator)
  }
}

extension Fraction: CustomStringConvertible {
  /// As a decimal where it has one ("3200000", "0.25"), else as a fraction ("2/3").
  var description: String {
    var digits = 0
    var scale: Int64 = 1
    while scale % denominator != 0 {
      guard digits < 18 else { return "\(numerator)/\(denominator)" }
      scale *= 10
      digits += 1
    }
    let (scaled, overflows) = abs(numerator).multipliedReportingOverflow(by: scale / denominator)
    guard !overflows else { return "\(numerator)/\(denominator)" }
    let sign = numerator < 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let places = String(scaled % scale)
    return "\(sign)\(scaled / scale)." + String(repeating: "0", count: digits - places.utf8.count) + places
  }
}

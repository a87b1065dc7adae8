extension Int {
  /// The number with a comma between thousands: `1,234`.
  var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension Int {
  /// Reads a size in bytes: `4096`, `900M`, `6G`, in units of 1024.
  init?(size word: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
    let shift = word.last.flatMap { units[$0] }
    let digits = shift == nil ? word[...] : word.dropLast()
    guard let number = Int(digits), number >= 0, number <= Int.max >> (shift ?? 0) else { return nil }
    self = number << (shift ?? 0)
  }
}

extension Double {
  /// The number with `places` digits after the stop.
  func rounded(to places: Int) -> String {
    let scale = Int.powerOfTen(places)
    let whole = Int((self * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\((whole / scale).grouped)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}

extension Int {
  fileprivate static func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in 10 * power } }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

  /// Minutes and seconds, with hours where there are any: `1:05`, `2:00:09`.
  var clock: String {
    let seconds = Int(inSeconds.rounded(.up))
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hours = seconds / 3600
    let minutes = seconds / 60 % 60
    return (hours > 0 ? "\(hours):\(twoDigits(minutes))" : "\(minutes)") + ":\(twoDigits(seconds % 60))"
  }
}

/// Megabytes (10⁶) a second with one digit after the stop.
func megabytes(_ bytes: Int, per seconds: Double) -> String {
  (Double(bytes) / 1e6 / max(seconds, 1e-6)).rounded(to: 1)
}

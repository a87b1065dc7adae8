extension Int {
  /// The number with a comma between thousands: `1,234`.
  public var grouped: String {
    let digits = Array(String(magnitude).utf8)
    var text: [UInt8] = self < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Double {
  /// The number with `places` digits after the stop.
  public func rounded(to places: Int) -> String {
    let scale = (0..<places).reduce(1) { power, _ in 10 * power }
    guard isFinite, abs(self) < 1e12 else { return "\(self)" }
    let whole = Int((abs(self) * Double(scale)).rounded())
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return sign + whole.grouped }
    return "\(sign)\((whole / scale).grouped).\(String(whole % scale).leftPadded(to: places, with: "0"))"
  }

  /// The number with about three digits that matter: `0.042`, `7.31`, `18.4`, `1,204`.
  public var short: String {
    switch abs(self) {
    case 0: "0"
    case ..<0.1: rounded(to: 3)
    case ..<9.995: rounded(to: 2)
    case ..<99.95: rounded(to: 1)
    default: rounded(to: 0)
    }
  }
}

extension String {
  /// The text with as much of `mark` before it as makes `count` characters.
  public func leftPadded(to count: Int, with mark: Character) -> String {
    String(repeating: mark, count: max(0, count - self.count)) + self
  }
}

extension Duration {
  public var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

  /// The time as people say it: `84 µs`, `3.20 ms`, `12.4 s`, `3 min 20 s`, `2 h 05 min`.
  public var inWords: String {
    let seconds = inSeconds
    switch seconds {
    case ..<0.000_000_5: return "0 s"
    case ..<0.000_999_5: return "\((seconds * 1e6).short) µs"
    case ..<0.999_5: return "\((seconds * 1e3).short) ms"
    case ..<59.95: return "\(seconds.short) s"
    case ..<3599.5:
      let whole = Int(seconds.rounded())
      return "\(whole / 60) min \(String(whole % 60).leftPadded(to: 2, with: "0")) s"
    default:
      let minutes = Int((min(seconds, 1e12) / 60).rounded())
      return "\((minutes / 60).grouped) h \(String(minutes % 60).leftPadded(to: 2, with: "0")) min"
    }
  }
}

/// A number of bytes as people say it, in powers of ten: `812 B`, `4.20 kB`, `118 MB`.
public func bytesInWords(_ count: Int) -> String {
  let number = Double(count)
  switch number {
  case ..<999.5: return "\(count) B"
  case ..<999_500: return "\((number / 1e3).short) kB"
  case ..<999_500_000: return "\((number / 1e6).short) MB"
  default: return "\((number / 1e9).short) GB"
  }
}

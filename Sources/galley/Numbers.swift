internal import Pages

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

extension Duration {
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

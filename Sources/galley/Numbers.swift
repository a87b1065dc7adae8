internal import Pages

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

internal import Pages
internal import Runner
internal import Synchronization

/// Tells what becomes of the inputs: a bar on a terminal, and a line for each that failed or was skipped.
final class RunProgress: RunObserver {
  /// The inputs in all, where that is known beforehand.
  private let total: Int?
  private let isQuiet: Bool
  private let showsBar: Bool
  /// What an input is called.
  private let name: @Sendable (Input) -> String
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var drawn: ContinuousClock.Instant?
    var skippedLines = 0
  }

  /// Skipped inputs that are named; of more, only the sum is told.
  static let namedSkips = 10

  init(total: Int?, isQuiet: Bool, name: @escaping @Sendable (Input) -> String = \.uri) {
    self.name = name
    self.total = total
    self.isQuiet = isQuiet
    showsBar = !isQuiet && Terminal.standardError.isInteractive
  }

  func ended(_ ended: EndedInput, report: RunReport) {
    let input = ended.input
    state.withLock { state in
      switch ended.ending {
      case .quarantined(let failure):
        say(Style.red("failed", on: .standardError), "\(name(input)): \(failure)", &state)
      case .skipped(let reason) where !isQuiet && state.skippedLines < Self.namedSkips:
        state.skippedLines += 1
        say(Style.yellow("skipped", on: .standardError), "\(name(input)): \(reason)", &state)
      default: break
      }
      draw(report, &state)
    }
  }

  /// Takes the bar away.
  func finish() { state.withLock { clear(&$0) } }

  private func say(_ ending: String, _ what: String, _ state: inout State) {
    clear(&state)
    Terminal.standardError.write("\(ending) \(what.printable)\n")
  }

  private func clear(_ state: inout State) {
    if state.drawn != nil { Terminal.standardError.write("\r\u{1B}[K") }
    state.drawn = nil
  }

  /// Draws the bar, ten times a second at most, once a run takes longer than people notice.
  private func draw(_ report: RunReport, _ state: inout State) {
    guard showsBar else { return }
    let now = ContinuousClock.now
    guard now - (state.drawn ?? start) > .milliseconds(100) else { return }
    state.drawn = now
    let done = report.counts.ended
    let seconds = (now - start).inSeconds
    let rate = Double(done) / seconds
    var text = " \(done.grouped)\(total.map { "/\($0.grouped)" } ?? "") · \(Int(rate).grouped)/s · "
    text += "\(megabytes(report.bytesRead, per: seconds)) MB/s"
    if let total { text += " · \(Duration.seconds(Double(total - done) / max(rate, 0.001)).clock) left" }
    if report.counts.quarantined > 0 { text += " · \(report.counts.quarantined.grouped) failed" }
    let width = max(0, min(40, Terminal.standardError.width - text.count - 1))
    guard let total else { return Terminal.standardError.write("\r\(text)\u{1B}[K") }
    let filled = total > 0 ? width * done / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Terminal.standardError.write("\r\(Style.cyan(bar, on: .standardError))\(text)\u{1B}[K")
  }
}

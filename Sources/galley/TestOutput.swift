internal import Pages
internal import PipelineTesting
internal import Runner

/// What is told of tests while they run and when they have.
struct TestOutput {
  let isVerbose: Bool
  let isSilent: Bool
  private let terminal = Terminal.standardOutput

  /// The cases of one file: how many passed, and all of those that did not.
  func print(_ file: TestReport.File) {
    guard !isSilent else { return }
    let failed = file.count(.failed)
    let mark = failed == 0 ? Style.green("✓", on: terminal) : Style.red("✗", on: terminal)
    var text = "\(mark) \(file.path): \(counts { file.count($0) })\n"
    for result in file.results {
      let recorded = result.recordedSnapshot.map { "recorded \($0)" }
      switch result.ending {
      case .passed where isVerbose: text += line("✓", Style.green, result.name, recorded ?? "")
      case .passed where recorded != nil: text += line("✓", Style.green, result.name, recorded ?? "")
      case .skipped: text += line("-", Style.yellow, result.name, "skipped: \(result.skipReason ?? "")")
      case .failed: text += line("✗", Style.red, result.name, "") + failures(of: result)
      case .passed: break
      }
    }
    terminal.write(text)
  }

  /// The end of the report; without coverage where only some cases were to run.
  func finish(_ report: TestReport, coverage: Coverage?) throws {
    let files = report.files.count == 1 ? "1 file" : "\(report.files.count.grouped) files"
    let cases = report.count == 1 ? "1 case" : "\(report.count.grouped) cases"
    var text = "\n\(cases) in \(files): \(counts { report.count($0) })\n"
    for path in report.staleSnapshots { text += "no case has the snapshot '\(path)' any more: remove it\n" }
    if let coverage, !coverage.pipelines.isEmpty { text += "\(coverage.text)\n" }
    try terminal.print(text)
  }

  private func line(_ mark: String, _ style: Style, _ name: String, _ note: String) -> String {
    "  \(style(mark, on: terminal)) \(name)\(note.isEmpty ? "" : " (\(note))")\n"
  }

  private func failures(of result: TestReport.Result) -> String {
    result.failures.map { failure in
      failure.description.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
    }.joined()
  }

  private func counts(_ count: (TestReport.Ending) -> Int) -> String {
    let styles: [TestReport.Ending: Style] = [.passed: .green, .failed: .red, .skipped: .yellow]
    return TestReport.Ending.allCases.compactMap { ending in
      let number = count(ending)
      guard number > 0 else { return nil }
      let words = "\(number.grouped) \(ending.rawValue)"
      return styles[ending].map { $0(words, on: terminal) } ?? words
    }.joined(separator: ", ")
  }
}

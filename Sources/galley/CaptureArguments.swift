internal import Pages
internal import Runner

/// The flags about documents between stages that are kept for people.
enum CaptureArguments {
  static let flags = [
    Flag(
      "capture", value: "DIR",
      help: "Write each document as it is between the stages: DIR/00-read/ID.json, DIR/01-clean/ID.json, …"),
    Flag(
      "capture-only", value: "GLOB", repeats: true,
      help: "Capture only documents whose id or input matches, by name or path."),
    Flag("capture-count", value: "N", help: "Capture only of the first N inputs."),
  ]

  /// What is to be captured; `nil` for nothing.
  static func capture(_ arguments: Arguments) throws -> StageCapture? {
    let count = try arguments.integer("capture-count", in: 1...Int.max, of: RunCommand.command)
    let only = arguments.values("capture-only")
    guard let folder = arguments.value("capture") else {
      for flag in ["capture-only", "capture-count"] where arguments.has(flag) {
        throw refusal("--\(flag) is about what is captured: say where by --capture DIR")
      }
      return nil
    }
    guard !folder.isEmpty else { throw refusal("say where to capture documents: --capture DIR") }
    for flag in ["dry-run", "verify-determinism"] where arguments.has(flag) {
      throw refusal("--\(flag) writes nothing, so nothing can be captured: leave --capture away")
    }
    return StageCapture(into: folder, only: only, count: count)
  }

  private static func refusal(_ why: String) -> UsageError { UsageError(.refused(why), of: RunCommand.command) }
}

extension StageCapture {
  /// What is said of it after a run: `captured: 1 document as it was between the stages → steps (6 files)`.
  func line(after report: RunReport) -> String {
    guard report.captured.documents > 0 else {
      let fitting = only.map { "'\($0)'" }.joined(separator: " or ")
      return "captured: nothing"
        + (only.isEmpty ? "" : ", as no id and no input matches \(fitting): check --capture-only") + "\n"
    }
    let (documents, files) = report.captured
    return "captured: \(documents.grouped) \(documents == 1 ? "document" : "documents") between stages → \(folder) "
      + "(\(files.grouped) \(files == 1 ? "file" : "files"))\n"
  }
}

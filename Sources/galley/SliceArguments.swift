internal import Runner

/// The flags that choose which stages of a pipeline are run.
enum SliceArguments {
  static let flags = [
    Flag("until", value: "STAGE", help: "Stop after this stage, named by its id, its name or its number from 0."),
    Flag(
      "from", value: "STAGE", help: "Begin with this stage; the documents read bring the layers of those before it."),
    Flag("only", value: "STAGE", help: "Run this stage alone."),
  ]

  /// The stages that `arguments` choose.
  static func slice(_ arguments: Arguments, of command: Command) throws -> PipelineSlice {
    guard let stage = arguments.value("only") else {
      return PipelineSlice(from: arguments.value("from"), until: arguments.value("until"))
    }
    guard !arguments.has("from"), !arguments.has("until") else {
      throw UsageError(.refused("--only is --from and --until at once: leave these away"), of: command)
    }
    return PipelineSlice(only: stage)
  }
}

internal import Runner

/// The flags that every command about pipelines shares, and what is made of them.
enum PipelineArguments {
  static let plugins = Flag(
    "plugins", value: "DIR", repeats: true,
    help: "Look for plugins in DIR first. A library there takes the place of the one with its file name elsewhere.")

  static let changes = [
    Flag(
      "set", value: "stages.STAGE.OPTION=VALUE", repeats: true,
      help: "Set an option of a stage over what the file says."),
    Flag("param", value: "NAME=VALUE", repeats: true, help: "Give a parameter of the pipeline its value."),
  ]

  /// The stages of all plugins.
  ///
  /// - Parameter side: `a` or `b`, where two pipelines have flags of their own: `--plugins-b`.
  static func registry(_ arguments: Arguments, side: String? = nil) throws -> StageRegistry {
    let own = side.map { arguments.values("plugins-\($0)") } ?? []
    return try PluginHost(
      named: own + arguments.values("plugins"), searchPath: Environment["GALLEY_PLUGIN_PATH"]
    ).load()
  }

  /// The pipeline of the file at `path`, changed as `arguments` say.
  ///
  /// - Parameters:
  ///   - side: `a` or `b`, where two pipelines have flags of their own: `--set-b`.
  ///   - slice: the stages that are run.
  static func pipeline(
    _ path: String, _ arguments: Arguments, side: String? = nil, slice: PipelineSlice = .whole
  ) throws -> Pipeline {
    func values(_ flag: String) -> [String] {
      arguments.values(flag) + (side.map { arguments.values("\(flag)-\($0)") } ?? [])
    }
    let changes = PipelineLoader.Arguments(
      settings: values("set"), parameters: values("param"), environment: Environment.all,
      slice: slice)
    return try PipelineLoader(registry: registry(arguments, side: side)).load(path, changes)
  }
}

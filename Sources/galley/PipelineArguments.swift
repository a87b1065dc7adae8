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
  static func registry(_ arguments: Arguments) throws -> StageRegistry {
    try PluginHost(named: arguments.values("plugins"), searchPath: Environment["GALLEY_PLUGIN_PATH"]).load()
  }

  /// The pipeline of the file at `path`, changed as `arguments` say.
  static func pipeline(_ path: String, _ arguments: Arguments) throws -> Pipeline {
    let changes = PipelineLoader.Arguments(
      settings: arguments.values("set"), parameters: arguments.values("param"), environment: Environment.all,
      slice: try SliceArguments.slice(arguments))
    return try PipelineLoader(registry: registry(arguments)).load(path, changes)
  }
}

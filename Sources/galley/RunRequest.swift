internal import Glibc
internal import JSON
internal import Runner
internal import StageKit

/// What a command line asks a run to do: its pipeline and inputs, loaded and checked.
struct RunRequest {
  let pipeline: Pipeline
  let inputs: InputList
  private(set) var settings: RunSettings
  /// Where the outputs go: a folder, `-`, or nowhere.
  let output: String?

  /// - Parameter arguments: those of `galley run`.
  init(_ arguments: Arguments) throws {
    let selection = try InputArguments.selection(arguments, of: RunCommand.command)
    let capture = try CaptureArguments.capture(arguments)
    let whole = try PipelineArguments.pipeline(
      arguments.operands[0], arguments, slice: SliceArguments.slice(arguments, of: RunCommand.command))
    output = arguments.value("output")
    // What is captured may be all that is wanted.
    pipeline = capture != nil && output == nil ? whole.withoutRenderers : whole
    try Self.checkOutput(output, of: pipeline, arguments)
    inputs = try selection.list(output: output == "-" ? nil : output, capture: capture?.folder)
    settings = try Self.settings(arguments, inputs, pipeline, capture)
  }

  /// The request of a run that the ledger remembers, made again in the folder where it was made.
  ///
  /// - Parameter output: the folder whose ledger that is, absolute; it may have been moved or copied since.
  init(repeating command: JSON, in output: String) throws {
    guard let folder = command["directory"]?.string, let words = command["arguments"]?.array?.compactMap(\.string)
    else {
      throw UsageError(.refused("the ledger does not say how the run was called; run 'galley run' again"))
    }
    guard chdir(folder) == 0 else {
      throw UsageError(
        .refused("the run was made in '\(folder)', which can't be entered: \(String(cString: strerror(errno)))"))
    }
    var arguments = try Arguments(words, of: RunCommand.command)
    arguments.replace("output", by: output)
    try self.init(arguments)
    // Who captured documents then has them, and would have all of them run again.
    settings.capture = nil
  }

  /// The absolute path of the output folder at `path`.
  static func absolutePath(of path: String) throws -> String {
    guard let resolved = realpath(path, nil) else {
      throw UsageError(.refused("'\(path)' can't be entered: \(String(cString: strerror(errno)))"))
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The inputs as the run itself would see them: with what a stage decides about each among the others.
  func decidedInputs() throws -> InputList { try inputs.decided(for: pipeline, settings: settings) }

  /// The run's command line as the ledger remembers it.
  static func record(_ arguments: Arguments) -> JSON {
    [
      "directory": workingFolder.map { .string($0) } ?? .null,
      "arguments": .array(arguments.words.map { .string($0) }),
    ]
  }

  /// The folder that relative paths are in.
  static var workingFolder: String? {
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// The folder that the outputs go to, if any.
  var folder: String? { pipeline.rendersOutputs && output != "-" ? output : nil }

  private static func settings(
    _ arguments: Arguments, _ inputs: InputList, _ pipeline: Pipeline, _ capture: StageCapture?
  ) throws -> RunSettings {
    var settings = RunSettings()
    settings.capture = capture
    settings.jobs =
      try arguments.integer("jobs", in: 1...1024, of: RunCommand.command) ?? Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    settings.checksContracts = arguments.has("check-contracts")
    settings.documentForm = DocumentPrinter.form(isOnlyOne: inputs.count == 1 && !inputs.hasContainers)
    settings.maximumErrors = try arguments.value("max-errors").map { word in
      guard let maximum = MaximumErrors(word) else {
        throw UsageError(
          .badValue("max-errors", word, expected: MaximumErrors.expectation), of: RunCommand.command)
      }
      return maximum
    }
    settings.isolation = try isolation(arguments, pipeline)
    let output = arguments.value("output")
    if pipeline.rendersOutputs, output != "-", !arguments.has("no-ledger"), try cacheSize(arguments) > 0 {
      settings.cacheFolder = output
    }
    try InputArguments.apply(arguments, to: &settings, of: RunCommand.command)
    return settings
  }

  /// The flags that `isolation(_:_:)` reads.
  static let isolationFlags = [
    Flag(
      "isolation", value: "MODE",
      help: "Where stages run: in a process for each worker, so that one that crashes costs a document (process, the "
        + "default), or in the program itself, where it ends the run (none; the fastest)."),
    Flag("max-memory", value: "SIZE", help: "Let a worker process have so much memory, such as 900M or 6G (4G)."),
  ]

  /// Where the stages are to run.
  static func isolation(_ arguments: Arguments, _ pipeline: Pipeline) throws -> RunSettings.Isolation {
    let memory = try arguments.value("max-memory").map { word in
      guard let size = Int(size: word), size >= leastMemory else {
        throw UsageError(
          .badValue("max-memory", word, expected: "a size of at least 64M, such as 900M or 6G"), of: RunCommand.command)
      }
      return size
    }
    switch arguments.value("isolation") ?? "process" {
    case "process": return .process(maximumMemory: memory ?? RunSettings.Isolation.defaultMemory)
    case "none":
      if memory != nil {
        throw UsageError(
          .refused("--max-memory is for worker processes, and --isolation none has none"), of: RunCommand.command)
      }
      if pipeline.hasTimeouts {
        Terminal.standardError.write("galley: with --isolation none nothing keeps the timeouts of the pipeline\n")
      }
      return .none
    case let word:
      throw UsageError(.badValue("isolation", word, expected: "process or none"), of: RunCommand.command)
    }
  }

  /// A worker begins with the program's own data.
  private static let leastMemory = 64 << 20

  /// How many bytes of documents between stages are kept.
  static func cacheSize(_ arguments: Arguments) throws -> Int {
    guard let word = arguments.value("cache-size") else { return 1 << 30 }
    guard let size = Int(size: word) else {
      throw UsageError(.badValue("cache-size", word, expected: "a size such as 200M, 4G or 0"), of: RunCommand.command)
    }
    return size
  }

  /// Results must have a place to go, and only one.
  private static func checkOutput(_ output: String?, of pipeline: Pipeline, _ arguments: Arguments) throws {
    func refuse(_ why: String) -> UsageError { UsageError(.refused(why), of: RunCommand.command) }
    if pipeline.rendersOutputs && (output ?? "").isEmpty && !arguments.has("verify-determinism") {
      throw refuse("the pipeline has outputs; say where by -o FOLDER, or -o - for standard output")
    }
    if !pipeline.rendersOutputs, let output, output != "-" {
      throw refuse(
        "'\(pipeline.name)' has no export stage, so there is nothing to write in '\(output)': add one, or leave -o away to "
          + "print the documents' JSON")
    }
    let exports = pipeline.steps.count { $0.stage is any Renderer }
    if output == "-", exports > 1 {
      throw refuse(
        "the pipeline has \(exports) export stages, whose outputs would stand mixed on standard output: say -o FOLDER, or "
          + "end with the first one by --until")
    }
    let hasFolder = pipeline.rendersOutputs && output != "-"
    if arguments.has("json") && !hasFolder {
      throw refuse("--json prints on standard output, where the results go: say -o FOLDER")
    }
    for flag in ["dry-run", "prune", "no-ledger"] where arguments.has(flag) && !hasFolder {
      throw refuse("--\(flag) is about an output folder: say -o FOLDER")
    }
  }
}

extension Pipeline {
  /// Whether any stage makes outputs.
  var rendersOutputs: Bool { steps.contains { $0.stage is any Renderer } }

  /// Whether anything in it may take only so long.
  fileprivate var hasTimeouts: Bool { timeout != nil || steps.contains { $0.timeout != nil } }
}

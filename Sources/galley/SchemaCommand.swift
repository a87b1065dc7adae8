internal import JSON
internal import PipelineTesting
internal import Runner

/// `galley schema`: prints the JSON Schema of pipeline files or of test files.
enum SchemaCommand {
  static let command = Command(
    name: "schema",
    summary: "Print the JSON Schema of pipeline files or of test files, options of all plugins included",
    operands: .none,
    flags: [Flag("tests", help: "Print the schema of test files instead."), PipelineArguments.plugins],
    examples: [
      (
        "galley schema > galley-pipeline.schema.json",
        "an editor then completes and checks files with \"$schema\": \"galley-pipeline.schema.json\""
      )
    ]
  ) { arguments in
    let registry = try PipelineArguments.registry(arguments)
    let schema = arguments.has("tests") ? TestFileSchema(registry).json : PipelineSchema(registry).json
    try Terminal.standardOutput.print(schema.text(.lines(depth: 8)) + "\n")
    return ExitStatus.success
  }
}

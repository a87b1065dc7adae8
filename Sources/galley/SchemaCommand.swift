internal import JSON
internal import Runner

/// `galley schema`: prints the JSON Schema of pipeline files.
enum SchemaCommand {
  static let command = Command(
    name: "schema", summary: "Print the JSON Schema of pipeline files, options of all plugins included",
    operands: .none, flags: [PipelineArguments.plugins],
    examples: [
      (
        "galley schema > galley-pipeline.schema.json",
        "an editor then completes and checks files with \"$schema\": \"galley-pipeline.schema.json\""
      )
    ]
  ) { arguments in
    let schema = PipelineSchema(try PipelineArguments.registry(arguments)).json
    try Terminal.standardOutput.print(schema.text(.lines(depth: 8)) + "\n")
    return ExitStatus.success
  }
}

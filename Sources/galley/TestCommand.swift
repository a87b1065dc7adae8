internal import JSON
internal import PipelineTesting
internal import Runner

/// `galley test`: runs test files.
enum TestCommand {
  static let command = Command(
    name: "test", summary: "Run tests of stages and pipelines, written as JSON beside them",
    operands: Command.Operands(usage: "[PATH…]", count: 0...Int.max),
    flags: [
      Flag(
        "filter", value: "WORDS", repeats: true, help: "Run only cases with WORDS in their name or their file's path."),
      Flag("record", help: "Write snapshots as they are found, instead of comparing them."),
      Flag("watch", help: "Run again whenever a test, a pipeline, an input or a plugin changes, until Ctrl-C."),
      Flag("verbose", short: "v", help: "Name every case, those that pass too."),
      Flag("json", help: "Print the report as JSON."),
      Flag("junit", value: "FILE", help: "Write the report into FILE too, in the XML that CI servers read."),
      Flag(
        "isolation", value: "HOW",
        help: "Where stages run: process, so that one that crashes fails its case alone, or none."),
      PipelineArguments.plugins,
    ],
    examples: [
      ("galley test Pipelines", "all NAME.test.json files of a folder"),
      ("galley test news.test.json --filter cities", "some cases of one file"),
      ("galley test --record Pipelines", "write the snapshots anew, then read their difference in git"),
      ("galley test --watch", "the current folder, again after each change"),
    ],
    notes: """
      A case names a stage or a pipeline, an input, and what should come of it:

        { "cases": [ { "name": "finds the city", "stage": "entity-tag", "text": "Rain fell on Oslo.",
                       "expect": { "entities": [ { "text": "Oslo", "label": "GPE" } ] } } ] }

      Every case checks besides that stages keep their contracts and that all ranges lie within the text. A snapshot that
      is new is written and fails once, so that somebody reads it. Documentation/testing.md tells more;
      'galley schema --tests' prints the schema for editors.

      Exit status: 0 all passed, 1 some failed, 2 nothing could be run: no case found, mistakes in files.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    if arguments.has("watch") { return try TestWatch(arguments).run() }
    do {
      return try runOnce(arguments)
    } catch let problems as PipelineProblems {
      // Place first, as editors read it.
      Terminal.standardError.write("\(problems)\n")
      return ExitStatus.couldNotRun
    }
  }

  private static func runOnce(_ arguments: Arguments) throws -> Int32 {
    let selection = try TestSelection(arguments.operands)
    let files = try selection.files()
    let run = TestRun(try PipelineArguments.registry(arguments), settings: try settings(arguments))
    let output = TestOutput(isVerbose: arguments.has("verbose"), isSilent: arguments.has("json"))
    let report = try run(files, finished: output.print)
    guard report.count > 0 else { throw NoSuchCase(filter: arguments.values("filter"), names: files.flatMap(\.names)) }
    let coverage = run.coverage(of: files, pipelinesBeside: selection.pipelines)
    if let junit = arguments.value("junit") { try OutputFile.replace(junit, with: Array(report.junit.utf8)) }
    if arguments.has("json") {
      try Terminal.standardOutput.print(report.json(coverage: coverage).text(.lines(depth: 6)) + "\n")
    } else {
      try output.finish(report, coverage: arguments.values("filter").isEmpty ? coverage : nil)
    }
    return report.count(.failed) == 0 ? ExitStatus.success : ExitStatus.someFailed
  }

  private static func settings(_ arguments: Arguments) throws -> TestRun.Settings {
    var settings = TestRun.Settings()
    settings.recordsSnapshots = arguments.has("record")
    settings.filter = arguments.values("filter")
    settings.environment = Environment.all
    switch arguments.value("isolation") ?? "process" {
    case "process": break
    case "none": settings.isolation = .none
    case let other: throw UsageError(.badValue("isolation", other, expected: "process or none"), of: command)
    }
    return settings
  }
}

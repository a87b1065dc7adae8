internal import DocumentModel
internal import Glibc
internal import Inspection
internal import JSON
internal import Pages
internal import Runner

/// `galley compare`: what two pipelines make of the same articles.
enum CompareCommand {
  static let command = Command(
    name: "compare", summary: "Tell what two pipelines make of the same articles, and what a swap changes",
    operands: Command.Operands(usage: "PIPELINE_A PIPELINE_B INPUT… | OUT_A OUT_B", count: 2...Int.max),
    flags: [
      Flag("output", short: "o", value: "PAGE", help: "Write a web page: the figures, and documents side by side."),
      Flag(
        "json", value: "FILE", help: "Write the comparison as JSON, or - for standard output instead of the report."),
      Flag(
        "fail-if", value: "LIMIT", repeats: true,
        help: "Exit 1 where LIMIT holds, such as 'entities.removed>2%' or 'summary.rouge-1<0.8'."),
      Flag("documents", value: "N", help: "Show so many of the documents that differ most, whole (100)."),
    ] + sideFlags + PipelineArguments.changes + [PipelineArguments.plugins] + SliceArguments.flags
      + [
        Flag(
          "jobs", short: "j", value: "N", help: "Documents processed at once; as many as there are cores by default.")
      ] + InputArguments.selection + InputArguments.fields
      + [InputArguments.maximumBytes, InputArguments.maximumExpansion] + RunRequest.isolationFlags
      + [Flag("quiet", short: "q", help: "Say nothing but what went wrong, and which limits are passed.")],
    examples: [
      ("galley compare news.json mine.json ARTICLES/ -o compare.html", "two pipelines"),
      (
        "galley compare news.json news.json ARTICLES/ --set-b stages.summarize.sentences=2", "an option"
      ),
      ("galley compare news.json news.json ARTICLES/ --plugins-b build/ --fail-if 'entities.removed>2%'", "a plugin"),
      ("galley compare out-before out-after", "the documents of two earlier runs"),
    ],
    notes: """
      The stages that both pipelines begin with are run once; those that make outputs are not run. OUT_A and OUT_B are
      folders, or files, with documents as JSON, which are paired by their ids.
      Annotations are compared as by galley diff; the text of B's summaries is held beside that of A's by ROUGE. Shares are
      of what A has.
      LIMIT is SUBJECT.MEASURE, one of > >= < <=, and a number or a share. Subjects are documents (differing, failed), text
      and the layers (added, removed, moved, relabelled, changed, differing; of chains also merged, split; of summary
      also rouge-1, rouge-2, rouge-l).

      Exit status: 0 compared, 1 a limit is passed or some documents failed, 2 could not compare.
      """,
    body: run)

  private static let sideFlags = ["a", "b"].flatMap { side in
    [
      Flag(
        "set-\(side)", value: "stages.STAGE.OPTION=VALUE", repeats: true, help: "--set for \(side.uppercased()) alone."),
      Flag("param-\(side)", value: "NAME=VALUE", repeats: true, help: "--param for \(side.uppercased()) alone."),
      Flag("plugins-\(side)", value: "DIR", repeats: true, help: "--plugins for \(side.uppercased()) alone."),
    ]
  }

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let limits = try limits(arguments)
    let kept = try arguments.integer("documents", in: 0...10_000, of: command) ?? 100
    var comparison = Comparison(keeping: kept)
    var stages: [StageWork] = []
    if arguments.operands.count == 2 {
      try compareFolders(arguments, &comparison)
    } else {
      let run = try PipelineComparison(arguments)
      if let status = try run.compare(&comparison) { return status }
      stages = run.work
    }
    let report = ComparisonReport(comparison, names: names(arguments), stages: stages, limits: limits)
    try write(report, arguments)
    for limit in report.passedLimits where arguments.has("quiet") || arguments.value("json") == "-" {
      Terminal.standardError.write("galley: \(limit.text) holds (\(limit.measured(in: comparison)))\n")
    }
    return report.passedLimits.isEmpty && comparison.failures.isEmpty ? ExitStatus.success : ExitStatus.someFailed
  }

  private static func limits(_ arguments: Arguments) throws -> [ComparisonLimit] {
    try arguments.values("fail-if").map { text in
      do throws(ComparisonLimitError) {
        return try ComparisonLimit(text)
      } catch {
        throw UsageError(.refused("--fail-if \(error)"), of: command)
      }
    }
  }

  private static func compareFolders(_ arguments: Arguments, _ comparison: inout Comparison) throws {
    for path in arguments.operands {
      var status = stat()
      // A pipeline of its own is a file of JSON too.
      guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR || (try? documents(path)) != nil else {
        throw UsageError(
          .refused(
            "'\(path)' is no document: name two folders of documents, or two pipelines and the articles for them"),
          of: command)
      }
    }
    let pairs = DocumentPairs(try documents(arguments.operands[0]), try documents(arguments.operands[1]))
    for pair in pairs.both { comparison.add(pair.old, pair.new) }
    for id in pairs.onlyOld { comparison.addFailure(of: id, on: .second, reason: "is not there") }
    for id in pairs.onlyNew { comparison.addFailure(of: id, on: .first, reason: "is not there") }
  }

  private static func documents(_ path: String) throws -> [Document] {
    try DocumentArguments.documents(at: path).map(\.document)
  }

  /// What the two are called: the file, and what is changed of it.
  private static func names(_ arguments: Arguments) -> (String, String) {
    func name(_ path: String, _ side: String) -> String {
      let changes = ["set", "param", "plugins"].flatMap { flag in
        arguments.values("\(flag)-\(side)").map { " --\(flag) \($0)" }
      }
      return path + changes.joined()
    }
    return (name(arguments.operands[0], "a"), name(arguments.operands[1], "b"))
  }

  private static func write(_ report: ComparisonReport, _ arguments: Arguments) throws {
    if let page = arguments.value("output") {
      try OutputFile.replace(page, with: Array(ComparisonPage(report).html.markup.utf8))
    }
    let json = arguments.value("json")
    if let json {
      let bytes = Array((report.json.text(.lines(depth: 6)) + "\n").utf8)
      if json == "-" { try Terminal.standardOutput.print(bytes) } else { try OutputFile.replace(json, with: bytes) }
    }
    if !arguments.has("quiet"), json != "-" { try Terminal.standardOutput.print(report.text()) }
  }
}

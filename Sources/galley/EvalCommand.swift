internal import Evaluation
internal import JSON
internal import Pages
internal import Runner

/// `galley eval`: measures what a pipeline finds against what people say is there.
enum EvalCommand {
  static let command = Command(
    name: "eval", summary: "Measure what a pipeline finds against gold: precision, recall, F1 and more",
    operands: Command.Operands(usage: "PIPELINE GOLD…", count: 2...Int.max),
    flags: GoldArguments.flags + [
      Flag(
        "layers", value: "NAMES",
        help: "Measure only these layers, such as entities,chains; by default all that gold has."),
      Flag(
        "labels", value: "NAMES", help: "Of entities, count only these labels, such as PERSON,ORG (after --map-labels)."
      ),
      Flag(
        "map-labels", value: "OLD=NEW,…", repeats: true,
        help: "Rename labels of gold and pipeline before they are compared: PERSON=PER,GPE=LOC."),
      Flag(
        "mentions", value: "HOW",
        help:
          "Take mentions of chains for the same where their ranges are equal (exact, the default) or overlap (overlap)."
      ),
      Flag("no-stemming", help: "Let ROUGE compare words as they are, not their stems."),
      Flag(
        "thresholds", value: "FILE",
        help: "Fail where a figure is below the one that FILE asks for. FILE is JSON: see below."),
      Flag("errors", value: "N", help: "Print up to N errors of each layer (5 by default)."),
      Flag(
        "json", value: "FILE", help: "Write all figures and all errors as JSON into FILE, or - for standard output."),
      Flag("html", value: "FILE", help: "Write a web page of all figures and the errors into FILE."),
      Flag("jobs", short: "j", value: "N", help: "Documents processed at once; as many as there are cores by default."),
      Flag("quiet", short: "q", help: "Draw no progress."),
    ] + RunRequest.isolationFlags + PipelineArguments.changes + [PipelineArguments.plugins],
    examples: [
      ("galley eval Pipelines/news.json gold/", "everything that the gold has"),
      (
        "galley eval news.json dev.iob2 --labels PER,ORG,LOC --map-labels PERSON=PER,GPE=LOC,FAC=LOC",
        "names in columns, as CoNLL-2003 labels them"
      ),
      ("galley eval news.json gold/ --thresholds eval.json", "in continuous integration"),
    ],
    notes: """
      GOLD is a document's JSON as Galley writes it, corrected by people; JSON lines of these; tokens with IOB tags, a line
      each (.iob2, .bio, .conll, .tsv, …); brat's .txt with .ann; or a folder with such files. A "references" list in a
      document's JSON has summaries by people. The pipeline gets the texts without what the gold says of them.

      "Strict" is the same place and label, "lenient" the same label and an overlap. Intervals are a bootstrap's over
      documents, 95%. What a document's failure left unfound counts as missed.

      A file for --thresholds, which may also have "labels" and "map-labels":
        { "thresholds": { "entities.f1": 0.7, "entities.PERSON.recall": 0.8, "summary.rouge-1.f1": 0.35 } }

      Exit status: 0 all well, 1 below a threshold or some documents failed, 2 could not measure.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let file = try arguments.value("thresholds").map(GoldArguments.evaluationFile)
    let pipeline = try PipelineArguments.pipeline(arguments.operands[0], arguments).withoutRenderers
    let gold = try GoldArguments.documents(arguments)
    var request = try EvalRequest(arguments, file, gold, pipeline)
    let errorLimit = try arguments.integer("errors", in: 0...1_000_000, of: command) ?? 5
    let json = arguments.value("json")
    let report = try request.run()
    if let ending = report.ending.interruption {
      Terminal.standardError.write("galley: \(ending); nothing was measured\n")
      return report.exitStatus
    }
    let evaluation = request.evaluation
    let figures = evaluation.figures()
    if let json {
      let bytes = Array((evaluation.json(figures).text(.lines(depth: 4)) + "\n").utf8)
      if json == "-" { try Terminal.standardOutput.print(bytes) } else { try OutputFile.replace(json, with: bytes) }
    }
    if let page = arguments.value("html") {
      try OutputFile.replace(page, with: Array(EvalPage(evaluation, figures, pipeline: pipeline.name).html.markup.utf8))
    }
    if json != "-" {
      let drawing = EvalDrawing(evaluation, figures, terminal: .standardOutput)
      try Terminal.standardOutput.print(drawing.text(errors: errorLimit))
    }
    return status(evaluation, shortfalls: file?.thresholds?.shortfalls(figures) ?? [])
  }

  private static func status(_ evaluation: Evaluation, shortfalls: [Thresholds.Shortfall]) -> Int32 {
    for shortfall in shortfalls {
      Terminal.standardError.write("\(Style.red("below", on: .standardError)) \(shortfall.inWords)\n")
    }
    return shortfalls.isEmpty && evaluation.failures.isEmpty ? ExitStatus.success : ExitStatus.someFailed
  }
}

extension Thresholds.Shortfall {
  fileprivate var inWords: String {
    let wanted = "\(name): \((100 * least).rounded(to: 1)) is asked for"
    guard let value else {
      return "\(wanted), but there is no such figure" + (suggestion.map { "; did you mean \"\($0)\"?" } ?? "")
    }
    return "\(wanted), it is \((100 * value).rounded(to: 1))"
  }
}

extension RunReport.Ending {
  /// Why not all documents were run; `nil` where they were.
  fileprivate var interruption: String? {
    switch self {
    case .complete: nil
    case .stopped(let uri): "stopped at '\(uri)', as the stage's on-error says"
    case .tooManyErrors(let limit): "stopped, as more than \(limit.grouped) documents failed (max-errors)"
    case .noProcesses(let reason): reason
    case .interrupted: "interrupted"
    case .aborted(let error): "\(error)"
    }
  }
}

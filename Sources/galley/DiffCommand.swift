internal import DocumentModel
internal import Inspection
internal import JSON

/// `galley diff`: compares documents annotation by annotation.
enum DiffCommand {
  static let command = Command(
    name: "diff", summary: "Tell what differs between two documents, annotation by annotation",
    operands: Command.Operands(usage: "A B", count: 2...2),
    flags: [
      Flag("json", help: "Print the differences as JSON."),
      Flag("color", value: "WHEN", help: "Use colours: auto (on a terminal, unless NO_COLOR is set), always or never."),
      Flag("width", value: "N", help: "The columns of a line; those of the terminal by default."),
    ],
    examples: [
      ("galley diff before.json after.json", "what another version of a stage changed"),
      ("galley diff out-before out-after", "all documents of two runs, paired by their ids"),
    ],
    notes: """
      A and B are documents as JSON, JSON lines, or folders with these; - is standard input. Of an annotation the place, the label and the
      words are compared; ids, sources, scores and traces are not. Where the texts differ, the places that correspond
      are compared.

      Exit status: 0 no difference, 1 some, 2 could not compare.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let old = try DocumentArguments.documents(at: arguments.operands[0]).map(\.document)
    let new = try DocumentArguments.documents(at: arguments.operands[1]).map(\.document)
    let pairs = DocumentPairs(old, new)
    let differing = pairs.both.map { (id: $0.new.id, diff: AnnotationDiff(from: $0.old, to: $0.new)) }
      .filter { !$0.diff.isEmpty }
    let terminal = Terminal.standardOutput
    if arguments.has("json") {
      let json: JSON = [
        "documents": .array(differing.map { ["id": .string($0.id), "layers": $0.diff.json] }),
        "only-in-first": .array(pairs.onlyOld.map { .string($0) }),
        "only-in-second": .array(pairs.onlyNew.map { .string($0) }),
      ]
      try terminal.print(json.text(.lines(depth: 6)) + "\n")
    } else {
      let hasColours = try ShowCommand.colours(arguments, on: terminal, of: command)
      let width = try arguments.integer("width", in: 20...1000, of: command) ?? terminal.width
      for (id, diff) in differing {
        if pairs.both.count > 1 { try terminal.print("# \(id)\n") }
        try terminal.print(DiffDrawing(diff, width: width, hasColours: hasColours).text)
      }
      for id in pairs.onlyOld { try terminal.print("only in the first: \(id)\n") }
      for id in pairs.onlyNew { try terminal.print("only in the second: \(id)\n") }
    }
    return differing.isEmpty && pairs.onlyOld.isEmpty && pairs.onlyNew.isEmpty ? 0 : 1
  }
}

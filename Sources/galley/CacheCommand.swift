internal import JSON
internal import Pages
internal import Runner

/// `galley cache`: the documents between stages that an output folder keeps.
enum CacheCommand {
  static let command = Command(
    name: "cache", summary: "Look at or clear the cache of an output folder",
    operands: Command.Operands(usage: "OUT", count: 1...1),
    flags: [Flag("clear", help: "Remove it; the next run runs every stage."), Flag("json", help: "Print it as JSON.")],
    examples: [
      ("galley cache out", "how many documents between stages it keeps, and their size"),
      ("galley cache out --clear", "no result depends on it, so none is lost"),
    ],
    notes: """
      A run keeps each document as it is before the last stage that finds something out, so that after a change of that
      stage, or of an export, only these run again. --cache-size of galley run bounds it.
      """
  ) { arguments in
    let folder = arguments.operands[0]
    _ = try LedgerStatus(of: folder)  // says so where the folder is none of a run
    let contents = try StageCacheFile.contents(in: folder) ?? (documents: 0, bytes: 0)
    if arguments.has("clear") { try StageCacheFile.clear(in: folder) }
    if arguments.has("json") {
      let json: JSON = [
        "documents": .integer(contents.documents), "bytes": .integer(contents.bytes),
        "cleared": .bool(arguments.has("clear")),
      ]
      try Terminal.standardOutput.print(json.text(.lines(depth: 1)) + "\n")
    } else {
      let size = (Double(contents.bytes) / 1e6).rounded(to: 1)
      let verb = arguments.has("clear") ? "removed" : "kept"
      try Terminal.standardOutput.print(
        "\(contents.documents.grouped) \(contents.documents == 1 ? "document" : "documents") between stages \(verb), \(size) MB\n"
      )
    }
    return ExitStatus.success
  }
}

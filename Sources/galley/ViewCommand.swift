internal import Inspection
internal import Pages
internal import Runner

/// `galley view`: makes a page of documents.
enum ViewCommand {
  static let command = Command(
    name: "view", summary: "Make one web page of documents, to search and look at",
    operands: Command.Operands(usage: "OUT|FILE…", count: 1...Int.max),
    flags: [
      Flag(
        "output", short: "o", value: "PAGE", help: "The page to write, or - for standard output; view.html by default."),
      Flag(
        "include", value: "GLOB", repeats: true, help: "Of folders, take only files whose name or path matches."),
      Flag("exclude", value: "GLOB", repeats: true, help: "Of folders, leave out files and folders that match."),
    ],
    examples: [
      ("galley view out", "all documents that a run has written, in view.html"),
      ("galley view out/story.json -o story.html", "one article"),
      ("galley view out steps", "with what galley run --capture steps has written: a slider through the stages"),
    ],
    notes: """
      OUT is a folder with documents as JSON (.json) or JSON lines (.jsonl, .ndjson), FILE one of these, or - for
      standard input. Files of a folder that are no documents are left out, and counted.
      The page is one file that opens anywhere and asks no network.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let (found, others) = try DocumentArguments.documents(
      at: arguments.operands, include: arguments.values("include"), exclude: arguments.values("exclude"))
    let view = ViewPage(found.map(\.document))
    let page = Array(view.html.markup.utf8)
    let output = arguments.value("output") ?? "view.html"
    if output == "-" {
      try Terminal.standardOutput.print(page)
    } else {
      try OutputFile.replace(output, with: page)
      let left = others == 0 ? "" : " (\(others.grouped) other \(others == 1 ? "file" : "files") left out)"
      Terminal.standardError.write(
        "\(view.count.grouped) \(view.count == 1 ? "document" : "documents")\(captured(view))\(left) → \(output)\n")
    }
    return ExitStatus.success
  }

  private static func captured(_ view: ViewPage) -> String {
    let count = view.capturedCount
    return count == 0 ? "" : ", \(count == view.count ? "" : "\(count.grouped) of them ")between the stages too"
  }
}

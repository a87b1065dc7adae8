internal import DocumentModel
internal import Glibc
internal import JSON
internal import Pages
internal import Runner

/// `galley learn-boilerplate`: the lines that repeat over the articles of one source, as a file for `clean`.
enum LearnBoilerplateCommand {
  static let command = Command(
    name: "learn-boilerplate", summary: "Learn the lines that repeat over many articles of one source",
    operands: Command.Operands(usage: "INPUT…", count: 0...Int.max),
    flags: InputArguments.selection + InputArguments.fields + [
      InputArguments.maximumBytes, InputArguments.maximumExpansion,
      Flag("min-articles", value: "N", help: "Take lines that stand in at least N articles (5)."),
      Flag("min-share", value: "SHARE", help: "…and in at least this share of all of them (0.02, one in fifty)."),
    ],
    examples: [
      ("galley learn-boilerplate ARTICLES/ > site.json", "read it, and take out what you want to keep"),
      (
        "galley run news.json ARTICLES/ -o out --set 'stages.clean.boilerplate-files=[\"site.json\"]'",
        "clean without these lines"
      ),
    ],
    notes: """
      Reads plain texts (and records) twice, whatever their order gives the same file. Lines of 4 to 300 bytes count; pages and
      Markdown are left out: give it what clean made of them (galley run pages.json PAGES/ > texts.jsonl). Give it the articles
      of one source: what repeats there is its furniture. A sentence that many articles have word for word is learned too, so
      read what comes out.

      Exit status: 0 all well, 1 some inputs could not be read, 2 could not run.
      """,
    body: learn)

  private static func learn(_ arguments: Arguments) throws -> Int32 {
    let selection = try InputArguments.selection(arguments, of: command, paths: arguments.operands)
    guard !selection.paths.contains("-") else {
      throw UsageError(
        .refused("standard input can be read only once, and the lines are counted in two passes"), of: command)
    }
    let inputs = try selection.list()
    var settings = RunSettings()
    try InputArguments.apply(arguments, to: &settings, of: command)
    let leastArticles = try arguments.integer("min-articles", in: 2...Int.max, of: command) ?? 5
    let share = try leastShare(arguments)

    var census = LineCensus()
    var pages = 0
    let report = try read(inputs, settings, tellsFailures: true) { document in
      if document.isMarkup { pages += 1 } else { census.note(document.text) }
    }
    guard report.ending == .complete else { return report.exitStatus }
    let leftOut =
      "\(pages.grouped) \(pages == 1 ? "page or Markdown text was" : "pages and Markdown texts were") left out: give it what clean made of them (galley run pages.json PAGES/ > texts.jsonl)"
    guard census.articles > 0 || pages == 0 else { throw UsageError(.refused(leftOut), of: command) }
    let minimum = max(leastArticles, Int((Double(census.articles) * share).rounded(.up)))
    _ = try read(inputs, settings, tellsFailures: false) { document in
      if !document.isMarkup { census.count(document.text, ifIn: minimum) }
    }
    let entries = census.entries(ofAtLeast: minimum)
    try Terminal.standardOutput.print(entries.rules.text(.lines(depth: 2)) + "\n")
    Terminal.standardError.write(
      "galley: \(entries.count.grouped) \(entries.count == 1 ? "line stands" : "lines stand") in at least \(minimum.grouped) of \(census.articles.grouped) articles\n"
    )
    if pages > 0 { Terminal.standardError.write("galley: \(leftOut)\n") }
    return report.exitStatus
  }

  /// Hands every document over, in one thread.
  private static func read(
    _ inputs: InputList, _ settings: RunSettings, tellsFailures: Bool, _ body: (Document) -> Void
  ) throws -> RunReport {
    try withoutActuallyEscaping(body) { body in
      let delivery = ClosureDelivery { delivered, _ in
        if let document = delivered.document { body(document) }
      }
      let observer: any RunObserver = tellsFailures ? FailureTeller() : SilentObserver()
      return try Run(Pipeline(name: "read", steps: []), on: inputs, settings: settings).start(
        into: delivery, observer: observer, stop: Interrupts.stopFlag())
    }
  }

  private static func leastShare(_ arguments: Arguments) throws -> Double {
    guard let word = arguments.value("min-share") else { return 0.02 }
    guard let share = Double(word), share >= 0, share <= 1 else {
      throw UsageError(.badValue("min-share", word, expected: "a share from 0 to 1, such as 0.02"), of: command)
    }
    return share
  }
}

/// Says on standard error what could not be read.
private struct FailureTeller: RunObserver {
  func ended(_ ended: EndedInput, report: RunReport) {
    guard case .quarantined(let failure) = ended.ending else { return }
    Terminal.standardError.write("failed \(ended.input.uri): \(failure)\n")
  }
}

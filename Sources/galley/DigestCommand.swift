internal import Pages
internal import Runner
internal import StoryDigest

/// `galley digest`: gathers articles by story, as a page to read.
enum DigestCommand {
  static let command = Command(
    name: "digest", summary: "Gather articles by story: what happened, in whose words, told where",
    operands: Command.Operands(usage: "INPUT…", count: 1...Int.max),
    flags: [
      Flag(
        "output", short: "o", value: "PAGE", repeats: true,
        help: "The page to write: Markdown where its name ends in .md, else HTML; - for Markdown on standard output; "
          + "digest.html by default."),
      Flag(
        "pipeline", short: "p", value: "PIPELINE",
        help: "Take the inputs, which are articles then, through this pipeline first."),
      Flag(
        "window", value: "DAYS",
        help:
          "Join articles that were published at most so many days apart (3). A story goes on from article to article."),
      Flag(
        "similarity", value: "PERCENT",
        help:
          "How alike the articles of a story are at least, from 1 to 99 (25): less gathers topics, more single events."),
      Flag("min-articles", value: "N", help: "Tell stories of at least so many articles, copies counted once (2)."),
      Flag("sentences", value: "N", help: "Choose at most so many sentences for each story (4)."),
      Flag("stories", value: "N", help: "Tell only so many stories, those with the most articles (all)."),
      Flag("since", value: "DATE", help: "Take only articles published on DATE, such as 2026-11-27, or later."),
      Flag("until", value: "DATE", help: "Take only articles published on DATE or earlier."),
      Flag("title", value: "TEXT", help: "What stands over the page ('Digest')."),
      Flag("include", value: "GLOB", repeats: true, help: "Of folders, take only files whose name or path matches."),
      Flag("exclude", value: "GLOB", repeats: true, help: "Of folders, leave out files and folders that match."),
      Flag("jobs", short: "j", value: "N", help: "With --pipeline: documents processed at once (as many as cores)."),
    ] + PipelineArguments.changes + [
      PipelineArguments.plugins, Flag("quiet", short: "q", help: "Say nothing but what went wrong."),
    ],
    examples: [
      ("galley digest out", "the documents of a run, in digest.html"),
      ("galley digest out --since 2026-11-27 -o today.html -o today.md", "the last days, as a page and as Markdown"),
      ("galley digest ARTICLES/ --pipeline Pipelines/news.json", "articles, run first"),
    ],
    notes: """
      INPUT is a folder with documents as JSON (.json) or JSON lines (.jsonl, .ndjson), one of these files, or - for standard
      input; files of a folder that are no documents are left out, and counted. With --pipeline it is what 'galley run'
      takes, and the pipeline's export stages are left out.
      Articles are joined by the names and keyphrases that they share, so the pipeline needs entity-tag and summarize; with
      quotations it is told who is quoted. Articles without a date of publication are joined with those of any day.
      The page is one file that asks no network; the same documents give the same bytes, in whatever order they come.

      Exit status: 0 all well, 1 some articles failed in the pipeline, 2 could not run, 130 and 143 ended by a signal.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let options = try options(arguments)
    let outputs = arguments.values("output").isEmpty ? ["digest.html"] : arguments.values("output")
    guard outputs.count(where: { $0 == "-" }) <= 1, Set(outputs).count == outputs.count else {
      throw UsageError(.refused("-o names the same page twice"), of: command)
    }
    let reading = try DigestReading(arguments)
    guard let maker = reading.maker else { return reading.exitStatus }
    guard !maker.knowsNothing else { throw NothingToJoinBy() }
    let digest = maker.digest(options)
    for output in outputs { try write(digest, to: output, title: arguments.value("title")) }
    if !arguments.has("quiet") { tell(digest, reading, outputs, options) }
    return reading.exitStatus
  }

  private static func options(_ arguments: Arguments) throws -> DigestOptions {
    var options = DigestOptions()
    options.window = try arguments.integer("window", in: 0...36_500, of: command) ?? options.window
    options.similarity =
      try arguments.integer("similarity", in: 1...99, of: command).map { Double($0) / 100 } ?? options.similarity
    options.minimumArticles =
      try arguments.integer("min-articles", in: 1...1_000_000, of: command) ?? options.minimumArticles
    options.sentences = try arguments.integer("sentences", in: 1...100, of: command) ?? options.sentences
    options.stories = try arguments.integer("stories", in: 1...1_000_000, of: command)
    options.since = try day("since", arguments)
    options.until = try day("until", arguments)
    if let since = options.since, let until = options.until, until < since {
      throw UsageError(
        .refused("--until \(until.iso) is before --since \(since.iso): no day is in between"), of: command)
    }
    return options
  }

  private static func day(_ flag: String, _ arguments: Arguments) throws -> CalendarDay? {
    guard let word = arguments.value(flag) else { return nil }
    guard word.utf8.count == 10, let day = CalendarDay(iso: word) else {
      throw UsageError(.badValue(flag, word, expected: "a day such as 2026-11-27"), of: command)
    }
    return day
  }

  private static func write(_ digest: StoryDigest, to output: String, title: String?) throws {
    let isMarkdown = output == "-" || output.lowercased().hasSuffix(".md")
    let page = isMarkdown ? DigestMarkdown(digest, title: title).text : DigestPage(digest, title: title).html.markup
    guard output != "-" else { return try Terminal.standardOutput.print(page) }
    try OutputFile.replace(output, with: Array(page.utf8))
  }

  /// Says what was made of what.
  private static func tell(
    _ digest: StoryDigest, _ reading: DigestReading, _ outputs: [String], _ options: DigestOptions
  ) {
    var line = "\(count(digest.articleCount, "article")): \(count(digest.stories.count, "story", "stories")) of "
    line += "\(count(digest.toldArticleCount, "article"))"
    if digest.untoldCount > 0 { line += ", \(count(digest.untoldCount, "story", "stories")) left out by --stories" }
    if reading.otherFiles > 0 { line += " (\(count(reading.otherFiles, "other file")) left out)" }
    if digest.undatedCount > 0, digest.articleCount > 0 {
      line +=
        digest.undatedCount == digest.articleCount
        ? "; none has a date of publication, so --window joins all" : "; \(digest.undatedCount.grouped) without a date"
    }
    let files = outputs.filter { $0 != "-" }
    if !files.isEmpty { line += " → " + files.joined(separator: ", ") }
    Terminal.standardError.write(line + "\n")
    guard digest.stories.isEmpty, digest.articleCount > 0 else { return }
    Terminal.standardError.write(
      "no \(options.minimumArticles.grouped) articles tell the same story: --min-articles 1 tells each of them, and a "
        + "--similarity below \(Int((options.similarity * 100).rounded())) joins more\n")
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number.grouped) \(number == 1 ? one : many ?? one + "s")"
  }
}

/// No document has what stories are told apart by.
private struct NothingToJoinBy: Error, CustomStringConvertible {
  let description =
    "the documents have neither names nor keyphrases to join them by: take them through a pipeline with the stages "
    + "entity-tag and summarize, such as --pipeline Pipelines/news.json"
}

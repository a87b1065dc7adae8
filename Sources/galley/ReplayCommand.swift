internal import JSON
internal import Runner

/// `galley replay`: runs again what failed in an output folder.
enum ReplayCommand {
  static let command = Command(
    name: "replay", summary: "Run again what failed in an output folder",
    operands: Command.Operands(usage: "OUT", count: 1...1),
    flags: [
      Flag("json", help: "Print the report of the run as JSON on standard output."),
      Flag("quiet", short: "q", help: "Say nothing but what went wrong."),
    ],
    examples: [
      ("galley replay out", "what is in out/.galley/quarantine, by the command line that the ledger remembers")
    ],
    notes: """
      All else is left as it is, changed inputs too: galley run takes those. Each document goes on from the stage that
      failed, as long as it is in the cache and nothing before that stage has changed.

      Exit status: 0 nothing is left, 1 some documents failed again, 2 could not run.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let folder = arguments.operands[0]
    let failed = try LedgerStatus(of: folder).pipelines.filter { !$0.quarantined.isEmpty }
    if failed.isEmpty, !arguments.has("quiet") {
      Terminal.standardError.write("galley: nothing failed in '\(folder)'\n")
    }
    let output = try RunRequest.absolutePath(of: folder)
    var status = ExitStatus.success
    for pipeline in failed {
      let request = try RunRequest(repeating: pipeline.lastRun.command, in: output)
      var options = LedgerDelivery.Options()
      options.replays = true
      options.cacheLimit = request.settings.cacheFolder == nil ? 0 : 1 << 30
      options.command = pipeline.lastRun.command
      status = max(status, try RunCommand.run(request, arguments, options))
    }
    return status
  }
}

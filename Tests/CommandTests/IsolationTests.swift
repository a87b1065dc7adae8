import Glibc
import JSON
import StageKit
import Testing

/// Stages that do what no stage must cost one document each, and the run goes on.
@Suite struct IsolationTests {
  /// Every kind of trouble, and what is said of a document that brought it.
  private static let troubles: [(word: String, reason: String)] = [
    ("throw", #"no good$"#),
    ("trap", #"ended by signal [0-9]+ \(SIG(ILL|TRAP)\): .*Index out of range$"#),
    ("hang", #"took longer than its timeout of 2 s$"#),
    ("allocate", #"outgrew its memory limit of 192 MiB \(raise it by --max-memory\)"#),
    ("abort", #"ended by signal 6 \(SIGABRT\)$"#),
    ("exit", #"ended the process by exit status 3$"#),
    ("recurse", #"ended by signal 11 \(SIGSEGV\)$"#),
  ]

  /// The folder of the plugin with the stages `trouble` and `thread`, built once.
  private static let plugins = Result {
    let folder = "\(try programFolder())/trouble-plugin"
    mkdir(folder, 0o755)
    try buildPlugin("Tests/CommandTests/Plugins/TroublePlugin.swift", as: "\(folder)/libTroublePlugin.so")
    return folder
  }

  private struct Outcome {
    let status: Int32
    let report: JSON
    let errors: [String]

    func count(_ state: String) -> Int? { report["counts"]?[state]?.integer }
  }

  /// Runs the stage `trouble`, whose entry has the members `entry` too, over `in`.
  private func run(
    _ folder: String, _ entry: String = #""timeout": 2"#, pipeline: String = "", to output: String = "out",
    flags: String = ""
  ) throws -> Outcome {
    let text = """
      { \(pipeline) "stages": [
        { "use": "trouble"\(entry.isEmpty ? "" : ", ")\(entry) }, { "use": "export", "with": { "format": "json" } } ] }
      """
    try write(text, to: "\(folder)/trouble.json")
    let status = try runShell(
      """
      cd '\(folder)' && '\(try programFolder())/galley' run trouble.json in -o \(output) --json \
        --plugins '\(try Self.plugins.get())' --max-memory 192M \(flags) >report 2>errors
      """)
    let report = String(decoding: try Resources(folder: folder).bytes(of: "report"), as: UTF8.self)
    let errors = String(decoding: try Resources(folder: folder).bytes(of: "errors"), as: UTF8.self)
    return Outcome(
      status: status, report: report.isEmpty ? .null : try JSON(parsing: report),
      errors: errors.split(separator: "\n").map(String.init))
  }

  private func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw ShellFailure(reason: "can't write \(path)") }
    fputs(text, file)
    fclose(file)
  }

  /// Runs `body` in a folder with `count` articles in `in`, of which every hundredth asks for trouble.
  private func withArticles(_ count: Int, _ body: (String) throws -> Void) throws {
    let folder = try temporaryCopy(of: "\(testFolder)/Transcripts")
    defer { _ = try? runShell("rm -rf '\(folder)'") }
    mkdir("\(folder)/in", 0o755)
    for number in 0..<count {
      let word = number % 100 == 50 ? Self.troubles[number / 100 % Self.troubles.count].word : ""
      let name = word.isEmpty ? "\(1000 + number)" : "\(1000 + number)-\(word)"
      try write("\(word)\nArticle \(number) is here.\n", to: "\(folder)/in/\(name).txt")
    }
    try body(folder)
  }

  /// `galley test` runs stages like a run does.
  @Test func crashOfATestedStageFailsItsCaseAlone() throws {
    let folder = try temporaryCopy(of: "\(testFolder)/Fixtures")
    defer { _ = try? runShell("rm -rf '\(folder)'") }
    let cases = ["trap", "hello", "exit"].map { word in
      #"{ "name": "\#(word)", "stage": "trouble", "text": "\#(word)", "expect": { "extensions": { "trouble": 5 } } }"#
    }
    try write(#"{ "cases": [ \#(cases.joined(separator: ", ")) ] }"#, to: "\(folder)/trouble.test.json")
    let status = try runShell(
      """
      cd '\(folder)' && '\(try programFolder())/galley' test trouble.test.json \
        --plugins '\(try Self.plugins.get())' >report 2>errors
      """)
    let report = String(decoding: try Resources(folder: folder).bytes(of: "report"), as: UTF8.self)
    #expect(status == 1)
    #expect(report.contains("1 passed, 2 failed"), "\(report)")
    #expect(report.contains(/found: stage 'trouble': ended by signal [0-9]+ \(SIG(ILL|TRAP)\)/), "\(report)")
    #expect(report.contains("ended the process by exit status 3"), "\(report)")
  }

  /// The document that ended a worker is there as the stage was given it.
  @Test func whatTheWorkerWasGivenIsCaptured() throws {
    try withArticles(0) { folder in
      for word in ["trap", "fine"] { try write("\(word)\nAn article.\n", to: "\(folder)/in/\(word).txt") }
      let outcome = try run(folder, flags: "--capture steps")
      #expect(outcome.status == 1)
      #expect(outcome.errors.last == "captured: 2 documents between stages → steps (3 files)")
      #expect(try names(in: "\(folder)/steps/00-read") == ["fine.json", "trap.json"])
      #expect(try names(in: "\(folder)/steps/01-trouble") == ["fine.json"])
    }
  }

  @Test(arguments: [1, 3])
  func everyTroubleCostsOneDocument(jobs: Int) throws {
    try withArticles(700) { folder in
      let outcome = try run(folder, flags: "--jobs \(jobs)")
      #expect(outcome.status == 1)
      #expect(outcome.count("delivered") == 693)
      #expect(outcome.count("quarantined") == 7)
      let failed = outcome.errors.filter { $0.hasPrefix("failed ") }
      #expect(failed.count == 7)
      for ((word, reason), line) in zip(Self.troubles, failed) {
        #expect(line.contains("-\(word).txt: stage 'trouble': "))
        #expect(try line.contains(Regex(reason)), "\(line)")
      }
      // The others are what they are without isolation.
      let good = "cd '\(folder)' && '\(try programFolder())/galley' run trouble.json in -o good -q --isolation none"
      #expect(try runShell("\(good) --exclude '*-*' --plugins '\(try Self.plugins.get())' 2>/dev/null") == 0)
      #expect(try runShell("cd '\(folder)' && diff -r -x .galley out good") == 0)
    }
  }

  @Test func skippedTroubleIsMarkedInTheTrace() throws {
    try withArticles(700) { folder in
      let outcome = try run(folder, #""timeout": 2, "on-error": "skip-stage", "retries": 1"#)
      #expect(outcome.status == 0)
      #expect(outcome.count("delivered") == 700)
      for (index, (word, reason)) in Self.troubles.enumerated() {
        let json = try JSON(parsing: Resources(folder: folder).bytes(of: "out/\(1050 + 100 * index)-\(word).json"))
        #expect(json["extensions"] == [:])
        #expect(json["diagnostics"]?.array?.first?["code"] == "stage-failed")
        let skipped = json["trace"]?.array?.first?["skipped"]?.string ?? ""
        #expect(try skipped.contains(Regex("failed: .*" + reason)), "\(word): \(skipped)")
      }
    }
  }

  @Test func triesAsOftenAsItIsAskedTo() throws {
    try withArticles(700) { folder in
      let outcome = try run(folder, #""timeout": 0.2, "retries": 2"#)
      #expect(outcome.count("quarantined") == 7)
      #expect(outcome.errors.filter { $0.hasSuffix(" (after 3 attempts)") }.count == 7)
    }
  }

  @Test func stopsWhereTheStageSaysSo() throws {
    try withArticles(200) { folder in
      let outcome = try run(folder, #""timeout": 2, "on-error": "stop""#, flags: "--exclude '*-throw*'")
      #expect(outcome.status == 1)
      #expect(outcome.report["ending"] == "stopped")
      #expect(outcome.count("delivered") == 149)
      #expect(outcome.count("quarantined") == 1)
      #expect(outcome.count("not-run") == 49)
      #expect(outcome.errors.last?.contains("stopped at 'in/1150-trap.txt'") == true)
    }
  }

  @Test(arguments: [("", "--max-errors 2", 3), (#""max-errors": "1/500","#, "", 2), (#""max-errors": 9,"#, "", 7)])
  func endsWhenTooManyFail(pipeline: String, flags: String, failed: Int) throws {
    try withArticles(700) { folder in
      let outcome = try run(folder, pipeline: pipeline, flags: flags)
      #expect(outcome.status == 1)
      #expect(outcome.report["ending"] == (failed < 7 ? "too-many-errors" : "complete"))
      #expect(outcome.count("quarantined") == failed)
      #expect(outcome.count("delivered") == (failed < 7 ? 99 * failed - 49 : 693))
    }
  }

  @Test func documentMayTakeOnlySoLong() throws {
    try withArticles(300) { folder in
      // Not skipped either: the document has had its time.
      let outcome = try run(folder, #""on-error": "skip-stage", "retries": 5"#, pipeline: #""timeout": 0.5,"#)
      #expect(outcome.count("delivered") == 299)
      #expect(
        outcome.errors.first
          == "failed in/1250-hang.txt: stage 'trouble': the document took longer than its timeout of 0.5 s")
    }
  }

  @Test func standardInputIsReadOnceHoweverOftenItIsTried() throws {
    try withArticles(0) { folder in
      let pipeline = #"{ "stages": [ { "use": "trouble", "retries": 1, "on-error": "skip-stage" } ] }"#
      try write(pipeline, to: "\(folder)/only.json")
      let galley = "'\(try programFolder())/galley' run only.json --plugins '\(try Self.plugins.get())'"
      #expect(try runShell("cd '\(folder)' && printf 'abort\\nThe rest.' | \(galley) - -q > out 2>errors") == 0)
      let document = try JSON(parsing: Resources(folder: folder).bytes(of: "out"))
      #expect(document["text"] == "abort\nThe rest.")
      #expect(document["trace"]?.array?.first?["skipped"]?.string?.hasPrefix("failed: ended by signal 6") == true)
    }
  }

  @Test func whatStagesPrintGoesToStandardError() throws {
    try withArticles(0) { folder in
      try write("print\n", to: "\(folder)/in/a.txt")
      let outcome = try run(folder, flags: "-q")
      #expect(outcome.errors.count == 1 && outcome.errors[0].hasPrefix("a stage says something: "), "\(outcome)")
    }
  }

  @Test func threadsOfAPluginAreToldBeforeAnythingIsWritten() throws {
    try withArticles(1) { folder in
      try write(#"{ "stages": [ { "use": "thread" } ] }"#, to: "\(folder)/thread.json")
      let galley = "'\(try programFolder())/galley' run thread.json in -q --plugins '\(try Self.plugins.get())'"
      #expect(try runShell("cd '\(folder)' && \(galley) 2>errors >out") == 2)
      #expect(try runShell("cd '\(folder)' && grep -q 'say --isolation none' errors && test ! -s out") == 0)
      #expect(try runShell("cd '\(folder)' && \(galley) --isolation none >out") == 0)
    }
  }

  /// Whoever ends the conductor, and however, leaves no worker behind.
  @Test(arguments: ["KILL", "TERM", "INT"])
  func workersEndWithTheirConductor(signal: String) throws {
    try withArticles(0) { folder in
      for number in 0..<4 { try write("hang\n", to: "\(folder)/in/\(number).txt") }
      try write(#"{ "stages": [ { "use": "trouble" } ] }"#, to: "\(folder)/hang.json")
      // The first signal lets documents finish, which these never do; the second ends the run.
      let session = """
        cd '\(folder)'
        '\(try programFolder())/galley' run '\(folder)/hang.json' in -q -j 3 --plugins '\(try Self.plugins.get())' & galley=$!
        count() { pgrep -fc "^[^ ]*galley run \(folder)/hang.json"; }
        for i in $(seq 500); do test "$(count)" -ge 5 && break; sleep 0.02; done
        test "$(count)" -eq 5 || exit 9
        kill -\(signal) $galley; sleep 0.2; kill -\(signal) $galley 2>/dev/null; wait $galley
        for i in $(seq 500); do test "$(count)" -eq 0 && exit 0; sleep 0.02; done; exit 8
        """
      #expect(try runShell("(\(session)) 2>/dev/null") == 0)
    }
  }

  /// A worker that someone kills costs the document that it had, and says so.
  @Test func killedWorkerIsReplaced() throws {
    try withArticles(0) { folder in
      for number in 0..<4 { try write(number == 1 ? "hang\n" : "fine\n", to: "\(folder)/in/\(number).txt") }
      try write(#"{ "stages": [ { "use": "trouble", "timeout": 30 } ] }"#, to: "\(folder)/hang.json")
      let session = """
        cd '\(folder)'
        '\(try programFolder())/galley' run hang.json in -q -j 1 --plugins '\(try Self.plugins.get())' \
          >out 2>errors & galley=$!
        for i in $(seq 500); do test -s out && break; sleep 0.02; done
        sleep 0.5; kill -KILL $(pgrep -x galley-worker -P $(pgrep -x galley-zygote -P $galley)); wait $galley
        """
      #expect(try runShell(session) == 1)
      let check = "test $(wc -l < out) = 3 && grep -q 'killed from outside (signal 9)' errors"
      #expect(try runShell("cd '\(folder)' && \(check)") == 0)
    }
  }

  /// Without the process that starts workers a run can't go on, and says so.
  @Test func endOfTheZygoteEndsTheRun() throws {
    try withArticles(0) { folder in
      for number in 0..<4 { try write("hang\n", to: "\(folder)/in/\(number).txt") }
      try write(#"{ "stages": [ { "use": "trouble" } ] }"#, to: "\(folder)/hang.json")
      let session = """
        cd '\(folder)'
        '\(try programFolder())/galley' run hang.json in -q -j 2 --plugins '\(try Self.plugins.get())' 2>errors & galley=$!
        for i in $(seq 500); do zygote=$(pgrep -x galley-zygote -P $galley) && break; sleep 0.02; done
        for i in $(seq 500); do pgrep -x galley-worker -P $zygote >/dev/null && break; sleep 0.02; done
        kill -KILL $zygote; wait $galley
        """
      #expect(try runShell(session) == 2)
      #expect(try runShell("grep -q '4 not run' '\(folder)/errors'") == 0)
      #expect(try runShell("grep -q 'the process that starts them has ended' '\(folder)/errors'") == 0)
    }
  }
}

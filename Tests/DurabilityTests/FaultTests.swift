import Glibc
import PostgreSQLTesting
import Testing

/// What happens to the folder or the program while a run goes on: it is told or does no harm, and the next run mends it.
@Suite(.serialized) struct FaultTests {
  /// A run that waits in the middle, at an input that is a pipe.
  ///
  /// Of the 600 articles before it, a first group has been delivered then, and the rest waits for the second.
  private func withWaitingRun(
    of pipeline: DurablePipeline = DurablePipeline.all[2], _ meanwhile: (Workplace, RunningProgram) throws -> Void,
    then check: (Workplace, Ended) throws -> Void
  ) throws {
    try withWorkplace { workplace in
      try workplace.writeArticles(600)
      try workplace.write("pipeline.json", pipeline.file)
      for number in 1...200 {
        try workplace.write("later/\(number).txt", "Number \(number) of the later ones\n\nWords.\n")
      }
      try workplace.shell("mkfifo gate.txt")
      let inputs = "in gate.txt later"
      let program = try pipeline.start(inputs, into: "out", in: workplace)
      // Who opens a pipe to write waits until it is read.
      let pipe = open("\(workplace.path)/gate.txt", O_WRONLY)
      guard pipe >= 0 else { throw Failure("no pipe") }
      sleep(for: .milliseconds(300))
      try meanwhile(workplace, program)
      let text = Array("The last one\n\nPORTO, May 9 - It is over.\n".utf8)
      signal(SIGPIPE, SIG_IGN)
      _ = write(pipe, text, text.count)
      close(pipe)
      let ended = try program.wait()

      try workplace.remove("gate.txt")
      try workplace.write("gate.txt", String(decoding: text, as: UTF8.self))
      try check(workplace, ended)
      let again = try pipeline.run(inputs, into: "out", in: workplace)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
      _ = try pipeline.run(inputs, into: "fresh", in: workplace)
      let fresh = try pipeline.contents(of: "fresh", in: workplace)
      #expect(try pipeline.contents(of: "out", in: workplace).differences(from: fresh) == [])
    }
  }

  @Test(arguments: [
    ("rm out/.galley/ledger.db*", "ledger.db"),
    ("rm out/.galley/ledger.db* && touch out/.galley/ledger.db", "ledger.db"),
    ("cp out/.galley/ledger.db other && mv other out/.galley/ledger.db", "ledger.db"),
    // Again where a worker has just put a draft into a folder that was empty.
    ("for try in 1 2 3 4 5; do rm -rf out/.galley && break; sleep 0.2; done", "out"),
    ("for try in 1 2 3 4 5; do rm -rf out && break; sleep 0.2; done", "out"),
    ("mv out away", "out"),
  ])
  func whatVanishesIsTold(_ command: String, _ name: String) throws {
    try withWaitingRun {
      workplace, _ in
      try workplace.shell(command)
    } then: { _, ended in
      #expect(ended.status == 2 && ended.errors.contains(name), "\(command): \(ended.status) \(ended.errors)")
    }
  }

  @Test(
    .enabled(if: PostgreSQLServer.isInstalled, "no PostgreSQL server is installed here: apt-get install postgresql"))
  func aServerThatVanishesIsTold() throws {
    let server = try PostgreSQLServer()
    defer { server.remove() }
    func expectTold(_ ended: Ended) {
      let words = ended.errors
      #expect(ended.status == 2 && words.contains("'postgresql://galley@/postgres/out'"), "\(ended.status) \(words)")
      #expect(!words.contains(PostgreSQLServer.password))
    }
    let pipeline = DurablePipeline.postgresql(server)
    try withWaitingRun(of: pipeline) { _, _ in
      #expect(try server.tables(of: "out")["documents"] != nil, "a first group is there")
      try server.stop()
    } then: { workplace, ended in
      expectTold(ended)
      // While it is away, a run is told so before anything is done.
      expectTold(try pipeline.run("in gate.txt later", into: "out", in: workplace))
      // Nothing keeps the password.
      try workplace.shell("! grep -rq \(PostgreSQLServer.password) out")
      try server.start()
    }
  }

  @Test func stoppedAndContinuedAllTheTime() throws {
    try withWorkplace { workplace in
      try workplace.writeArticles(600)
      let pipeline = DurablePipeline.all[2]
      try workplace.write("pipeline.json", pipeline.file)
      let program = try workplace.galley.start("run pipeline.json in -o out -q --jobs 2")
      var (status, rounds) = (CInt(0), 0)
      while waitpid(program.id, &status, WNOHANG) == 0, rounds < 20_000 {
        for signal in [SIGSTOP, SIGCONT, SIGWINCH, SIGURG] { program.signal(signal) }
        sleep(for: .microseconds(200))
        rounds += 1
      }
      #expect(status == 0 && rounds > 10)
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
      _ = try workplace.galley.run("run pipeline.json in -o fresh -q")
      #expect(try workplace.contents(of: "out").differences(from: workplace.contents(of: "fresh")) == [])
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsItInOrder(_ signal: CInt) throws {
    try withWaitingRun { _, program in
      program.signal(signal)
    } then: { workplace, ended in
      #expect(ended.status == 128 + signal)
      // What was at hand is delivered, the shared files too.
      let files = try workplace.contents(of: "out").files
      #expect(files["documents.jsonl"] != nil)
      let faults = try auditedFaults(in: "\(workplace.path)/out")
      #expect(faults.allSatisfy { $0.hasPrefix("the last run is interrupted") }, "\(faults)")
    }
  }

  @Test func aSecondRunIsRefused() throws {
    try withWaitingRun { workplace, program in
      let second = try workplace.galley.run("run pipeline.json in -o out -q")
      #expect(second.status == 2 && second.errors.contains("another run (process \(program.id))"), "\(second.errors)")
    } then: { _, ended in
      #expect(ended.status == 0)
    }
  }

  @Test func aDamagedLedgerIsTold() throws {
    try withWorkplace { workplace in
      try workplace.writeArticles(50)
      try workplace.write("pipeline.json", DurablePipeline.all[0].file)
      for (damage, size) in [("printf x | dd of=LEDGER conv=notrunc bs=1 seek=3", 0), ("truncate -s 5000 LEDGER", 0)] {
        _ = try workplace.galley.run("run pipeline.json in -o out -q")
        try workplace.shell("{ \(damage.replacing("LEDGER", with: "out/.galley/ledger.db")); } 2>/dev/null")
        let run = try workplace.galley.run("run pipeline.json in -o out -q")
        #expect(run.status == 2 && run.errors.contains("ledger.db"), "\(damage) \(size): \(run.status) \(run.errors)")
        try workplace.remove("out")
      }
    }
  }

  /// A file system of a megabyte, which takes the right to mount one.
  @Test(.enabled(if: (try? shell("unshare -m mount -t tmpfs -o size=1m tmpfs /mnt 2>/dev/null")) == 0))
  func aFullDisk() throws {
    try withWorkplace { workplace in
      try workplace.writeArticles(2000)
      let pipeline = DurablePipeline.all[2]
      try workplace.write("pipeline.json", pipeline.file)
      let galley = "'\(try Program.home())/galley' run pipeline.json in -q"
      try workplace.shell(
        """
        mkdir disk && unshare -m sh -c '
          mount -t tmpfs -o size=1m tmpfs disk
          \(galley.replacing("'", with: "")) -o disk/out 2> errors; echo $? > status
          mount -o remount,size=100m disk
          \(galley.replacing("'", with: "")) -o disk/out 2> more-errors; echo $? >> status
          cp -a disk/out out'
        """)
      let (errors, moreErrors) = (try workplace.read("errors"), try workplace.read("more-errors"))
      #expect(try workplace.read("status") == "2\n0\n", "\(errors)\(moreErrors)")
      #expect(errors.contains("No space left on device"))
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
      _ = try workplace.galley.run("run pipeline.json in -o fresh -q")
      #expect(try workplace.contents(of: "out").differences(from: workplace.contents(of: "fresh")) == [])
    }
  }

  @Test func aLimitOfTheLengthOfFiles() throws {
    try withWorkplace { workplace in
      try workplace.writeArticles(600)
      try workplace.write("pipeline.json", DurablePipeline.all[2].file)
      let run = "run pipeline.json in -o out -q"
      for blocks in [8, 100, 150] {
        let limited = try workplace.galley.run(run, prefix: "ulimit -f \(blocks);")
        #expect(limited.status == 2 && limited.errors.contains("galley: "), "\(limited.errors)")
        #expect(!limited.errors.contains("-1 "), "\(limited.errors)")
      }
      #expect(try workplace.galley.run(run).status == 0)
      #expect(try auditedFaults(in: "\(workplace.path)/out") == [])
      _ = try workplace.galley.run("run pipeline.json in -o fresh -q")
      #expect(try workplace.contents(of: "out").differences(from: workplace.contents(of: "fresh")) == [])
    }
  }
}

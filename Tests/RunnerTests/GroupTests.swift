import DocumentModel
import Glibc
import JSON
import StageKit
import Synchronization
import Testing

@testable import Runner

/// Documents that are taken through the steps together.
@Suite struct GroupTests {
  private func pass(_ pipeline: Pipeline) throws -> DocumentPass {
    DocumentPass(
      pipeline: pipeline, reader: try DocumentReader(maximumBytes: 1 << 20, charset: nil), checksContracts: true,
      documentForm: nil)
  }

  /// Everything about it but how long it took.
  private func bytes(_ processed: ProcessedInput) -> [UInt8] {
    var processed = processed
    processed.readNanoseconds = 0
    processed.stepNanoseconds = processed.stepNanoseconds.map { _ in 0 }
    return processed.encoded()
  }

  @Test(arguments: [OnError.quarantine, .skipStage])
  func whatComesOfADocumentDoesNotDependOnItsCompany(onError: OnError) throws {
    try withTemporaryFolder { folder in
      for number in 0..<40 { try folder.write("in/\(100 + number).txt", "text \(number)") }
      try folder.write("in/107.txt", [0, 1, 2, 0xFF])
      try folder.write("in/130.xyz", "of no known kind")
      try folder.write("in/139.txt", String(repeating: "long ", count: 60_000))
      let moody = ClosureStage("moody") { document in
        let number = Int(document.id) ?? 0
        if number % 5 == 3 { throw StageFailure("three") }
        if number % 7 == 2 { throw FilteredDocument("two") }
        document.extensions["note"] = .string(document.id)
      }
      let process = try pass(.of(moody, TextRenderer { "\($0.id).out" }, onError: onError))
      let inputs = Array(try InputSelection(paths: ["\(folder.path)/in"]).list())
      let alone = inputs.flatMap { process.results(of: [$0]) }
      #expect(alone.count == 41)
      #expect(Set(alone.map { "\($0.outcome)".prefix(6) }).count >= 3)
      for size in [2, 7, 41] {
        let together = stride(from: 0, to: inputs.count, by: size).flatMap {
          process.results(of: Array(inputs[$0..<min($0 + size, inputs.count)]))
        }
        #expect(together.map(bytes) == alone.map(bytes))
        #expect(together.map(\.input.uri) == inputs.map(\.uri))
      }
    }
  }

  @Test func eachStepTakesAllSmallDocumentsBeforeTheNext() throws {
    try withTemporaryFolder { folder in
      for name in ["1", "2", "3", "5", "6"] { try folder.write("in/\(name).txt") }
      try folder.write("in/4.txt", String(repeating: "long ", count: 60_000))
      let order = Mutex<[String]>([])
      func noting(_ name: String) -> ClosureStage {
        ClosureStage(name, provides: []) { document in order.withLock { $0.append(name + document.id) } }
      }
      let process = try pass(.of(noting("a"), noting("b")))
      #expect(process.results(of: Array(try InputSelection(paths: ["\(folder.path)/in"]).list())).count == 6)
      #expect(
        order.withLock { $0.joined(separator: " ") } == "a1 a2 a3 a4 b1 b2 b3 b4 a5 a6 b5 b6")
    }
  }

  @Test(
    arguments: [
      ("fast", [(1, 100_000), (2, 200_000), (4, 400_000), (8, 800_000), (16, 1_600_000), (32, 3_200_000)], 32),
      ("of some milliseconds", [(1, 4_000_000), (2, 8_000_000), (4, 16_000_000)], 5),
      ("slow", [(1, 30_000_000)], 1),
      ("slow at once", [(1, 1000), (2, 2000), (4, 200_000_000)], 1),
      ("none", [(1, 1000), (0, 5_000_000_000)], 2), ("too fast to measure", [(1, 0), (2, 0)], 4),
    ] as [(String, [(Int, Int64)], Int)])
  func groupsTakeAMoment(name: String, taken: [(documents: Int, nanoseconds: Int64)], count: Int) {
    var size = GroupSize()
    #expect(size.count == 1)
    for (documents, nanoseconds) in taken { size.note(documents, took: nanoseconds) }
    #expect(size.count == count)
  }

  /// A worker that waits for a pipe has the feed in its hands; one that has a document in hand leaves it to that one.
  @Test func whoHasADocumentDoesNotWaitForTheFeed() {
    let monitor = Monitor(0)
    let whileAnotherIsAtIt: Int? = monitor.change { _ in monitor.changeAtOnce { $0 + 1 } }
    #expect(whileAnotherIsAtIt == nil)
    #expect(monitor.changeAtOnce { $0 + 1 } == 1)
  }

  /// Who has a document in hand does not wait for one that is still to be written.
  @Test func noGroupWaitsForAPipe() throws {
    try withTemporaryFolder { folder in
      let lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n"
      try folder.write("lines.jsonl", lines)
      mkfifo("\(folder.path)/pipe.jsonl", 0o666)
      let pipe = open("\(folder.path)/pipe.jsonl", O_RDWR)
      defer { close(pipe) }
      #expect(write(pipe, lines, lines.utf8.count) == lines.utf8.count)
      let list = try InputSelection(paths: ["\(folder.path)/lines.jsonl", "\(folder.path)/pipe.jsonl"]).list()
      var feed = InputFeed(list, try FeedSettings(RunSettings(), list))
      #expect(feed.next(waits: false)?.id == "lines/1")
      #expect(feed.next(waits: false)?.id == "lines/2")
      #expect(feed.next(waits: false) == nil)
      #expect(feed.next()?.uri.hasSuffix("pipe.jsonl#1") == true)
      #expect(feed.next(waits: false) == nil)
      #expect(feed.next()?.uri.hasSuffix("pipe.jsonl#2") == true)
    }
  }
}

extension DocumentPass {
  /// What came of each of `inputs`.
  func results(of inputs: [Input]) -> [ProcessedInput] {
    var results: [ProcessedInput] = []
    take(inputs) { results.append($0) }
    return results
  }
}

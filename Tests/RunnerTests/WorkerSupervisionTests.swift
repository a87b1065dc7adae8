import Glibc
import Testing

@testable import Runner

@Suite struct WorkerSupervisionTests {
  @Test(
    arguments: [
      (SIGILL, 10, "Fatal error: Index out of range", "ended by signal 4 (SIGILL): Fatal error: Index out of range"),
      (SIGSEGV, 10, nil, "ended by signal 11 (SIGSEGV)"),
      (SIGABRT, 10, nil, "ended by signal 6 (SIGABRT)"),
      (
        SIGABRT, 10, "Fatal error: failed to allocate 32 bytes of memory with alignment 8",
        "outgrew its memory limit of 100 MiB (raise it by --max-memory): "
          + "Fatal error: failed to allocate 32 bytes of memory with alignment 8"
      ),
      (SIGSEGV, 95, nil, "outgrew its memory limit of 100 MiB (raise it by --max-memory)"),
      (
        SIGKILL, 95, nil,
        "was killed from outside (signal 9), as the system does when memory runs out; it had taken 95 MiB"
      ),
      (3 << 8, 10, nil, "ended the process by exit status 3"),
      (34, 10, nil, "ended by signal 34"),
    ] as [(CInt, Int, String?, String)])
  func endIsPutIntoWords(status: CInt, megabytes: Int, words: String?, expected: String) {
    let end = ProcessEnd(status: status, peakMemory: megabytes << 20)
    #expect(end.reason(words: words, maximumMemory: 100 << 20) == expected)
  }

  @Test(arguments: [
    (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (4 << 30, "4 GiB"),
    (Int.max, "8388607.9 TiB"),
  ])
  func sizesAreTold(size: Int, expected: String) { #expect(size.inBinaryUnits == expected) }

  private static let second: Int64 = 1_000_000_000

  /// What the limits of a step (2 s) and of a document (5 s) say: the state, since when, the time now, what is not
  /// counted, and how long to wait, all in seconds after the document was begun.
  @Test(
    arguments: [
      (.reading, 0, 0, 0, 2, nil), (.reading, 0, 4.5, 0, 0.5, nil), (.step(1), 1, 1, 0, 2, nil),
      (.step(1), 1, 2.5, 0, 0.5, nil), (.step(1), 1, 3, 0, 0, .step(limit: 2 * second)),
      (.step(1), 1, 4, 3, 2, nil), (.step(0), 1, 4, 0, 1, nil), (.step(0), 1, 5.5, 0, 0, .document(limit: 5 * second)),
      (.handingOver, 1, 1, 0, 2, nil),
    ] as [(WorkerSlot.State, Double, Double, Double, Double, TimeLimits.Overrun?)])
  func limitsAreKept(
    state: WorkerSlot.State, since: Double, now: Double, allowance: Double, wait: Double, overrun: TimeLimits.Overrun?
  ) throws {
    let stage = ClosureStage { _ in }
    let steps = [
      Step(stage: stage, optionsFingerprint: ""), Step(stage: stage, optionsFingerprint: "", timeout: .seconds(2)),
    ]
    let limits = TimeLimits(Pipeline(name: "test", steps: steps, timeout: .seconds(5)))
    let start = MonotonicTime.now
    func nanoseconds(_ seconds: Double) -> Int64 { Int64(seconds * Double(Self.second)) }
    let check = try #require(
      limits.check(
        (state, start + nanoseconds(since)), start: start, allowance: nanoseconds(allowance),
        now: start + nanoseconds(now)))
    #expect(check.wait == nanoseconds(wait))
    #expect(check.overrun == overrun)
    #expect(TimeLimits(.of(stage)).check((state, start), start: start, allowance: 0) == nil)
  }

  @Test func slotTellsWhatWasBegun() throws {
    let slots = try #require(WorkerSlot.slots(3))
    #expect(slots[1].current.state == .idle)
    for state in [.reading, .handingOver, .step(0), .step(4000), .idle] as [WorkerSlot.State] {
      let before = MonotonicTime.now
      slots[1].enter(state, attempt: 2, document: 31)
      #expect(slots[1].current.state == state)
      #expect(slots[1].attempt == 2)
      #expect(slots[1].document == 31)
      #expect(abs(slots[1].current.since - before) < Self.second)
    }
    #expect(slots[0].current.state == .idle && slots[2].current.state == .idle)
  }

  @Test(arguments: [
    ("0", 0, 0), ("12", 100, 12), ("3/1000", 1000, 3), ("3/1000", 999, 2), ("1/1", 7, 7),
    ("1/3", 1_000_000_000, 333_333_333),
  ])
  func errorsMayBeSoMany(word: String, total: Int, limit: Int) throws {
    #expect(try #require(MaximumErrors(word)).limit(of: total) == limit)
  }

  @Test(arguments: ["", "-1", "1.5", "3/", "/3", "1/0", "4/3", "1/2/3", " 1", "+1", "٣", "99999999999999999999"])
  func noNumberOfErrors(word: String) { #expect(MaximumErrors(word) == nil) }
}

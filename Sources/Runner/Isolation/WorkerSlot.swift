internal import Glibc
internal import Synchronization

/// Where a worker notes what it is doing, in memory that it shares with the conductor: still there when the worker is not.
struct WorkerSlot: @unchecked Sendable {  // the words are atomic, and their memory is never released
  private typealias Word = Atomic<UInt64>
  private let words: UnsafeMutablePointer<Word>
  private let base: MonotonicTime

  /// What a worker is doing.
  enum State: Hashable {
    /// Waiting for an input.
    case idle
    case reading
    case handingOver
    case step(Int)
  }

  /// Slots for `count` workers, each in a cache line of its own; `nil` where there is no memory.
  static func slots(_ count: Int) -> [WorkerSlot]? {
    let stride = 64 / MemoryLayout<Word>.stride
    let memory = mmap(nil, count * 64, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    let words = memory.bindMemory(to: Word.self, capacity: count * stride)
    let base = MonotonicTime.now
    return (0..<count).map { WorkerSlot(words: words + $0 * stride, base: base) }
  }

  /// State and time are one word, so that one is never read with another's time.
  private static let timeBits = 48

  /// Notes what begins now.
  ///
  /// - Parameters:
  ///   - attempt: which one it is at the step.
  ///   - document: on which of the inputs that the worker was given.
  func enter(_ state: State, attempt: Int = 0, document: Int = 0) {
    words[1].store(UInt64(attempt), ordering: .relaxed)
    words[2].store(UInt64(document), ordering: .relaxed)
    let microseconds = UInt64(max(0, MonotonicTime.now - base)) / 1000
    words[0].store(UInt64(code(state)) << Self.timeBits | microseconds, ordering: .releasing)
  }

  /// What the worker is, or was, doing, and since when.
  var current: (state: State, since: MonotonicTime) {
    let word = words[0].load(ordering: .acquiring)
    let microseconds = Int64(word & (1 << Self.timeBits - 1))
    return (state(Int(word >> Self.timeBits)), base + microseconds * 1000)
  }

  /// Which attempt at the step it is.
  var attempt: Int { Int(clamping: words[1].load(ordering: .relaxed)) }

  /// On which of the inputs that the worker was given.
  var document: Int { Int(clamping: words[2].load(ordering: .relaxed)) }

  private func code(_ state: State) -> Int {
    switch state {
    case .idle: 0
    case .reading: 1
    case .handingOver: 2
    case .step(let index): 3 + index
    }
  }

  private func state(_ code: Int) -> State {
    switch code {
    case 0: .idle
    case 1: .reading
    case 2: .handingOver
    default: .step(code - 3)
    }
  }
}

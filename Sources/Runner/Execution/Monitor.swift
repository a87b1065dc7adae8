internal import Glibc

/// State that threads share, one at a time, and a way to wait for what another does to it.
///
/// A pthread mutex and condition variable: `Synchronization.Mutex` has nothing to wait by. They and the state are only
/// touched under the lock, which is what makes this Sendable.
final class Monitor<State>: @unchecked Sendable {
  private var state: State
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let isAwaited: @Sendable (State) -> Bool

  /// - Parameter isAwaited: what threads wait for; they are woken when it comes to hold.
  init(_ state: State, awaited isAwaited: @escaping @Sendable (State) -> Bool = { _ in false }) {
    self.state = state
    self.isAwaited = isAwaited
    // What is done under the lock takes less than going to sleep and being woken would.
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, CInt(PTHREAD_MUTEX_ADAPTIVE_NP))
    pthread_mutex_init(mutex, &attributes)
    pthread_mutexattr_destroy(&attributes)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  /// Runs `body` under the lock, then wakes those who wait if what they wait for has come to hold by it.
  func change<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    return changeAndUnlock(body)
  }

  /// The same, if no other is at it at the moment: for who must not wait for what the other may be waiting for.
  func changeAtOnce<Result>(_ body: (inout State) -> Result) -> Result? {
    guard pthread_mutex_trylock(mutex) == 0 else { return nil }
    return changeAndUnlock(body)
  }

  private func changeAndUnlock<Result>(_ body: (inout State) -> Result) -> Result {
    let before = isAwaited(state)
    let result = body(&state)
    let wakes = !before && isAwaited(state)
    pthread_mutex_unlock(mutex)
    if wakes { pthread_cond_broadcast(change) }
    return result
  }

  /// Runs `body` under the lock, and again each time that what is awaited has come to hold, until it has a result.
  func wait<Result>(_ body: (inout State) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&state) { return result }
      pthread_cond_wait(change, mutex)
    }
  }
}

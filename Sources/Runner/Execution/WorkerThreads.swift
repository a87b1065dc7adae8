internal import Glibc

/// Runs `body` on `count` threads at once and returns when all have ended.
///
/// Threads of their own, with stacks of 8 MiB: those of Swift's pool have half a megabyte and must not wait, and stages
/// may recurse into nested structures of a document.
///
/// - Returns: whether at least one thread could be started; with none, `body` has not run.
func runOnThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
  // Not `pthread_attr_t()`: C libraries' modules have the type too, and Swift takes its initializer for one of theirs.
  withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { buffer in
    guard let attributes = buffer.baseAddress else { return false }
    pthread_attr_init(attributes)
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, 8 << 20)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      var thread: pthread_t = 0
      let work = Unmanaged.passRetained(Work(body: body))
      let error = pthread_create(&thread, attributes, { runWork($0) }, work.toOpaque())
      guard error == 0 else {
        work.release()
        break
      }
      threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
    return !threads.isEmpty
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void
  init(body: @escaping @Sendable () -> Void) { self.body = body }
}

private func runWork(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
  return nil
}

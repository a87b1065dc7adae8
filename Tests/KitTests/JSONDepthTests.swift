import Glibc
import JSON
import Testing

/// Values as deep as they may be on the smallest stack that a thread of ours is likely to have.
@Suite struct JSONDepthTests {
  private static func nested(_ depth: Int) -> [String] {
    [
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth),
      String(repeating: "[{\"a\":", count: depth / 2) + "[]" + String(repeating: "}]", count: depth / 2 - 1) + "}]",
    ]
  }

  @Test func deepValuesFitASmallStack() {
    onThread(stackSize: 512 << 10) {
      for text in Self.nested(JSON.depthLimit - 1) {
        guard let value = try? JSON(parsing: text), let same = try? JSON(parsing: text) else {
          Issue.record("not read")
          return
        }
        #expect(value == same)
        #expect(value.hashValue == same.hashValue)
        #expect(value.text() == text)
        #expect(value.text(.lines(depth: 3)).utf8.count > text.utf8.count)
      }
    }
  }

  @Test func deeperIsAnErrorAtTheBracket() {
    for text in Self.nested(JSON.depthLimit + 2) + Self.nested(1 << 20) {
      #expect(
        performing: { try JSON(parsing: text) },
        throws: { error in
          (error as? JSONSyntaxError)?.problem == "arrays and objects nest deeper than 256 levels"
        })
    }
    #expect(
      performing: { try JSON(parsing: String(repeating: "[", count: 600)) },
      throws: { error in
        (error as? JSONSyntaxError)?.location.column == 257
      })
  }
}

/// Runs `body` to its end on a thread with a stack of `stackSize` bytes.
private func onThread(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
  let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
  pthread_attr_init(attributes)
  pthread_attr_setstacksize(attributes, stackSize)
  defer {
    pthread_attr_destroy(attributes)
    attributes.deallocate()
  }
  let box = Unmanaged.passRetained(Box(body))
  var thread: pthread_t = 0
  let status = pthread_create(
    &thread, attributes,
    { pointer in
      if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }, box.toOpaque())
  #expect(status == 0)
  pthread_join(thread, nil)
}

private final class Box {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// The inputs that workers have taken and that are not delivered yet: few, so that memory stays bounded, and delivered in
/// input order whoever finishes first.
///
/// Who finishes the document that is next in line delivers it, and all that wait behind it, before taking another: so one
/// worker needs no thread beside it, and no two deliver at once.
final class Window<Element>: Sendable {
  private let monitor: Monitor<State>
  private let total: Int
  private let capacity: Int
  private let byteCapacity: Int

  private struct State {
    /// The next input to be taken.
    var next = 0
    /// The next input to be delivered.
    var head = 0
    /// What waits for delivery, at its index modulo the capacity.
    var waiting: [(element: Element, bytes: Int)?]
    var waitingBytes = 0
    var isDelivering = false
    var isClosed = false

    /// Gives the head out for delivery, if it waits and no other is being delivered.
    mutating func takeHead() -> Element? {
      let place = head % waiting.count
      guard !isDelivering, !isClosed, let (element, bytes) = waiting[place] else { return nil }
      waiting[place] = nil
      waitingBytes -= bytes
      isDelivering = true
      return element
    }
  }

  /// - Parameters:
  ///   - capacity: how many inputs may be taken and not delivered.
  ///   - byteCapacity: how many bytes may wait before no further input is taken.
  init(total: Int, capacity: Int, byteCapacity: Int) {
    self.total = total
    self.capacity = capacity
    self.byteCapacity = byteCapacity
    monitor = Monitor(State(waiting: Array(repeating: nil, count: capacity)))
  }

  /// Takes the next input, waiting while the window is full; `nil` when there is no more, or once `isEnough`.
  ///
  /// No deadlock: who waits here has nothing in hand, so the head is in another's hands.
  func take(unless isEnough: () -> Bool) -> Int? {
    monitor.wait { state -> Int?? in
      guard !state.isClosed, state.next < total, !isEnough() else { return .some(nil) }
      guard state.next - state.head < capacity, state.waitingBytes <= byteCapacity else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// Puts what became of the input at `index` in line, and delivers for as long as the next in line is there.
  ///
  /// - Parameter deliver: whether to go on; where not, the window is closed and what waits in it is dropped.
  func put(_ element: Element, bytes: Int, at index: Int, deliver: (Element) -> Bool) {
    var ready = monitor.change { state in
      state.waiting[index % capacity] = (element, bytes)
      state.waitingBytes += bytes
      return state.takeHead()
    }
    while let element = ready {
      let goesOn = deliver(element)
      ready = monitor.change { state in
        state.isDelivering = false
        state.head += 1
        if !goesOn { state.isClosed = true }
        return state.takeHead()
      }
    }
  }
}

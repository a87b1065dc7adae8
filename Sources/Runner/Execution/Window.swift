/// The inputs that workers have taken and that are not delivered yet: few, so that memory stays bounded, and delivered in
/// input order whoever finishes first.
///
/// Who finishes the document that is next in line delivers it, and all that wait behind it, before taking another: so one
/// worker needs no thread beside it, and no two deliver at once.
final class Window<Element>: Sendable {
  private let monitor: Monitor<State>
  private let capacity: Int
  private let byteCapacity: Int

  private struct State {
    /// How many inputs have been let in.
    var taken = 0
    /// The next input to be delivered.
    var head = 0
    /// What waits for delivery, at its index modulo the capacity.
    var waiting: [(element: Element, bytes: Int)?]
    var waitingBytes = 0
    var isDelivering = false
    var isClosed = false

    /// Whether so much has been delivered that one who waits for room can take several inputs: to be woken for each is
    /// dearer than most inputs that the ledger knows.
    func hasAmpleRoom(_ byteCapacity: Int) -> Bool {
      isClosed || taken - head <= waiting.count * 3 / 4 && waitingBytes <= byteCapacity
    }

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
  init(capacity: Int, byteCapacity: Int) {
    self.capacity = capacity
    self.byteCapacity = byteCapacity
    monitor = Monitor(State(waiting: Array(repeating: nil, count: capacity))) { $0.hasAmpleRoom(byteCapacity) }
  }

  /// Waits until there is room for one more input; `false` once there will be none, or once `isEnough`.
  ///
  /// The inputs then come in the order of their positions, from 0 on. No deadlock: who waits here has nothing in hand, so
  /// the head is in another's hands, or there are no more inputs.
  func letIn(unless isEnough: () -> Bool) -> Bool {
    var hasWaited = false
    return monitor.wait { state -> Bool? in
      guard !state.isClosed, !isEnough() else { return false }
      let hasRoom =
        hasWaited
        ? state.hasAmpleRoom(byteCapacity)
        : state.taken - state.head < capacity && state.waitingBytes <= byteCapacity
      hasWaited = true
      guard hasRoom else { return nil }
      state.taken += 1
      return true
    }
  }

  /// Lets one more input in, if there is room at once: for who has one in hand, on which the head may depend.
  func letInAtOnce() -> Bool {
    monitor.change { state in
      guard !state.isClosed, state.taken - state.head < capacity, state.waitingBytes <= byteCapacity else {
        return false
      }
      state.taken += 1
      return true
    }
  }

  /// Takes back that one was let in: there was no input for it.
  func letOut() { monitor.change { $0.taken -= 1 } }

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

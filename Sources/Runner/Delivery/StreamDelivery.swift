internal import Glibc
internal import StageKit

/// Writes outputs one after the other to a file descriptor, each as soon as its turn has come.
public final class StreamDelivery: Delivery {
  private let descriptor: CInt
  private let name: String
  private var headed: Set<String> = []

  /// - Parameter name: what messages call it: "standard output".
  public init(to descriptor: CInt, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  public func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    var bytes: [UInt8] = []
    for output in delivered.outputs {
      if case .rows = output.artifact.placement {
        throw .badRows(output.artifact.name, reason: "a stream is no database")
      }
      if case .appended(let header) = output.artifact.placement, headed.insert(output.artifact.name).inserted {
        bytes += header
      }
      bytes += output.artifact.bytes
    }
    guard let error = write(bytes, to: descriptor) else { return }
    throw error == EPIPE ? .readerGone : .brokenStream(name, reason: systemReason(error))
  }

  public func finish(_ report: RunReport) throws(DeliveryError) {}
  public func abandon() -> (documents: Int, outputs: Int) { (0, 0) }
}

/// Hands each finished document over to a closure.
public final class ClosureDelivery: Delivery {
  private let body: (Delivered, Input) throws(DeliveryError) -> Void

  public init(_ body: @escaping (Delivered, Input) throws(DeliveryError) -> Void) { self.body = body }

  public func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    try body(delivered, processed.input)
  }
  public func finish(_ report: RunReport) throws(DeliveryError) {}
  public func abandon() -> (documents: Int, outputs: Int) { (0, 0) }
}

/// Writes all of `bytes`.
///
/// - Returns: the system's error, or `nil` where all is written.
func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

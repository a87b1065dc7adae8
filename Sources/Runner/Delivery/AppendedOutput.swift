internal import Glibc

/// A file that the outputs of many documents are gathered in, which gets its name at the end of the run.
struct AppendedOutput {
  let path: OutputPath
  let header: [UInt8]
  private let file: DraftFolder.File
  private var buffer: [UInt8]

  init(_ name: String, header: [UInt8], in drafts: DraftFolder) throws(DeliveryError) {
    path = try OutputPath(name)
    self.header = header
    file = try drafts.open()
    buffer = header
  }

  /// Adds one document's output; written to the disk a quarter of a megabyte at a time.
  mutating func append(_ bytes: [UInt8], in drafts: DraftFolder) throws(DeliveryError) {
    buffer += bytes
    guard buffer.count >= 1 << 18 else { return }
    try drafts.append(buffer, to: file)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name.
  func publish(in folder: OutputFolder) throws(DeliveryError) {
    do {
      try folder.drafts.append(buffer, to: file)
    } catch {
      folder.drafts.discard(file)
      throw error
    }
    try folder.publish(try folder.drafts.complete(file, byteCount: 0), as: path)
  }

  func discard(in drafts: DraftFolder) { drafts.discard(file) }
}

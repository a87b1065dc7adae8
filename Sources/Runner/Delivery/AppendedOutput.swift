/// A file that the outputs of many documents are gathered in, which gets its name at the end of the run.
struct AppendedOutput {
  let path: OutputPath
  let header: [UInt8]
  private let draft: OutputFolder.Draft
  private var buffer: [UInt8]

  init(_ name: String, header: [UInt8], in folder: OutputFolder) throws(DeliveryError) {
    path = try OutputPath(name)
    self.header = header
    draft = try folder.draft()
    buffer = header
  }

  /// Adds one document's output; written to the disk a quarter of a megabyte at a time.
  mutating func append(_ bytes: [UInt8], in folder: OutputFolder) throws(DeliveryError) {
    buffer += bytes
    guard buffer.count >= 1 << 18 else { return }
    try folder.append(buffer, to: draft)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name.
  func publish(in folder: OutputFolder) throws(DeliveryError) {
    do {
      try folder.append(buffer, to: draft)
    } catch {
      folder.discard(draft)
      throw error
    }
    try folder.publish(draft, as: path)
  }

  func discard(in folder: OutputFolder) { folder.discard(draft) }
}

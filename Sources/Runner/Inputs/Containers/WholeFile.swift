/// The one document of a compressed file.
struct WholeFile: Container {
  private let stream: any ByteStream
  private let name: ContainerName
  private let form: FileForm
  private let mediaType: String?
  private let limit: Int
  private var isRead = false

  init(
    _ stream: any ByteStream, _ name: ContainerName, _ form: FileForm, _ mediaType: String?, _ settings: FeedSettings
  ) {
    self.stream = stream
    self.name = name
    self.form = form
    self.mediaType = mediaType
    limit = settings.maximumBytes
  }

  mutating func next() throws(ReadError) -> Input? {
    guard !isRead else { return nil }
    isRead = true
    return name.document(.member, form, mediaType, Payload(bytes: try stream.allBytes(limit: limit)))
  }
}

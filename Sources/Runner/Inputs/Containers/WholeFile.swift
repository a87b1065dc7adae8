/// The one document of a compressed file.
struct WholeFile: Container {
  private let stream: any ByteStream
  private let file: Input
  private let limit: Int
  private var isRead = false

  init(_ stream: any ByteStream, _ file: Input, _ settings: FeedSettings) {
    self.stream = stream
    self.file = file
    limit = settings.maximumBytes
  }

  mutating func next() throws(ReadError) -> Input? {
    guard !isRead else { return nil }
    isRead = true
    var member = Input(
      id: file.id, uri: file.uri, kind: .member, mediaType: file.mediaType, isDeclared: file.isDeclared,
      form: file.form, listIndex: file.listIndex, position: 0)
    do throws(ReadError) {
      member.payload = Payload(bytes: try stream.allBytes(of: member, limit: limit))
      return member
    } catch .leftOut(let reason) {
      return ContainerName(file).leftOut(reason)
    }
  }
}

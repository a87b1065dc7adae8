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

extension ByteStream {
  /// All bytes that are left.
  ///
  /// - Throws: `tooLarge` where there are more than `limit`.
  func allBytes(limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var result: Result<Int, ReadError> = .success(0)
      piece.withUnsafeMutableBytes { buffer in
        do throws(ReadError) { result = .success(try read(into: buffer)) } catch { result = .failure(error) }
      }
      let count = try result.get()
      if count == 0 { return bytes }
      guard count <= limit - bytes.count else { throw .tooLarge(limit: limit) }
      bytes += piece[..<count]
    }
  }
}

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

extension ByteStream {
  /// All bytes of the one document in it.
  ///
  /// - Throws: `tooLarge` where there are more than `limit`, `leftOut` after the first of what is no document.
  func allBytes(of input: Input, limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var isUntold = input.isUntold
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var result: Result<Int, ReadError> = .success(0)
      piece.withUnsafeMutableBytes { buffer in
        do throws(ReadError) { result = .success(try read(into: buffer)) } catch { result = .failure(error) }
      }
      let count = try result.get()
      if isUntold, count == 0 || bytes.count >= MediaType.toldWithin {
        _ = try input.kind(by: bytes.span)
        isUntold = false
      }
      if count == 0 { return bytes }
      guard count <= limit - bytes.count else { throw .tooLarge(limit: limit) }
      bytes += piece[..<count]
    }
  }
}

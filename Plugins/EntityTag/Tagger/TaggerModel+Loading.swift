internal import EntityTagData
internal import StageKit

extension TaggerModel {
  /// The one inside this library, or `nil` where the library was built around a damaged file.
  static let embedded = TaggerModel(
    UnsafeRawBufferPointer(start: galley_names_model(), count: galley_names_model_size()))

  /// The models of a file, one after the other, whose bytes stay in memory for good: a stage is made once and shared by
  /// all threads.
  ///
  /// - Throws: `ResourceError` where the file can't be read or is no model of this version.
  static func file(_ path: String, in resources: Resources) throws(ResourceError) -> [TaggerModel] {
    let bytes = try resources.bytes(of: path)
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    memory.copyBytes(from: bytes)
    var models: [TaggerModel] = []
    var rest = memory[..<bytes.count]
    repeat {
      let start = UnsafeRawBufferPointer(rebasing: rest)
      guard let size = TaggerLayout(start)?.size,
        let model = TaggerModel(UnsafeRawBufferPointer(rebasing: start[..<size]))
      else {
        memory.deallocate()
        throw ResourceError(
          path: resources.resolved(path), reason: "not a model of this version, which galley-train makes")
      }
      models.append(model)
      rest = rest.dropFirst(size)
    } while !rest.isEmpty
    return models
  }
}

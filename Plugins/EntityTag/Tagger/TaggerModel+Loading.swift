internal import EntityTagData
internal import StageKit

extension TaggerModel {
  /// The one inside this library, or `nil` where the library was built around a damaged file.
  static let embedded = TaggerModel(
    UnsafeRawBufferPointer(start: galley_names_model(), count: galley_names_model_size()))

  /// The model of a file, whose bytes stay in memory for good: a stage is made once and shared by all threads.
  ///
  /// - Throws: `ResourceError` where the file can't be read or is no model of this version.
  static func file(_ path: String, in resources: Resources) throws(ResourceError) -> TaggerModel {
    let bytes = try resources.bytes(of: path)
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    memory.copyBytes(from: bytes)
    guard let model = TaggerModel(UnsafeRawBufferPointer(rebasing: memory[..<bytes.count])) else {
      memory.deallocate()
      throw ResourceError(
        path: resources.resolved(path), reason: "not a model of this version, which galley-train makes")
    }
    return model
  }
}

internal import StageKit
internal import Synchronization

/// The builds of plugins, told by the build IDs of their libraries, or the SHA-256 of those that have none; each is read
/// once, as none changes while it is loaded.
enum LibraryDigests {
  private static let known = Mutex<[String: String]>([:])

  /// - Throws: `PluginError` where the library can't be read any more.
  static func digest(of library: String) throws(PluginError) -> String {
    if let digest = known.withLock({ $0[library] }) { return digest }
    if let id = BuildID.ofLibrary(at: library) { return "build-id:\(id)" }
    do throws(ResourceError) {
      let bytes = try Resources().bytes(of: library)
      let digest = "sha256:\(SHA256.hexDigest(of: bytes.span))"
      known.withLock { $0[library] = digest }
      return digest
    } catch {
      throw PluginError(.notLoadable(error.reason), library: library)
    }
  }
}

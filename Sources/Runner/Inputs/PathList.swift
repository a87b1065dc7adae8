internal import Glibc

/// Paths of a file that lists them, as `find` prints them: one a line, or with a NUL after each.
public struct PathList: Hashable, Sendable {
  /// What messages call it.
  public let name: String
  let bytes: [UInt8]
  let separator: UInt8

  /// Reads the list at `path`, or that on standard input where it is `-`.
  ///
  /// - Parameter isNullSeparated: whether NULs separate the paths, which may have line feeds in them then.
  /// - Throws: `InputError.missing`.
  public init(at path: String, isNullSeparated: Bool) throws(InputError) {
    name = path
    separator = isNullSeparated ? 0 : 0x0A
    let file = Input(
      id: "", uri: path, kind: path == "-" ? .standardInput : .named, mediaType: nil, form: .document, listIndex: 0,
      position: 0, path: path.utf8.map(CChar.init(bitPattern:)) + [0])
    do throws(ReadError) {
      bytes = try file.bytes(limit: 1 << 32)
    } catch .missing {
      throw .unreadableList(path: path, reason: systemReason(ENOENT))
    } catch .unreadable(let reason) {
      throw .unreadableList(path: path, reason: reason)
    } catch {
      throw .unreadableList(path: path, reason: "\(error)")
    }
  }

  /// The paths, without empty ones.
  var paths: some Sequence<ArraySlice<UInt8>> {
    bytes.split(separator: separator).lazy.map { path in
      separator == 0x0A && path.last == 0x0D ? path.dropLast() : path
    }.filter { !$0.isEmpty }
  }
}

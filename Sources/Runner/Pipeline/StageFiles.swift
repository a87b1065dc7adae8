internal import JSON
internal import StageKit

/// The files that one stage's options name: found from where the option was written, and part of the fingerprint.
struct StageFiles {
  /// The `with` object with every path made to lead to its file from the working directory.
  private(set) var located: JSONObject
  private(set) var problems: [PipelineProblem] = []
  /// The digests of the files by their place in the `with` object.
  private var digests: [(pointer: JSONPointer, digest: String)] = []

  init(_ declaration: StageDeclaration, options: [OptionDeclaration]) {
    located = declaration.values
    for option in options {
      guard let written = declaration.options[option.key] else { continue }
      let pointer = JSONPointer.root.appending(option.key)
      switch (option.kind, written.value) {
      case (.file, .string(let path)):
        located[option.key] = locate(path, pointer, written.origin)
      case (.list(.file), .array(let paths)):
        located[option.key] = .array(
          paths.enumerated().map { index, path in
            path.string.map { locate($0, pointer.appending(index), written.origin.appending(index)) } ?? path
          })
      default: break
      }
    }
  }

  private mutating func locate(_ path: String, _ pointer: JSONPointer, _ origin: Origin) -> JSON {
    let resources = Resources(folder: origin.folder)
    do throws(ResourceError) {
      let bytes = try resources.bytes(of: path)
      digests.append((pointer, SHA256.hexDigest(of: bytes.span)))
    } catch {
      problems.append(PipelineProblem(.unreadable(file: error.path, reason: error.reason), at: origin))
    }
    return .string(resources.resolved(path))
  }

  /// The fingerprint of the resolved options: a file counts by its bytes, not by where it lies, so that the same
  /// pipeline has the same fingerprint on every machine. A password in an address does not count.
  func fingerprint(_ resolved: JSONObject) -> String {
    var text = JSON.object(resolved).withoutPasswords.text()
    for (pointer, digest) in digests { text += "\n\(pointer) \(digest)" }
    return "sha256:\(SHA256.hexDigest(of: text.utf8.span))"
  }
}

extension JSON {
  /// This value without the passwords of addresses such as `postgresql://ada:secret@host/db`.
  fileprivate var withoutPasswords: JSON {
    switch self {
    case .string(let text): .string(text.withoutPassword)
    case .array(let elements): .array(elements.map(\.withoutPasswords))
    case .object(let object): .object(JSONObject(object.map { ($0.key, $0.value.withoutPasswords) }))
    case .null, .bool, .integer, .real: self
    }
  }
}

extension String {
  fileprivate var withoutPassword: String {
    let address = utf8
    guard let scheme = address.firstRange(of: "://".utf8) else { return self }
    let authority = address[scheme.upperBound...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return self }
    return String(self[..<colon]) + self[at...]
  }
}

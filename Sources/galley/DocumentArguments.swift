internal import DocumentModel
internal import Inspection
internal import Runner

/// The documents that operands name: files of JSON or JSON lines, or `-`.
enum DocumentArguments {
  /// A document, and what the user calls the file that it is in.
  typealias Found = (uri: String, document: Document)

  /// All documents of the file at `path`.
  ///
  /// - Throws: `InputError`, `UnreadableDocuments`.
  static func documents(at path: String) throws -> [Found] {
    var found: [Found] = []
    for input in try InputSelection(paths: [path]).list() { found += try documents(of: input) }
    return found
  }

  /// All documents of `inputs`, and how many files of folders hold none.
  ///
  /// - Throws: `UnreadableDocuments` where a file that was named itself holds none.
  static func documents(of inputs: InputList) throws -> (found: [Found], others: Int) {
    var found: [Found] = []
    var others = 0
    for input in inputs {
      do {
        found += try documents(of: input)
      } catch {
        guard input.kind == .file, !error.isUnreadable else { throw error }
        others += 1
      }
    }
    return (found, others)
  }

  private static func documents(of input: Input) throws(UnreadableDocuments) -> [Found] {
    do {
      return try DocumentFile.documents(in: input.bytes(limit: 1 << 31)).map { (input.uri, $0) }
    } catch {
      throw UnreadableDocuments(uri: input.uri, reason: "\(error)", isUnreadable: error is ReadError)
    }
  }
}

/// A file that documents were expected in has none.
struct UnreadableDocuments: Error, CustomStringConvertible {
  let uri: String
  let reason: String
  /// Whether the file could not be read at all.
  let isUnreadable: Bool

  var description: String {
    isUnreadable
      ? "'\(uri)' \(reason)"
      : "'\(uri)' \(reason); name a document's JSON, as `galley run` or an export stage writes it"
  }
}

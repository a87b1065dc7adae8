internal import DocumentModel
internal import Inspection
internal import Pages
internal import Runner

/// The documents that operands name: files of JSON or JSON lines, or `-`.
enum DocumentArguments {
  /// A document, and what the user calls the file that it is in.
  typealias Found = (uri: String, document: Document)

  /// The names of files in folders that may hold documents.
  private static let patterns = ["*.json", "*.jsonl", "*.ndjson"]

  /// All documents of the file or folder at `path`.
  ///
  /// - Throws: `InputError`, `UnreadableDocuments`, `NoDocuments`.
  static func documents(at path: String) throws -> [Found] { try documents(at: [path]).found }

  /// All documents at `paths`, of folders in files that `include` and `exclude` choose, and how many files of folders
  /// hold none.
  static func documents(
    at paths: [String], include: [String] = [], exclude: [String] = []
  ) throws -> (found: [Found], others: Int) {
    var found: [Found] = []
    let others = try forEachDocument(at: paths, include: include, exclude: exclude) { found.append($0) }
    return (found, others)
  }

  /// Hands over the documents at `paths` file by file, so that they need not all be in memory.
  ///
  /// - Returns: how many files of folders hold none.
  static func forEachDocument(
    at paths: [String], include: [String], exclude: [String], _ body: (Found) -> Void
  ) throws -> Int {
    let selection = InputSelection(paths: paths, include: include.isEmpty ? patterns : include, exclude: exclude)
    var hasDocuments = false
    var others = 0
    for input in try inputs(of: selection, isChosen: !include.isEmpty || !exclude.isEmpty) {
      do {
        for found in try documents(of: input) {
          hasDocuments = true
          body(found)
        }
      } catch {
        guard input.kind == .file, !error.isUnreadable else { throw error }
        others += 1
      }
    }
    guard hasDocuments else { throw NoDocuments(files: others) }
    return others
  }

  /// - Parameter isChosen: whether the user chooses among the files of folders.
  private static func inputs(of selection: InputSelection, isChosen: Bool) throws -> InputList {
    do {
      return try selection.list()
    } catch {
      guard case .nothing(_, _, let excluded) = error, excluded > 0, !isChosen else { throw error }
      throw NoDocuments(files: excluded)
    }
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

/// Nothing that was named is a document.
struct NoDocuments: Error, CustomStringConvertible {
  let files: Int

  var description: String {
    "there is no document's JSON among \(files.grouped) \(files == 1 ? "file" : "files"): name the output of a pipeline "
      + "whose export stage has \"format\": \"json\""
  }
}

/// What form the bytes of a file have, and so how documents are read from it.
enum FileForm: UInt8, Hashable, Sendable {
  /// One document of the file's media type.
  case document
  /// One JSON value: a document's own JSON form, or an object with a text.
  case json
  /// JSON values, one a line.
  case jsonLines
  /// A table, one document a row, separated by commas.
  case csv
  /// The same with tabs.
  case tsv
  /// A web archive (ISO 28500).
  case warc
  /// Files in one file: tar, zip.
  case archive

  /// Whether there may be more than one document in it.
  var isContainer: Bool { self != .document && self != .json }
}

/// The form that the user declares for the inputs named one by one.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case html
  case markdown
  case json
  case jsonl
  case csv
  case tsv
  case warc
  case archive

  var form: FileForm {
    switch self {
    case .text, .html, .markdown: .document
    case .json: .json
    case .jsonl: .jsonLines
    case .csv: .csv
    case .tsv: .tsv
    case .warc: .warc
    case .archive: .archive
    }
  }

  /// The kind of content of what is one document; `nil` where it has a form of its own.
  var mediaType: String? {
    switch self {
    case .text: MediaType.plainText
    case .html: MediaType.html
    case .markdown: MediaType.markdown
    default: nil
    }
  }
}

/// What a file's name tells of its content.
struct FileFormat {
  let form: FileForm
  /// Whether the bytes are compressed as a whole: `.gz`, `.bz2`, `.xz`, `.zst`.
  let isCompressed: Bool
  /// The media type of what is inside, or `nil` where the extension is unknown or there is none.
  let mediaType: String?
  /// The path without the extensions that are known.
  let stem: Substring

  init(path: String) {
    let outer = MediaType(path: path)
    guard let name = outer.name, Self.compressions.contains(name) else {
      (form, isCompressed, mediaType, stem) = (Self.form(of: outer.name), false, outer.name, outer.stem)
      return
    }
    let inner = MediaType(path: String(outer.inner))
    (form, isCompressed, mediaType) = (Self.form(of: inner.name), true, inner.name)
    // A query behind the extension tells two files apart, so it stays.
    stem = outer.stem == outer.inner ? inner.stem : outer.stem
  }

  private static let compressions: Set<String> = [
    "application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd",
  ]

  private static func form(of mediaType: String?) -> FileForm {
    switch mediaType {
    case "application/json": .json
    case "application/jsonl", "application/x-ndjson": .jsonLines
    case "text/csv": .csv
    case "text/tab-separated-values": .tsv
    case "application/warc": .warc
    case "application/zip", "application/x-tar", MediaType.compressedTar: .archive
    default: .document
    }
  }
}

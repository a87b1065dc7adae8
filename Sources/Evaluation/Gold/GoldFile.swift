/// A file that gold may be in.
public struct GoldFile: Sendable {
  /// The file as the user would name it.
  public let uri: String
  public let bytes: [UInt8]

  public init(uri: String, bytes: [UInt8]) {
    self.uri = uri
    self.bytes = bytes
  }

  /// The path of the text that this file's annotations are about, where it is one of brat's.
  public var textPath: String? { pathExtension == "ann" ? "\(stem).txt" : nil }

  /// What stands after the last dot of the name, in lower case.
  var pathExtension: String {
    let name = uri.utf8.split(separator: 0x2F).last ?? uri.utf8[...]
    let parts = name.split(separator: 0x2E)
    return parts.count > 1 ? (parts.last.flatMap { String($0) } ?? "").lowercased() : ""
  }

  /// The name without what stands after its last dot.
  var stem: String {
    pathExtension.isEmpty ? uri : String(uri.utf8.dropLast(pathExtension.utf8.count + 1)) ?? uri
  }

  /// The file's text.
  func text() throws(GoldError) -> String {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw GoldError(
        uri, "is no text in UTF-8; gold is documents' JSON, JSON lines, columns with IOB tags, or brat's .ann")
    }
    return text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? String(text.unicodeScalars.dropFirst()) : text
  }
}

/// How gold is written.
public enum GoldFormat: String, Hashable, Sendable, CaseIterable {
  /// A document's JSON.
  case json
  /// A document's JSON a line.
  case jsonLines = "jsonl"
  /// A token a line with its tag: IOB1, IOB2, BIOES, as CoNLL-2003 has them.
  case columns
  /// brat's stand-off: a text, and annotations in a file beside it.
  case brat

  /// The names that files of folders may have to be gold.
  public static let patterns = [
    "*.json", "*.jsonl", "*.ndjson", "*.iob", "*.iob2", "*.bio", "*.bioes", "*.conll", "*.tsv", "*.ann",
  ]

  init?(_ file: GoldFile) {
    switch file.pathExtension {
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "iob", "iob2", "bio", "bioes", "conll", "tsv": self = .columns
    case "ann": self = .brat
    default: return nil
    }
  }
}

/// Documents of gold out of files.
public struct GoldReader: Sendable {
  /// The format of all files; `nil` to go by their names.
  public var format: GoldFormat?
  public var columns = ColumnSettings()

  public init() {}

  /// The documents of `files`, in their order; texts that brat's annotations are about are read with them.
  ///
  /// - Throws: `GoldError` for the first file that is wrong.
  public func documents(_ files: [GoldFile]) throws(GoldError) -> [GoldDocument] {
    let texts = Dictionary(files.map { ($0.uri, $0) }) { first, _ in first }
    let annotated = Set(files.compactMap(\.textPath))
    var documents: [GoldDocument] = []
    for file in files where !annotated.contains(file.uri) {
      documents += try self.documents(file, file.textPath.flatMap { texts[$0] })
    }
    return documents
  }

  private func documents(_ file: GoldFile, _ text: GoldFile?) throws(GoldError) -> [GoldDocument] {
    let format: GoldFormat
    if let known = self.format ?? GoldFormat(file) { format = known } else { format = try guess(file) }
    switch format {
    case .json: return try JSONGold.documents(file)
    case .jsonLines: return try JSONGold.lines(file)
    case .columns: return try ColumnGold(file, columns).documents
    case .brat:
      guard let text else {
        throw GoldError(file.uri, "its text '\(file.stem).txt' is missing; put it beside the annotations")
      }
      return [try BratGold.document(file, text: text)]
    }
  }

  /// The format of a file whose name says nothing.
  private func guess(_ file: GoldFile) throws(GoldError) -> GoldFormat {
    let text = try file.text()
    switch text.utf8.first(where: { !" \t\r\n".utf8.contains($0) }) {
    case UInt8(ascii: "{"): return .jsonLines
    case nil: throw GoldError(file.uri, "is empty")
    default:
      guard ColumnGold.isLikely(text) else {
        throw GoldError(
          file.uri,
          "is no gold that is known by its name or looks; name its form by --format: json, jsonl, columns or brat")
      }
      return .columns
    }
  }
}

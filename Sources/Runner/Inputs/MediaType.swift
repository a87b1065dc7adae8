/// The kind of content that a file name's extension tells.
struct MediaType {
  static let plainText = "text/plain"
  static let html = "text/html"
  static let xhtml = "application/xhtml+xml"
  static let markdown = "text/markdown"
  /// Archives that libarchive opens like plain ones.
  static let compressedTar = "application/x-compressed-tar"

  /// The type's name, or `nil` where the extension is unknown or there is none.
  let name: String?
  /// The path without a known extension at its end.
  let stem: Substring
  /// The path up to a known extension, also where a query follows that.
  let inner: Substring

  init(path: String) {
    let nameStart = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    if let (type, dot) = Self.known(path[nameStart...]) {
      (name, stem, inner) = (type, path[..<dot], path[..<dot])
      return
    }
    // Copies of sites have the query in the name, which tells two pages apart: `story.html?id=3`.
    let query = path.utf8[nameStart...].firstIndex(of: UInt8(ascii: "?"))
    let found = query.flatMap { Self.known(path[nameStart..<$0]) }
    (name, stem, inner) = (found?.type, path[...], path[..<(found?.dot ?? path.endIndex)])
  }

  /// What the extension of a file's name tells, and where it begins.
  private static func known(_ name: Substring) -> (type: String, dot: String.Index)? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      let type = byExtension[name[name.utf8.index(after: dot)...].lowercased()]
    else { return nil }
    return (type, dot)
  }

  /// Names as registered with IANA, where they are.
  private static let byExtension = [
    "txt": plainText, "text": plainText,
    "html": html, "htm": html, "xhtml": xhtml,
    "md": markdown, "markdown": markdown, "rst": "text/x-rst", "tex": "application/x-tex",
    "csv": "text/csv", "tsv": "text/tab-separated-values", "rtf": "application/rtf",
    "json": "application/json", "jsonl": "application/jsonl", "ndjson": "application/x-ndjson",
    "xml": "application/xml", "rss": "application/rss+xml", "atom": "application/atom+xml",
    "pdf": "application/pdf", "ps": "application/postscript", "epub": "application/epub+zip",
    "doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "eml": "message/rfc822", "mbox": "application/mbox", "warc": "application/warc",
    "zip": "application/zip", "tar": "application/x-tar", "gz": "application/gzip", "bz2": "application/x-bzip2",
    "xz": "application/x-xz", "zst": "application/zstd", "7z": "application/x-7z-compressed",
    "tgz": compressedTar, "tbz2": compressedTar, "txz": compressedTar, "tzst": compressedTar,
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml", "bmp": "image/bmp",
    "mp3": "audio/mpeg", "wav": "audio/wav", "mp4": "video/mp4", "mov": "video/quicktime",
    "css": "text/css", "js": "text/javascript",
  ]
}

internal import TextBytes

/// The kind of content that first bytes tell, in the manner of the WHATWG MIME Sniffing standard.
extension MediaType {
  /// How many bytes are looked at.
  static let toldWithin = 4096

  /// The media type of what begins with `bytes`; `nil` where they are neither those of a page nor a format's own mark,
  /// as those of text are not.
  static func told(by bytes: Span<UInt8>) -> String? {
    let head = bytes.extracting(..<min(bytes.count, toldWithin))
    if let marked = marks.first(where: { head.begins(with: $0.mark) }) { return marked.name }
    guard head.begins(with: [0xFF, 0xFE]) || head.begins(with: [0xFE, 0xFF]) else { return page(head) }
    // In UTF-16 the letters of markup are those of ASCII, each beside a zero.
    var letters: [UInt8] = []
    for index in 2..<head.count where head[index] != 0 { letters.append(head[index]) }
    return page(letters.span)
  }

  /// What files of formats begin with that are not read. Office documents and EPUB books are ZIP archives.
  private static let marks: [(mark: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "application/pdf"), (Array("%!PS-Adobe-".utf8), "application/postscript"),
    (Array("{\\rtf".utf8), "application/rtf"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "application/msword"),
    ([0x50, 0x4B, 0x03, 0x04], "application/zip"), ([0x1F, 0x8B, 0x08], "application/gzip"),
    (Array("BZh91AY&SY".utf8), "application/x-bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "application/x-xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "image/png"), ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    (Array("GIF87a".utf8), "image/gif"), (Array("GIF89a".utf8), "image/gif"),
  ]

  /// The type of the page that begins with the element that comes first: behind a mark, white space, XML's declarations
  /// and comments.
  private static func page(_ head: Span<UInt8>) -> String? {
    var at = head.begins(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isXML = false
    while at < head.count {
      if isSpace(head[at]) {
        at += 1
      } else if head[at] != UInt8(ascii: "<") {
        return nil
      } else if head.hasWord("<?xml", at: at) {
        isXML = true
        at = head.end(of: "?>", from: at)
      } else if head.hasWord("<!--", at: at) {
        at = head.end(of: "-->", from: at + 4)
      } else {
        let isPage = head.hasTag(rootTags, at: at) || !isXML && opensPage(head, at: at)
        return !isPage ? nil : isXML ? xhtml : html
      }
    }
    return nil
  }

  /// Whether the element at `start` is one of a page, or of a piece of one.
  ///
  /// Plain texts begin with inline elements too: their paragraphs are parted by the ends of lines, which would be lost.
  private static func opensPage(_ head: Span<UInt8>, at start: Int) -> Bool {
    if head.hasTag(blockTags, at: start) { return true }
    if head.hasTag(["<title"], at: start) { return head.hasTag(["</title"], from: start) }
    guard head.hasTag(inlineTags + voidTags, at: start) else { return false }
    if head.hasTag(blockTags + ["<br"], from: start) { return true }
    // `<b> is a tag` is no markup.
    let ends = inlineTags.map { "</\($0.dropFirst())" }
    return head.isOneLine(from: start) && (head.hasTag(voidTags, at: start) || head.hasTag(ends, from: start))
  }

  private static let rootTags = ["<!doctype html", "<html"]
  /// The standard's, and others that fields of records begin with.
  private static let blockTags = [
    "<head", "<body", "<meta", "<link", "<style", "<script", "<iframe", "<div", "<table", "<p", "<h1", "<h2", "<h3",
    "<h4", "<h5", "<h6", "<ul", "<ol", "<blockquote", "<pre", "<center", "<figure", "<article", "<section",
  ]
  private static let inlineTags = ["<a", "<b", "<em", "<font", "<i", "<main", "<span", "<strong"]
  private static let voidTags = ["<br", "<img"]
}

extension Span<UInt8> {
  fileprivate func begins(with mark: [UInt8]) -> Bool {
    mark.count <= count && mark.indices.allSatisfy { self[$0] == mark[$0] }
  }

  /// Whether `word`, which is in lower case, stands at `offset`, whatever its case there.
  func hasWord(_ word: String, at offset: Int) -> Bool {
    guard offset + word.utf8.count <= count else { return false }
    return zip(offset..., word.utf8).allSatisfy { self[$0].lowered == $1 }
  }

  /// Whether one of `tags` stands at `offset`, and its name ends there.
  fileprivate func hasTag(_ tags: [String], at offset: Int) -> Bool {
    tags.contains { tag in
      let end = offset + tag.utf8.count
      guard hasWord(tag, at: offset), end < count else { return false }
      return isSpace(self[end]) || self[end] == UInt8(ascii: ">") || self[end] == UInt8(ascii: "/")
    }
  }

  /// Whether one of `tags` stands at `start` or behind it.
  fileprivate func hasTag(_ tags: [String], from start: Int) -> Bool {
    (start..<count).contains { self[$0] == UInt8(ascii: "<") && hasTag(tags, at: $0) }
  }

  /// Whether nothing but white space follows the first line end behind `start`.
  fileprivate func isOneLine(from start: Int) -> Bool {
    let end = (start..<count).first { self[$0] == 0x0A || self[$0] == 0x0D } ?? count
    return (end..<count).allSatisfy { isSpace(self[$0]) }
  }

  /// The end of the first `word` from `start` on; that of all where there is none.
  fileprivate func end(of word: String, from start: Int) -> Int {
    var at = start
    while at < count, !hasWord(word, at: at) { at += 1 }
    return Swift.min(count, at + word.utf8.count)
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

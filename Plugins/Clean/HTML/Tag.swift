/// The elements that reading a page depends on; all others are `.other`.
enum Tag: UInt8, CaseIterable {
  /// No element: a run of text.
  case text
  case other
  case html, head, body
  case title, base, link, meta, style, script, noscript, template
  case article, section, nav, aside, header, footer, main, address, hgroup, search
  case h1, h2, h3, h4, h5, h6
  case p, hr, pre, blockquote, ol, ul, li, dl, dt, dd, figure, figcaption, div, menu, center, details, summary, dialog
  case fieldset, form, dir, listing, xmp, plaintext
  case a, em, strong, small, s, cite, q, dfn, abbr, time, code, sub, sup, i, b, u, mark, span, br, wbr, font, ins, del
  case big, strike, rt, kbd, samp, rp, label
  case img, iframe, embed, object, param, video, audio, source, track, canvas, map, area, svg, math, picture, applet
  case marquee, noembed, noframes, frame, frameset
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case input, button, select, optgroup, option, textarea, legend, datalist, output, progress, meter, keygen
  /// One of `AMPElements`.
  case ampEmbed

  /// The name in pages, in lower case.
  var name: String { "\(self)" }
}

/// A set of tags, one bit each.
struct TagSet: ExpressibleByArrayLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ tag: Tag) { if tag.rawValue < 64 { low = 1 << tag.rawValue } else { high = 1 << (tag.rawValue - 64) } }

  init(arrayLiteral tags: Tag...) { for tag in tags { self = union(TagSet(tag)) } }

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  func contains(_ tag: Tag) -> Bool {
    tag.rawValue < 64 ? low >> tag.rawValue & 1 == 1 : high >> (tag.rawValue - 64) & 1 == 1
  }

  func union(_ other: TagSet) -> TagSet { TagSet(low: low | other.low, high: high | other.high) }

  func isDisjoint(with other: TagSet) -> Bool { low & other.low == 0 && high & other.high == 0 }
}

extension Tag {
  /// Elements without an end tag.
  static let void: TagSet = [
    .base, .link, .meta, .hr, .br, .wbr, .img, .embed, .param, .source, .track, .area, .col, .input, .keygen, .frame,
  ]
  /// Elements whose inside is not markup.
  static let raw: TagSet = [.script, .style, .iframe, .noembed, .noframes, .xmp, .title, .textarea]
  static let headings: TagSet = [.h1, .h2, .h3, .h4, .h5, .h6]
  /// Elements that begin a line of their own.
  static let blocks: TagSet = closingParagraphs.union([
    .html, .body, .dt, .dd, .li, .legend, .caption, .tr, .table, .tbody, .thead, .tfoot, .td, .th, .optgroup, .option,
    .video, .audio, .iframe, .object, .canvas, .frameset, .noscript,
  ])
  /// Elements whose start tag ends an open paragraph (HTML Standard, 13.2.6.4.7).
  static let closingParagraphs: TagSet = [
    .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
    .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul, .h1, .h2, .h3,
    .h4, .h5, .h6, .pre, .listing, .form, .hr, .xmp, .plaintext, .li, .dd, .dt,
  ]
  /// Elements that no end tag of an element outside them reaches into (HTML Standard, "has an element in scope").
  static let scopes: TagSet = [.html, .table, .td, .th, .caption, .template, .object, .marquee, .applet, .svg, .math]
  /// Elements that head a page; any other one ends the head.
  static let inHead: TagSet = [
    .html, .head, .title, .base, .link, .meta, .style, .script, .noscript, .template, .noframes,
  ]
  /// Elements between whose children white space means nothing.
  static let withoutText: TagSet = [
    .html, .head, .table, .tbody, .thead, .tfoot, .tr, .ul, .ol, .dl, .colgroup, .select, .frameset, .menu, .picture,
  ]

  /// The depth of a heading, 1 to 6; `nil` for any other element.
  var headingLevel: Int? { Tag.headings.contains(self) ? Int(rawValue - Tag.h1.rawValue) + 1 : nil }
}

/// Finds a tag by its name.
struct TagNames: Sendable {
  static let table = TagNames()

  /// Open addressing; 0 is free.
  private var slots = [UInt8](repeating: 0, count: 1024)
  private var names: [[UInt8]] = []

  private init() {
    names = Tag.allCases.map { Array($0.name.utf8) }
    for tag in Tag.allCases where tag != .text && tag != .other && tag != .ampEmbed {
      let name = names[Int(tag.rawValue)]
      let bytes = name.span
      var slot = Self.hash(bytes, 0..<bytes.count)
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = tag.rawValue
    }
  }

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261  // FNV-1a
    for index in range { hash = (hash ^ UInt32(bytes[unchecked: index] | 0x20)) &* 16_777_619 }
    return Int((hash ^ hash >> 13) & 1023)
  }

  /// The name of `tag` as bytes.
  func name(of tag: Tag) -> [UInt8] { names[Int(tag.rawValue)] }

  /// The tag called by the bytes at `range`, whatever their case.
  func tag(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Tag {
    if range.count > 4, bytes[unchecked: range.lowerBound + 3] == UInt8(ascii: "-") {
      return AMPElements.contains(bytes, range) ? .ampEmbed : .other
    }
    guard range.count <= 10 else { return .other }
    var slot = Self.hash(bytes, range)
    while case let raw = slots[slot], raw != 0 {
      if bytes.says(names[Int(raw)], at: range) { return Tag(rawValue: raw) ?? .other }
      slot = (slot + 1) & 1023
    }
    return .other
  }
}

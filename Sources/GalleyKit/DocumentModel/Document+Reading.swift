public import JSON

extension Document {
  /// Reads a document from its JSON form. Only `text` has to be there; unknown keys are kept.
  ///
  /// - Throws: `DocumentFormatError` where a member has the wrong kind, a range is outside the text or cuts through a
  ///   character, or an index leads nowhere.
  public init(json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: .root)
    if let version = try members.integer("galley"), version != DocumentForm.version {
      throw DocumentFormatError(
        "format version \(version) is not known; this Galley reads version \(DocumentForm.version)",
        at: .root.appending("galley"))
    }
    let id = try members.string("id") ?? ""
    let unit = try members.choice("offsets", of: OffsetUnit.self) ?? .unicode
    let text = try members.required("text", try members.string("text"))
    self.init(id: id, text: text)
    if let value = members.take("source") { source = try Source(value, at: .root.appending("source")) }
    metadata = Metadata(try members.object("metadata") ?? [:])
    if let value = members.take("alignment") {
      alignment = try Alignment(value, at: .root.appending("alignment"), textCount: text.utf8.count)
    }
    try readLayers(&members, RangeReader(document: self, offsets: OffsetTable(text, unit: unit)))
    extensions = try members.object("extensions") ?? [:]
    trace = try members.list("trace", TraceEntry.init) ?? []
    extra = members.rest
    try checkIndices()
  }

  private mutating func readLayers(
    _ members: inout MemberReader, _ ranges: RangeReader
  ) throws(DocumentFormatError) {
    sections = try members.list("sections") { json, pointer throws(DocumentFormatError) in
      try Section(json, at: pointer, ranges)
    }
    paragraphs = try members.list("paragraphs") { json, pointer throws(DocumentFormatError) in
      try Paragraph(json, at: pointer, ranges)
    }
    sentences = try members.list("sentences") { json, pointer throws(DocumentFormatError) in
      try Sentence(json, at: pointer, ranges)
    }
    entities = try members.list("entities") { json, pointer throws(DocumentFormatError) in
      try Entity(json, at: pointer, ranges)
    }
    chains = try members.list("chains", Chain.init)
    quotations = try members.list("quotations") { json, pointer throws(DocumentFormatError) in
      try Quotation(json, at: pointer, ranges)
    }
    if let value = members.take("summary") { summary = try Summary(value, at: .root.appending("summary"), ranges) }
    keyphrases = try members.list("keyphrases", Keyphrase.init)
    diagnostics =
      try members.list("diagnostics") { json, pointer throws(DocumentFormatError) in
        try Diagnostic(json, at: pointer, ranges)
      } ?? []
  }

  /// Indices from one layer into another lead somewhere.
  private func checkIndices() throws(DocumentFormatError) {
    func check(_ index: Int?, below count: Int, _ layer: String, _ at: Int, _ key: String) throws(DocumentFormatError) {
      guard let index, !(0..<count).contains(index) else { return }
      let pointer = JSONPointer([.key(layer), .index(at), .key(key)])
      throw DocumentFormatError("there is no number \(index) among \(count)", at: pointer)
    }
    for (at, section) in (sections ?? []).enumerated() {
      try check(section.parent, below: at, "sections", at, "parent")
    }
    for (at, entity) in (entities ?? []).enumerated() {
      try check(entity.chain, below: chains?.count ?? 0, "entities", at, "chain")
    }
    for (at, chain) in (chains ?? []).enumerated() {
      for mention in chain.mentions { try check(mention, below: entities?.count ?? 0, "chains", at, "mentions") }
    }
    for (at, quotation) in (quotations ?? []).enumerated() {
      try check(quotation.speaker, below: chains?.count ?? 0, "quotations", at, "speaker")
    }
  }
}

/// Reads ranges given in some unit into byte ranges of one document's text.
private struct RangeReader {
  let document: Document
  let offsets: OffsetTable

  /// Takes `start` and `end` from `members`.
  func bounds(_ members: inout MemberReader) throws(DocumentFormatError) -> TextRange {
    let start = try members.required("start", try members.integer("start"))
    let end = try members.required("end", try members.integer("end"))
    guard let first = offsets.byte(ofOffset: start), let last = offsets.byte(ofOffset: end) else {
      throw DocumentFormatError(
        "the range \(start)..<\(end) is not within the text, which ends at \(offsets.count)", at: members.pointer)
    }
    let range = TextRange(first, last)
    guard document.isWellFormed(range) else {
      throw DocumentFormatError(
        "the range \(start)..<\(end) cuts through a character or ends early", at: members.pointer)
    }
    return range
  }

  /// Takes the range at `key`.
  func range(_ key: String, _ members: inout MemberReader) throws(DocumentFormatError) -> TextRange? {
    guard let value = members.take(key) else { return nil }
    var inner = try MemberReader(value, at: members.pointer.appending(key))
    return try bounds(&inner)
  }
}

extension Source {
  fileprivate init(_ json: JSON, at pointer: JSONPointer) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(uri: try members.string("uri"), mediaType: try members.string("media-type"))
    charset = try members.string("charset")
    charsetEvidence = try members.choice("charset-evidence")
    hasByteOrderMark = try members.bool("byte-order-mark") ?? false
    byteCount = try members.integer("bytes")
    sha256 = try members.string("sha256")
    text = try members.string("text")
    extra = members.rest
  }
}

extension Alignment {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, textCount: Int) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    guard try members.string("offsets") == OffsetUnit.utf8.rawValue else {
      throw DocumentFormatError("alignments count in \"utf8\"", at: pointer.appending("offsets"))
    }
    let edits = try members.list("edits") { row, pointer throws(DocumentFormatError) in try Edit(row, at: pointer) }
    guard let alignment = Alignment(edits: edits ?? []), alignment.edits.last?.text.end ?? 0 <= textCount else {
      throw DocumentFormatError("the edits overlap, are out of order or don't fit the text", at: pointer)
    }
    self = alignment
  }
}

extension Alignment.Edit {
  fileprivate init(_ row: JSON, at pointer: JSONPointer) throws(DocumentFormatError) {
    let cells = row.array ?? []
    let offsets = cells.prefix(4).compactMap(\.integer)
    guard cells.count == 6, offsets.count == 4, let by = cells[4].string, let rule = cells[5].string else {
      throw DocumentFormatError("expected [source start, source end, start, end, stage, rule]", at: pointer)
    }
    self.init(
      source: TextRange(offsets[0], offsets[1]), text: TextRange(offsets[2], offsets[3]), by: by, rule: rule)
  }
}

extension Section {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    let range = try ranges.bounds(&members)
    let heading = try ranges.range("heading", &members)
    let body = try ranges.range("body", &members) ?? TextRange(heading?.end ?? range.start, range.end)
    self.init(
      range: range, level: try members.integer("level") ?? 1, heading: heading, body: body,
      parent: try members.integer("parent"), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Paragraph {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(
      range: try ranges.bounds(&members), kind: try members.string("kind").map(Kind.init) ?? .text,
      by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Sentence {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(range: try ranges.bounds(&members), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Entity {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    let range = try ranges.bounds(&members)
    if let text = try members.string("text"), text != ranges.document[range] {
      throw DocumentFormatError("the text at the range is \"\(ranges.document[range])\", not \"\(text)\"", at: pointer)
    }
    self.init(
      range: range, label: EntityLabel(rawValue: try members.required("label", try members.string("label"))),
      chain: try members.integer("chain"), by: try members.string("by") ?? "",
      why: try members.string("why").map(Evidence.init), score: try members.number("score"))
    extra = members.rest
  }
}

extension Chain {
  fileprivate init(_ json: JSON, at pointer: JSONPointer) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    let mentions = try members.list("mentions") { element, pointer throws(DocumentFormatError) in
      guard let index = element.integer else { throw DocumentFormatError("expected an integer", at: pointer) }
      return index
    }
    self.init(
      canonical: try members.required("canonical", try members.string("canonical")),
      label: EntityLabel(rawValue: try members.required("label", try members.string("label"))),
      mentions: mentions ?? [], by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Quotation {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(
      range: try ranges.bounds(&members), speaker: try members.integer("speaker"),
      source: try ranges.range("source", &members), cue: try ranges.range("cue", &members),
      kind: try members.required("kind", try members.choice("kind")), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Summary {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    let sentences = try members.list("sentences") { json, pointer throws(DocumentFormatError) in
      var members = try MemberReader(json, at: pointer)
      let range = try ranges.bounds(&members)
      let score = try members.number("score") ?? 0
      return Choice(range: range, score: score, extra: members.rest)
    }
    self.init(
      text: try members.required("text", try members.string("text")), sentences: sentences ?? [],
      by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Keyphrase {
  fileprivate init(_ json: JSON, at pointer: JSONPointer) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(
      text: try members.required("text", try members.string("text")), score: try members.number("score") ?? 0,
      by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Diagnostic {
  fileprivate init(_ json: JSON, at pointer: JSONPointer, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(
      try members.choice("severity") ?? .warning, code: try members.string("code") ?? "",
      try members.string("message") ?? "", by: try members.string("by") ?? "",
      range: try ranges.range("range", &members))
    extra = members.rest
  }
}

extension TraceEntry {
  fileprivate init(_ json: JSON, at pointer: JSONPointer) throws(DocumentFormatError) {
    var members = try MemberReader(json, at: pointer)
    self.init(
      stage: try members.required("stage", try members.string("stage")), version: try members.string("version") ?? "",
      options: try members.string("options") ?? "", skipped: try members.string("skipped"))
    extra = members.rest
  }
}

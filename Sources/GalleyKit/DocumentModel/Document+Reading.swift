public import JSON

extension Document {
  /// Reads a document from its JSON form. Only `text` has to be there; unknown keys are kept.
  ///
  /// - Throws: `DocumentFormatError` where a member has the wrong kind, a range is outside the text or cuts through a
  ///   character, a layer is out of order, an index leads nowhere, or the alignment does not lead from the source text
  ///   to the text.
  public init(json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    if let version = try members.integer("galley"), version != DocumentForm.version {
      throw DocumentFormatError(
        "format version \(version) is not known; this Galley reads version \(DocumentForm.version)",
        at: .root.appending("galley"))
    }
    let id = try members.string("id") ?? ""
    let unit = try members.choice("offsets", of: OffsetUnit.self) ?? .unicode
    let source = try members.nested("source") { json throws(DocumentFormatError) in try Source(json) }
    let metadata = try members.object("metadata") ?? [:]
    self.init(
      id: id, text: try members.required("text", try members.string("text")), source: source ?? Source(),
      metadata: Metadata(metadata))
    alignment =
      try members.nested("alignment") { json throws(DocumentFormatError) in try Alignment(json) } ?? Alignment()
    guard alignment.fits(text, source: self.source.text) else {
      throw DocumentFormatError(
        "the edits don't lead from the source text to the text", at: .root.appending("alignment"))
    }
    let ranges = RangeReader(text: text, offsets: OffsetTable(text, unit: unit))
    try readLayers(&members, ranges)
    extensions = try members.object("extensions") ?? [:]
    diagnostics =
      try members.list("diagnostics") { json throws(DocumentFormatError) in try Diagnostic(json, ranges) } ?? []
    trace = try members.list("trace") { json throws(DocumentFormatError) in try TraceEntry(json) } ?? []
    extra = members.rest
    try checkIndices()
    if let (layer, index, problem) = misplaced.first {
      throw DocumentFormatError(problem, at: JSONPointer([.key(layer.rawValue), .index(index)]))
    }
  }

  private mutating func readLayers(
    _ members: inout MemberReader, _ ranges: RangeReader
  ) throws(DocumentFormatError) {
    sections = try members.list("sections") { json throws(DocumentFormatError) in try Section(json, ranges) }
    paragraphs = try members.list("paragraphs") { json throws(DocumentFormatError) in try Paragraph(json, ranges) }
    links = try members.list("links") { json throws(DocumentFormatError) in try Link(json, ranges) }
    sentences = try members.list("sentences") { json throws(DocumentFormatError) in try Sentence(json, ranges) }
    entities = try members.list("entities") { json throws(DocumentFormatError) in try Entity(json, ranges) }
    chains = try members.list("chains") { json throws(DocumentFormatError) in try Chain(json) }
    quotations = try members.list("quotations") { json throws(DocumentFormatError) in try Quotation(json, ranges) }
    summary = try members.nested("summary") { json throws(DocumentFormatError) in try Summary(json, ranges) }
    keyphrases = try members.list("keyphrases") { json throws(DocumentFormatError) in try Keyphrase(json) }
  }

  /// Indices from one layer into another lead somewhere.
  private func checkIndices() throws(DocumentFormatError) {
    func check(
      _ index: Int?, below count: Int, _ pointer: @autoclosure () -> JSONPointer
    ) throws(DocumentFormatError) {
      guard let index, !(0..<count).contains(index) else { return }
      throw DocumentFormatError("there is no number \(index) among \(count)", at: pointer())
    }
    for (at, section) in (sections ?? []).enumerated() {
      try check(section.parent, below: at, JSONPointer([.key("sections"), .index(at), .key("parent")]))
    }
    for (at, entity) in (entities ?? []).enumerated() {
      try check(entity.chain, below: chains?.count ?? 0, JSONPointer([.key("entities"), .index(at), .key("chain")]))
    }
    for (at, chain) in (chains ?? []).enumerated() {
      for (place, mention) in chain.mentions.enumerated() {
        try check(
          mention, below: entities?.count ?? 0,
          JSONPointer([.key("chains"), .index(at), .key("mentions"), .index(place)]))
      }
    }
    for (at, quotation) in (quotations ?? []).enumerated() {
      try check(
        quotation.speaker, below: chains?.count ?? 0, JSONPointer([.key("quotations"), .index(at), .key("speaker")]))
    }
  }
}

/// Reads ranges given in some unit into byte ranges of one document's text.
private struct RangeReader {
  let text: String
  let offsets: OffsetTable

  /// Takes `start` and `end` from `members`.
  func bounds(_ members: inout MemberReader) throws(DocumentFormatError) -> TextRange {
    let start = try members.required("start", try members.integer("start"))
    let end = try members.required("end", try members.integer("end"))
    guard let first = offsets.byte(ofOffset: start), let last = offsets.byte(ofOffset: end) else {
      throw DocumentFormatError(
        "the range \(start)..<\(end) is outside the text, which ends at \(offsets.count), or cuts through a character",
        at: .root)
    }
    let range = TextRange(first, last)
    guard text.isWellFormed(range) else {
      throw DocumentFormatError("the range \(start)..<\(end) ends early or cuts through a character", at: .root)
    }
    return range
  }

  /// Takes the range at `key`.
  func range(_ key: String, _ members: inout MemberReader) throws(DocumentFormatError) -> TextRange? {
    try members.nested(key) { json throws(DocumentFormatError) in
      var inner = try MemberReader(json)
      return try bounds(&inner)
    }
  }

  func words(at range: TextRange) -> Substring { text.words(at: range) }

  /// The words that an annotation repeats are those at its range.
  func check(_ repeated: String?, at range: TextRange) throws(DocumentFormatError) {
    guard let repeated, !repeated.utf8.elementsEqual(words(at: range).utf8) else { return }
    throw DocumentFormatError("the text at the range is \"\(words(at: range))\", not \"\(repeated)\"", at: .root)
  }
}

extension Source {
  fileprivate init(_ json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json)
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
  fileprivate init(_ json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    guard try members.string("offsets") == OffsetUnit.utf8.rawValue else {
      throw DocumentFormatError("alignments count in \"utf8\"", at: .root.appending("offsets"))
    }
    let edits = try members.list("edits") { row throws(DocumentFormatError) in try Edit(row) }
    guard let alignment = Alignment(edits: edits ?? []) else {
      throw DocumentFormatError("the edits overlap, are out of order or don't fit each other", at: .root)
    }
    self = alignment
  }
}

extension Alignment.Edit {
  fileprivate init(_ row: JSON) throws(DocumentFormatError) {
    let cells = row.array ?? []
    let offsets = cells.prefix(4).compactMap(\.integer)
    guard cells.count == 6, offsets.count == 4, let by = cells[4].string, let rule = cells[5].string else {
      throw DocumentFormatError("expected [source start, source end, start, end, stage, rule]", at: .root)
    }
    self.init(
      source: TextRange(offsets[0], offsets[1]), text: TextRange(offsets[2], offsets[3]), by: by, rule: rule)
  }
}

extension Section {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    let range = try ranges.bounds(&members)
    let heading = try ranges.range("heading", &members)
    let body = try ranges.range("body", &members) ?? TextRange(heading?.end ?? range.start, range.end)
    self.init(
      range: range, level: try members.level("level") ?? 1, heading: heading, body: body,
      parent: try members.integer("parent"), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Paragraph {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    self.init(
      range: try ranges.bounds(&members), kind: try members.string("kind").map(Kind.init) ?? .text,
      level: try members.level("level"), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Link {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    let range = try ranges.bounds(&members)
    try ranges.check(try members.string("text"), at: range)
    self.init(
      range: range, target: try members.required("target", try members.string("target")),
      by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Sentence {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    self.init(range: try ranges.bounds(&members), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Entity {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    let range = try ranges.bounds(&members)
    try ranges.check(try members.string("text"), at: range)
    self.init(
      range: range, label: EntityLabel(rawValue: try members.required("label", try members.string("label"))),
      chain: try members.integer("chain"), by: try members.string("by") ?? "",
      why: try members.string("why").map(Evidence.init), score: try members.number("score"),
      normal: try members.string("normal"))
    extra = members.rest
  }
}

extension Chain {
  fileprivate init(_ json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    let mentions = try members.list("mentions") { element throws(DocumentFormatError) in
      guard let index = element.integer else {
        throw DocumentFormatError("expected an integer, found \(element.kind)", at: .root)
      }
      return index
    }
    self.init(
      canonical: try members.required("canonical", try members.string("canonical")),
      label: EntityLabel(rawValue: try members.required("label", try members.string("label"))),
      mentions: mentions ?? [], id: try members.string("id"), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Quotation {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    self.init(
      range: try ranges.bounds(&members), speaker: try members.integer("speaker"),
      source: try ranges.range("source", &members), cue: try ranges.range("cue", &members),
      kind: try members.required("kind", try members.choice("kind")), by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Summary {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    let sentences = try members.list("sentences") { json throws(DocumentFormatError) in
      var members = try MemberReader(json)
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
  fileprivate init(_ json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    self.init(
      text: try members.required("text", try members.string("text")), score: try members.number("score") ?? 0,
      by: try members.string("by") ?? "")
    extra = members.rest
  }
}

extension Diagnostic {
  fileprivate init(_ json: JSON, _ ranges: RangeReader) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    self.init(
      try members.choice("severity") ?? .warning, code: try members.string("code") ?? "",
      try members.string("message") ?? "", by: try members.string("by") ?? "",
      range: try ranges.range("range", &members))
    extra = members.rest
  }
}

extension TraceEntry {
  fileprivate init(_ json: JSON) throws(DocumentFormatError) {
    var members = try MemberReader(json)
    self.init(
      stage: try members.required("stage", try members.string("stage")), version: try members.string("version") ?? "",
      options: try members.string("options") ?? "", skipped: try members.string("skipped"))
    extra = members.rest
  }
}

internal import DocumentModel
internal import JSON

/// A document as rows of the tables of `TableSchema.articles`: each function writes the columns of one table in order.
struct DocumentRows {
  private let document: Document
  private let unit: OffsetUnit
  private let offsets: OffsetTable

  init(_ document: Document, offsets unit: OffsetUnit) {
    self.document = document
    self.unit = unit
    offsets = OffsetTable(document.text, unit: unit)
  }

  /// The rows as compact JSON.
  var bytes: [UInt8] {
    let details = (document.entities?.count ?? 0) + (document.chains?.count ?? 0) + (document.sections?.count ?? 0)
    var writer = JSONWriter(capacity: document.text.utf8.count / 16 * 17 + 80 * details + 1024)
    writer.object { writer in
      table("documents", [document], &writer) { write($0, &$1) }
      table("sections", document.sections, &writer) { write($0, &$1) }
      table("links", document.links, &writer) { write($0, &$1) }
      table("entities", document.entities, &writer) { write($0, &$1) }
      table("chains", document.chains, &writer) { write($0, &$1) }
      table("quotations", document.quotations, &writer) { write($0, &$1) }
      table("keyphrases", document.keyphrases, &writer) { write($0, &$1) }
    }
    return writer.bytes
  }
}

extension DocumentRows {
  private func table<Element>(
    _ name: String, _ elements: [Element]?, _ writer: inout JSONWriter,
    _ row: (Element, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.array { writer in
      for element in elements ?? [] { writer.array { row(element, &$0) } }
    }
  }

  private func write(_ document: Document, _ writer: inout JSONWriter) {
    let metadata = document.metadata
    writer.string(document.source.uri)
    writer.string(document.source.mediaType)
    writer.string(document.source.sha256)
    writer.string(metadata.title)
    writer.string(metadata.byline)
    writer.string(metadata.dateline)
    writer.string(metadata.published)
    writer.string(metadata.language)
    writer.string(document.text)
    writer.string(document.summary?.text)
    writer.string(unit.rawValue)
    // What was looked for: no quotations in the table may mean that none were found, or that no stage looked.
    writer.array { for layer in Layer.all where document.has(layer) { $0.string(layer.rawValue) } }
    writer.object { $0.members(metadata.values) }
    writer.object { $0.members(document.extensions) }
    writer.array { for entry in document.trace { write(entry, &$0) } }
  }

  private func write(_ entry: TraceEntry, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("stage", entry.stage)
      $0.member("version", entry.version)
      $0.member("options", entry.options)
      if let skipped = entry.skipped { $0.member("skipped", skipped) }
    }
  }

  private func write(_ section: Section, _ writer: inout JSONWriter) {
    writer.integer(section.parent)
    writer.integer(section.level)
    writer.string(section.heading.map(words))
    bounds(section.range, &writer)
    bounds(section.body, &writer)
    writer.string(section.by)
  }

  private func write(_ link: Link, _ writer: inout JSONWriter) {
    writer.string(words(link.range))
    writer.string(link.target)
    bounds(link.range, &writer)
    writer.string(link.by)
  }

  private func write(_ entity: Entity, _ writer: inout JSONWriter) {
    writer.string(entity.label.rawValue)
    writer.string(words(entity.range))
    bounds(entity.range, &writer)
    writer.string(entity.normal)
    writer.integer(entity.chain)
    writer.string(entity.by)
    writer.string(entity.why?.rawValue)
    if let score = entity.score { writer.real(score) } else { writer.null() }
  }

  private func write(_ chain: Chain, _ writer: inout JSONWriter) {
    writer.string(chain.label.rawValue)
    writer.string(chain.canonical)
    writer.string(chain.id)
    writer.integer(chain.mentions.count)
    writer.string(chain.by)
  }

  private func write(_ quotation: Quotation, _ writer: inout JSONWriter) {
    writer.string(quotation.kind.rawValue)
    writer.string(words(quotation.range))
    bounds(quotation.range, &writer)
    writer.integer(quotation.speaker)
    writer.string(quotation.source.map(words))
    writer.string(quotation.cue.map(words))
    writer.string(quotation.by)
  }

  private func write(_ keyphrase: Keyphrase, _ writer: inout JSONWriter) {
    writer.string(keyphrase.text)
    writer.real(keyphrase.score)
    writer.string(keyphrase.by)
  }

  private func bounds(_ range: TextRange, _ writer: inout JSONWriter) {
    writer.integer(offsets.offset(ofByte: range.start))
    writer.integer(offsets.offset(ofByte: range.end))
  }

  private func words(_ range: TextRange) -> String { String(document[range]) }
}

extension JSONWriter {
  fileprivate mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  fileprivate mutating func integer(_ value: Int?) {
    if let value { integer(value) } else { null() }
  }
}

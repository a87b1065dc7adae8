public import JSON

/// How a document is written as JSON.
public struct DocumentForm: Hashable, Sendable {
  /// The version of the format that this kit writes.
  public static let version = 1

  /// What ranges count. The alignment always counts UTF-8 bytes: its source may not be at hand when it is read.
  public var offsets: OffsetUnit
  public var layout: JSONWriter.Layout
  /// Whether the text as it was read is written too, where it differs. Without it a document reads back without it.
  public var includesSourceText: Bool

  /// The form that loses nothing, with a line for each annotation.
  public static let complete = DocumentForm()

  public init(
    offsets: OffsetUnit = .unicode, layout: JSONWriter.Layout = .lines(depth: 2), includesSourceText: Bool = true
  ) {
    self.offsets = offsets
    self.layout = layout
    self.includesSourceText = includesSourceText
  }
}

extension Document {
  /// This document as JSON (UTF-8), without a line feed at the end.
  ///
  /// A document with `defects` is written too, as far as it goes; it does not read back.
  ///
  /// - Complexity: O(text + annotations × log text).
  public func json(_ form: DocumentForm = .complete) -> [UInt8] {
    var writer = JSONWriter(layout: form.layout, capacity: likelyByteCount)
    write(to: &writer, form)
    return writer.bytes
  }

  /// About how many bytes the JSON form has: a text with few escapes, and annotations of news articles.
  private var likelyByteCount: Int {
    let spans = (sections?.count ?? 0) * 2 + (paragraphs?.count ?? 0) + (sentences?.count ?? 0)
    let names =
      (links?.count ?? 0) + (entities?.count ?? 0) + (chains?.count ?? 0) + (quotations?.count ?? 0)
      + (keyphrases?.count ?? 0)
    return text.utf8.count / 16 * 17 + 64 * spans + 128 * names + 1024
  }

  /// Writes this document as the next value of `writer`.
  public func write(to writer: inout JSONWriter, _ form: DocumentForm = .complete) {
    let offsets = OffsetTable(text, unit: form.offsets)
    writer.object { writer in
      writer.member("galley", DocumentForm.version)
      writer.member("id", id)
      writer.member("offsets", form.offsets.rawValue)
      writer.key("source")
      source.write(to: &writer, includesText: form.includesSourceText)
      writer.member("metadata", .object(metadata.values))
      writer.member("text", text)
      if !alignment.isIdentity {
        writer.key("alignment")
        alignment.write(to: &writer)
      }
      writeLayers(to: &writer, offsets)
      writer.member("extensions", .object(extensions))
      writer.list("diagnostics", diagnostics) { $0.write(to: &$1, offsets) }
      writer.list("trace", trace) { $0.write(to: &$1) }
      writer.members(extra)
    }
  }

  private func writeLayers(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    if let sections { writer.list("sections", sections) { $0.write(to: &$1, offsets) } }
    if let paragraphs { writer.list("paragraphs", paragraphs) { $0.write(to: &$1, offsets) } }
    if let links {
      writer.list("links", links) { link, writer in
        link.write(to: &writer, offsets, text: isWellFormed(link.range) ? String(self[link.range]) : nil)
      }
    }
    if let sentences { writer.list("sentences", sentences) { $0.write(to: &$1, offsets) } }
    if let entities {
      writer.list("entities", entities) { entity, writer in
        entity.write(to: &writer, offsets, text: isWellFormed(entity.range) ? String(self[entity.range]) : nil)
      }
    }
    if let chains { writer.list("chains", chains) { $0.write(to: &$1) } }
    if let quotations { writer.list("quotations", quotations) { $0.write(to: &$1, offsets) } }
    if let summary {
      writer.key("summary")
      summary.write(to: &writer, offsets)
    }
    if let keyphrases { writer.list("keyphrases", keyphrases) { $0.write(to: &$1) } }
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    array { writer in for element in elements { write(element, &writer) } }
  }

  /// Writes `start` and `end` into the object at hand.
  fileprivate mutating func bounds(_ range: TextRange, _ offsets: OffsetTable) {
    member("start", offsets.offset(ofByte: range.start))
    member("end", offsets.offset(ofByte: range.end))
  }

  fileprivate mutating func member(_ key: String, _ range: TextRange?, _ offsets: OffsetTable) {
    guard let range else { return }
    self.key(key)
    object { $0.bounds(range, offsets) }
  }

  fileprivate mutating func member(_ key: String, optional value: String?) {
    if let value { member(key, value) }
  }
}

extension Source {
  fileprivate func write(to writer: inout JSONWriter, includesText: Bool) {
    writer.object {
      $0.member("uri", optional: uri)
      $0.member("media-type", optional: mediaType)
      $0.member("charset", optional: charset)
      $0.member("charset-evidence", optional: charsetEvidence?.rawValue)
      if hasByteOrderMark { $0.member("byte-order-mark", true) }
      if let byteCount { $0.member("bytes", byteCount) }
      $0.member("sha256", optional: sha256)
      if includesText { $0.member("text", optional: text) }
      $0.members(extra)
    }
  }
}

extension Alignment {
  /// `[source start, source end, start, end, stage, rule]` for each edit.
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("offsets", OffsetUnit.utf8.rawValue)
      $0.list("edits", edits) { edit, writer in
        writer.array {
          for offset in [edit.source.start, edit.source.end, edit.text.start, edit.text.end] { $0.integer(offset) }
          $0.string(edit.by)
          $0.string(edit.rule)
        }
      }
    }
  }
}

extension Section {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    writer.object {
      $0.bounds(range, offsets)
      $0.member("level", level)
      $0.member("heading", heading, offsets)
      $0.member("body", body, offsets)
      $0.member("parent", parent.map { .integer($0) } ?? .null)
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Paragraph {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    writer.object {
      $0.bounds(range, offsets)
      if kind != .text { $0.member("kind", kind.rawValue) }
      if let level { $0.member("level", .integer(level)) }
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Link {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable, text: String?) {
    writer.object {
      $0.bounds(range, offsets)
      $0.member("text", optional: text)
      $0.member("target", target)
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Sentence {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    writer.object {
      $0.bounds(range, offsets)
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Entity {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable, text: String?) {
    writer.object {
      $0.bounds(range, offsets)
      $0.member("text", optional: text)
      $0.member("label", label.rawValue)
      if let chain { $0.member("chain", chain) }
      $0.member("by", by)
      $0.member("why", optional: why?.rawValue)
      if let score { $0.member("score", .real(score)) }
      $0.member("normal", optional: normal)
      $0.members(extra)
    }
  }
}

extension Chain {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("canonical", canonical)
      $0.member("label", label.rawValue)
      $0.list("mentions", mentions) { $1.integer($0) }
      $0.member("id", optional: id)
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Quotation {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    writer.object {
      $0.bounds(range, offsets)
      if let speaker { $0.member("speaker", speaker) }
      $0.member("source", source, offsets)
      $0.member("cue", cue, offsets)
      $0.member("kind", kind.rawValue)
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Summary {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    writer.object {
      $0.member("text", text)
      $0.list("sentences", sentences) { choice, writer in
        writer.object {
          $0.bounds(choice.range, offsets)
          $0.member("score", .real(choice.score))
          $0.members(choice.extra)
        }
      }
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Keyphrase {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("score", .real(score))
      $0.member("by", by)
      $0.members(extra)
    }
  }
}

extension Diagnostic {
  fileprivate func write(to writer: inout JSONWriter, _ offsets: OffsetTable) {
    writer.object {
      $0.member("severity", severity.rawValue)
      $0.member("code", code)
      $0.member("message", message)
      $0.member("by", by)
      $0.member("range", range, offsets)
      $0.members(extra)
    }
  }
}

extension TraceEntry {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("stage", stage)
      $0.member("version", version)
      $0.member("options", options)
      $0.member("skipped", optional: skipped)
      $0.members(extra)
    }
  }
}

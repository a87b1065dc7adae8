internal import DocumentModel
internal import JSON

/// One document as the page's script takes it: compact, with offsets in UTF-16, which is what it counts.
struct ViewArticle {
  private let document: Document
  private let labels: [String: Int]
  private let offsets: OffsetTable

  private let versions: [VersionNote]

  /// - Parameters:
  ///   - labels: the numbers of the labels.
  ///   - versions: what the document was at each stage, this version the last one; empty where only this one is known.
  init(_ document: Document, labels: [String: Int], versions: [VersionNote] = []) {
    self.document = document
    self.labels = labels
    self.versions = versions
    offsets = OffsetTable(document.text, unit: .utf16)
  }

  var json: [UInt8] {
    let evidence = evidence
    var json: JSONObject = [
      "id": .string(document.id), "title": .string(document.title), "facts": facts, "text": .string(document.text),
      "runs": runs(of: document), "evidence": .array(evidence.map { .string($0) }), "entities": entities(evidence),
      "chains": chains, "sections": sections,
      "quotations": quotations, "links": links,
      "keyphrases": .array((document.keyphrases ?? []).map { .string($0.text) }),
      "notes": notes, "trace": trace,
    ]
    if versions.count > 1 { json["versions"] = .array(versions.map { [.string($0.title), .string($0.text)] }) }
    if let summary = document.summary { json["summary"] = .string(summary.text) }
    let places = ViewPlaces(document)
    json["places"] = places.json(in: nil)
    if let source = document.inItsSource {
      json["source"] = .string(source.text)
      json["source-runs"] = runs(of: source)
      json["source-places"] = places.json(in: source)
    } else if document.alignment.isIdentity {
      json["source"] = true
    }
    return Array(JSON.object(json).text().utf8)
  }

  private var facts: JSON {
    let source = document.source
    var facts: [(String, String)] = [("id", document.id)]
    if let uri = source.uri { facts.append(("from", uri)) }
    if let type = source.mediaType { facts.append(("type", type)) }
    if let charset = source.charset { facts.append(("charset", charset)) }
    for member in document.metadata.values where member.key != "title" {
      facts.append((member.key, member.value.string ?? member.value.text()))
    }
    return .array(facts.filter { !$0.1.isEmpty }.map { [.string($0), .string($1)] })
  }

  /// `length, entity, quotation, flags` of each run; -1 for none, flag 1 for the summary and 2 for headings.
  func runs(of document: Document) -> JSON {
    let offsets = OffsetTable(document.text, unit: .utf16)
    return .array(
      document.runs.flatMap { run -> [JSON] in
        let length = offsets.offset(ofByte: run.range.end) - offsets.offset(ofByte: run.range.start)
        return [
          .integer(length), .integer(run.entity ?? -1), .integer(run.quotation ?? -1),
          .integer((run.isInSummary ? 1 : 0) + (run.isHeading ? 2 : 0)),
        ]
      })
  }

  /// Who found entities and by what, each pair once: `entity-tag, by rule`.
  private var evidence: [String] {
    var evidence: [String] = []
    for entity in document.entities ?? [] where !evidence.contains(entity.evidence) { evidence.append(entity.evidence) }
    return evidence
  }

  /// `label, chain, evidence, score, normal, start, end` of each entity, and of a text that was changed the place in the
  /// source.
  func entities(_ evidence: [String]) -> JSON {
    .array(
      (document.entities ?? []).map { entity in
        var row: [JSON] = [
          .integer(labels[entity.label.rawValue] ?? 0), .integer(entity.chain ?? -1),
          .integer(evidence.firstIndex(of: entity.evidence) ?? -1), entity.score.map { .real($0) } ?? .null,
          entity.normal.map { .string($0) } ?? .null,
          .integer(entity.range.start), .integer(entity.range.end),
        ]
        if !document.alignment.isIdentity, let place = document.alignment.sourceRange(of: entity.range) {
          row += [.integer(place.start), .integer(place.end)]
        }
        return .array(row)
      })
  }

  private var chains: JSON {
    .array(
      (document.chains ?? []).map { chain in
        [
          .string(chain.canonical), .integer(labels[chain.label.rawValue] ?? 0),
          .array(chain.mentions.map { .integer($0) }), chain.id.map { .string($0) } ?? .null,
        ]
      })
  }

  /// `level, heading, offset of the heading's number or words or -1` of each section.
  var sections: JSON {
    .array(
      (document.sections ?? []).map { section in
        guard let heading = section.heading, let line = document.headingLine(of: section),
          document.isWellFormed(heading)
        else {
          return [.integer(section.level), "", -1]
        }
        return [
          .integer(section.level), .string(String(document[heading])), .integer(offsets.offset(ofByte: line.start)),
        ]
      })
  }

  /// `words, speaker's chain or -1, words for the speaker, kind` of each quotation.
  private var quotations: JSON {
    .array(
      (document.quotations ?? []).map { quotation in
        [
          .string(words(quotation.range)), .integer(quotation.speaker ?? -1),
          .string(quotation.source.map(words) ?? ""), .string(quotation.kind.rawValue),
        ]
      })
  }

  /// `words, address` of each link.
  private var links: JSON {
    .array((document.links ?? []).map { [.string(words($0.range)), .string($0.target)] })
  }

  private var notes: JSON {
    .array(
      document.diagnostics.map {
        [.string($0.severity.rawValue), .string($0.code), .string($0.message), .string($0.by)]
      })
  }

  private var trace: JSON {
    .array(
      document.trace.map { [.string($0.stage), .string($0.version), .string($0.options), .string($0.skipped ?? "")] })
  }

  private func words(_ range: TextRange) -> String {
    document.isWellFormed(range) ? String(document[range]) : ""
  }
}

extension Entity {
  fileprivate var evidence: String { by + (why.map { ", by \($0.rawValue)" } ?? "") }
}

extension Document {
  /// The text as it was read with the annotations at their places there, as far as they have one; `nil` where the text
  /// is its own source, or where the source is not at hand.
  var inItsSource: Document? {
    guard !alignment.isIdentity, let text = source.text else { return nil }
    var original = Document(id: id, text: text)
    // A place that is none keeps the indices of those after it.
    func place(_ range: TextRange) -> TextRange { alignment.sourceRange(of: range) ?? TextRange(0, 0) }
    original.entities = entities?.map { Entity(range: place($0.range), label: $0.label, by: $0.by) }
    original.quotations = quotations?.map { Quotation(range: place($0.range), kind: $0.kind, by: $0.by) }
    original.summary = summary.map { summary in
      Summary(
        text: "", sentences: summary.sentences.map { .init(range: place($0.range), score: $0.score) }, by: summary.by)
    }
    original.sections = sections?.map { section in
      Section(
        range: TextRange(0, 0), level: section.level, heading: section.heading.map(place), body: TextRange(0, 0),
        by: section.by)
    }
    return original
  }
}

internal import DocumentModel
internal import JSON

/// A document as expectations see it: words instead of ranges, names instead of indices.
struct DocumentView {
  private let document: Document
  /// The members by the names of `ViewShape`; a layer that has not been looked for is not there.
  let json: JSONObject

  init(_ document: Document) {
    self.document = document
    var json: JSONObject = ["text": .string(document.text), "metadata": .object(document.metadata.values)]
    for layer in Layer.all where layer != .metadata && document.has(layer) {
      json[layer.rawValue] = Self.view(of: layer, document)
    }
    json["extensions"] = .object(document.extensions)
    json["diagnostics"] = .array(
      document.diagnostics.map { finding in
        Self.object([
          "severity": .string(finding.severity.rawValue), "code": .string(finding.code),
          "message": .string(finding.message), "by": .string(finding.by),
          "text": finding.range.map { document.view(of: $0) },
        ])
      })
    json["trace"] = .array(
      document.trace.map { entry in
        Self.object([
          "stage": .string(entry.stage), "version": .string(entry.version),
          "skipped": entry.skipped.map { .string($0) },
        ])
      })
    self.json = json
  }

  /// The elements of a layer that is a list; of the summary its sentences. `nil` where the layer is not there.
  func elements(of layer: String) -> [JSON]? {
    layer == "summary" ? json[layer]?["sentences"]?.array : json[layer]?.array
  }

  /// Whether the document's text has `words` somewhere, line breaks and spaces aside.
  func hasWords(_ words: String) -> Bool { document.text.hasWords(words) }

  /// The names of the stages that ran, with arrows.
  var stages: String {
    document.trace.map { $0.skipped == nil ? $0.stage : "\($0.stage) (skipped)" }.joined(separator: " → ")
  }

  private static func view(of layer: Layer, _ document: Document) -> JSON {
    switch layer {
    case .sections: .array((document.sections ?? []).map { view(of: $0, document) })
    case .paragraphs:
      .array(
        (document.paragraphs ?? []).map { paragraph in
          object([
            "text": document.view(of: paragraph.range), "kind": .string(paragraph.kind.rawValue),
            "level": paragraph.level.map { .integer($0) }, "by": .string(paragraph.by),
          ])
        })
    case .links:
      .array(
        (document.links ?? []).map {
          ["text": document.view(of: $0.range), "target": .string($0.target), "by": .string($0.by)]
        })
    case .sentences:
      .array((document.sentences ?? []).map { ["text": document.view(of: $0.range), "by": .string($0.by)] })
    case .entities: .array((document.entities ?? []).map { view(of: $0, document) })
    case .chains: .array((document.chains ?? []).map { view(of: $0, document) })
    case .quotations: .array((document.quotations ?? []).map { view(of: $0, document) })
    case .summary: document.summary.map { view(of: $0, document) } ?? .null
    case .keyphrases:
      .array(
        (document.keyphrases ?? []).map { ["text": .string($0.text), "score": .real($0.score), "by": .string($0.by)] })
    default: .null
    }
  }

  private static func view(of section: Section, _ document: Document) -> JSON {
    object([
      "heading": section.heading.map { document.view(of: $0) }, "level": .integer(section.level),
      "body": document.view(of: section.body),
      "parent": section.parent.flatMap { document.heading(ofSection: $0) }, "by": .string(section.by),
    ])
  }

  private static func view(of entity: Entity, _ document: Document) -> JSON {
    object([
      "text": document.view(of: entity.range), "label": .string(entity.label.rawValue),
      "chain": entity.chain.flatMap { document.canonical(ofChain: $0) }, "normal": entity.normal.map { .string($0) },
      "why": entity.why.map { .string($0.rawValue) }, "score": entity.score.map { .real($0) }, "by": .string(entity.by),
    ])
  }

  private static func view(of chain: Chain, _ document: Document) -> JSON {
    let entities = document.entities ?? []
    let mentions = chain.mentions.filter(entities.indices.contains).map { document.view(of: entities[$0].range) }
    return object([
      "canonical": .string(chain.canonical), "label": .string(chain.label.rawValue),
      "id": chain.id.map { .string($0) }, "mentions": .array(mentions), "by": .string(chain.by),
    ])
  }

  private static func view(of quotation: Quotation, _ document: Document) -> JSON {
    object([
      "text": document.view(of: quotation.range), "kind": .string(quotation.kind.rawValue),
      "speaker": quotation.speaker.flatMap { document.canonical(ofChain: $0) },
      "source": quotation.source.map { document.view(of: $0) }, "cue": quotation.cue.map { document.view(of: $0) },
      "by": .string(quotation.by),
    ])
  }

  private static func view(of summary: Summary, _ document: Document) -> JSON {
    [
      "text": .string(summary.text),
      "sentences": .array(
        summary.sentences.map { ["text": document.view(of: $0.range), "score": .real($0.score)] }),
      "by": .string(summary.by),
    ]
  }

  /// The object of the members that are there.
  private static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(JSONObject(members.compactMap { key, value in value.map { (key, $0) } }))
  }
}

extension Document {
  /// The words at `range` on one line.
  fileprivate func view(of range: TextRange) -> JSON {
    .string(isWellFormed(range) ? String(self[range]).onOneLine : "(no part of the text)")
  }

  fileprivate func canonical(ofChain index: Int) -> JSON? {
    chains.flatMap { $0.indices.contains(index) ? .string($0[index].canonical) : nil }
  }

  fileprivate func heading(ofSection index: Int) -> JSON? {
    guard let sections, sections.indices.contains(index) else { return nil }
    return sections[index].heading.map { view(of: $0) }
  }
}

extension String {
  /// Whether `words` are somewhere in the text, however its lines are broken; white space alone is looked for as it is.
  func hasWords(_ words: String) -> Bool {
    let line = words.onOneLine
    if line.isEmpty { return words.isEmpty || utf8.firstRange(of: words.utf8) != nil }
    return onOneLine.utf8.firstRange(of: line.utf8) != nil
  }

  /// The words with one space between them, as they would stand on one line.
  var onOneLine: String {
    utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.map { String(Substring($0)) }
      .joined(separator: " ")
  }
}

public import DocumentModel
internal import JSON
internal import Pages

/// A document drawn for a terminal: what is known of it, its outline and summary, the text with its entities in the
/// colours of their labels, quotations, chains, and the stages that it has been through.
///
/// Without colours an entity is written as `[GPE Vienna]`, so that the drawing can be read, searched and compared as
/// text.
public struct DocumentDrawing {
  private let document: Document
  private let width: Int
  private let hasColours: Bool

  /// - Parameters:
  ///   - width: the columns of the terminal.
  ///   - hasColours: whether to use its colours and weights.
  public init(_ document: Document, width: Int, hasColours: Bool) {
    self.document = document
    self.width = max(20, width)
    self.hasColours = hasColours
  }

  /// The drawing, with a line feed at its end.
  public var text: String {
    var lines = head
    lines += part("Outline", outline)
    lines += part("Summary", summary)
    lines += part("Text", body, note: legend)
    lines += part("Quotations", quotations)
    lines += part("Who and what", chains)
    lines += part("Dates and amounts", amounts)
    lines += part("Links", links)
    lines += part("Keyphrases", keyphrases)
    lines += part("Notes", diagnostics)
    lines += part("Trace", trace)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Lines

  private func part(_ title: String, _ lines: [String], note: [StyledText] = []) -> [String] {
    guard !lines.isEmpty else { return [] }
    let legend = note.isEmpty ? [] : filled(note)
    return ["", styled(title, .bold)] + legend + (legend.isEmpty ? [] : [""]) + lines
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    hasColours ? style.applied(to: text.harmless) : text.harmless
  }

  private func filled(_ pieces: [StyledText], indent: Int = 2) -> [String] {
    LineFiller.lines(pieces, width: width, indent: indent, hasColours: hasColours)
  }

  /// The words at `range` on one line.
  private func words(_ range: TextRange) -> String {
    guard document.isWellFormed(range) else { return "(no part of the text)" }
    let parts = document[range].utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    return parts.map { String(Substring($0)) }.joined(separator: " ")
  }

  private func colour(_ label: EntityLabel) -> TextStyle { TextStyle(colour: label.terminalColour, isBold: true) }

  // MARK: - Parts

  private var head: [String] {
    let source = document.source
    var facts = [document.id]
    if let uri = source.uri { facts.append(uri) }
    if let type = source.mediaType { facts.append(type) }
    if let charset = source.charset { facts.append(charset) }
    facts.append("\(document.text.utf8.count.grouped) bytes")
    var lines: [String] = []
    if let title = document.metadata.title { lines += filled([StyledText(title, .bold)], indent: 0) }
    lines += filled([StyledText(facts.filter { !$0.isEmpty }.joined(separator: " · "), .dim)], indent: 0)
    let members = document.metadata.values.filter { $0.key != "title" }
    for member in members {
      lines += filled([StyledText("\(member.key): \(member.value.string ?? "\(member.value)")")])
    }
    return lines.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
  }

  private var outline: [String] {
    (document.sections ?? []).flatMap { section -> [String] in
      let heading = section.heading.map(words) ?? "(before the first heading)"
      let size = StyledText("  \(section.body.count.grouped) bytes", .dim)
      return filled([StyledText(heading), size], indent: 2 * min(max(section.level, 1), 9))
    }
  }

  private var summary: [String] { document.summary.map { filled([StyledText($0.text)]) } ?? [] }

  private var legend: [StyledText] {
    var counts: [String: Int] = [:]
    for entity in document.entities ?? [] { counts[entity.label.rawValue, default: 0] += 1 }
    let labels = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var pieces = labels.enumerated().flatMap { index, entry in
      [
        StyledText(index == 0 ? "" : "  "),
        StyledText(entry.key, colour(EntityLabel(rawValue: entry.key))), StyledText(" \(entry.value)", .dim),
      ]
    }
    if document.summary != nil { pieces.append(StyledText("  ▌ has a sentence of the summary", .dim)) }
    return pieces
  }

  /// The text line by line, each broken where the terminal ends.
  private var body: [String] {
    var lines: [String] = []
    var pieces: [StyledText] = []
    var lastEntity: Int?
    func close() { if !hasColours, lastEntity != nil { pieces.append(StyledText("]")) } }
    for run in document.runs {
      var style = TextStyle(isBold: run.isHeading, isItalic: run.quotation != nil, isMarked: run.isInSummary)
      if run.entity != lastEntity {
        close()
        lastEntity = run.entity
        if !hasColours, let entity = run.entity {
          pieces.append(StyledText("[\(document.label(ofEntity: entity).rawValue) ", style))
        }
      }
      if let entity = run.entity {
        style.colour = document.label(ofEntity: entity).terminalColour
        style.isUnderlined = true
      }
      let rows = document[run.range].utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, row) in rows.enumerated() {
        if index > 0 {
          lines += line(pieces)
          pieces = []
        }
        if !row.isEmpty { pieces.append(StyledText(String(Substring(row)), style)) }
      }
    }
    close()
    if !pieces.isEmpty { lines += line(pieces) }
    return lines
  }

  /// A line of the text, moved in as it is there, by a quarter of the terminal at most.
  private func line(_ pieces: [StyledText]) -> [String] {
    guard let first = pieces.first else { return [""] }
    let spaces = first.text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }
    let columns = spaces.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    let rows = filled(pieces, indent: 2 + min(columns, width / 4))
    return rows.isEmpty ? [""] : rows
  }

  private var quotations: [String] {
    (document.quotations ?? []).flatMap { quotation -> [String] in
      let speaker =
        quotation.speaker.flatMap { index in document.chain(index)?.canonical } ?? quotation.source.map(words)
        ?? "(nobody named)"
      let cue = quotation.cue.map { ", \(words($0))" } ?? ""
      let kind = quotation.kind == .direct ? "" : " (\(quotation.kind.rawValue))"
      return filled([
        StyledText(speaker, .bold), StyledText("\(cue)\(kind): ", .dim),
        StyledText(words(quotation.range), TextStyle(isItalic: true)),
      ])
    }
  }

  private var chains: [String] {
    (document.chains ?? []).flatMap { chain -> [String] in
      var names: [String] = []
      for mention in chain.mentions {
        guard let entity = document.entities.flatMap({ $0.indices.contains(mention) ? $0[mention] : nil }) else {
          continue
        }
        let name = words(entity.range)
        if !name.utf8.elementsEqual(chain.canonical.utf8), !names.contains(name) { names.append(name) }
      }
      var pieces = [
        StyledText(chain.label.rawValue, colour(chain.label)), StyledText(" \(chain.canonical)"),
        StyledText((chain.id.map { " \($0)" } ?? "") + " ×\(chain.mentions.count)", .dim),
      ]
      if !names.isEmpty { pieces.append(StyledText(" also \(names.joined(separator: ", "))", .dim)) }
      return filled(pieces)
    }
  }

  /// What dates and amounts stand for, each with its words, where these say it in another way.
  private var amounts: [String] {
    var amounts: [(label: EntityLabel, normal: String, names: [String])] = []
    for entity in document.entities ?? [] {
      let name = words(entity.range)
      guard let normal = entity.normal, !name.isIdentical(to: normal) else { continue }
      guard let index = amounts.firstIndex(where: { $0.label == entity.label && $0.normal.isIdentical(to: normal) })
      else {
        amounts.append((entity.label, normal, [name]))
        continue
      }
      if !amounts[index].names.contains(name) { amounts[index].names.append(name) }
    }
    return amounts.flatMap { label, normal, names in
      filled([
        StyledText(label.rawValue, colour(label)), StyledText(" \(normal)"),
        StyledText(" \(names.joined(separator: ", "))", .dim),
      ])
    }
  }

  private var links: [String] {
    (document.links ?? []).flatMap { filled([StyledText(words($0.range)), StyledText(" → \($0.target)", .dim)]) }
  }

  private var keyphrases: [String] {
    let phrases = (document.keyphrases ?? []).map(\.text)
    return phrases.isEmpty ? [] : filled([StyledText(phrases.joined(separator: " · "))])
  }

  private var diagnostics: [String] {
    document.diagnostics.flatMap { diagnostic in
      filled([
        StyledText("\(diagnostic.severity.rawValue) \(diagnostic.code): ", .bold), StyledText(diagnostic.message),
      ])
    }
  }

  private var trace: [String] {
    let stages = document.trace.map { entry in
      "\(entry.stage) \(entry.version)" + (entry.skipped.map { " (skipped: \($0))" } ?? "")
    }
    return stages.isEmpty ? [] : filled([StyledText(stages.joined(separator: " → "), .dim)])
  }
}

extension Document {
  /// The label of an entity that is there.
  func label(ofEntity index: Int) -> EntityLabel { (entities ?? [])[index].label }

  /// The chain of that index, where there is one.
  func chain(_ index: Int) -> Chain? { chains.flatMap { $0.indices.contains(index) ? $0[index] : nil } }
}

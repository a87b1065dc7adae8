internal import DocumentModel
internal import JSON

/// The text line by line, under each line the annotations that begin in it.
struct SnapshotBody {
  private let document: Document
  private let words: SnapshotWords
  private let chainNames: [String]
  /// Who made each layer's first annotation.
  private let makers: [Layer: String]

  init(_ document: Document) {
    self.document = document
    words = SnapshotWords(document)
    chainNames = SnapshotTail.names(of: document.chains ?? [])
    var makers: [Layer: String] = [:]
    for layer in Layer.all { makers[layer] = document.makers(of: layer).first }
    self.makers = makers
  }

  var lines: [String] {
    let text = document.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var annotations = notes.sorted { ($0.range.start, $0.rank) < ($1.range.start, $1.rank) }[...]
    var lines: [String] = []
    var start = 0
    for (index, line) in text.enumerated() {
      lines.append(SnapshotWords.line(String(Substring(line)), mark: "|"))
      let end = start + line.count + 1
      let isLast = index == text.count - 1
      let whole = TextRange(start, end - 1)
      while let note = annotations.first, isLast || note.range.start < end {
        lines.append("    " + note.text(self, start, whole))
        annotations.removeFirst()
      }
      start = end
    }
    return lines
  }

  /// An annotation that waits for its line.
  private struct Note {
    let range: TextRange
    /// Its layer's place in the order of a line, then its own in the layer.
    var rank: Int
    let head: String
    /// What follows the place: names and other places.
    var parts: [Part] = []
    var showsPlace = true

    enum Part {
      case words(String)
      case place(String, TextRange)
    }

    /// The line; the place of what covers the whole line of the text is left out.
    func text(_ body: SnapshotBody, _ start: Int, _ line: TextRange) -> String {
      var pieces = [head]
      if showsPlace, range != line { pieces.append(body.words.place(range, from: start)) }
      for part in parts {
        switch part {
        case .words(let words): pieces.append(words)
        // Places beside the annotation's own may lie before it, so they are looked for from the beginning of the text
        // where they lie before its line.
        case .place(let name, let range):
          pieces.append(range.start < start ? "\(name) before" : name)
          pieces.append(body.words.place(range, from: range.start < start ? 0 : start))
        }
      }
      return pieces.joined(separator: " ")
    }
  }

  private var notes: [Note] {
    var notes: [Note] = []
    for (section, parent) in zip(document.sections ?? [], document.sections.map(Section.expectedParents(of:)) ?? []) {
      notes.append(note(section, expectedParent: parent))
    }
    for paragraph in document.paragraphs ?? [] {
      let kind = paragraph.kind == .text ? "" : " \(SnapshotWords.word(paragraph.kind.rawValue))"
      let level = paragraph.level.map { " level \($0)" } ?? ""
      notes.append(
        Note(
          range: paragraph.range, rank: 1, head: "paragraph\(kind)\(level)",
          parts: end(paragraph.by, .paragraphs, paragraph.extra)))
    }
    for sentence in document.sentences ?? [] {
      notes.append(
        Note(range: sentence.range, rank: 2, head: "sentence", parts: end(sentence.by, .sentences, sentence.extra)))
    }
    for choice in document.summary?.sentences ?? [] {
      notes.append(
        Note(range: choice.range, rank: 3, head: "summary", parts: end(nil, .summary, choice.extra.withoutScores)))
    }
    for link in document.links ?? [] {
      notes.append(
        Note(
          range: link.range, rank: 6, head: "link",
          parts: [.words("→ \(SnapshotWords.quoted(link.target))")] + end(link.by, .links, link.extra)))
    }
    for quotation in document.quotations ?? [] { notes.append(note(quotation)) }
    for entity in document.entities ?? [] { notes.append(note(entity)) }
    // Of one layer and one place the order is kept.
    return notes.enumerated().map { index, note in
      var note = note
      note.rank = note.rank * notes.count + index
      return note
    }
  }

  private func note(_ section: Section, expectedParent: Int?) -> Note {
    let start = section.heading?.start ?? section.body.start
    var parts: [Note.Part] = [.place("body", section.body)]
    if section.range != TextRange(start, section.body.end) { parts.append(.place("whole", section.range)) }
    if section.parent != expectedParent {
      parts.append(.words("under \(section.parent.map { "\($0)" } ?? "none")"))
    }
    parts += end(section.by, .sections, section.extra)
    // A lead has no words of its own: it stands where its text begins.
    guard let heading = section.heading else {
      let place = TextRange(section.body.start, section.body.start)
      return Note(range: place, rank: 0, head: "section \(section.level) lead", parts: parts, showsPlace: false)
    }
    return Note(range: heading, rank: 0, head: "section \(section.level)", parts: parts)
  }

  private func note(_ quotation: Quotation) -> Note {
    var parts: [Note.Part] = []
    if let speaker = quotation.speaker { parts.append(.words("speaker \(chain(speaker))")) }
    if let source = quotation.source { parts.append(.place("source", source)) }
    if let cue = quotation.cue { parts.append(.place("cue", cue)) }
    parts += end(quotation.by, .quotations, quotation.extra)
    return Note(range: quotation.range, rank: 4, head: "quotation \(quotation.kind.rawValue)", parts: parts)
  }

  private func note(_ entity: Entity) -> Note {
    var parts: [Note.Part] = []
    if let why = entity.why { parts.append(.words("by-\(SnapshotWords.word(why.rawValue))")) }
    if let normal = entity.normal { parts.append(.words("normal \(SnapshotWords.word(normal))")) }
    if let index = entity.chain { parts.append(.words("→ \(chain(index))")) }
    parts += end(entity.by, .entities, entity.extra)
    return Note(range: entity.range, rank: 5, head: "entity \(SnapshotWords.word(entity.label.rawValue))", parts: parts)
  }

  private func chain(_ index: Int) -> String {
    chainNames.indices.contains(index) ? chainNames[index] : "chain \(index)"
  }

  /// Who made it, where that is another than who made the layer's first, and unknown keys.
  private func end(_ maker: String?, _ layer: Layer, _ extra: JSONObject) -> [Note.Part] {
    var parts: [Note.Part] = []
    if let maker, maker != makers[layer] { parts.append(.words("by \(SnapshotWords.word(maker))")) }
    if !extra.isEmpty { parts.append(.words("extra \(JSON.object(extra).text())")) }
    return parts
  }
}

extension JSONObject {
  /// Scores change with every model: they are not kept.
  fileprivate var withoutScores: JSONObject {
    var object = self
    object["scores"] = nil
    return object
  }
}

extension Section {
  /// The parents that sections of such levels have where headings nest as they do in most texts: for each the last one
  /// before it that has a lower level and a heading.
  static func expectedParents(of sections: [Section]) -> [Int?] {
    var open: [Int] = []
    return sections.enumerated().map { index, section in
      while let last = open.last, sections[last].level >= section.level { open.removeLast() }
      defer { if section.heading != nil { open.append(index) } }
      return open.last
    }
  }
}

internal import DocumentModel
internal import JSON

/// Makes the document of a snapshot again, so that it can be compared annotation by annotation. Scores are not kept.
struct SnapshotReader {
  private(set) var document: Document
  /// Names of chains, numbered where several have one, with their indices.
  private var chains: [String: Int] = [:]
  private var makers: [Layer: String] = [:]
  /// The parents of sections that nest in another way than their levels tell.
  private var parents: [Int: Int?] = [:]
  private var text: [UInt8] = []

  /// - Returns: `nil` where `snapshot` is none, or was edited into none.
  init?(_ snapshot: String) {
    document = Document(text: "")
    let lines = snapshot.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, Substring(first) == Snapshot.firstLine else { return nil }
    let content = lines.dropFirst().prefix { !$0.starts(with: "output ".utf8) }
    var texts: [[UInt8]] = []
    for line in content where line.first == UInt8(ascii: "|") { texts.append(Self.unescaped(line.dropFirst(2))) }
    text = Array(texts.joined(separator: [0x0A]))
    document = Document(id: "snapshot", text: String(decoding: text, as: UTF8.self))
    var start = 0
    var next = 0
    var index = 0
    var notes: [(line: TextRange, words: SnapshotScanner)] = []
    for line in content where !line.isEmpty {
      if line.first == UInt8(ascii: "|") {
        start = next
        next = start + texts[index].count + 1
        index += 1
      } else if line.starts(with: "    ".utf8) {
        notes.append((TextRange(start, next - 1), SnapshotScanner(line)))
      } else if !read(SnapshotScanner(line)) {
        return nil
      }
    }
    // Chains stand below the text, and what names them above.
    for note in notes where !read(note.words, in: note.line) { return nil }
    finish()
  }

  private static func unescaped(_ line: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(line)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: "}") }
      guard next == UInt8(ascii: "u"), let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        bytes.append(next)
        continue
      }
      bytes += String(Character(scalar)).utf8
      rest = rest.dropFirst(digits.count + 2)
    }
    return bytes
  }

  // MARK: - Above and below the text

  private mutating func read(_ line: SnapshotScanner) -> Bool {
    var line = line
    switch line.word() {
    case "metadata":
      guard let key = line.word(), let value = line.json() else { return false }
      document.metadata.values[key] = value
    case "extension":
      guard let name = line.word(), let value = line.json() else { return false }
      document.extensions[name] = value
    case "layer":
      guard let name = line.word() else { return false }
      _ = line.word()
      let layer = Layer(rawValue: name)
      if line.take("by") { makers[layer] = line.word() }
      add(layer)
    case "chain":
      guard let name = line.quoted() else { return false }
      let key = "\(name)#\(line.number())"
      guard let label = line.wordBeforeColon() else { return false }
      chains[key] = document.chains?.count ?? 0
      let id = line.take("id") ? line.wordBeforeColon() : nil
      document.chains?.append(
        Chain(canonical: name, label: EntityLabel(rawValue: label), mentions: [], id: id, by: makers[.chains] ?? ""))
    case "summary-text": document.summary?.text = line.quoted() ?? ""
    case "keyphrase":
      guard let words = line.quoted() else { return false }
      document.keyphrases?.append(Keyphrase(text: words, score: 0, by: makers[.keyphrases] ?? ""))
    default: break
    }
    return true
  }

  private mutating func add(_ layer: Layer) {
    switch layer {
    case .sections: document.sections = []
    case .paragraphs: document.paragraphs = []
    case .links: document.links = []
    case .sentences: document.sentences = []
    case .entities: document.entities = []
    case .chains: document.chains = []
    case .quotations: document.quotations = []
    case .summary: document.summary = Summary(text: "", sentences: [], by: makers[.summary] ?? "")
    case .keyphrases: document.keyphrases = []
    default: break
    }
  }

  /// Sets what other lines tell of an annotation.
  private mutating func finish() {
    if let summary = document.summary, summary.text.isEmpty {
      let words = document.joinedSummary
      document.summary?.text = words
    }
    for (index, parent) in Section.expectedParents(of: document.sections ?? []).enumerated() {
      document.sections?[index].parent = parents[index] ?? parent
    }
    for (chain, links) in document.linksToChains where document.chains?.indices.contains(chain) == true {
      document.chains?[chain].mentions = links
    }
  }

  // MARK: - Under a line of the text

  private mutating func read(_ note: SnapshotScanner, in line: TextRange) -> Bool {
    var note = note
    switch note.word() {
    case "section": return readSection(&note, in: line)
    case "paragraph":
      var paragraph = Paragraph(range: line, by: makers[.paragraphs] ?? "")
      if let kind = kind(&note) { paragraph.kind = Paragraph.Kind(rawValue: kind) }
      if note.take("level") { paragraph.level = note.integer() }
      guard let range = place(&note, in: line) else { return false }
      paragraph.range = range
      document.paragraphs?.append(paragraph)
    case "sentence":
      guard let range = place(&note, in: line) else { return false }
      document.sentences?.append(Sentence(range: range, by: makers[.sentences] ?? ""))
    case "summary":
      guard let range = place(&note, in: line) else { return false }
      document.summary?.sentences.append(Summary.Choice(range: range, score: 0))
    case "link":
      guard let range = place(&note, in: line), note.take("→"), let target = note.quoted() else { return false }
      document.links?.append(Link(range: range, target: target, by: makers[.links] ?? ""))
    case "quotation": return readQuotation(&note, in: line)
    case "entity":
      guard let label = note.word(), let range = place(&note, in: line) else { return false }
      var entity = Entity(range: range, label: EntityLabel(rawValue: label), by: makers[.entities] ?? "")
      while let word = note.word() {
        if word.hasPrefix("by-") { entity.why = Entity.Evidence(rawValue: String(word.dropFirst(3))) }
        if word == "normal" { entity.normal = note.word() }
        if word == "→" { entity.chain = chain(&note) }
      }
      document.entities?.append(entity)
    default: return false
    }
    return true
  }

  /// A word that is neither the place nor one of what can follow a paragraph's kind.
  private func kind(_ note: inout SnapshotScanner) -> String? {
    var ahead = note
    guard ahead.quoted() == nil, let word = ahead.word(), !["level", "empty", "outside", "by", "extra"].contains(word)
    else { return nil }
    note = ahead
    return word
  }

  private mutating func readSection(_ note: inout SnapshotScanner, in line: TextRange) -> Bool {
    guard let level = note.integer() else { return false }
    let heading = note.take("lead") ? nil : place(&note, in: line)
    guard note.take("body"), let body = otherPlace(&note, in: line) else { return false }
    var section = Section(
      range: TextRange(heading?.start ?? body.start, body.end), level: level, heading: heading, body: body,
      by: makers[.sections] ?? "")
    if note.take("whole") {
      guard let whole = otherPlace(&note, in: line) else { return false }
      section.range = whole
    }
    if note.take("under") { parents[document.sections?.count ?? 0] = .some(note.integer()) }
    document.sections?.append(section)
    return true
  }

  private mutating func readQuotation(_ note: inout SnapshotScanner, in line: TextRange) -> Bool {
    guard let kind = note.word().flatMap(Quotation.Kind.init), let range = place(&note, in: line) else { return false }
    var quotation = Quotation(range: range, kind: kind, by: makers[.quotations] ?? "")
    if note.take("speaker") { quotation.speaker = chain(&note) }
    if note.take("source") { quotation.source = otherPlace(&note, in: line) }
    if note.take("cue") { quotation.cue = otherPlace(&note, in: line) }
    document.quotations?.append(quotation)
    return true
  }

  private func chain(_ note: inout SnapshotScanner) -> Int? {
    guard let name = note.quoted() else { return nil }
    return chains["\(name)#\(note.number())"]
  }

  // MARK: - Places

  /// A place that may lie before the line.
  private func otherPlace(_ note: inout SnapshotScanner, in line: TextRange) -> TextRange? {
    note.take("before") ? place(&note, in: TextRange(0, 0)) : place(&note, in: line)
  }

  /// The place that the next words tell; the line itself where there are none.
  private func place(_ note: inout SnapshotScanner, in line: TextRange) -> TextRange? {
    if note.take("outside") { return nil }
    if note.take("empty") {
      if note.take("end") { return TextRange(text.count, text.count) }
      return find(&note, from: line.start).map { TextRange($0.start, $0.start) }
    }
    var ahead = note
    guard ahead.quoted() != nil else { return line }
    guard let head = find(&note, from: line.start) else { return nil }
    guard note.take("…") else { return head }
    return find(&note, from: head.end).map { TextRange(head.start, $0.end) }
  }

  private func find(_ note: inout SnapshotScanner, from start: Int) -> TextRange? {
    guard let words = note.quoted().map({ Array($0.utf8) }), let first = words.first else { return nil }
    var left = note.number()
    var at = start
    while at + words.count <= text.count {
      if text[at] == first, text[at..<at + words.count].elementsEqual(words) {
        left -= 1
        if left == 0 { return TextRange(at, at + words.count) }
      }
      at += 1
    }
    return nil
  }
}

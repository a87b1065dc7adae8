internal import JSON

extension Document {
  /// The document as lines that a person can read and compare: every annotation with its range and words.
  ///
  ///     Document "plans", 27 bytes
  ///     ├─ section 1 "Agenda" 7..<27
  ///     └─ entity PERSON 7..<19 "Ada Lovelace"
  public var drawing: String {
    var lines: [String] = []
    for member in metadata.values { lines.append("metadata \(member.key) \(member.value)") }
    for edit in alignment.edits { lines.append("edit \(edit.source) → \(edit.text) \(edit.rule)") }
    for section in sections ?? [] {
      let heading = section.heading.map { quoted($0) } ?? "(lead)"
      lines.append("\(indent(of: section))section \(section.level) \(heading) \(section.range)")
    }
    for paragraph in paragraphs ?? [] {
      let kind = paragraph.kind == .text ? "" : "\(paragraph.kind.rawValue) "
      let level = paragraph.level.map { "\($0) " } ?? ""
      lines.append("paragraph \(kind)\(level)\(span(paragraph.range))")
    }
    for link in links ?? [] { lines.append("link \(span(link.range)) → \(link.target)") }
    for sentence in sentences ?? [] { lines.append("sentence \(span(sentence.range))") }
    for entity in entities ?? [] {
      let normal = entity.normal.map { " = \($0)" } ?? ""
      let chain = entity.chain.map { " → \($0)" } ?? ""
      lines.append("entity \(entity.label.rawValue) \(span(entity.range))\(normal)\(chain)")
    }
    for (index, chain) in (chains ?? []).enumerated() {
      let id = chain.id.map { " = \($0)" } ?? ""
      lines.append("chain \(index) \(chain.label.rawValue) \"\(chain.canonical)\"\(id) \(chain.mentions)")
    }
    for quotation in quotations ?? [] {
      let source = quotation.source.map { " by \(quoted($0))" } ?? ""
      lines.append("quotation \(quotation.kind.rawValue) \(span(quotation.range))\(source)")
    }
    for choice in summary?.sentences ?? [] { lines.append("summary \(span(choice.range))") }
    for keyphrase in keyphrases ?? [] { lines.append("keyphrase \"\(keyphrase.text)\"") }
    for member in extensions { lines.append("extension \(member.key) \(member.value)") }
    for diagnostic in diagnostics { lines.append("\(diagnostic.severity.rawValue) \(diagnostic.code)") }
    let head = "Document \"\(id)\", \(text.utf8.count) bytes"
    let last = lines.count - 1
    return ([head] + lines.enumerated().map { ($0 == last ? "└─ " : "├─ ") + $1 }).joined(separator: "\n") + "\n"
  }

  private func indent(of section: Section) -> String {
    String(repeating: "  ", count: min(max(section.level, 1), 9) - 1)
  }

  private func span(_ range: TextRange) -> String { "\(range) \(quoted(range))" }

  /// The words at `range` on one line, the middle of long ones left out.
  private func quoted(_ range: TextRange) -> String {
    guard isWellFormed(range) else { return "(no part of the text)" }
    let words = self[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > 60 else { return "\"\(words)\"" }
    return "\"\(words.prefix(40)) … \(words.suffix(16))\""
  }
}

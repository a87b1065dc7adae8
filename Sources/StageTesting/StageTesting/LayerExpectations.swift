public import DocumentModel
internal import JSON
public import Testing

/// Compares the text of `document`.
public func expectText(_ expected: String, in document: Document, location: SourceLocation = #_sourceLocation) {
  guard !expected.isIdentical(to: document.text) else { return }
  let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  expectLines(lines(expected), lines(document.text), "the text", location)
}

/// Compares the entities of `document` with those marked in `marked`, see `MarkedText`.
///
///     expectEntities("[PERSON Anna Berg] left [GPE Oslo].", in: tagged)
public func expectEntities(
  _ marked: String, in document: Document, location: SourceLocation = #_sourceLocation
) {
  guard document.entities != nil else { return missing(.entities, location) }
  let expected = MarkedText(marked)
  let found = MarkedText(entitiesOf: document)
  guard expected.text.isIdentical(to: found.text) else {
    return expectText(expected.text, in: document, location: location)
  }
  guard expected != found else { return }
  expectLines(
    expected.marks.map { "\($0.label) \"\(document[$0.range])\" \($0.range)" },
    found.marks.map { "\($0.label) \"\(document.words(at: $0.range))\" \($0.range)" }, "the entities", location,
    note: "found as a whole: \(found)")
}

/// Compares the entities of `document` that have a normal form: `3 July → 2026-07-03`.
public func expectNormalForms(
  _ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation
) {
  guard let entities = document.entities else { return missing(.entities, location) }
  let found = entities.compactMap { entity in entity.normal.map { "\(document.words(at: entity.range)) → \($0)" } }
  expectLines(expected, found, "the normal forms", location)
}

/// Compares the sentences of `document`, line breaks in them as spaces.
public func expectSentences(
  _ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation
) {
  guard let sentences = document.sentences else { return missing(.sentences, location) }
  expectLines(expected, sentences.map { document.words(at: $0.range) }, "the sentences", location)
}

/// Compares the outline of `document`: a line for each section, `#` for each level, then the heading; `#` alone is a lead.
///
///     expectSections(["# Ferry Line Opens", "## Fares"], in: split)
public func expectSections(
  _ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation
) {
  guard let sections = document.sections else { return missing(.sections, location) }
  let found = sections.map { section in
    let marks = String(repeating: "#", count: max(0, section.level))
    return section.heading.map { "\(marks) \(document.words(at: $0))" } ?? marks
  }
  expectLines(expected, found, "the sections", location)
}

/// Compares the chains of `document`: `PERSON Anna Berg: Anna Berg, Berg`.
public func expectChains(_ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation) {
  guard let chains = document.chains else { return missing(.chains, location) }
  let entities = document.entities ?? []
  let found = chains.map { chain in
    let names = chain.mentions.map { entities.indices.contains($0) ? document.words(at: entities[$0].range) : "(none)" }
    return "\(chain.label.rawValue) \(chain.canonical): \(names.joined(separator: ", "))"
  }
  expectLines(expected, found, "the chains", location)
}

/// Compares the links of `document`: `the report → https://example.org/report`.
public func expectLinks(_ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation) {
  guard let links = document.links else { return missing(.links, location) }
  expectLines(expected, links.map { "\(document.words(at: $0.range)) → \($0.target)" }, "the links", location)
}

/// Compares the quotations of `document`: the speaker's chain, or else the words that name the speaker, and what was
/// said: `Anna Berg: "We waited,"`.
public func expectQuotations(
  _ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation
) {
  guard let quotations = document.quotations else { return missing(.quotations, location) }
  let found = quotations.map { quotation in
    let chain = quotation.speaker.flatMap { index in
      document.chains.flatMap { $0.indices.contains(index) ? $0[index].canonical : nil }
    }
    let speaker = chain ?? quotation.source.map { document.words(at: $0) } ?? "(nobody)"
    return "\(speaker): \(document.words(at: quotation.range))"
  }
  expectLines(expected, found, "the quotations", location)
}

/// Compares the sentences of the summary of `document`.
public func expectSummary(_ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation) {
  guard let summary = document.summary else { return missing(.summary, location) }
  expectLines(expected, summary.sentences.map { document.words(at: $0.range) }, "the summary", location)
}

/// Compares the keyphrases of `document`, best first.
public func expectKeyphrases(
  _ expected: [String], in document: Document, location: SourceLocation = #_sourceLocation
) {
  guard let keyphrases = document.keyphrases else { return missing(.keyphrases, location) }
  expectLines(expected, keyphrases.map(\.text), "the keyphrases", location)
}

private func missing(_ layer: Layer, _ location: SourceLocation) {
  Issue.record("the document has no \(layer): the stage left them unset", sourceLocation: location)
}

/// Records an issue at `location` where the lines differ, with the lines that are gone and those that are new in their
/// places.
func expectLines(
  _ expected: [String], _ found: [String], _ what: String, _ location: SourceLocation, note: String? = nil
) {
  let same = { (left: String, right: String) in left.isIdentical(to: right) }
  guard expected.count != found.count || !zip(expected, found).allSatisfy(same) else { return }
  Issue.record(
    """
    \(what) differ (- expected, + found):
    \(LineDifference(from: expected, to: found).text)\(note.map { "\n\($0)" } ?? "")
    """, sourceLocation: location)
}

extension Document {
  /// The words at `range` on one line.
  fileprivate func words(at range: TextRange) -> String {
    guard isWellFormed(range) else { return "(no part of the text: \(range))" }
    return self[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

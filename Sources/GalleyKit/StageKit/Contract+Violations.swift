public import DocumentModel
internal import JSON

extension Contract {
  /// How a stage with this contract broke it, in words, given the document before and after it ran.
  ///
  /// - Complexity: O(document).
  public func violations(from before: Document, to after: Document) -> [String] {
    var violations: [String] = []
    for layer in provides.sorted() where !after.has(layer) {
      violations.append("provides \(layer), but left it unset")
    }
    for layer in after.layers(differingFrom: before).subtracting(provides).subtracting(mayProvide).sorted() {
      violations.append("changed \(layer), which it does not declare in provides")
    }
    if !rewritesText, !after.text.isIdentical(to: before.text) {
      violations.append("rewrote the text, which its contract does not say")
    }
    if !after.id.isIdentical(to: before.id) { violations.append("changed the document's id") }
    var source = after.source
    // The text as it was read is put there by the first rewriting.
    if rewritesText { source.text = before.source.text }
    if source != before.source { violations.append("changed what is known of the document's source") }
    if !after.diagnostics.map(\.code).starts(with: before.diagnostics.map(\.code)) {
      violations.append("took diagnostics of others away")
    }
    return violations + after.defects
  }
}

extension Document {
  /// What is wrong with ranges, their order, indices, levels and scores of any layer, in words; empty in every document that a reader, a
  /// person or another stage can rely on.
  public var defects: [String] {
    var defects: [String] = []
    func check(_ range: TextRange?, _ what: @autoclosure () -> String) {
      guard let range, !isWellFormed(range) else { return }
      defects.append("\(what()) has the range \(range), which is outside the text or cuts through a character")
    }
    func check(_ index: Int?, below count: Int, _ what: @autoclosure () -> String) {
      guard let index, !(0..<count).contains(index) else { return }
      defects.append("\(what()) \(index), and there are \(count)")
    }
    func check(_ score: Double?, _ what: @autoclosure () -> String) {
      if let score, !score.isFinite { defects.append("\(what()) has the score \(score), which JSON can't hold") }
    }
    func check(level: Int?, _ what: @autoclosure () -> String) {
      guard let level, !Section.levels.contains(level) else { return }
      defects.append("\(what()) has the level \(level), which is not within \(Section.levels)")
    }
    for (index, section) in (sections ?? []).enumerated() {
      check(section.range, "sections[\(index)]")
      check(section.heading, "the heading of sections[\(index)]")
      check(section.body, "the body of sections[\(index)]")
      check(section.parent, below: index, "sections[\(index)] has the parent")
      check(level: section.level, "sections[\(index)]")
    }
    for (index, paragraph) in (paragraphs ?? []).enumerated() {
      check(paragraph.range, "paragraphs[\(index)]")
      check(level: paragraph.level, "paragraphs[\(index)]")
    }
    for (index, link) in (links ?? []).enumerated() { check(link.range, "links[\(index)]") }
    for (index, sentence) in (sentences ?? []).enumerated() { check(sentence.range, "sentences[\(index)]") }
    for (index, entity) in (entities ?? []).enumerated() {
      check(entity.range, "entities[\(index)]")
      check(entity.chain, below: chains?.count ?? 0, "entities[\(index)] has the chain")
      check(entity.score, "entities[\(index)]")
    }
    for (index, chain) in (chains ?? []).enumerated() {
      for mention in chain.mentions { check(mention, below: entities?.count ?? 0, "chains[\(index)] has the mention") }
    }
    for (index, quotation) in (quotations ?? []).enumerated() {
      check(quotation.range, "quotations[\(index)]")
      check(quotation.source, "the source of quotations[\(index)]")
      check(quotation.cue, "the cue of quotations[\(index)]")
      check(quotation.speaker, below: chains?.count ?? 0, "quotations[\(index)] has the speaker")
    }
    for (index, choice) in (summary?.sentences ?? []).enumerated() {
      check(choice.range, "summary.sentences[\(index)]")
      check(choice.score, "summary.sentences[\(index)]")
    }
    for (index, keyphrase) in (keyphrases ?? []).enumerated() { check(keyphrase.score, "keyphrases[\(index)]") }
    for (index, diagnostic) in diagnostics.enumerated() { check(diagnostic.range, "diagnostics[\(index)]") }
    for (layer, index, problem) in misplaced { defects.append("\(layer)[\(index)] \(problem)") }
    return defects
  }
}

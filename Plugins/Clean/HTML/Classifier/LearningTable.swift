package import JSON
internal import StageKit

/// The blocks of a page as they are learned from: each with its words, its features, and what becomes of it.
package enum LearningTable {
  /// `[{"start": …, "text": …, "reason": …, "kept": …, "features": […]}, …]` of the page `html`; `start` is the byte where
  /// the block's text begins.
  package static func json(ofPage html: String) -> JSON {
    let bytes = html.utf8.span
    let page = Page(bytes)
    let body = LinkedArticle(page, PageTitles(page, bytes), bytes).body
    let measures = PageMeasures(page)
    let facts = ElementFacts(page, measures, bytes)
    var features = BlockFeatures(page, measures, facts, body: body, bytes)
    let rules = ArticleFinder(page, body: body, bytes, .standard).rules
    var rows: [JSON] = []
    for (index, block) in page.blocks.enumerated() {
      features.read(index, bytes)
      rows.append([
        "start": .integer(page.tree.nodes[block.nodes.lowerBound].source.lowerBound),
        "text": .string(page.words(of: block, bytes)),
        "reason": .string(DropRule(of: block, in: page, facts).rawValue),
        "kept": .bool(rules[index] == nil),
        "features": .array(features.values.map { .real(Double($0)) }),
      ])
    }
    return .array(rows)
  }
}

extension CleanOptions {
  /// What a pipeline without options asks for.
  fileprivate static var standard: CleanOptions {
    var reader = OptionReader([:])
    return CleanOptions(from: &reader)
  }
}

package import JSON

/// The blocks of a page as they are learned from: each with its words, its features, and what becomes of it.
package enum LearningTable {
  /// `[{"start": …, "text": …, "reason": …, "words": […], "names": […], "features": […]}, …]` of the page `html`;
  /// `start` is the byte where the block's text begins, `words` and `names` are the buckets of the linear models, whose
  /// scores are the last two features.
  package static func json(ofPage html: String) -> JSON {
    let bytes = html.utf8.span
    let page = Page(bytes)
    let titles = PageTitles(page, bytes)
    let linked = LinkedArticle(page, titles, bytes)
    let metadata = PageMetadata(page, titles, linked, bytes).values
    let measures = PageMeasures(page)
    let facts = ElementFacts(page, measures, bytes)
    var features = BlockFeatures(page, measures, facts, metadata, body: linked.body, bytes)
    var words = BlockWords()
    var rows: [JSON] = []
    for (index, block) in page.blocks.enumerated() {
      features.read(index, bytes)
      words.read(block, of: page, bytes)
      rows.append([
        "start": .integer(page.tree.nodes[block.nodes.lowerBound].source.lowerBound),
        "text": .string(page.words(of: block, bytes)),
        "reason": .string(DropRule(of: block, in: page, facts).rawValue),
        "words": .array(words.buckets.map { .integer($0) }),
        "names": .array(ElementNames.buckets(of: block.container, page, bytes).map { .integer($0) }),
        "features": numbers(features.values),
      ])
    }
    return .array(rows)
  }

  /// `[[…], …]`: the context of each block, where a first forest gives them the log-odds `odds`, one for each.
  package static func contexts(ofPage html: String, odds: [Float]) -> JSON {
    let bytes = html.utf8.span
    let page = Page(bytes)
    let facts = ElementFacts(page, PageMeasures(page), bytes)
    precondition(odds.count == page.blocks.count)
    let context = BlockContext(page, shapes: page.blocks.map { facts.shapes[$0.container] }, odds: odds)
    return .array(
      odds.indices.map { index in
        var row: [Float] = []
        context.add(index, to: &row)
        return numbers(row)
      })
  }

  private static func numbers(_ row: [Float]) -> JSON { .array(row.map { .real(Double($0)) }) }
}

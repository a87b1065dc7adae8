internal import Pages

extension ReportPage {
  /// What failed, the most frequent kind first.
  var errorKinds: HTML {
    let kinds = statistics.errors.sorted
    guard !kinds.isEmpty else { return "" }
    let items = kinds.enumerated().map { index, kind in item(kind, isOpen: index == 0) }
    let others: HTML =
      statistics.errors.others == 0
      ? "" : "<p>\(statistics.errors.others.grouped) more failures are of other kinds than these \(kinds.count).</p>\n"
    return """
      <section class="card"><h2>What failed</h2>
      \(introduction(to: kinds))
      <ol class="errors">
      \(items)</ol>
      \(others)</section>
      """
  }

  private func introduction(to kinds: [ErrorKind]) -> HTML {
    guard kinds.count > 1 else { return "" }
    let hasShapes = kinds.contains { kind in kind.examples.contains { $0.reason != kind.reason } }
    let shapes: HTML =
      hasShapes ? " Where reasons differ, <code>#</code> stands for numbers, <code>'…'</code> for words." : ""
    return """
      <p class="quiet">\(counts.quarantined.grouped) failures of \(kinds.count) kinds, the most frequent \
      first.\(shapes)</p>
      """
  }

  private func item(_ kind: ErrorKind, isOpen: Bool) -> HTML {
    let examples = kind.examples.map { example -> HTML in
      let own: HTML = example.reason == kind.reason ? "" : " <span class=\"quiet reason\">\(example.reason)</span>"
      return "<li><bdi class=\"code\">\(example.uri)</bdi>\(own)</li>\n"
    }
    let words =
      kind.count == 1
      ? "The document" : kind.count == examples.count ? "All \(kind.count)" : "The first \(examples.count)"
    return """
      <li><p><strong class="count">\(kind.count.grouped)×</strong> <span class="place">\(kind.place)</span>
      <span class="reason">\(kind.reason)</span></p>
      <details\(isOpen ? " open" : "" as HTML)><summary>\(words)</summary><ul>
      \(examples)</ul></details></li>

      """
  }

  /// Why inputs were skipped, and what documents were warned of.
  var reasons: HTML {
    let skipped = report.skipReasons.map { ($0.reason, $0.count) }.sorted { $0.1 > $1.1 }
    var warnings = statistics.warnings.sorted.map { ($0.name, $0.count) }
    if statistics.warnings.others > 0 { warnings.append(("other codes", statistics.warnings.others)) }
    let tables =
      countTable("Skipped inputs", "Not read, by reason", skipped)
      + countTable("Warnings", "Noted in documents, by code", warnings)
    return tables.markup.isEmpty ? "" : "<div class=\"pair\">\(tables)</div>"
  }

  private func countTable(_ title: String, _ caption: String, _ rows: [(name: String, count: Int)]) -> HTML {
    guard !rows.isEmpty else { return "" }
    let rows = rows.map { row -> HTML in
      "<tr><th scope=\"row\">\(row.name)</th><td class=\"number\">\(row.count.grouped)</td></tr>\n"
    }
    return """
      <section class="card"><h2>\(title)</h2>
      <table><caption>\(caption)</caption><tbody>
      \(rows)</tbody></table></section>
      """
  }
}

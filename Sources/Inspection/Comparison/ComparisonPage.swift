internal import DocumentModel
internal import JSON
public import Pages

/// A comparison as one web page: the figures, and the documents that differ most, side by side.
public struct ComparisonPage {
  private let report: ComparisonReport

  public init(_ report: ComparisonReport) { self.report = report }

  public var html: HTML {
    var index = ViewIndex()
    let documents = report.comparison.kept.enumerated().map { number, document in
      HTML.data("d\(number)", ComparedArticle(document, labels: index.labels(of: [document.old, document.new])).json)
    }
    return Page(
      title: "Comparison – Galley", style: Self.style, script: ArticleScript.common + Self.script,
      content: """
        <main>
        <h1>\(report.verdict)</h1>
        <dl class="names"><dt>A</dt><dd class="code">\(report.names.first)</dd><dt>B</dt>\
        <dd class="code">\(report.names.second)</dd></dl>
        \(limits)\(failures)\(layers)\(labels)\(stages)\(list)
        </main>
        \(documents)\(HTML.data("index", index.json))
        """
    ).html
  }

  private func card(_ title: String, _ content: HTML) -> HTML {
    "<section class=\"card\"><h2>\(title)</h2>\n\(content)</section>\n"
  }

  private func table(_ head: [String], _ rows: [[HTML]], minor: Set<Int> = []) -> HTML {
    func cell(_ column: Int, _ content: HTML, _ tag: String) -> HTML {
      let classes = [column > 0 ? "number" : nil, minor.contains(column) ? "minor" : nil].compactMap(\.self)
      let scope: HTML = tag == "th" ? " scope=\"\(column == 0 ? "row" : "col")\"" : ""
      let name: HTML = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
      return "<\(HTML(markup: tag))\(scope)\(name)>\(content)</\(HTML(markup: tag))>"
    }
    let heads = head.enumerated().map { column, title -> HTML in
      let classes: HTML = column == 0 ? "" : minor.contains(column) ? " class=\"number minor\"" : " class=\"number\""
      return "<th scope=\"col\"\(classes)>\(title)</th>"
    }
    let lines = rows.map { row -> HTML in
      "<tr>\(row.enumerated().map { cell($0, $1, $0 == 0 ? "th" : "td") })</tr>\n"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(head[0])"><table><thead><tr>\(heads)</tr></thead>\
      <tbody>
      \(lines)</tbody></table></div>
      """
  }

  private func number(_ count: Int) -> HTML { count == 0 ? "<span class=\"quiet\">0</span>" : "\(count.grouped)" }

  private var limits: HTML {
    guard !report.limits.isEmpty else { return "" }
    let rows = report.limits.map { limit -> [HTML] in
      let isPassed = limit.isPassed(by: report.comparison)
      return [
        "<span class=\"code\">\(limit.text)</span>", "\(limit.measured(in: report.comparison))",
        isPassed ? "<strong class=\"bad\">failed</strong>" : "<span class=\"good\">ok</span>",
      ]
    }
    return card("Limits", table(["Limit", "Measured", "Result"], rows))
  }

  private var failures: HTML {
    let failures = report.comparison.failures
    guard !failures.isEmpty else { return "" }
    let rows = failures.prefix(50).map { failure -> [HTML] in
      ["\(failure.document)", "\(failure.side == .both ? "both" : failure.side.letter)", "\(failure.reason)"]
    }
    let rest: HTML = failures.count > 50 ? "<p class=\"quiet\">and \((failures.count - 50).grouped) more</p>" : ""
    return card("Not compared", "<div class=\"reasons\">\(table(["Document", "With", "Reason"], rows))</div>\(rest)")
  }

  private var layers: HTML {
    let kinds: [AnnotationChange.Kind] = [.added, .gone, .moved, .relabelled, .changed]
    let rows = report.comparison.layers.map { tally -> [HTML] in
      let counts = [tally.first, tally.second, tally.same].map { tally.layer == "text" ? "" : number($0) }
      return ["\(tally.layer)"] + counts + kinds.map { number(tally[$0]) } + [number(tally.documents)]
    }
    let chains = report.comparison.chains
    let grouping: HTML =
      chains == (0, 0)
      ? "" : "<p>Chains: \(chains.merged.grouped) merged, \(chains.split.grouped) split.</p>\n"
    let summaries: HTML = report.summaryLine.map { "<p>\($0.capitalizedFirst).</p>\n" } ?? ""
    guard !rows.isEmpty else { return "" }
    let head = ["Layer", "A", "B", "Same", "Added", "Removed", "Moved", "Relabelled", "Changed", "Documents"]
    return card("What differs", table(head, rows) + summaries + grouping)
  }

  private var labels: HTML {
    let labels = report.comparison.labels.filter { $0.added + $0.removed > 0 || $0.first != $0.second }
    let swaps = report.comparison.relabellings.prefix(8).map { swap -> HTML in
      "<li>\(swap.from) → \(swap.to) <span class=\"quiet\">\(swap.count.grouped)</span></li>"
    }
    guard !labels.isEmpty || !swaps.isEmpty else { return "" }
    let rows = labels.map { label -> [HTML] in
      let name: HTML =
        "<span class=\"dot\" style=\"--h:\(EntityLabel(rawValue: label.label).hue)\"></span>\(label.label)"
      return [name] + [label.first, label.second, label.added, label.removed].map(number)
    }
    let list: HTML = swaps.isEmpty ? "" : "<p>Relabelled most often:</p><ul class=\"swaps\">\(swaps)</ul>"
    return card("Labels of entities", table(["Label", "A", "B", "Added", "Removed"], rows) + list)
  }

  private var stages: HTML {
    guard !report.stages.isEmpty else { return "" }
    let rows = report.stages.map { work -> [HTML] in
      [
        "\(work.stage) <span class=\"quiet\">\(work.version)</span>",
        "\(work.side == .both ? "both, once" : work.side.letter)", "\(work.documents.grouped)",
        "\(Duration.seconds(work.seconds).inWords)",
      ]
    }
    return card("Stages", table(["Stage", "Run for", "Documents", "Time"], rows))
  }

  private var list: HTML {
    let kept = report.comparison.kept
    guard !kept.isEmpty else { return "" }
    let items = kept.enumerated().map { number, document -> HTML in
      let layers = document.diff.layers.filter { !$0.isEmpty }.map { "\($0.layer) \($0.changes.count)" }
      return """
        <details data-d="\(number)"><summary><b>\(document.new.title)</b> <span class="quiet">\(document.new.id) · \
        \(document.changeCount.grouped) \(document.changeCount == 1 ? "change" : "changes") · \
        \(layers.joined(separator: ", "))</span></summary><div class="pair"></div></details>

        """
    }
    let rest = report.comparison.differingCount - kept.count
    let note: HTML = rest > 0 ? "<p class=\"quiet\">and \(rest.grouped) more that differ less</p>" : ""
    return "<section><h2>Documents that differ, most first</h2>\n<div id=\"pairs\">\(items)</div>\(note)</section>"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

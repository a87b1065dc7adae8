internal import Evaluation
internal import Pages

/// An evaluation as a web page that needs nothing beside itself.
struct EvalPage {
  private let evaluation: Evaluation
  private let figures: [Figure]
  private let title: String

  init(_ evaluation: Evaluation, _ figures: [Figure], pipeline: String) {
    self.evaluation = evaluation
    self.figures = figures
    title = "\(pipeline): what it finds"
  }

  var html: HTML {
    let layers = MeasureName.Layer.allCases.filter { layer in figures.contains { $0.name.layer == layer } }
    return Page(
      title: title, style: Self.style,
      content: """
        <main>
        <h1>\(title)</h1>
        <p class="quiet">Documents of gold: \(evaluation.documentCount.grouped). Intervals are of 95%, by a bootstrap over documents.</p>
        \(failures)\(layers.map(card))
        </main>
        """
    ).html
  }

  private var failures: HTML {
    guard !evaluation.failures.isEmpty else { return "" }
    let rows: [HTML] = evaluation.failures.map { "<tr><td class=\"code\">\($0.place)</td><td>\($0.reason)</td></tr>\n" }
    return """
      <section class="card"><h2>Failed: \(rows.count)</h2>
      <div class="scroll"><table><caption>All that is in them counts as missed.</caption>
      <thead><tr><th scope="col">Document</th><th scope="col">Reason</th></tr></thead><tbody>\(rows)</tbody></table></div></section>

      """
  }

  private func card(_ layer: MeasureName.Layer) -> HTML {
    let rows: [HTML] = figures.filter { $0.name.layer == layer }.map(row)
    return """
      <section class="card"><h2>\(layer.rawValue)</h2>
      <div class="scroll"><table>
      <thead><tr><th scope="col">Measure</th><th scope="col" class="number minor">Gold</th>\
      <th scope="col" class="number minor">Found</th><th scope="col" class="number">Precision</th>\
      <th scope="col" class="number">Recall</th><th scope="col" class="number">F1</th>\
      <th scope="col" class="number">95%</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      \(layer == .entities ? confusion : "")\(errors(of: layer))</section>

      """
  }

  private func row(_ figure: Figure) -> HTML {
    let interval = figure.f1?.interval.map { "\(percent($0.low)) to \(percent($0.high))" } ?? ""
    return """
      <tr><th scope="row" class="code">\(figure.name.path)</th>\
      <td class="number minor">\(figure.gold.map { $0.rounded(to: 0) } ?? "")</td>\
      <td class="number minor">\(figure.found.map { $0.rounded(to: 0) } ?? "")</td>\
      <td class="number">\(percent(figure.precision))</td><td class="number">\(percent(figure.recall))</td>\
      <td class="number"><strong>\(percent(figure.f1))</strong></td><td class="number quiet">\(interval)</td></tr>

      """
  }

  private var confusion: HTML {
    let labels = evaluation.confusion.confusedLabels
    guard !labels.isEmpty else { return "" }
    let names = labels.map(Optional.some) + [nil]
    let heads: [HTML] = names.map { "<th scope=\"col\" class=\"number\">\($0 ?? "none")</th>" }
    let rows: [HTML] = names.map { gold in
      let cells: [HTML] = names.map { found in
        let count = evaluation.confusion[gold, found]
        let isRight: HTML = gold == found ? " right" : ""
        return "<td class=\"number\(isRight)\">\(count == 0 ? "" : count.grouped)</td>"
      }
      return "<tr><th scope=\"row\">\(gold ?? "none")</th>\(cells)</tr>\n"
    }
    return """
      <div class="scroll"><table><caption>Labels of the gold in rows, those that were found in columns</caption>
      <thead><tr><td></td>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>

      """
  }

  private func errors(of layer: MeasureName.Layer) -> HTML {
    let errors = evaluation.errors.filter { $0.layer == layer }
    guard !errors.isEmpty else { return "" }
    let shown: [HTML] = errors.prefix(Self.errorLimit).map { error in
      let words = error.gold?.range != nil ? error.gold?.words : error.found?.words
      return """
        <li><span class="code quiet">\(error.place)</span> <strong>\(error.kindInWords)</strong><br>\
        \(error.before)<mark>\(words ?? "")</mark>\(error.after)</li>

        """
    }
    let left: HTML = errors.count > shown.count ? " (the first \(shown.count); all are in the JSON)" : ""
    return "<details><summary>\(errors.count.grouped) errors\(left)</summary><ol>\(shown)</ol></details>\n"
  }

  /// Of a layer; more make a page that browsers are slow with.
  private static let errorLimit = 1000

  private func percent(_ value: Figure.Value?) -> String { value.map { percent($0.value) } ?? "–" }
  private func percent(_ share: Double) -> String { (100 * share).rounded(to: 1) }

  private static let style = """
    .right { color: var(--good-ink); font-weight: 600; }
    details { margin-top: .75rem; } summary { cursor: pointer; }
    li { margin: .5rem 0; overflow-wrap: anywhere; }
    mark { background: var(--fill); color: inherit; padding: 0 .1em; }
    """
}

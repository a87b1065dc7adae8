internal import Evaluation
internal import Pages

/// An evaluation as tables of text.
struct EvalDrawing {
  private let evaluation: Evaluation
  private let figures: [Figure]
  private let terminal: Terminal

  init(_ evaluation: Evaluation, _ figures: [Figure], terminal: Terminal) {
    self.evaluation = evaluation
    self.figures = figures
    self.terminal = terminal
  }

  /// - Parameter errors: how many errors of each layer are printed.
  func text(errors: Int) -> String {
    var text = counts
    for layer in MeasureName.Layer.allCases {
      let figures = figures.filter { $0.name.layer == layer }
      guard !figures.isEmpty else { continue }
      text += "\n" + table(figures, of: layer)
      if layer == .entities { text += confusion + hints }
      text += list(of: layer, limit: errors)
    }
    return text
  }

  private var counts: String {
    var text = "\(evaluation.documentCount.grouped) \(evaluation.documentCount == 1 ? "document" : "documents")"
    if !evaluation.failures.isEmpty {
      text += ", of which \(evaluation.failures.count.grouped) failed: all that is in them counts as missed"
    }
    text += "\n"
    for layer in MeasureName.Layer.allCases {
      guard let count = evaluation.unlooked[layer].map({ $0 - evaluation.failures.count }), count > 0 else { continue }
      text += "\(layer.rawValue): not looked for in \(count.grouped) of them, counted as missed (a stage was skipped)\n"
    }
    return text
  }

  private func table(_ figures: [Figure], of layer: MeasureName.Layer) -> String {
    let hasCounts = layer != .summary
    let lenient = Dictionary(
      figures.filter { $0.name.variant == .lenient }.map { ($0.name.part, $0.f1) },
      uniquingKeysWith: { first, _ in first })
    let rows = figures.filter { $0.name.variant != .lenient }
    let width = max(layer.rawValue.count, rows.map { $0.name.row.count + 2 }.max() ?? 0)
    var text = Style.bold(Help.padded(layer.rawValue, width), on: terminal)
    let hasIntervals = rows.contains { $0.f1?.interval != nil }
    let head =
      (hasCounts ? "    gold   found" : "") + "   precision  recall      F1" + (hasIntervals ? "   95% of F1" : "")
    // An interval is as wide as "   100.0 to 100.0" at most.
    let gap = hasIntervals && !lenient.isEmpty ? 19 : 0
    let lenientHead = lenient.isEmpty ? "" : String(repeating: " ", count: max(0, gap - 12)) + "   lenient F1"
    text += Style.dim(head + lenientHead, on: terminal) + "\n"
    for figure in rows {
      text += Help.padded("  \(figure.name.row)", width)
      if hasCounts { text += count(figure.gold) + count(figure.found) }
      text += percent(figure.precision, 12) + percent(figure.recall, 8) + percent(figure.f1, 8)
      let interval = figure.f1?.interval.map {
        "   \((100 * $0.low).rounded(to: 1)) to \((100 * $0.high).rounded(to: 1))"
      }
      text += lenient[figure.name.part].map { Help.padded(interval ?? "", gap) + percent($0, 13) } ?? interval ?? ""
      text += "\n"
    }
    return text
  }

  private func count(_ number: Double?) -> String {
    (number.map { $0.rounded(to: 0) } ?? "").leftPadded(to: 8, with: " ")
  }

  private func percent(_ value: Figure.Value?, _ width: Int) -> String {
    (value.map { (100 * $0.value).rounded(to: 1) } ?? "–").leftPadded(to: width, with: " ")
  }

  /// The labels of gold in rows, those that were found in columns; only labels that were taken for others, or others for
  /// them.
  private var confusion: String {
    let confusion = evaluation.confusion
    let labels = confusion.confusedLabels
    guard !labels.isEmpty else { return "" }
    let names = labels.map(Optional.some) + [nil]
    let width = max(8, (labels.map(\.count).max() ?? 0) + 1)
    var text = Style.dim(
      "\n" + Help.padded("  gold ↓ found →", width + 8)
        + names.map { ($0 ?? "none").leftPadded(to: width, with: " ") }.joined()
        + "\n", on: terminal)
    for gold in names {
      let cells = names.map { found in
        let count = confusion[gold, found]
        if gold == nil, found == nil { return "" }
        return (count == 0 ? "·" : count.grouped).leftPadded(to: width, with: " ")
      }
      text += Help.padded("  \(gold ?? "none")", width + 8) + cells.joined() + "\n"
    }
    return text
  }

  /// What to do about labels that the pipeline has other names for.
  private var hints: String {
    let pairs = evaluation.confusion.otherNames.map { "\($0.found)=\($0.gold)" }
    guard !pairs.isEmpty else { return "" }
    return "\n  The pipeline has other names for labels of the gold; try --map-labels \(pairs.joined(separator: ","))\n"
  }

  private func list(of layer: MeasureName.Layer, limit: Int) -> String {
    let errors = evaluation.errors.filter { $0.layer == layer }
    guard !errors.isEmpty, limit > 0 else { return "" }
    var text = Style.dim("\n  errors, \(min(limit, errors.count)) of \(errors.count.grouped)\n", on: terminal)
    // From all over the gold, and not from its beginning alone.
    for index in 0..<min(limit, errors.count) {
      text += drawing(of: errors[index * errors.count / min(limit, errors.count)])
    }
    return text
  }

  private func drawing(of error: EvaluationError) -> String {
    let words = error.gold?.range != nil ? error.gold?.words : error.found?.words
    return "  \(error.place)  \(Style.yellow(error.kindInWords, on: terminal))\n"
      + "      \(error.before)[\(Style.bold(words ?? "", on: terminal))]\(error.after)\n"
  }
}

extension MeasureName {
  /// The name in a table of its layer.
  fileprivate var row: String {
    if let part { return part }
    if variant == .boundaries { return "boundaries" }
    switch layer {
    case .entities, .quotations: return "all"
    case .sources: return "same words"
    case .speakers: return "same speaker"
    case .sections, .headings, .paragraphs, .sentences, .chains, .summary: return "same range"
    }
  }
}

extension EvaluationError {
  /// What is wrong, with the labels where there are any.
  var kindInWords: String {
    func named(_ finding: Finding?) -> String {
      finding.map { $0.label.isEmpty ? "“\($0.words.onOneLine)”" : "\($0.label) “\($0.words.onOneLine)”" } ?? ""
    }
    switch kind {
    case .missed: return "missed \(gold?.label ?? "")"
    case .spurious: return "spurious \(found?.label ?? "")"
    case .borders: return "borders: found \(named(found))"
    case .label: return "label: \(gold?.label ?? ""), found \(found?.label ?? "")"
    case .both: return "\(gold?.label ?? ""), found \(named(found))"
    }
  }
}

extension String {
  /// The beginning of this text, on one line.
  fileprivate var onOneLine: String {
    let line = prefix(60).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count < 60 ? line : line + "…"
  }
}

internal import Pages

extension ComparisonReport {
  /// The report for people, as lines.
  ///
  /// - Parameter documents: how many of the documents that differ most are named.
  public func text(documents: Int = 10) -> String {
    var lines = ["A  \(names.first)", "B  \(names.second)", "", verdict]
    lines += failureLines
    lines += block(table(of: layerRows))
    if let summaries = summaryLine { lines += ["", summaries] }
    if comparison.chains != (0, 0) {
      lines += ["", "chains: \(comparison.chains.merged.grouped) merged, \(comparison.chains.split.grouped) split"]
    }
    lines += block(table(of: labelRows))
    lines += block(relabellingLines)
    lines += block(table(of: stageRows))
    lines += block(table(of: documentRows(documents)))
    lines += block(limits.map(line))
    return lines.map { $0.trimmingSpacesAtEnd }.joined(separator: "\n") + "\n"
  }

  private func block(_ lines: [String]) -> [String] { lines.isEmpty ? [] : [""] + lines }

  var verdict: String {
    let count = comparison.compared
    let documents = "\(count.grouped) \(count == 1 ? "document" : "documents") compared"
    return comparison.differingCount == 0
      ? "\(documents): no difference" : "\(documents), \(comparison.differingCount.grouped) differ"
  }

  private var failureLines: [String] {
    Comparison.Side.allCases.flatMap { side -> [String] in
      let failures = comparison.failures.filter { $0.side == side }
      let place = side == .both ? "with both" : "only with \(side.letter)"
      let told = failures.prefix(5).map { "  \($0.document): \($0.reason)" }
      let rest = failures.count - told.count
      return failures.isEmpty
        ? [] : ["\(failures.count.grouped) failed \(place)"] + told + (rest > 0 ? ["  and \(rest.grouped) more"] : [])
    }
  }

  private var layerRows: [[String]] {
    guard !comparison.layers.isEmpty else { return [] }
    let head = ["layer", "A", "B", "same", "added", "removed", "moved", "relabelled", "changed", "documents"]
    return [head]
      + comparison.layers.map { tally in
        let isText = tally.layer == "text"
        let counts = [tally.first, tally.second, tally.same].map { isText ? "" : $0.grouped }
        let changes = [.added, .gone, .moved, .relabelled, .changed].map { (kind: AnnotationChange.Kind) in
          tally[kind].groupedOrDash
        }
        return [tally.layer] + counts + changes + [tally.documents.groupedOrDash]
      }
  }

  private var labelRows: [[String]] {
    let labels = comparison.labels.filter { $0.added + $0.removed > 0 || $0.first != $0.second }
    guard !labels.isEmpty else { return [] }
    return [["label", "A", "B", "added", "removed"]]
      + labels.map {
        [$0.label, $0.first.grouped, $0.second.grouped, $0.added.groupedOrDash, $0.removed.groupedOrDash]
      }
  }

  private var relabellingLines: [String] {
    comparison.relabellings.prefix(5).map { "\($0.from) → \($0.to): \($0.count.grouped)" }
  }

  var summaryLine: String? {
    let summaries = comparison.summaries
    guard summaries.documents > 0 else { return nil }
    return "summaries of \(summaries.documents.grouped) documents, those of B beside those of A: ROUGE-1 "
      + "\(summaries.rouge1.rounded(to: 4)), ROUGE-2 \(summaries.rouge2.rounded(to: 4)), ROUGE-L "
      + summaries.rougeL.rounded(to: 4)
  }

  private var stageRows: [[String]] {
    guard !stages.isEmpty else { return [] }
    return [["stage", "run for", "documents", "time"]]
      + stages.map { work in
        let side = work.side == .both ? "both, once" : work.side.letter
        return ["\(work.stage) \(work.version)", side, work.documents.grouped, Duration.seconds(work.seconds).inWords]
      }
  }

  private func documentRows(_ count: Int) -> [[String]] {
    let differing = comparison.differing
    guard !differing.isEmpty, count > 0 else { return [] }
    let rest = differing.count - count
    return [["most different", "changes"]] + differing.prefix(count).map { [$0.id, $0.changes.grouped] }
      + (rest > 0 ? [["and \(rest.grouped) more", ""]] : [])
  }

  private func line(for limit: ComparisonLimit) -> String {
    let isPassed = limit.isPassed(by: comparison)
    return "\(isPassed ? "FAILED" : "ok    ")  \(limit.text)  (\(limit.measured(in: comparison)))"
  }

  /// Rows as lines whose columns stand below each other; the first column begins at the left, the others end at the right.
  private func table(of rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.columns)
        return column == 0 ? cell.harmless + space : space + cell.harmless
      }.joined(separator: "  ")
    }
  }
}

extension Comparison.Side {
  var letter: String { rawValue.uppercased() }
}

extension Int {
  fileprivate var groupedOrDash: String { self == 0 ? "–" : grouped }
}

extension String {
  fileprivate var trimmingSpacesAtEnd: String {
    let end = utf8.lastIndex { $0 != 0x20 }.map { utf8.index(after: $0) } ?? startIndex
    return String(self[..<end])
  }
}

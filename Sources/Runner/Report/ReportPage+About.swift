internal import Pages

extension ReportPage {
  /// What ran, so that the run can be done again.
  var about: HTML {
    let steps = setting.steps.enumerated().map { index, step -> HTML in
      """
      <tr><td class="number">\(index + 1)</td><th scope="row">\(step.stage)</th><td>\(step.version)</td>\
      <td><code title="\(step.options)">\(short(step.options))</code></td></tr>

      """
    }
    let facts: [(String, HTML)] = [
      ("Begun", date(setting.started)),
      ("Ended", date(setting.started + Int(statistics.elapsed.inSeconds))),
      ("Ending", "\(report.ending.name), exit status \(Int(report.exitStatus))"),
      ("Outputs", setting.output.map { "<bdi class=\"code\">\($0)</bdi>" } ?? "a stream"),
      ("Left out", "\(setting.leftOut.hidden.grouped) hidden, \(setting.leftOut.excluded.grouped) excluded"),
      ("Program", "galley \(setting.version)"),
    ]
    let list = facts.map { name, value -> HTML in "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }
    return """
      <section class="card"><h2>What ran</h2>
      <dl class="facts">
      \(list)</dl>
      <div class="scroll"><table><caption>The stages of <strong>\(setting.pipeline)</strong>, in order, with the \
      fingerprints of their options</caption>
      <thead><tr><th scope="col" class="number">#</th><th scope="col">Stage</th><th scope="col">Version</th>\
      <th scope="col">Options</th></tr></thead>
      <tbody>
      \(steps)</tbody></table></div>
      <p class="quiet">The same figures for programs are in <code>report.json</code> beside this page.</p></section>
      """
  }

  /// The first twelve digits of a fingerprint.
  private func short(_ fingerprint: String) -> String {
    let digits = fingerprint.hasPrefix("sha256:") ? fingerprint.dropFirst(7) : fingerprint[...]
    return digits.count > 12 ? "\(digits.prefix(12))…" : String(digits)
  }
}

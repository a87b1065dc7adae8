internal import Pages

extension ReportPage {
  /// All inputs as one bar, by what became of them, with its legend.
  var stateBar: HTML {
    let states = (counts.states + [("not run", counts.notRun)]).map { state in
      (name: state.name == "quarantined" ? "failed" : state.name, count: state.count)
    }
    let told = states.filter { $0.count > 0 }
    guard !told.isEmpty else { return "" }
    let words = told.map { "\($0.count.grouped) \($0.name)" }.joined(separator: ", ")
    var bars: HTML = ""
    var left = 0.0
    for (state, width) in zip(told, widths(of: told.map(\.count))) {
      bars += "<rect class=\"\(cssClass(state.name))\" x=\"\(left)\" width=\"\(max(0, width - 2))\" height=\"20\"/>"
      left += width
    }
    let legend = told.map { state -> HTML in
      """
      <li><span class="swatch \(cssClass(state.name))"></span><strong>\(state.count.grouped)</strong> \(state.name) \
      <span class="quiet">\(percentage(state.count, of: counts.total))</span></li>

      """
    }
    return """
      <svg class="states" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label="\(words)">\(bars)</svg>
      <ul class="legend">
      \(legend)</ul>
      """
  }

  private func cssClass(_ state: String) -> String { "state-" + (state == "not run" ? "waiting" : state) }

  /// Widths that add up to 1000, none so small that it can't be seen.
  private func widths(of shares: [Int]) -> [Double] {
    let raised = shares.map { max(8, 1000 * Double($0) / Double(max(1, counts.total))) }
    let sum = raised.reduce(0, +)
    return raised.map { $0 * 1000 / sum }
  }

  /// `count` of `total` in percent; what is neither none nor all is never told as that.
  func percentage(_ count: Int, of total: Int) -> String {
    let share = total > 0 ? 100 * Double(count) / Double(total) : 0
    if count > 0, share < 0.1 { return "<0.1%" }
    if count < total, share > 99.9 { return ">99.9%" }
    return "\(share.rounded(to: 1))%"
  }
}

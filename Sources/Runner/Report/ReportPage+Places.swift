internal import Pages

extension ReportPage {
  /// Where the time went: a bar for each place of a document's way.
  var places: HTML {
    let total = statistics.placeTimes.reduce(0) { $0 + $1.totalSeconds }
    guard total > 0 else { return "" }
    let largest = statistics.placeTimes.map(\.totalSeconds).max() ?? total
    let rows = zip(setting.places, statistics.placeTimes).map { name, times -> HTML in
      let share = times.totalSeconds / total
      let width = 1000 * times.totalSeconds / largest
      return """
        <tr><th scope="row">\(name)</th>
        <td class="bar"><svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
        <rect width="\(width)" height="10"/></svg></td>
        <td class="number">\((share * 100).rounded(to: 1))%</td>
        <td class="number minor">\(seconds(times.totalSeconds))</td>
        <td class="number">\(seconds(times.meanSeconds))</td>
        <td class="number minor">\(seconds(times.quantileSeconds(0.5)))</td>
        <td class="number minor">\(seconds(times.quantileSeconds(0.95)))</td>
        <td class="number minor">\(seconds(times.maximumSeconds))</td>
        <td class="number minor">\(times.count.grouped)</td></tr>

        """
    }
    return """
      <section class="card"><h2>Where the time went</h2>
      <div class="scroll"><table class="places">
      <caption>\(seconds(total)) of work, the sum over all workers</caption>
      <thead><tr><th scope="col">Place</th><td class="bar"></td><th scope="col" class="number">Share</th>
      <th scope="col" class="number minor">Total</th><th scope="col" class="number">Mean</th>
      <th scope="col" class="number minor">Median</th><th scope="col" class="number minor">95%</th>
      <th scope="col" class="number minor">Longest</th><th scope="col" class="number minor">Documents</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  /// The documents that took longest.
  var slowestDocuments: HTML {
    let documents = statistics.slowest.documents
    guard documents.count > 1 else { return "" }
    let rows = documents.map { document -> HTML in
      let total = Double(document.nanoseconds) / 1e9
      let share = percentage(Int(document.placeNanoseconds / 1000), of: Int(document.nanoseconds / 1000))
      return """
        <tr><th scope="row"><bdi class="code">\(document.uri)</bdi></th>
        <td class="number">\(seconds(total))</td>
        <td>\(setting.places[document.slowestPlace]) <span class="quiet">\(share)</span></td>
        <td class="number minor">\(bytesInWords(document.bytesRead))</td></tr>

        """
    }
    return """
      <section class="card"><h2>Slowest documents</h2>
      <div class="scroll"><table>
      <caption>The \(documents.count) that took longest, and the place where each spent most</caption>
      <thead><tr><th scope="col">Document</th><th scope="col" class="number">Time</th><th scope="col">Mostly in</th>
      <th scope="col" class="number minor">Size</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}

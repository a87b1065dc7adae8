internal import Pages

extension ReportPage {
  /// Documents and bytes a second over the time of the run.
  var throughput: HTML {
    let pieces = timelinePieces
    guard pieces.count > 2 else {
      return """
        <section class="card"><h2>Throughput</h2>
        <p class="quiet">The run was too short to draw a curve.</p></section>
        """
    }
    let documents = chart(
      "Documents a second", pieces, of: { Double($0.documents) }, warning: { Double($0.failed) }, unit: "documents/s")
    let bytes = chart("Megabytes a second", pieces, of: { Double($0.bytes) / 1e6 }, warning: nil, unit: "MB/s")
    return """
      <section class="card"><h2>Throughput</h2>
      <div class="pair plots">\(documents)\(bytes)</div></section>
      """
  }

  /// A stretch of the run in seconds, and what ended in it.
  private typealias Piece = (start: Double, end: Double, bucket: Timeline.Bucket)

  /// The buckets up to the end of the run; the last one reaches to it, and is one with the one before if it is short.
  private var timelinePieces: [Piece] {
    let length = statistics.timeline.bucketLength.inSeconds
    let end = statistics.elapsed.inSeconds
    var pieces: [Piece] = statistics.timeline.buckets.enumerated().map { index, bucket in
      (Double(index) * length, Double(index + 1) * length, bucket)
    }
    guard let last = pieces.popLast() else { return [] }
    if end - last.start < length / 2, let before = pieces.popLast() {
      pieces.append((before.start, max(end, last.start), before.bucket + last.bucket))
    } else if end > last.end + length / 2 {
      pieces += [last, (last.end, end, Timeline.Bucket())]
    } else {
      pieces.append((last.start, end, last.bucket))
    }
    return pieces
  }

  private func chart(
    _ title: String, _ pieces: [Piece], of value: (Timeline.Bucket) -> Double,
    warning: ((Timeline.Bucket) -> Double)?, unit: String
  ) -> HTML {
    let end = pieces.last?.end ?? 1
    func rate(_ piece: Piece, _ value: (Timeline.Bucket) -> Double) -> Double {
      value(piece.bucket) / max(piece.end - piece.start, 1e-9)
    }
    let rates = pieces.map { rate($0, value) }
    let mean = pieces.reduce(0) { $0 + value($1.bucket) } / end
    let top = niceCeiling(rates.max() ?? 1)
    func outline(_ value: (Timeline.Bucket) -> Double) -> HTML {
      HTML(
        pieces.map { piece -> HTML in
          // What is there at all is seen: of a million documents, one that failed.
          let height = rate(piece, value) > 0 ? max(4, 200 * min(1, rate(piece, value) / top)) : 0
          let y = 200 - height
          return "L\(1000 * piece.start / end) \(y)L\(1000 * piece.end / end) \(y)"
        })
    }
    var curves: HTML = """
      <path class="area" d="M0 200\(outline(value))L1000 200Z"/>
      <path class="line" d="M0 200\(outline(value))"/>
      """
    var words = "\(mean.short) \(unit) on average, between \((rates.min() ?? 0).short) and \((rates.max() ?? 0).short)"
    if let warning, pieces.contains(where: { warning($0.bucket) > 0 }) {
      curves += "<path class=\"failed\" d=\"M0 200\(outline(warning))L1000 200Z\"/>"
      words += "; in red those that failed"
    }
    return """
      <figure>
      <figcaption><strong>\(title)</strong><br><span class="quiet">\(words)</span></figcaption>
      <div class="plot">
      <span class="top">\(top.short)</span><span class="middle">\((top / 2).short)</span><span class="bottom">0</span>
      <svg viewBox="0 0 1000 200" preserveAspectRatio="none" role="img" aria-label="\(title): \(words)">
      <path class="grid" d="M0 .5H1000M0 100H1000M0 199.5H1000"/>
      \(curves)
      </svg>
      <span class="from">0 s</span><span class="to">\(seconds(end))</span>
      </div>
      </figure>
      """
  }

  /// The least of 1, 1.2, 1.6, 2, 3, 4, 5, 6, 8 times a power of ten that is not below `value`.
  private func niceCeiling(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    var unit = 1.0
    while unit > value { unit /= 10 }
    while unit * 10 <= value { unit *= 10 }
    return ([1, 1.2, 1.6, 2, 3, 4, 5, 6, 8].first { $0 * unit >= value } ?? 10) * unit
  }
}

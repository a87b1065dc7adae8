internal import Pages

/// The report of a run for people: one file that opens anywhere, without scripts.
struct ReportPage {
  let statistics: RunStatistics

  init(_ statistics: RunStatistics) { self.statistics = statistics }

  var setting: RunSetting { statistics.setting }
  var report: RunReport { statistics.report }
  var counts: RunCounts { report.counts }

  var html: HTML {
    Page(
      title: "\(setting.pipeline): \(headline)", style: Self.style,
      content: """
        <main>
        \(header)
        \(figures)
        \(errorKinds)
        \(throughput)
        \(places)
        \(slowestDocuments)
        \(reasons)
        \(about)
        </main>
        """
    ).html
  }

  /// What happened, in a few words.
  var headline: String {
    let total = counts.total
    let well = counts.delivered + counts.unchanged
    let notRun = "\(counts.notRun.grouped) of \(total.grouped) \(inputs(total)) not run"
    switch report.ending {
    case .interrupted: return "Interrupted, with \(notRun)"
    case .stopped: return "Stopped at a failure, with \(notRun)"
    case .tooManyErrors: return "Stopped after too many failures, with \(notRun)"
    case .aborted, .noProcesses: return "Ended early, with \(notRun)"
    case .complete: break
    }
    if total == 0 { return "There was nothing to do" }
    if counts.quarantined > 0 { return "\(counts.quarantined.grouped) of \(total.grouped) \(inputs(total)) failed" }
    if counts.unchanged == total {
      return "Nothing has changed: all \(total.grouped) \(inputs(total)) are delivered already"
    }
    if well == total { return total == 1 ? "The one input is delivered" : "All \(total.grouped) inputs are delivered" }
    return "\(well.grouped) of \(total.grouped) \(inputs(total)) are delivered, and nothing failed"
  }

  private func inputs(_ count: Int) -> String { count == 1 ? "input" : "inputs" }

  private var header: HTML {
    """
    <header class="\(tone)">
    <p class="quiet">Run of the pipeline <strong>\(setting.pipeline)</strong>, begun \(date(setting.started))</p>
    <div class="headline">
    <h1>\(headline)</h1>
    <p class="figure"><strong>\(wellShare)</strong> delivered</p>
    </div>
    \(explanation)
    \(stateBar)
    </header>
    """
  }

  /// The colour of the headline.
  private var tone: String {
    if counts.quarantined > 0 { return "bad" }
    switch report.ending {
    case .complete: return "good"
    case .interrupted: return "warn"
    case .stopped, .tooManyErrors, .noProcesses, .aborted: return "bad"
    }
  }

  /// The share of inputs whose outputs are there; 100% only where it is all of them.
  private var wellShare: String {
    guard counts.total > 0 else { return "–" }
    let well = counts.delivered + counts.unchanged
    if well == counts.total { return "100%" }
    return "\((Double(well * 1000 / counts.total) / 10).rounded(to: 1))%"
  }

  private var explanation: HTML {
    switch report.ending {
    case .complete: return ""
    case .interrupted(let signal):
      return """
        <p>Signal \(Int(signal)) asked for the end. What is delivered is whole; run the same command again for the \
        rest.</p>
        """
    case .stopped(let uri):
      return """
        <p>A stage failed on <bdi class="code">\(uri)</bdi>, and its <code>on-error</code> is <code>stop</code>. Mend \
        it and run the same command again.</p>
        """
    case .tooManyErrors(let limit):
      return """
        <p>More than \(limit.grouped) inputs failed, the limit of <code>max-errors</code>. Mend them or the pipeline and \
        run the same command again.</p>
        """
    case .noProcesses(let reason): return "<p class=\"reason\">\(reason)</p>"
    case .aborted(let error): return "<p class=\"reason\">\("\(error)")</p>"
    }
  }

  /// The key figures.
  private var figures: HTML {
    let elapsed = statistics.elapsed
    var tiles: [(name: String, value: String, note: String)] = [
      ("Took", elapsed.inWords, "until \(time(setting.started + Int(elapsed.inSeconds)))"),
      ("Documents", "\(statistics.documentsPerSecond.short)/s", "\(report.outputs.grouped) outputs"),
      ("Read", "\((statistics.bytesPerSecond / 1e6).short) MB/s", bytesInWords(report.bytesRead)),
    ]
    if statistics.documentTimes.count > 0 {
      let times = statistics.documentTimes
      tiles.append(
        (
          "A document", seconds(times.quantileSeconds(0.5)),
          "median; 95% within \(seconds(times.quantileSeconds(0.95)))"
        ))
    }
    let jobs = setting.jobs
    tiles.append(
      ("Workers", jobs.grouped, "busy \((statistics.busyShare * 100).rounded(to: 0))% of the time"))
    let children = statistics.memory.ofChildren
    tiles.append(
      (
        "Peak memory", bytesInWords(statistics.memory.ofProcess),
        children > 0 ? "resident, and \(bytesInWords(children)) in a child" : "resident"
      ))
    let items = tiles.map { tile -> HTML in
      "<div><dt>\(tile.name)</dt><dd><strong>\(tile.value)</strong> <span>\(tile.note)</span></dd></div>\n"
    }
    return "<dl class=\"tiles\">\n\(items)</dl>"
  }

  func seconds(_ number: Double) -> String { Duration.seconds(number).inWords }

  func date(_ second: Int) -> HTML {
    let text = isoDate(second)
    return "<time datetime=\"\(text)\">\(String(text.prefix(10))) \(time(second))</time>"
  }

  private func time(_ second: Int) -> String { "\(isoDate(second).dropFirst(11).prefix(8)) UTC" }
}

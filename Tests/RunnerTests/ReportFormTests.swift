import JSON
import Pages
import StageTesting
import Testing

@testable import Runner

/// The forms in which a report is written: JSON, the page, the metrics.
@Suite struct ReportFormTests {
  /// A run with a failure of each kind, small enough to be read.
  private static let sample = SyntheticRun.run(60, of: 70, seconds: 2.5, failsEvery: 9, skipsEvery: 20)

  @Test func jsonIsAsRecorded() {
    expectGolden(Self.sample.json.text(.lines(depth: 3)) + "\n", at: "Goldens/report.json")
  }

  /// What stands in `main`; the style is the pages' own.
  @Test func pageIsAsRecorded() throws {
    let page = ReportPage(Self.sample).html.markup
    let content = try #require(try #/<main>(?s:.*)</main>\n/#.firstMatch(in: page))
    expectGolden(String(content.0), at: "Goldens/report.html")
  }

  @Test func metricsAreAsRecorded() {
    expectGolden(Metrics(Self.sample, isFinished: true, now: 1_795_489_275.5).text, at: "Goldens/report.prom")
  }

  // MARK: - Laws

  @Test(arguments: SyntheticRun.allCases)
  func jsonReadsBackAndAddsUp(run: SyntheticRun) throws {
    let statistics = run.statistics
    let json = try JSON(parsing: Array(statistics.json.text(.lines(depth: 2)).utf8))
    #expect(json == statistics.json)
    let counts = try #require(json["counts"]?.object)
    #expect(counts.reduce(0) { $0 + ($1.value.integer ?? 0) } == json["inputs"]?.integer || run == .unchanged)
    let buckets = try #require(json["timeline"]?["buckets"]?.array)
    let states = counts.filter { $0.key != "not-run" && $0.key != "unchanged" }
    #expect(
      buckets.reduce(0) { $0 + ($1["documents"]?.integer ?? 0) }
        == states.reduce(0) { $0 + ($1.value.integer ?? 0) })
    #expect(buckets.reduce(0) { $0 + ($1["bytes"]?.integer ?? 0) } == json["bytes-read"]?.integer)
  }

  /// Every line is a comment of a known kind or a sample of the family that was announced last.
  @Test(arguments: SyntheticRun.allCases)
  func metricsKeepToTheFormat(run: SyntheticRun) throws {
    let text = Metrics(run.statistics, isFinished: run != .tiny, now: 1).text
    #expect(text.hasSuffix("\n"))
    var family = ""
    var kind = ""
    var families: Set<String> = []
    var samples: Set<Substring> = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if let help = try #/# HELP (galley_[a-z_]+) [^\\]+/#.wholeMatch(in: line) {
        family = String(help.1)
        #expect(families.insert(family).inserted, "\(family) comes twice")
        kind = ""
        continue
      }
      if let type = try #/# TYPE (galley_[a-z_]+) (gauge|counter|summary)/#.wholeMatch(in: line) {
        #expect(type.1 == family && kind.isEmpty)
        kind = String(type.2)
        #expect((kind == "counter") == family.hasSuffix("_total"))
        continue
      }
      let label = #/[a-z]+="([^"\\\n]|\\["\\n])*"/#
      let sample = try #require(
        try #/([a-z_]+)(\{[^\n]*\}) (-?[0-9][0-9.e-]*)/#.wholeMatch(in: line), "no sample: \(line)")
      var labels = sample.2.dropFirst()
      while labels != "}" {
        let match = try #require(try label.prefixMatch(in: labels), "no label: \(line)")
        labels = labels[match.range.upperBound...]
        if labels.first == "," { labels = labels.dropFirst() }
      }
      let names = kind == "summary" ? [family, family + "_sum", family + "_count"] : [family]
      #expect(names.contains(String(sample.1)) && !kind.isEmpty)
      #expect(Double(sample.3) != nil)
      #expect(samples.insert(sample.1 + sample.2).inserted, "\(line) comes twice")
    }
    #expect(text.contains("galley_run_exit_status") == (run != .tiny))
  }

  @Test func labelsOfMetricsAreEscaped() {
    let setting = RunSetting(
      pipeline: "a\"b\\c\nd", steps: [], inputs: 0, jobs: 1, output: nil, started: 0, version: "1")
    let text = Metrics(RunStatistics(setting), isFinished: false, now: 0).text
    #expect(text.contains(#"galley_jobs{pipeline="a\"b\\c\nd"} 1"# + "\n"))
  }

  @Test(arguments: SyntheticRun.allCases)
  func pageStandsAlone(run: SyntheticRun) throws {
    let page = ReportPage(run.statistics).html.markup
    for sign in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
      #expect(!page.contains(sign), "\(sign) in the page")
    }
    #expect(page.contains("default-src 'none'"))
    // Of elements, all but those that HTML leaves open are closed, in order.
    var open: [Substring] = []
    for tag in page.matches(of: #/<(/?)([a-z][a-z0-9]*)[^<>]*?(/?)>/#) where !["meta", "br"].contains(tag.2) {
      if tag.1.isEmpty, tag.3.isEmpty {
        open.append(tag.2)
      } else if !tag.1.isEmpty {
        let last = open.popLast()
        #expect(last == tag.2)
      }
    }
    #expect(open.isEmpty)
    #expect(page.matches(of: #/<table/#).count == page.matches(of: #/<caption/#).count)
    #expect(page.matches(of: #/<svg/#).count == page.matches(of: #/aria-label=|aria-hidden=/#).count)
    #expect(!page.contains("NaN") && !page.contains("inf"))
  }

  @Test func namesAndReasonsAreText() {
    let page = ReportPage(SyntheticRun.failing.statistics).html.markup
    #expect(page.contains("a/&lt;script&gt;alert(1)&lt;/script&gt;.txt"))
    #expect(page.contains("b/&quot;quoted&quot; &amp; &#39;single&#39;.txt"))
    #expect(page.contains("feed[U+0007]bell[U+001B][31m"))
    #expect(page.contains("d/[U+202E]txt.exe"))
    #expect(page.contains("f/]]&gt;--&gt;&lt;!--"))
    #expect(page.contains("&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; [U+0007]"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: [
    (SyntheticRun.clean, "All 1,204 inputs are delivered"), (.tiny, "The one input is delivered"),
    (.empty, "There was nothing to do"), (.failing, "135 of 1,250 inputs failed"),
    (.interrupted, "Interrupted, with 4,300 of 5,000 inputs not run"),
    (.stopped, "Stopped at a failure, with 20 of 60 inputs not run"),
    (.aborted, "Ended early, with 1,000 of 4,000 inputs not run"),
    (.unchanged, "Nothing has changed: all 80,000 inputs are delivered already"),
  ])
  func headlineSaysWhatHappened(run: SyntheticRun, headline: String) {
    #expect(ReportPage(run.statistics).headline == headline)
  }

  // MARK: - Numbers

  @Test(arguments: [
    (0, "0 s"), (84e-6, "84.0 µs"), (0.0032, "3.20 ms"), (0.99951, "1.00 s"), (12.43, "12.4 s"), (59.96, "1 min 00 s"),
    (200, "3 min 20 s"), (3599.6, "1 h 00 min"), (7500, "2 h 05 min"), (1e300, "277,777,777 h 47 min"),
  ])
  func durationsAreWords(seconds: Double, words: String) { #expect(wordsOf(seconds) == words) }

  /// As it reaches the page: what no `Duration` holds is cut before.
  private func wordsOf(_ seconds: Double) -> String { Duration.seconds(min(seconds, 1e12)).inWords }

  @Test(arguments: [(0, "0 B"), (999, "999 B"), (1000, "1.00 kB"), (118_423_552, "118 MB"), (5_000_000_000, "5.00 GB")])
  func sizesAreWords(bytes: Int, words: String) { #expect(bytesInWords(bytes) == words) }

  @Test(arguments: [(0, "0"), (-1234, "-1,234"), (1_000_000, "1,000,000"), (.min, "-9,223,372,036,854,775,808")])
  func numbersAreGrouped(number: Int, text: String) { #expect(number.grouped == text) }
}

import DocumentModel
import Glibc
import JSON
import Pages
import StageTesting
import Testing

@testable import Inspection

/// What has been trouble to pages.
private let hostileDocument: Document = {
  var document = Document(
    id: "<img src=x onerror=hacked=1>", text: "</script><script>hacked=1</script> <!-- & \u{2028}\"'\n\nЕж 👩‍👧 e\u{301}")
  document.metadata.title = "<script>hacked=1</script>"
  document.metadata["note"] = "]]>${hacked=1}"
  document.entities = [
    Entity(range: TextRange(0, 9), label: EntityLabel(rawValue: "</script>"), chain: 0, by: "\"><b>"),
    Entity(range: TextRange(2, 20), label: .gpe, by: "x"),
  ]
  document.chains = [Chain(canonical: "--><b onclick=hacked=1>", label: .gpe, mentions: [0], by: "x")]
  document.diagnostics = [Diagnostic(.warning, code: "<b>", "<i>", by: "<u>")]
  return document
}()

@Suite struct ViewPageTests {
  @Test func indexIsAsRecorded() throws {
    var index = ViewIndex()
    let article = ViewArticle(sampleDocument, labels: index.add(sampleDocument))
    let data = try JSON(parsing: article.json).text(.lines(depth: 2))
    expectGolden(
      try JSON(parsing: index.json).text(.lines(depth: 2)) + "\n" + data + "\n", at: "Goldens/ferry-view.json")
  }

  @Test func pageStandsAlone() {
    let page = ViewPage([sampleDocument, hostileDocument]).html.markup
    for sign in ["http:", "https:", "url(", "@import", "<link", "<img", "innerHTML", "eval("] {
      #expect(!page.contains(sign), "\(sign) in the page")
    }
    // The index, two documents and the program, whatever the documents say.
    #expect(page.matches(of: #/<script/#).count == 4)
    #expect(page.matches(of: #/<\/script>/#).count == 4)
  }

  /// The lengths of the runs add up to the text, in the units that a script counts.
  @Test func runsCountInUTF16() throws {
    for document in troublesomeDocuments + [sampleDocument, hostileDocument] {
      let json = try JSON(parsing: ViewArticle(document, labels: [:]).json)
      for (text, runs) in [("text", "runs"), ("source", "source-runs")] {
        guard let text = json[text]?.string, let runs = json[runs]?.array else { continue }
        let lengths = stride(from: 0, to: runs.count, by: 4).map { runs[$0].integer ?? -1 }
        #expect(lengths.reduce(0, +) == text.utf16.count)
      }
    }
  }

  /// The script makes a heading of the run that begins at a section's offset.
  @Test func aNumberedHeadingBeginsWithItsNumber() throws {
    var document = Document(text: "2. Harbour\n\nQuiet.")
    document.sections = [
      Section(
        range: TextRange(0, 18), level: 1, heading: TextRange(3, 10), body: TextRange(12, 18), by: "section-split")
    ]
    let article = try JSON(parsing: ViewArticle(document, labels: [:]).json)
    #expect(article["sections"] == [[1, "Harbour", 0]])
    #expect(article["runs"]?.array?.prefix(4) == [10, -1, -1, 2])
  }

  @Test func annotationsAreAtTheirPlaceInTheSource() throws {
    let source = try #require(sampleDocument.inItsSource)
    for (entity, original) in zip(sampleDocument.entities ?? [], source.entities ?? []) {
      #expect(sampleDocument[entity.range] == source[original.range])
    }
    #expect(source.text.contains("Ferry  Line"))
  }

  @Test(
    arguments: [
      ("", nil, "(no text)"), ("\n \n  First line\nsecond", nil, "  First line"), ("x", "Title", "Title"),
      (String(repeating: "ü", count: 90), nil, String(repeating: "ü", count: 90) + "…"),
    ] as [(String, String?, String)])
  func everyDocumentHasATitle(text: String, title: String?, expected: String) {
    var document = Document(text: text)
    document.metadata.title = title
    #expect(document.title == expected)
  }

  // MARK: - In a browser

  private static let browser: String? = {
    let names: [String] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    return names.first { access($0, X_OK) == 0 }
  }()

  @Test(.enabled(if: browser != nil, "no Chromium here"), .timeLimit(.minutes(2)))
  func pageWorksInABrowser() throws {
    let browser = try #require(Self.browser)
    var template = Array("/tmp/galley-view-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    defer { _ = system("rm -rf '\(folder)'") }
    let page = ViewPage([sampleDocument, hostileDocument]).html.markup
      .replacing("</body>", with: "<script>\(Self.visit)</script></body>")
    try write(page, to: "\(folder)/view.html")
    let order = """
      cd '\(folder)' && timeout 90 '\(browser)' --headless --no-sandbox --disable-gpu --user-data-dir='\(folder)/profile' \
      --window-size=1200,800 --virtual-time-budget=20000 --dump-dom 'file://\(folder)/view.html' > dom 2> err
      """
    #expect(system(order) == 0)
    let dom = try read("\(folder)/dom")
    let result = try #require(
      try #/<pre id="result">(?<json>[^<]*)</pre>/#.firstMatch(in: dom), "no result: \(dom.suffix(300))")
    expectGolden(
      try JSON(
        parsing: String(result.json).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
          "&amp;", with: "&")
      )
      .text(.lines(depth: 1)) + "\n",
      at: "Goldens/ferry-visit.json")
  }

  /// What a reader does, and what the page shows then.
  private static let visit = #"""
    'use strict';
    const seen = {};
    const errors = [];
    addEventListener('error', (event) => errors.push(event.message));
    const all = (selector) => [...document.querySelectorAll(selector)];
    const words = (selector) => all(selector).map((element) => element.textContent);
    const pause = () => new Promise((done) => setTimeout(done, 300));
    const press = (key) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const type = async (text) => { at('query').value = text; at('query').dispatchEvent(new Event('input')); await pause(); };
    const pick = async (id, start) => {
      at(id).value = [...at(id).options].find((option) => option.textContent.startsWith(start)).value;
      at(id).dispatchEvent(new Event('change'));
    };
    (async () => {
      await pause();
      seen['titles on the list'] = words('#rows b');
      seen['article at first'] = words('.article h1');
      seen['blocks'] = all('.text > *').map((block) => `${block.tagName.toLowerCase()}: ${block.textContent}`);
      seen['entities'] = all('.text mark.e').map((mark) => `${labelName(article.entities[mark.dataset.e][0])} ${mark.textContent}`);
      seen['quoted'] = words('.text .q');
      seen['of the summary'] = words('.text .s').join('');
      seen['outline'] = words('aside ol a');
      all('.names button').find((button) => button.textContent.startsWith('Oslo')).click();
      seen['Oslo chosen'] = words('.text mark.on');
      seen['focus'] = document.activeElement.textContent;
      seen['card'] = at('card').hidden ? '' : at('card').innerText.split('\n');
      all('.modes button')[1].click();
      seen['source is whole'] = at('body').textContent === article.source;
      seen['Oslo in the source'] = words('.raw mark.on');
      all('.modes button')[0].click();
      all('.chip').find((chip) => chip.textContent.startsWith('GPE')).click();
      seen['without GPE'] = words('.text mark.e:not(.off)');
      document.activeElement.blur();
      press('n'); press('n'); press('n');
      seen['third name'] = [document.activeElement.textContent, at('card').innerText.split('\n')[0]];
      await type('KRONER oslo');
      seen['search'] = [at('count').textContent, ...words('#rows b')];
      await type('nowhere');
      seen['search in vain'] = at('count').textContent;
      await type('');
      await pick('label', 'PERSON');
      seen['facet'] = [at('count').textContent, ...words('#rows b')];
      at('label').value = ''; at('label').dispatchEvent(new Event('change'));
      press('j');
      await pause();
      seen['next'] = [location.hash, ...words('.article h1'), ...words('.text')];
      seen['next, source'] = (all('.modes button')[1].click(), words('#body'));
      press('k');
      await pause();
      seen['before'] = location.hash;
      seen['unsafe'] = [typeof window.hacked, all('#article img, #article script, #rows script').length];
      seen['errors'] = errors;
    })().catch((error) => { seen.failed = String(error.stack); })
      .finally(() => document.body.append(make('pre', { id: 'result' }, JSON.stringify(seen))));
    """#

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private func read(_ path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

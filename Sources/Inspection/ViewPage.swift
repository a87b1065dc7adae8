public import DocumentModel
internal import JSON
public import Pages

/// Documents as one web page to look at and search: a list with facets, and each article with its entities, outline,
/// summary, quotations, chains, trace and source.
public struct ViewPage: Sendable {
  private let histories: [StageHistory]

  /// - Parameter documents: in the order of the list. Those of one id that were captured at several stages are one on it.
  public init(_ documents: [Document]) { histories = StageHistory.histories(of: documents) }

  /// How many documents are on the list.
  public var count: Int { histories.count }
  /// How many of them can be looked at between the stages.
  public var capturedCount: Int { histories.count { !$0.earlier.isEmpty } }

  /// The whole page. Each document is in it as data of its own, which is read when it is opened.
  ///
  /// - Complexity: O(n log n) in the size of the documents.
  public var html: HTML {
    var index = ViewIndex()
    let articles = histories.enumerated().map { number, history in article(history, "d\(number)", &index) }
    let title = count == 1 ? histories[0].document.title : "\(count.grouped) documents"
    return Page(
      title: "\(title) – Galley", style: Self.style, script: Self.script,
      content: """
        <a class="skip" href="#article">Skip to the article</a>
        <div class="view" id="view">
        <nav id="list" aria-label="Documents">
        <search>
        <label class="hidden" for="query">Search titles, names and texts</label>
        <input id="query" type="search" placeholder="Search titles, names, texts  ( / )" autocomplete="off" \
        spellcheck="false">
        <div class="facets">
        <label><span>Label</span><select id="label"><option value="">any</option></select></label>
        <label><span>Name</span><select id="name"><option value="">any</option></select></label>
        <label><span>Section</span><select id="section"><option value="">any</option></select></label>
        </div>
        </search>
        <p class="quiet hint"><span id="count" role="status"></span><span \
        title="j and k: next and previous document; n and p: next and previous name; [ and ]: stage before and after; / search">\
        keys <kbd>j</kbd> <kbd>k</kbd> <kbd>n</kbd> <kbd>p</kbd> <kbd>/</kbd></span></p>
        <ol id="rows"></ol>
        </nav>
        <main id="article" tabindex="-1"></main>
        </div>
        <div id="card" role="tooltip" hidden></div>
        <noscript><p class="page">This page shows its documents by a script of its own; allow scripts to see them.</p>\
        </noscript>
        \(articles)\(HTML.data("index", index.json))
        """
    ).html
  }
}

extension ViewPage {
  /// The data of a document, and of what it was before.
  private func article(_ history: StageHistory, _ id: String, _ index: inout ViewIndex) -> HTML {
    let versions = history.versions
    let notes = zip(versions, [nil] + versions.map { $0 }).map { VersionNote(of: $0, after: $1) }
    let earlier = history.earlier.enumerated().map { number, version in
      HTML.data("\(id)-\(number)", ViewArticle(version, labels: index.labels(of: [version])).json)
    }
    let last = ViewArticle(history.document, labels: index.add(history.document), versions: notes)
    return HTML(earlier) + HTML.data(id, last.json)
  }
}

extension Document {
  /// What to call the document on a list: its title, else its first words, else its id.
  var title: String {
    if let title = metadata.title, !title.isEmpty { return title }
    let line = text.utf8.split(separator: 0x0A).first { !$0.allSatisfy { $0 <= 0x20 } }
    let words = line.map { String(Substring($0)) } ?? ""
    if words.isEmpty { return id.isEmpty ? "(no text)" : id }
    return words.utf8.count > 120 ? String(words.prefix(100)) + "…" : words
  }
}

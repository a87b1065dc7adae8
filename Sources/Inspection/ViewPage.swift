public import DocumentModel
internal import JSON
public import Pages

/// Documents as one web page to look at and search: a list with facets, and each article with its entities, outline,
/// summary, quotations, chains, trace and source.
public struct ViewPage: Sendable {
  private let documents: [Document]

  /// - Parameter documents: in the order of the list.
  public init(_ documents: [Document]) { self.documents = documents }

  /// The whole page. Each document is in it as data of its own, which is read when it is opened.
  ///
  /// - Complexity: O(n log n) in the size of the documents.
  public var html: HTML {
    var index = ViewIndex()
    let articles = documents.enumerated().map { number, document -> HTML in
      data("d\(number)", ViewArticle(document, labels: index.add(document)).json)
    }
    let title = documents.count == 1 ? documents[0].title : "\(documents.count.grouped) documents"
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
        title="j and k: next and previous document; n and p: next and previous name; / search">\
        keys <kbd>j</kbd> <kbd>k</kbd> <kbd>n</kbd> <kbd>p</kbd> <kbd>/</kbd></span></p>
        <ol id="rows"></ol>
        </nav>
        <main id="article" tabindex="-1"></main>
        </div>
        <div id="card" role="tooltip" hidden></div>
        <noscript><p class="page">This page shows its documents by a script of its own; allow scripts to see them.</p>\
        </noscript>
        \(articles)\(data("index", index.json))
        """
    ).html
  }

  /// JSON as a part of the page that is no program. Within JSON `<` stands in strings only.
  private func data(_ id: String, _ json: [UInt8]) -> HTML {
    var markup: [UInt8] = []
    markup.reserveCapacity(json.count + 64)
    for byte in json {
      if byte == UInt8(ascii: "<") { markup += Array("\\u003c".utf8) } else { markup.append(byte) }
    }
    return """
      <script type="application/json" id="\(id)">\(HTML(markup: String(decoding: markup, as: UTF8.self)))</script>

      """
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

internal import DocumentModel
public import Pages

/// A digest as a web page that needs nothing beside itself: a newsroom's morning page.
public struct DigestPage: Sendable {
  private let digest: StoryDigest
  private let title: String

  /// - Parameter title: what stands over the page; `nil` for "Digest".
  public init(_ digest: StoryDigest, title: String? = nil) {
    self.digest = digest
    self.title = title ?? "Digest"
  }

  /// The whole file.
  public var html: HTML { Page(title: title, style: Self.style, content: content).html }

  /// What stands in its body.
  var content: HTML {
    """
    <main>
    <header>
    <h1>\(title)</h1>
    <p class="quiet">\(digest.inWords)</p>
    </header>
    \(digest.stories.isEmpty ? "<p>\(digest.wordsForNone)</p>\n" as HTML : "")\(contents)\(digest.stories.enumerated().map { story($0.element, number: $0.offset + 1) })</main>

    """
  }

  private var contents: HTML {
    guard digest.stories.count > 1 else { return "" }
    let entries = digest.stories.enumerated().map { number, story -> HTML in
      """
      <li><a href="#story-\(number + 1)">\(story.title)</a> <span class="quiet">\(story.articleCount)</span></li>

      """
    }
    return """
      <nav class="card" aria-label="Stories">
      <ol>
      \(entries)</ol>
      </nav>

      """
  }

  private func story(_ story: Story, number: Int) -> HTML {
    """
    <article class="card" id="story-\(number)">
    <h2>\(story.title)</h2>
    <p class="quiet facts">\(story.countInWords)\(story.days.map { " · " + $0.inWords } ?? "")</p>
    \(names(of: story))<div class="said">
    \(story.sentences.map { "<p>\($0.text) \(reference($0.source))</p>\n" as HTML })</div>
    \(speakers(of: story))\(timeline(of: story))</article>

    """
  }

  private func names(of story: Story) -> HTML {
    guard !story.names.isEmpty else { return "" }
    return """
      <ul class="names" aria-label="Names">\
      \(story.names.map { "<li title=\"\($0.label.rawValue)\">\($0.text)</li>" as HTML })</ul>

      """
  }

  private func speakers(of story: Story) -> HTML {
    guard story.hasSpeakers else { return "" }
    let rows = story.speakers.map { speaker -> HTML in
      """
      <figure><blockquote>\(speaker.remark)</blockquote>
      <figcaption><b>\(speaker.description)</b>\(speaker.facts.map { ", " + $0 } ?? "") \(reference(speaker.source))</figcaption>\
      </figure>

      """
    }
    let others = story.otherSpeakersInWords.map { "<p class=\"quiet others\">\($0)</p>\n" as HTML } ?? ""
    return """
      <section>
      <h3>Who is quoted</h3>
      <div class="quotes">
      \(rows)</div>
      \(others)</section>

      """
  }

  private func timeline(of story: Story) -> HTML {
    let rows = story.articles.map { telling -> HTML in
      let gist = telling.gist.map { "<p>\($0)</p>" as HTML } ?? ""
      let copies = telling.copies.isEmpty ? "" : "<p class=\"quiet\">\(telling.copiesInWords)</p>" as HTML
      return """
        <li>\(story.days == nil ? "" : time(telling.source))<div><b>\(link(telling.source, telling.source.title))</b> \(mark(telling.source))\(gist)\(copies)</div></li>

        """
    }
    return """
      <section>
      <h3>\(story.days == nil ? "Articles" : "Timeline")</h3>
      <ol class="\(story.days == nil ? "undated timeline" : "timeline")">
      \(rows)</ol>
      </section>

      """
  }

  private func time(_ source: StorySource) -> HTML {
    source.day.map { day in
      "<time class=\"day\" datetime=\"\(day.iso)\(source.clock.map { "T" + $0 } ?? "")\">\(source.timeInWords ?? "")</time>\n"
    }
      ?? "<span class=\"day quiet\">undated</span>\n"
  }

  /// Where a sentence is from, in few words.
  private func reference(_ source: StorySource) -> HTML {
    "<cite>\(link(source, source.site ?? source.id))</cite>"
  }

  /// Which document it is.
  private func mark(_ source: StorySource) -> HTML {
    let site = source.site.map { "\($0) · " } ?? ""
    return source.title == source.id ? "" : "<span class=\"quiet code\">\(site)\(source.id)</span>"
  }

  private func link(_ source: StorySource, _ text: String) -> HTML {
    source.link.map { "<a href=\"\($0)\" rel=\"noreferrer\">\(text)</a>" } ?? "\(text)"
  }
}

extension DigestPage {
  static let style = """
    header { margin-bottom: 1.2rem; }
    nav ol { margin: 0; padding-inline-start: 1.6rem; columns: 22rem; column-gap: 2.5rem; }
    nav li { break-inside: avoid; padding: .12rem 0; overflow-wrap: anywhere; }
    nav span { font-size: .87em; font-variant-numeric: tabular-nums; }
    article h2 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .2rem; text-wrap: balance; overflow-wrap: anywhere; }
    article h3 { font-size: .95rem; margin: 1.3rem 0 .5rem; color: var(--quiet); font-weight: 600; }
    .facts { margin: 0 0 .6rem; font-size: .92em; }
    .names { list-style: none; margin: 0 0 .9rem; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem; }
    .names li { border: 1px solid var(--rule); border-radius: 99px; padding: .05rem .65rem; font-size: .87em;
      background: var(--ground); overflow-wrap: anywhere; }
    .said { max-width: 46rem; font-size: 1.06em; line-height: 1.62; }
    .said p { margin: 0 0 .65em; overflow-wrap: anywhere; }
    cite { font-style: normal; font-size: .8em; color: var(--quiet); white-space: normal; overflow-wrap: anywhere; }
    .said cite::before { content: "—\\00a0"; }
    .quotes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: .9rem 2rem; }
    figure { margin: 0; } blockquote { margin: 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line);
      overflow-wrap: anywhere; }
    .others { margin: .8rem 0 0; font-size: .92em; }
    figcaption { margin-top: .25rem; padding-inline-start: calc(.8rem + 3px); font-size: .92em; }
    .timeline { list-style: none; margin: 0; padding: 0; border-inline-start: 2px solid var(--rule); }
    .timeline li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .2rem 1rem; padding: .3rem 0 .5rem 1rem;
      position: relative; }
    .timeline li::before { content: ""; position: absolute; inset-inline-start: -5px; top: .75rem; width: 8px; height: 8px;
      border-radius: 50%; background: var(--line); }
    .timeline b { font-weight: 600; } .timeline p { margin: .1rem 0 0; font-size: .92em; color: var(--quiet);
      max-width: 46rem; overflow-wrap: anywhere; }
    .day { font-variant-numeric: tabular-nums; font-size: .92em; padding-top: .05rem; }
    .timeline.undated li { grid-template-columns: 1fr; }
    @media (max-width: 40rem) { .timeline li { grid-template-columns: 1fr; } }

    """
}

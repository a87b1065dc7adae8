internal import DocumentModel

/// An article of a story, as a reader finds it again.
public struct StorySource: Hashable, Sendable {
  /// The document's id.
  public let id: String
  /// Its title; its id where it has none.
  public let title: String
  /// The address of the article on the web, where it is known.
  public let link: String?
  /// Who published it, where that is known.
  public let site: String?
  /// When it was published, where that is known.
  public let day: CalendarDay?

  init(_ document: Document, title: String) {
    id = document.id
    self.title = title.isEmpty ? document.id : title
    let addresses = [document.metadata["canonical"], document.metadata["url"], document.source.uri]
    link = addresses.compactMap(\.self).first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    site = document.metadata["site"] ?? document.metadata["agency"]
    day = document.metadata.published.flatMap(CalendarDay.init(iso:))
  }
}

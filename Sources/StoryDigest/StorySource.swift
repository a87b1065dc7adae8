internal import DocumentModel
internal import TextBytes

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
  /// The hour and minute of its publication as they were given, in whatever zone: `18:00`.
  public let clock: String?

  init(_ document: Document, title: String) {
    id = document.id
    self.title = title.isEmpty ? document.id : title
    let addresses = [document.metadata["canonical"], document.metadata["url"], document.source.uri]
    link = addresses.compactMap(\.self).first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    site = document.metadata["site"] ?? document.metadata["agency"]
    day = document.metadata.published.flatMap(CalendarDay.init(iso:))
    clock = document.metadata.published.flatMap(Self.clock(in:))
  }

  /// The hour and minute of an ISO 8601 date and time.
  private static func clock(in published: String) -> String? {
    let bytes = Array(published.utf8.prefix(17))
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes.count == 16 || !bytes[16].isDigit,
      [11, 12, 14, 15].allSatisfy({ bytes[$0].isDigit })
    else { return nil }
    return String(decoding: bytes[11..<16], as: UTF8.self)
  }
}

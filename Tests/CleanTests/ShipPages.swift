@testable import CleanPlugin

/// Pages about ships, for what tells by node which text of a page is kept.
enum ShipPages {
  static let words = (1...12).map {
    "Paragraph \($0) tells of ships, of quays, of the people there and of their long days."
  }
  static let paragraphs = words.map { "<p>\($0)</p>" }.joined()

  /// The words that are kept, run by run.
  static func kept(_ html: String, by isKept: (Page, Span<UInt8>) -> [Bool]) -> [String] {
    let bytes = html.utf8.span
    let page = Page(bytes)
    return zip(page.tree.nodes, isKept(page, bytes)).filter(\.1).map { bytes.decodedText($0.0.source).singleSpaced }
  }
}

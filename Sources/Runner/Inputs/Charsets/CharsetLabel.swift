internal import DocumentModel

/// What bytes come with as the name of their charset.
struct CharsetLabel {
  /// As it is written, in lower case.
  let text: String
  let author: Author
  /// `nil` where no charset that is known is called so.
  let charset: Charset?

  /// Who says so.
  enum Author: String {
    case mark = "byte order mark"
    case server
    case page
  }

  init(_ text: String, by author: Author) {
    self.text = text.lowercased()
    self.author = author
    let charset =
      switch self.text {
      // As a browser reads them.
      case "ascii", "us-ascii", "x-user-defined": Charset.windows1252
      // A page whose tags can be read as bytes is in no UTF-16.
      case let text where author == .page && text.hasPrefix("utf-16"): Charset.utf8
      case let text: Charset(label: text)
      }
    self.charset = charset.isKnown ? charset : nil
  }

  /// That the bytes are in `charset`, whatever the label says; `nil` where it says that.
  func note(on charset: Charset) -> Diagnostic? {
    guard self.charset != charset else { return nil }
    let reason = self.charset == nil ? "which is not known" : "which its bytes are not in"
    return Diagnostic(
      .note, code: "charset-passed-over",
      "the \(author.rawValue) names the charset '\(text)', \(reason): it was told by the bytes", by: "reader")
  }
}

/// What expectations can name of a document: the members of `DocumentView`, to check test files by and to make their
/// schema from.
indirect enum ViewShape: Sendable {
  case words
  case integer
  case number
  case list(ViewShape)
  /// The keys that there are, and the one that a string in the object's place stands for.
  case object([(key: String, shape: ViewShape)], main: String?)
  /// An object of any keys.
  case open

  /// A document's members.
  static let document: [(key: String, shape: ViewShape)] =
    [("text", .words), ("metadata", .open)] + layers + [("extensions", .open)] + notes

  /// The layers that are lists, and the summary.
  static let layers: [(key: String, shape: ViewShape)] = [
    ("sections", list("heading", ("level", .integer), ("body", .words), ("parent", .words), ("by", .words))),
    ("paragraphs", list("text", ("kind", .words), ("level", .integer), ("by", .words))),
    ("links", list("text", ("target", .words), ("by", .words))),
    ("sentences", list("text", ("by", .words))),
    (
      "entities",
      list(
        "text", ("label", .words), ("chain", .words), ("normal", .words), ("why", .words), ("score", .number),
        ("by", .words))
    ),
    ("chains", list("canonical", ("label", .words), ("id", .words), ("mentions", .list(.words)), ("by", .words))),
    (
      "quotations",
      list("text", ("kind", .words), ("speaker", .words), ("source", .words), ("cue", .words), ("by", .words))
    ),
    (
      "summary",
      .object([("text", .words), ("sentences", list("text", ("score", .number))), ("by", .words)], main: nil)
    ),
    ("keyphrases", list("text", ("score", .number), ("by", .words))),
  ]

  private static let notes: [(key: String, shape: ViewShape)] = [
    (
      "diagnostics",
      list("code", ("severity", .words), ("message", .words), ("by", .words), ("text", .words))
    ),
    ("trace", list("stage", ("version", .words), ("skipped", .words))),
  ]

  /// What `counts` can ask for beside the lists.
  static let measures = [
    "text-words", "text-characters", "summary", "summary-words", "summary-characters", "outputs",
  ]

  /// The names of the lists, the summary's sentences among them.
  static var listNames: [String] {
    document.compactMap { member in
      if case .list = member.shape { member.key } else { member.key == "summary" ? member.key : nil }
    }
  }

  /// The shape of one element of the list called `name`.
  static func element(of name: String) -> ViewShape? {
    guard let member = document.first(where: { $0.key == name }) else { return nil }
    switch member.shape {
    case .list(let element): return element
    case .object(let members, _):
      guard case .list(let element)? = members.first(where: { $0.key == "sentences" })?.shape else { return nil }
      return element
    default: return nil
    }
  }

  /// The key that tells elements of this shape apart for a reader.
  var main: String? { if case .object(_, let main) = self { main } else { nil } }

  private static func list(_ main: String, _ others: (key: String, shape: ViewShape)...) -> ViewShape {
    .list(.object([(main, .words)] + others, main: main))
  }
}

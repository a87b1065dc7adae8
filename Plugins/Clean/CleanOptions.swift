public import StageKit

/// What `clean` changes, and how far it goes.
public struct CleanOptions: StageOptions {
  let maximumBlankLines: Int
  let normalization: Normalization
  let mojibake: Mojibake
  let unwrapping: Unwrapping
  let dehyphenates: Bool
  let title: TitleHandling
  let bylines: Handling
  let dates: Handling
  let datelines: Handling
  let extraction: Extraction
  let keepsTables: Bool
  let keepsLinks: Bool
  let keepsComments: Bool
  let boilerplate: Boilerplate
  let boilerplateFiles: [String]

  /// Whether anything that metadata has may stay in the text as well.
  var keepsAnyLine: Bool { title == .keep || [bylines, dates, datelines].contains(.keep) }

  enum Normalization: String, CaseIterable {
    case nfc
    case none
  }

  /// What becomes of UTF-8 that was read as windows-1252.
  enum Mojibake: String, CaseIterable {
    case repair
    case keep
  }

  /// When line breaks within a paragraph become spaces.
  enum Unwrapping: String, CaseIterable {
    case auto
    case always
    case never
  }

  enum TitleHandling: String, CaseIterable {
    case once
    case keep
  }

  /// What becomes of a line that goes into the metadata.
  enum Handling: String, CaseIterable {
    case take
    case keep
  }

  /// What becomes of lines that stand around an article without being part of it.
  enum Boilerplate: String, CaseIterable {
    case drop
    case keep
  }

  /// How likely a block of a page has to be a part of the article.
  enum Extraction: String, CaseIterable {
    case precision
    case balanced
    case recall
  }

  public init(from reader: inout OptionReader) {
    maximumBlankLines = reader.integer(
      "maximum-blank-lines", default: 1, in: 0...10, help: "Leave at most this many blank lines between two paragraphs."
    )
    normalization = reader.choice(
      "normalize", default: Normalization.nfc, help: "The Unicode form of the text: nfc, or none to leave it as it is.")
    mojibake = reader.choice(
      "mojibake", default: Mojibake.repair,
      help: "Repair UTF-8 or windows-1252 once read in a wrong charset, be it twice, where that is certain, or keep it."
    )
    unwrapping = reader.choice(
      "unwrap", default: Unwrapping.auto,
      help: "Join the lines of a paragraph: auto where the text is hard-wrapped, always, or never.")
    dehyphenates = reader.boolean(
      "dehyphenate", default: true, help: "Join words that are divided at the end of a line.")
    title = reader.choice(
      "title", default: TitleHandling.once,
      help: """
        Leave a repeated title in the text once (a web page's in the metadata alone), or keep every copy; metadata has \
        it either way.
        """)
    bylines = reader.choice(
      "bylines", default: Handling.take,
      help: "Take bylines out of plain text and Markdown into metadata, or keep them in both.")
    dates = reader.choice(
      "dates", default: Handling.take,
      help:
        "Take lines with the date of publication out of plain text and Markdown into metadata, or keep them in both.")
    datelines = reader.choice(
      "datelines", default: Handling.take,
      help: "Take place, date and agency before the first sentence out of the text into metadata, or keep them in both."
    )
    extraction = reader.choice(
      "extract", default: Extraction.balanced,
      help: "What to take of a web page: precision for nothing but the article, recall for all of it, or balanced.")
    keepsTables = reader.boolean("tables", default: true, help: "Keep the tables of a web page or of Markdown.")
    keepsLinks = reader.boolean(
      "links", default: false,
      help: "Tell where the links of a web page or of Markdown lead: words and address each, in links.")
    keepsComments = reader.boolean(
      "comments", default: false, help: "Keep readers' comments below a web page's article.")
    boilerplate = reader.choice(
      "boilerplate", default: Boilerplate.drop,
      help:
        "Drop lines that are no part of the article (advertisement, read-more, subscription, sharing, photo and desk "
        + "credits, rights, a server's error messages), or keep them.")
    boilerplateFiles = reader.files(
      "boilerplate-files", help: "Files with more such lines: your own, or made by galley learn-boilerplate.")
  }
}

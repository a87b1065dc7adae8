public import DocumentModel
public import StageKit

/// Cleans the text: characters, spaces, lines, and what stands around an article without being part of it.
///
/// The steps follow each other, each on the text that the one before left: characters and spaces, composition, lines and
/// paragraphs, front matter. A step that finds nothing to change costs one look at each byte or none.
public struct CleanStage: Stage {
  public static let contract = Contract(
    "clean", version: "1.0.0",
    summary: "Cleans characters, spaces and line breaks, and takes title, byline, dateline and date into metadata.",
    provides: [.metadata], rewritesText: true)

  private let options: CleanOptions

  public init(options: CleanOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) throws {
    let scrubbed = Scrubber(options).scrub(document.text.utf8.span)
    try document.rewrite(scrubbed.edits, by: Self.contract.name)
    if scrubbed.controls > 0 {
      document.note("control-characters", "took \(scrubbed.controls) control characters out of the text")
    }
    if options.normalization == .nfc, scrubbed.mayNeedComposing {
      try document.rewrite(Composer.edits(of: document.text.utf8.span), by: Self.contract.name)
    }
    if scrubbed.hasLineBreaks || options.maximumBlankLines == 0 {
      let reflowed = Reflow(options).reflow(document.text.utf8.span)
      try document.rewrite(reflowed.edits, by: Self.contract.name)
      if reflowed.joints > 0, let width = reflowed.wrapWidth {
        document.note("unwrapped", "joined \(reflowed.joints) lines that were wrapped at about \(width) columns")
      }
    }
    var frontMatter = FrontMatter(document, options)
    frontMatter.read()
    document.metadata = frontMatter.metadata
    try document.rewrite(frontMatter.edits, by: Self.contract.name)
  }
}

extension Document {
  fileprivate mutating func note(_ code: String, _ message: String) {
    diagnostics.append(Diagnostic(.note, code: code, message, by: CleanStage.contract.name))
  }
}

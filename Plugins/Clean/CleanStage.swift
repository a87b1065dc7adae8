public import DocumentModel
public import StageKit

/// Cleans the text: characters, spaces, lines, and what stands around an article without being part of it.
///
/// The steps follow each other, each on the text that the one before left: characters and spaces, composition; then
/// boilerplate, lines and paragraphs, front matter, in rounds until one changes nothing. A step that finds nothing to
/// change costs one look at each byte or none.
public struct CleanStage: Stage {
  public static let contract = Contract(
    "clean", version: "1.4.0",
    summary: "Cleans characters, spaces and line breaks, and takes title, byline, dateline and date into metadata.",
    provides: [.metadata], mayProvide: [.paragraphs, .links, .metadataOrigins], rewritesText: true)

  let options: CleanOptions
  let characters: CharacterCleaner
  private let boilerplate: BoilerplateRules?

  /// - Throws: `ResourceError` where a file of boilerplate can't be read, or an error that says where it is not one.
  public init(options: CleanOptions, resources: Resources) throws {
    self.options = options
    characters = CharacterCleaner(options)
    boilerplate =
      options.boilerplate == .keep
      ? nil : try .reading(options.boilerplateFiles, in: resources, cleaned: characters.cleaned)
  }

  public func process(_ document: inout Document) throws {
    guard !document.isMarkup else { return try readMarkup(&document) }
    // A page that has been read before.
    guard !document.hasReadMarkup else { return }
    let scrubbed = try characters.clean(&document) { try $0.rewrite($1, by: Self.contract.name) }
    let reflows = scrubbed.hasLineBreaks || options.maximumBlankLines == 0
    // What one step takes away can show the other more: behind a dateline stands a date, behind a title a wrapped line.
    // Every round that changes anything leaves fewer line breaks or a shorter text; real articles need two.
    for _ in 0..<Self.mostRounds {
      var isChanged = try dropBoilerplate(of: &document) { try $0.rewrite($1, by: Self.contract.name) }
      if reflows, try reflow(&document) { isChanged = true }
      if try readFrontMatter(&document) { isChanged = true }
      if !isChanged { break }
    }
  }

  private static let mostRounds = 16

  /// Drops lines that are no part of the article; whether there were any.
  ///
  /// - Parameters:
  ///   - spared: stretches whose lines are left, in order.
  ///   - rewrite: makes the edits, and moves what has to move with the text.
  @discardableResult
  func dropBoilerplate(
    of document: inout Document, sparing spared: [TextRange] = [],
    rewrite: (inout Document, [TextEdit]) throws -> Void
  ) throws -> Bool {
    guard let boilerplate else { return false }
    let found = BoilerplateFinder(boilerplate, document.text.utf8.span, sparing: spared)
    guard !found.edits.isEmpty else { return false }
    document.note("boilerplate", found.summary(in: document.text.utf8.span))
    try rewrite(&document, found.edits)
    return true
  }

  /// Joins lines and parts paragraphs; whether there was anything to do.
  private func reflow(_ document: inout Document) throws -> Bool {
    let reflowed = Reflow(options).reflow(document.text.utf8.span)
    try document.rewrite(reflowed.edits, by: Self.contract.name)
    let isTold = document.diagnostics.contains { $0.code == "unwrapped" }
    if reflowed.joints > 0, !isTold, let width = reflowed.wrapWidth {
      let lines = reflowed.joints == 1 ? "1 line break" : "\(reflowed.joints) line breaks"
      document.note("unwrapped", "joined lines at \(lines) of a text wrapped at about \(width) columns")
    }
    return !reflowed.edits.isEmpty
  }

  /// Takes title, byline, dates and dateline into metadata; whether there was anything new.
  private func readFrontMatter(_ document: inout Document) throws -> Bool {
    var frontMatter = FrontMatter(document, options)
    frontMatter.read()
    // Lines that are kept count as new by what metadata learnt from them.
    let isNew = !frontMatter.edits.isEmpty || (options.keepsAnyLine && frontMatter.metadata != document.metadata)
    document.metadata = frontMatter.metadata
    try document.rewrite(frontMatter.edits, by: Self.contract.name)
    return isNew
  }
}

public import DocumentModel
public import StageKit

/// Cleans the text: characters, spaces, lines, and what stands around an article without being part of it.
///
/// The steps follow each other, each on the text that the one before left: characters and spaces, composition, lines
/// and paragraphs, front matter. A step that finds nothing to change costs one look at each byte or none.
public struct CleanStage: Stage {
  public static let contract = Contract(
    "clean", version: "1.2.0",
    summary: "Cleans characters, spaces and line breaks, and takes title, byline, dateline and date into metadata.",
    provides: [.metadata], mayProvide: [.paragraphs, .links, .metadataOrigins], rewritesText: true)

  let options: CleanOptions
  private let boilerplate: BoilerplateRules?

  /// - Throws: `ResourceError` where a file of boilerplate can't be read, or an error that says where it is not one.
  public init(options: CleanOptions, resources: Resources) throws {
    self.options = options
    guard options.boilerplate == .drop else {
      boilerplate = nil
      return
    }
    let characters = CleanStage(characters: options)
    boilerplate = try .reading(options.boilerplateFiles, in: resources) { try characters.cleaned($0) }
  }

  /// A line as it looks in a cleaned text.
  func cleaned(_ line: String) throws -> String {
    var document = Document(text: line)
    try cleanCharacters(of: &document) { try $0.rewrite($1, by: Self.contract.name) }
    return document.text
  }

  /// Cleans characters alone.
  private init(characters options: CleanOptions) {
    self.options = options
    boilerplate = nil
  }

  public func process(_ document: inout Document) throws {
    guard !document.isMarkup else { return try readMarkup(&document) }
    // A page that has been read before.
    guard !document.hasReadMarkup else { return }
    let scrubbed = try cleanCharacters(of: &document) { try $0.rewrite($1, by: Self.contract.name) }
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

  /// Repairs, scrubs and composes characters.
  ///
  /// - Parameters:
  ///   - spared: stretches that keep their spaces and line breaks, in order, told when mojibake is repaired.
  ///   - rewrite: makes the edits, and moves what has to move with the text.
  @discardableResult
  func cleanCharacters(
    of document: inout Document, sparing spared: () -> [TextRange] = { [] },
    rewrite: (inout Document, [TextEdit]) throws -> Void
  ) throws -> Scrubber.Findings {
    try repairMojibake(&document, rewrite)
    let scrubbed = try scrub(&document, sparing: spared, rewrite)
    // What has been taken out may have stood between two halves of what was misread.
    guard scrubbed.hasJoined, try repairMojibake(&document, rewrite) else { return scrubbed.findings }
    return try scrub(&document, sparing: spared, rewrite).findings
  }

  /// Scrubs and composes characters; whether any stand side by side now that did not.
  private func scrub(
    _ document: inout Document, sparing spared: () -> [TextRange],
    _ rewrite: (inout Document, [TextEdit]) throws -> Void
  ) throws -> (findings: Scrubber.Findings, hasJoined: Bool) {
    let count = document.text.utf8.count
    let scrubbed = Scrubber(options).scrub(document.text.utf8.span, sparing: spared())
    try rewrite(&document, scrubbed.edits)
    if scrubbed.controls > 0 {
      document.note("control-characters", "took \(scrubbed.controls) control characters out of the text")
    }
    var hasJoined = scrubbed.edits.contains { $0.replacement.isEmpty && $0.range.start > 0 && $0.range.end < count }
    if options.normalization == .nfc, scrubbed.mayNeedComposing {
      let edits = Composer.edits(of: document.text.utf8.span)
      try rewrite(&document, edits)
      hasJoined = hasJoined || !edits.isEmpty
    }
    return (scrubbed, hasJoined)
  }

  /// Repairs UTF-8 that was misread once, twice, …, and windows-1252 that was; whether there was any.
  @discardableResult
  private func repairMojibake(
    _ document: inout Document, _ rewrite: (inout Document, [TextEdit]) throws -> Void
  ) throws -> Bool {
    guard options.mojibake == .repair else { return false }
    var example: String?
    for _ in 0..<Self.mostMisreadings {
      let edits = MisreadText(document.text.utf8.span).edits
      guard let first = edits.first else { break }
      example = example ?? "'\(document[first.range])' for '\(first.replacement)'"
      try rewrite(&document, edits)
    }
    if let example {
      document.note("mojibake", "repaired UTF-8 that had been read as windows-1252, such as \(example)")
    }
    let controls = MisreadControls(document.text.utf8.span).edits
    guard let first = controls.first else { return example != nil }
    let count = controls.count == 1 ? "1 character" : "\(controls.count) characters"
    document.note(
      "mojibake", "repaired \(count) of windows-1252 that had been read as Latin-1, such as '\(first.replacement)'")
    try rewrite(&document, controls)
    return true
  }

  private static let mostMisreadings = 4

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
    let isNew = !frontMatter.edits.isEmpty || (options.keepsLines && frontMatter.metadata != document.metadata)
    document.metadata = frontMatter.metadata
    try document.rewrite(frontMatter.edits, by: Self.contract.name)
    return isNew
  }
}

extension Document {
  fileprivate mutating func note(_ code: String, _ message: String) {
    diagnostics.append(Diagnostic(.note, code: code, message, by: CleanStage.contract.name))
  }
}

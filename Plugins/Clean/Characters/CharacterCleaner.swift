internal import DocumentModel
internal import StageKit

/// Cleans the characters of a text: repairs what was misread, takes out what nobody sees, and composes.
struct CharacterCleaner {
  private let options: CleanOptions

  init(_ options: CleanOptions) { self.options = options }

  /// Repairs, scrubs and composes characters.
  ///
  /// - Parameters:
  ///   - spared: stretches that keep their spaces and line breaks, in order, told when mojibake is repaired.
  ///   - rewrite: makes the edits, and moves what has to move with the text.
  @discardableResult
  func clean(
    _ document: inout Document, sparing spared: () -> [TextRange] = { [] },
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

  /// A line as it looks in a cleaned text.
  func cleaned(_ line: String) throws -> String {
    var document = Document(text: line)
    try clean(&document) { try $0.rewrite($1, by: CleanStage.contract.name) }
    return document.text
  }
}

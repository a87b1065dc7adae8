internal import DocumentModel
internal import JSON
internal import StageKit

/// A document written so that a person can read and compare it: line by line, under each line what was found in it.
///
///     | Oslo waits.
///         sentence
///         entity GPE "Oslo" → "Oslo"
///
/// Places are told by words, not by numbers, so that a change of the text does not change what stands further down. What
/// is kept is all of every layer but scores: `SnapshotReader` makes the document again.
struct Snapshot {
  static let firstLine = "Galley snapshot 1"
  /// Nobody reads more, and each annotation's words are looked for in its line.
  static let largestText = 1 << 18

  let text: String

  init(_ document: Document, outputs: [Artifact]) {
    var lines = [Self.firstLine, ""]
    lines += SnapshotHeader(document).lines
    lines.append("")
    lines += SnapshotBody(document).lines
    let tail = SnapshotTail(document).lines
    if !tail.isEmpty { lines += [""] + tail }
    for output in outputs {
      lines += ["", "output \(SnapshotWords.word(output.name))"]
      lines += String(decoding: output.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .map { SnapshotWords.line(String($0), mark: ">") }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The name of a case as that of a file: letters and digits of any script, `-` for what stands between.
  static func slug(of name: String) -> String {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    var bytes = Array(slug.utf8)
    // File names have at most 255 bytes.
    if bytes.count > 200 { bytes = Array(String(decoding: bytes.prefix(200), as: UTF8.self).utf8.prefix(200)) }
    return bytes.isEmpty ? "case" : String(decoding: bytes, as: UTF8.self)
  }
}

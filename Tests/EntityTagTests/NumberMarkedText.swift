import DocumentModel

@testable import EntityTagPlugin

/// `text` with every number candidate in brackets after its label: "On [DATE July 3]".
func marked(_ text: String, by finder: NumberFinder) -> String {
  let tokenized = TokenizedText(text)
  let bytes = Array(text.utf8)
  var marked = ""
  var position = 0
  for candidate in finder.find(in: tokenized) {
    marked += String(decoding: bytes[position..<candidate.range.start], as: UTF8.self)
    marked += "[\(LabelNames().name(of: candidate.label).rawValue) \(tokenized.string(of: candidate.tokens))]"
    position = candidate.range.end
  }
  return marked + String(decoding: bytes[position...], as: UTF8.self)
}

/// A marked text without its marks. The plain text of a case has no square brackets of its own.
func unmarked(_ text: String) -> String {
  var plain = ""
  var rest = Substring(text)
  while let open = rest.firstIndex(of: "[") {
    plain += rest[..<open]
    rest = rest[open...].drop { $0 != " " }.dropFirst()
    guard let close = rest.firstIndex(of: "]") else { break }
    plain += rest[..<close]
    rest = rest[rest.index(after: close)...]
  }
  return plain + rest
}

internal import StageKit

/// The name of an output with fields that each document fills: `{folder}/{title-slug}.md`.
struct NameTemplate: Hashable, Sendable {
  /// What a document can fill in.
  enum Field: String, CaseIterable, Sendable {
    /// The document's id, folders included: `2024/plans`.
    case id
    /// The last part of the id: `plans`.
    case stem
    /// The id without its last part: `2024`; empty, slash and all, where the id has one part.
    case folder
    /// The title in lower-case ASCII words joined by hyphens; the stem where there is no title.
    case titleSlug = "title-slug"
    /// The date of publication without the time of day; `undated` where it is not known.
    case published
    /// The language; `und` (BCP 47 for undetermined) where it is not known.
    case language
    /// The first twelve digits of the SHA-256 of the input's bytes.
    case sha256
  }

  enum Part: Hashable, Sendable {
    case literal(String)
    case field(Field)
  }

  let parts: [Part]
  let fields: [Field]

  /// `{id}`, which differs from document to document.
  static let id = NameTemplate(parts: [.field(.id)])

  private init(parts: [Part]) {
    self.parts = parts
    fields = parts.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }

  /// Reads a template as a pipeline file gives it.
  init(_ template: String) throws(NameTemplateError) {
    var parts: [Part] = []
    var rest = template.unicodeScalars[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { parts.append(.literal(String(rest[..<brace]))) }
      guard rest[brace] == "{" else { throw .unopenedBrace }
      let inside = rest[rest.index(after: brace)...]
      guard let end = inside.firstIndex(where: { $0 == "{" || $0 == "}" }), inside[end] == "}" else {
        throw .unclosedBrace
      }
      let name = String(inside[..<end])
      guard let field = Field(rawValue: name) else { throw .unknownField(name) }
      parts.append(.field(field))
      rest = inside[inside.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    self.init(parts: parts)
    try checkPath()
  }

  /// The template must name a file below the output folder, whatever the fields are.
  private func checkPath() throws(NameTemplateError) {
    // A letter in place of each field: what the fields bring themselves is made safe when they are filled in.
    let path = parts.map { if case .literal(let text) = $0 { text } else { "x" } }.joined()
    guard !path.isEmpty else { throw .empty }
    guard path.unicodeScalars.allSatisfy({ !$0.isUnsafeInNames }) else { throw .controlCharacter }
    let slash = UInt8(ascii: "/")
    guard path.utf8.first != slash else { throw .absolute }
    guard path.utf8.last != slash else { throw .folderOnly }
    for component in path.utf8.split(separator: slash).map(Substring.init) where component == "." || component == ".." {
      throw .relativeComponent(String(component))
    }
  }
}

/// What is wrong with a template, in words and with the next step.
enum NameTemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownField(String)
  case unclosedBrace
  case unopenedBrace
  case empty
  case absolute
  case folderOnly
  case relativeComponent(String)
  case controlCharacter

  var description: String {
    switch self {
    case .unknownField(let name):
      let known = NameTemplate.Field.allCases.map(\.rawValue)
      let near = name.nearest(in: known).map { "did you mean {\($0)}? " } ?? ""
      return "unknown field {\(name)}; \(near)there are \(known.map { "{\($0)}" }.joined(separator: ", "))"
    case .unclosedBrace: return "a '{' has no '}'; fields are written like {id}"
    case .unopenedBrace: return "a '}' has no '{'; fields are written like {id}"
    case .empty: return "the name is empty; write one such as \"{id}.json\""
    case .absolute: return "the name begins with '/'; names are relative to the output folder"
    case .folderOnly: return "the name ends with '/'; add a file name such as {stem}.json"
    case .relativeComponent(let component):
      return "the name has the part '\(component)'; names stay below the output folder, without '.' and '..'"
    case .controlCharacter: return "the name has a control character; use printable ones"
    }
  }
}

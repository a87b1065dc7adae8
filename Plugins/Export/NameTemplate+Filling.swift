internal import DocumentModel
internal import StageKit

extension NameTemplate {
  /// Whether no two documents are meant to have the same name.
  var tellsDocumentsApart: Bool {
    fields.contains { $0 == .id || $0 == .stem || $0 == .titleSlug || $0 == .sha256 }
  }

  /// Whether id and source of `document` alone tell the name, before any stage has run.
  func isKnown(from document: Document) -> Bool {
    fields.allSatisfy { field in
      switch field {
      case .id, .stem, .folder: true
      case .sha256: document.source.sha256 != nil
      case .titleSlug, .published, .language: false
      }
    }
  }

  /// The name for `document`: relative, never empty, and safe whatever id and metadata are.
  func filled(from document: Document) throws(StageFailure) -> String {
    var name = ""
    for part in parts {
      switch part {
      case .literal(let text): name += text
      case .field(let field): name += try field.value(from: document)
      }
    }
    return safePath(name)
  }
}

extension NameTemplate.Field {
  /// What `document` fills in; `safePath` makes the whole name safe afterwards.
  fileprivate func value(from document: Document) throws(StageFailure) -> String {
    switch self {
    case .id: return document.id.utf8.contains { $0 != UInt8(ascii: "/") } ? document.id : "_"
    case .stem: return stem(of: document)
    case .folder: return components(of: document).dropLast().joined(separator: "/")
    case .titleSlug: return document.metadata.title.flatMap(slug) ?? stem(of: document)
    case .published: return word(document.metadata.published, upTo: ["T", " "]) ?? "undated"
    case .language: return word(document.metadata.language) ?? "und"
    case .sha256:
      guard let digest = word(document.source.sha256) else {
        throw StageFailure("the output's name has {sha256}, but this document's source has none; use {id}")
      }
      return String(digest.prefix(12))
    }
  }

  private func stem(of document: Document) -> String { components(of: document).last ?? "_" }

  private func components(of document: Document) -> [String] {
    document.id.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// The beginning of `value` up to a slash or one of `stops`; `nil` where that is nothing.
  private func word(_ value: String?, upTo stops: [Unicode.Scalar] = []) -> String? {
    let word = (value ?? "").unicodeScalars.prefix { $0 != "/" && !stops.contains($0) }
    return word.isEmpty ? nil : String(word)
  }
}

internal import DocumentModel
internal import JSON
internal import TextBytes

/// A text with the names that people have marked in it.
struct AnnotatedText: Hashable, Sendable {
  struct Name: Hashable, Sendable {
    var range: TextRange
    /// `nil` where it is not known whether this is a name: nothing is learned from it.
    var kind: NameTag.Kind?
  }

  var text = ""
  /// In order of their starts; they don't overlap.
  var names: [Name] = []

  /// The text and the entities of a document.
  init(_ document: Document, kinds: NameKinds) {
    text = document.text
    for entity in document.entities ?? [] {
      guard let kind = kinds.kind(of: entity.label.rawValue), entity.range.start >= names.last?.range.end ?? 0 else {
        continue
      }
      names.append(Name(range: entity.range, kind: kind))
    }
  }

  init(text: String = "", names: [Name] = []) {
    self.text = text
    self.names = names
  }

  /// The text with its ASCII letters in capitals, in small letters, or with a capital at each word's start.
  func recased(_ letters: Letters) -> AnnotatedText {
    var bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index].isLetter {
      let isInside =
        index > 0 && (bytes[index - 1].isLetter || bytes[index - 1] >= 0x80 || bytes[index - 1] == 0x27)
      switch letters {
      case .capitals: bytes[index] &= 0xDF
      case .small: bytes[index] |= 0x20
      case .title: if !isInside { bytes[index] &= 0xDF }
      }
    }
    return AnnotatedText(text: String(decoding: bytes, as: UTF8.self), names: names)
  }

  enum Letters: CaseIterable, Sendable { case capitals, small, title }
}

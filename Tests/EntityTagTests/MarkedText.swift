import DocumentModel

/// A text with marks for entities: "[PERSON Anna Berg] lives in [GPE Oslo]."
struct MarkedText {
  /// The text without the marks.
  private(set) var text = ""

  init(_ marked: String) {
    var isLabel = false
    for character in marked {
      switch character {
      case "[": isLabel = true
      case "]": break
      case " " where isLabel: isLabel = false
      default: if !isLabel { text.append(character) }
      }
    }
  }

  /// A document's text with its entities marked; only those that `labels` names, where it names any.
  static func marking(_ document: Document, only labels: Set<EntityLabel> = []) -> String {
    var marked = ""
    var position = 0
    for entity in document.entities ?? [] where labels.isEmpty || labels.contains(entity.label) {
      marked += document[TextRange(position, entity.range.start)]
      marked += "[\(entity.label.rawValue) \(document[entity.range])]"
      position = entity.range.end
    }
    return marked + document[TextRange(position, document.textRange.end)]
  }
}

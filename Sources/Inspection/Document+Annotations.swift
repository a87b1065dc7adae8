internal import DocumentModel
internal import JSON

extension Document {
  /// The annotations of one of the model's own layers, in its order.
  func annotations(of layer: Layer) -> [Annotation] {
    switch layer {
    case .metadata: metadata.values.annotations
    case .sections:
      (sections ?? []).map { section in
        annotation(section.heading ?? section.body, "level \(section.level)\(section.heading == nil ? ", lead" : "")")
      }
    case .paragraphs: (paragraphs ?? []).map { annotation($0.range, $0.kind == .text ? "" : $0.kind.rawValue) }
    case .links: (links ?? []).map { annotation($0.range, $0.target) }
    case .sentences: (sentences ?? []).map { annotation($0.range) }
    case .entities: (entities ?? []).map { annotation($0.range, $0.label.rawValue, $0.normal ?? "") }
    case .chains: (chains ?? []).map { Annotation(label: $0.canonical, words: mentions(of: $0)) }
    case .quotations: (quotations ?? []).map { annotation($0.range, label(of: $0)) }
    case .summary: (summary?.sentences ?? []).map { annotation($0.range) }
    case .keyphrases: (keyphrases ?? []).map { Annotation(words: $0.text) }
    default: []
    }
  }

  private func annotation(_ range: TextRange, _ label: String = "", _ value: String = "") -> Annotation {
    Annotation(range: range, label: label, words: words(at: range), value: value)
  }

  /// The words at `range`; of a range that is not well formed none.
  func words(at range: TextRange) -> String { isWellFormed(range) ? String(self[range]) : "" }

  /// The label, the id and the names of a chain: `GPE Q585: Oslo ×2, OSLO`.
  private func mentions(of chain: Chain) -> String {
    var names: [(name: String, count: Int)] = []
    for mention in chain.mentions {
      guard let entities, entities.indices.contains(mention) else { continue }
      let name = words(at: entities[mention].range)
      if let index = names.firstIndex(where: { $0.name.isIdentical(to: name) }) {
        names[index].count += 1
      } else {
        names.append((name, 1))
      }
    }
    let list = names.map { $0.count == 1 ? $0.name : "\($0.name) ×\($0.count)" }.joined(separator: ", ")
    return "\(chain.label.rawValue)\(chain.id.map { " \($0)" } ?? ""): \(list)"
  }

  /// How the words are given and whose they are: `direct, Anna Berg`.
  private func label(of quotation: Quotation) -> String {
    let speaker = quotation.speaker.flatMap { chain($0)?.canonical } ?? quotation.source.map { words(at: $0) }
    return quotation.kind.rawValue + (speaker.map { ", \($0)" } ?? "")
  }
}

extension JSONObject {
  /// The members, each as an annotation without a place.
  var annotations: [Annotation] { map { Annotation(label: $0.key, words: $0.value.string ?? $0.value.text()) } }
}

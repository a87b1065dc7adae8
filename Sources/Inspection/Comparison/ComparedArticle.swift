internal import DocumentModel
internal import JSON

/// Two versions of one document as the page's script takes them: each article, what became of its entities, and all changes.
struct ComparedArticle {
  private let document: DocumentComparison
  private let labels: [String: Int]

  /// - Parameter labels: the numbers of the labels.
  init(_ document: DocumentComparison, labels: [String: Int]) {
    self.document = document
    self.labels = labels
  }

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("a", side(document.old, \.before, goneAs: "removed"))
      writer.member("b", side(document.new, \.after, goneAs: "added"))
      writer.member("layers", .array(document.diff.layers.filter { !$0.isEmpty }.map(changes)))
      writer.member("chains", .array(regroupings))
    }
    return writer.bytes
  }

  /// The article, and for each of its entities what the comparison says of it.
  private func side(
    _ article: Document, _ annotation: KeyPath<AnnotationChange, Annotation?>, goneAs single: String
  ) -> JSON {
    var fates: [TextRange: [(label: String, fate: String)]] = [:]
    for change in document.diff.layers.first(where: { $0.layer == Layer.entities.rawValue })?.changes ?? [] {
      guard let found = change[keyPath: annotation], let range = found.range else { continue }
      let isSingle = change.before == nil || change.after == nil
      fates[range, default: []].append((found.label, isSingle ? single : change.kind.rawValue))
    }
    let list = (article.entities ?? []).map { entity -> JSON in
      let fate = fates[entity.range]?.first { $0.label.isIdentical(to: entity.label.rawValue) }?.fate
      return .string(fate ?? "")
    }
    let view = ViewArticle(article, labels: labels)
    return [
      "text": .string(article.text), "runs": view.runs(of: article), "entities": view.entities([]),
      "sections": view.sections, "summary": article.summary.map { .string($0.text) } ?? .null, "fates": .array(list),
    ]
  }

  /// `name, [[kind, label and words before, label and words after], …]` of a layer.
  private func changes(in layer: LayerDiff) -> JSON {
    func words(_ annotation: Annotation?) -> JSON {
      guard let annotation else { return .null }
      let value = annotation.value.isEmpty ? "" : " = \(annotation.value)"
      return [.string(annotation.label), .string(annotation.words + value)]
    }
    let told = layer.changes.prefix(Self.toldChanges).map { change -> JSON in
      [.string(change.kind.comparedName), words(change.before), words(change.after)]
    }
    let absence = layer.absence.map { $0 == .before ? "A has no such layer" : "B has no such layer" }
    return [.string(layer.layer), .array(Array(told)), .integer(layer.changes.count), .string(absence ?? "")]
  }

  /// More changes of one layer are counted only: sentences and paragraphs of a text that was split in another way.
  private static let toldChanges = 200

  private var regroupings: [JSON] {
    document.chains.merged.map { .string("“\($0.name)” is one chain now: \(names($0))") }
      + document.chains.split.map { .string("“\($0.name)” is several chains now: \(names($0))") }
  }

  private func names(_ regrouping: ChainChanges.Regrouping) -> String {
    regrouping.parts.map { "“\($0)”" }.joined(separator: ", ")
  }
}

public import DocumentModel
internal import JSON

/// What differs between two documents, annotation by annotation: not in ids, sources, scores and traces.
///
/// Where the texts differ, annotations are compared at the places that correspond.
public struct AnnotationDiff: Hashable, Sendable {
  /// The text, then the layers in the order of a document's JSON form; those that neither document has are left out.
  public let layers: [LayerDiff]

  public init(from old: Document, to new: Document) {
    self.init(from: old, to: new, TextMapping(from: old.text, to: new.text))
  }

  /// - Parameter mapping: where the text of `old` is in that of `new`.
  init(from old: Document, to new: Document, _ mapping: TextMapping) {
    let text = LayerDiff(
      "text",
      changes: mapping.differing.map { pair in
        AnnotationChange(
          before: pair.old.isEmpty ? nil : Annotation(range: pair.old, words: old.words(at: pair.old)),
          after: pair.new.isEmpty ? nil : Annotation(range: pair.new, words: new.words(at: pair.new)))
      }, same: mapping.equal.count)
    var layers = [text]
    for layer in Layer.all where old.has(layer) || new.has(layer) {
      var diff = LayerDiff(layer.rawValue, from: old.annotations(of: layer), to: new.annotations(of: layer), mapping)
      if !old.has(layer) { diff.absence = .before }
      if !new.has(layer) { diff.absence = .after }
      layers.append(diff)
    }
    if !old.extensions.isEmpty || !new.extensions.isEmpty {
      layers.append(LayerDiff("extensions", from: old.extensions.annotations, to: new.extensions.annotations, mapping))
    }
    self.layers = layers
  }

  public var isEmpty: Bool { layers.allSatisfy(\.isEmpty) }
}

/// What differs in one layer.
public struct LayerDiff: Hashable, Sendable {
  public let layer: String
  /// In reading order of the second document, what is gone before what is there.
  public let changes: [AnnotationChange]
  /// How many annotations are the same in both.
  public let same: Int
  /// Which document has not been looked through for this layer.
  public internal(set) var absence: Absence?

  public enum Absence: String, Hashable, Sendable { case before, after }

  public var isEmpty: Bool { changes.isEmpty && absence == nil }

  /// How many changes there are of each kind that there is.
  public var counts: [(kind: AnnotationChange.Kind, count: Int)] {
    AnnotationChange.Kind.allCases.map { kind in (kind, changes.count { $0.kind == kind }) }.filter { $0.1 > 0 }
  }
}

/// One annotation that is not the same in both documents.
public struct AnnotationChange: Hashable, Sendable {
  /// As the first document has it; `nil` where it is added.
  public let before: Annotation?
  /// As the second document has it; `nil` where it is gone.
  public let after: Annotation?

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case added
    case gone
    /// Its borders are others.
    case moved
    /// It stands for something else: a key of the metadata, a chain, a date.
    case changed
    /// The same words have another label.
    case relabelled
  }

  public var kind: Kind {
    guard let before else { return .added }
    guard let after else { return .gone }
    if before.range == nil, after.range == nil { return .changed }
    guard before.label.isIdentical(to: after.label) else { return .relabelled }
    return before.value.isIdentical(to: after.value) ? .moved : .changed
  }
}

/// An annotation as far as it is compared.
public struct Annotation: Hashable, Sendable {
  /// Its place in its document; `nil` for what has none.
  public let range: TextRange?
  /// The label, kind or level; the key of metadata, the name of a chain.
  public let label: String
  /// The words that it is about, or its value.
  public let words: String
  /// What the words stand for, the normal form of a date or an amount; empty where nothing is told.
  public let value: String

  init(range: TextRange? = nil, label: String = "", words: String, value: String = "") {
    self.range = range
    self.label = label
    self.words = words
    self.value = value
  }
}

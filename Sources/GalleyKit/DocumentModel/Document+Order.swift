extension Document {
  /// The first annotation out of order of each layer that is read from its beginning to its end: which one, and what its
  /// layer asks for, in the words of a message.
  ///
  /// Entities and quotations may come in any order: others count in them.
  package var misplaced: [(layer: Layer, index: Int, problem: String)] {
    var misplaced: [(Layer, Int, String)] = []
    func check<Annotation>(
      _ layer: Layer, _ annotations: [Annotation]?, overlap: Bool = true, _ range: (Annotation) -> TextRange
    ) {
      var border = Int.min
      for (index, annotation) in (annotations ?? []).enumerated() {
        let range = range(annotation)
        guard range.start >= border else {
          let before = "\(layer)[\(index - 1)]"
          let problem =
            overlap
            ? "begins before \(before); \(layer) are in the order of their starts"
            : "begins before \(before) ends; \(layer) are in the order of the text and don't overlap"
          return misplaced.append((layer, index, problem))
        }
        border = overlap ? range.start : range.end
      }
    }
    check(.sections, sections) { $0.range }
    check(.paragraphs, paragraphs) { $0.range }
    check(.links, links, overlap: false) { $0.range }
    check(.sentences, sentences) { $0.range }
    return misplaced
  }
}

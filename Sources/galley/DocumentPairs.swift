internal import DocumentModel
internal import JSON

/// The documents of two files that belong together.
struct DocumentPairs {
  private(set) var both: [(old: Document, new: Document)] = []
  private(set) var onlyOld: [String] = []
  private(set) var onlyNew: [String] = []

  /// Pairs documents by id, those of one id in their order; of one on each side the id does not matter.
  init(_ old: [Document], _ new: [Document]) {
    if old.count == 1, new.count == 1 {
      both = [(old[0], new[0])]
      return
    }
    var open = Dictionary(grouping: old.indices.reversed()) { JSON.string(old[$0].id) }
    var paired: Set<Int> = []
    for document in new {
      guard let index = open[.string(document.id)]?.popLast() else {
        onlyNew.append(document.id)
        continue
      }
      paired.insert(index)
      both.append((old[index], document))
    }
    onlyOld = old.indices.filter { !paired.contains($0) }.map { old[$0].id }
  }
}

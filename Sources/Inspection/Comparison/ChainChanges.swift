internal import DocumentModel

/// The things that one document takes for one and the other for several, told by the mentions that both have.
struct ChainChanges: Hashable, Sendable {
  /// Chains of the second document, each with several of the first that became one.
  let merged: [Regrouping]
  /// Chains of the first document, each with several of the second that it became.
  let split: [Regrouping]

  /// One chain, and those of the other document that share mentions with it, all by their canonical names.
  struct Regrouping: Hashable, Sendable {
    let name: String
    let parts: [String]
  }

  /// - Complexity: O(m log m) in the number of mentions.
  init(from old: Document, to new: Document, _ mapping: TextMapping) {
    var chainsAt: [TextRange: Int] = [:]
    for entity in new.entities ?? [] {
      if let chain = entity.chain, new.chain(chain) != nil { chainsAt[entity.range] = chain }
    }
    var pairs: [(old: Int, new: Int)] = []
    for entity in old.entities ?? [] {
      guard let chain = entity.chain, old.chain(chain) != nil, let range = mapping.map(entity.range),
        let other = chainsAt[range]
      else { continue }
      pairs.append((chain, other))
    }
    func name(_ index: Int, in document: Document) -> String { document.chain(index)?.canonical ?? "" }
    split = Self.regroupings(pairs.map { ($0.old, $0.new) }) {
      name($0, in: old)
    } part: {
      name($0, in: new)
    }
    merged = Self.regroupings(pairs.map { ($0.new, $0.old) }) {
      name($0, in: new)
    } part: {
      name($0, in: old)
    }
  }

  /// Those that have several others, in the order of their numbers.
  private static func regroupings(
    _ pairs: [(one: Int, other: Int)], name: (Int) -> String, part: (Int) -> String
  ) -> [Regrouping] {
    var regroupings: [Regrouping] = []
    let sorted = pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    for group in sorted.chunked(where: { $0.one == $1.one }) {
      var others = group.map(\.other)
      others = zip(others, [-1] + others).filter { $0 != $1 }.map(\.0)
      if others.count > 1 {
        regroupings.append(Regrouping(name: name(group[group.startIndex].one), parts: others.map(part)))
      }
    }
    return regroupings
  }
}

extension Array {
  /// The elements in runs, of which neighbours fulfil `belong`.
  fileprivate func chunked(where belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index + 1 == endIndex || !belong(self[index], self[index + 1]) {
      chunks.append(self[start...index])
      start = index + 1
    }
    return chunks
  }
}

internal import DocumentModel

/// Finds names that are introduced with an acronym in brackets, and the acronyms.
struct AcronymFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    func add(_ tokens: Range<Int>, _ label: Label) {
      found.append(
        Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: label, why: .rule, score: Confidence.sure))
    }
    for definition in AcronymDefinition.all(in: text) {
      let after = definition.acronym + 2
      if definition.acronym < definition.name.lowerBound {
        let label = label(of: text.classes(at: definition.name.upperBound - 1)) ?? .org
        add(definition.name, label)
        add(definition.acronym..<(definition.acronym + 1), label)
        continue
      }
      // "Intermediate-Range Nuclear Forces (INF) Treaty" is one name with the bracket inside.
      if text.isCapital(after), text.isJoined(at: after), let label = label(of: text.classes(at: after)) {
        add(definition.name.lowerBound..<(after + 1), label)
        continue
      }
      let label = label(of: text.classes(at: definition.name.upperBound - 1)) ?? .org
      add(definition.name, label)
      add(definition.acronym..<(definition.acronym + 1), label)
    }
    return found
  }

  private func label(of classes: WordClasses) -> Label? {
    if classes.contains(.lawTail) { return .law }
    if classes.contains(.orgTail) { return .org }
    return classes.contains(.eventTail) ? .event : nil
  }
}

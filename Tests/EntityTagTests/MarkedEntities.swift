import DocumentModel

@testable import EntityTagPlugin

/// A text whose entities are given by marks, so that what comes after the tagger is tested without it:
/// "[PERSON Anna Berg] lives in [GPE Oslo]."
struct MarkedEntities {
  let text: LookedUpText
  private(set) var entities: [Candidate] = []

  /// - Parameter score: how sure all entities are.
  init(_ marked: String, score: Double = 0.9) throws {
    var plain = ""
    var marks: [(label: String, start: Int, end: Int)] = []
    for (index, piece) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let space = piece.firstIndex(of: " "), let end = piece.firstIndex(of: "]") else {
        plain += piece
        continue
      }
      let start = plain.utf8.count
      plain += piece[piece.index(after: space)..<end]
      marks.append((String(piece[..<space]), start, plain.utf8.count))
      plain += piece[piece.index(after: end)...]
    }
    struct NoGazetteer: Error {}
    guard let gazetteer = Gazetteer.embedded else { throw NoGazetteer() }
    text = LookedUpText(TokenizedText(plain), gazetteer: gazetteer)
    for mark in marks {
      let tokens = text.text.tokens.indices.filter {
        text.text[$0].start >= mark.start && text.text[$0].end <= mark.end
      }
      guard let first = tokens.first, let last = tokens.last,
        let label = LabelNames().known(mark.label)
      else { continue }
      entities.append(
        Candidate(
          tokens: first..<(last + 1), range: text.text.range(of: first..<(last + 1)), label: label, why: .model,
          score: score))
    }
  }

  /// The words of the mentions of each chain.
  func chains(_ mentions: Mentions = .names) -> [[String]] {
    let chained = ChainedEntities(entities, mentions: mentions, in: text, by: "test")
    return chained.chains.map { chain in chain.mentions.map { text.text.string(of: chained.entities[$0].range) } }
  }

  /// The text with other entities marked.
  func marking(_ entities: [Candidate]) -> String {
    var document = Document(id: "", text: text.text.text)
    document.entities = entities.map { Entity(range: $0.range, label: LabelNames().name(of: $0.label), by: "test") }
    return MarkedText.marking(document)
  }
}

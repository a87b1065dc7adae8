public import DocumentModel
public import StageKit

/// Chooses the sentences that say most, and the phrases that tell what the text is about.
///
/// Sentences are ranked by their tf·idf cosine with all others (LexRank's degree centrality), their place in the text
/// and the words that they share with the title, and are taken greedily against what the summary says already (MMR).
public struct SummarizeStage: Stage {
  public static let contract = Contract(
    "summarize", version: "1.0.0",
    summary: "Chooses the sentences that say most, and the phrases that tell what the text is about.",
    requires: [.sentences], uses: [.metadata, .sections, .paragraphs, .entities, .chains],
    provides: [.summary, .keyphrases])

  private let options: SummarizeOptions
  private let lexicons = LexiconPool()

  public init(options: SummarizeOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) throws {
    guard document.text.utf8.count <= UInt32.max else {
      throw StageFailure("the text has more than 4 GiB, which is the most that can be summarized: split the document")
    }
    let words = lexicons.withLexicon(language: document.languageCode) { DocumentWords(document, &$0) }
    document.summary = summary(of: document, words)
    document.keyphrases = KeyphraseRanking(document, words).best(options.keyphrases).map {
      Keyphrase(text: $0.text, score: $0.score, by: Self.contract.name)
    }
  }

  private func summary(of document: Document, _ words: DocumentWords) -> Summary {
    let vectors = TermVectors(words)
    let standings = words.standings(in: document)
    let ranking = SentenceRanking(words, vectors, standings, position: options.position)
    var selection = Selection(ranking.scores, vectors, standings)
    let chosen = selection.take(options.budget.count(of: words.sentences.count), unlike: words.fingerprints)
    return Summary(
      text: chosen.map { words.sentences[$0].words(in: document.text) }.joined(separator: " "),
      sentences: chosen.map {
        Summary.Choice(range: words.sentences[$0], score: ranking.scores[$0].rounded(toDigits: 4))
      },
      by: Self.contract.name)
  }
}

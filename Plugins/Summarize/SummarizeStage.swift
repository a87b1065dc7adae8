public import DocumentModel
internal import JSON
public import StageKit

/// Chooses the sentences that say most, and the phrases that tell what the text is about.
///
/// Sentences are ranked by learned weights of their place, their tf·idf cosine with all others (LexRank's degree
/// centrality), the title's words, the things that they name and more, and are taken greedily against what the summary
/// says already (MMR). Each says these scores; the summary has a line besides, `digest`, for lists of articles.
public struct SummarizeStage: Stage {
  public static let contract = Contract(
    "summarize", version: "1.4.0",
    summary: "Chooses the sentences that say most, and the phrases that tell what the text is about.",
    requires: [.sentences], uses: [.metadata, .sections, .paragraphs, .entities, .chains, .quotations],
    provides: [.summary, .keyphrases], languages: ["de", "en", "es", "fr"])

  private let options: SummarizeOptions
  private let lexicons = LexiconPool()

  public init(options: SummarizeOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) throws {
    guard document.text.utf8.count <= UInt32.max else {
      throw StageFailure("the text has more than 4 GiB, which is the most that can be summarized: split the document")
    }
    let words = lexicons.withLexicon(language: document.languageCode) { DocumentWords(document, &$0) }
    let standings = words.standings(in: document)
    document.summary = summary(of: document, words, standings)
    document.keyphrases = KeyphraseRanking(document, words, standings).best(options.keyphrases).map {
      Keyphrase(text: $0.text, score: $0.score, by: Self.contract.name)
    }
  }

  private func summary(of document: Document, _ words: DocumentWords, _ standings: [Standing]) -> Summary {
    let vectors = TermVectors(words)
    let features = SentenceFeatures(document, words, vectors)
    let weights = options.style.weights(sentenceCount: words.sentences.count)
    let ranking = SentenceRanking(features, standings, weights: weights)
    var selection = Selection(ranking.scores, vectors, standings)
    let allowance = Allowance(options.budget, words, in: document.text)
    let chosen = selection.take(allowance, unlike: words.fingerprints)
    var summary = Summary(
      text: chosen.map { words.sentences[$0].words(in: document.text) }.joined(separator: " "),
      sentences: chosen.map { sentence in
        let values = features.values(of: sentence) + [("standing", standings[sentence].factor)]
        let scores = values.map { ($0.name, JSON.real($0.value.rounded(toDigits: 4))) }
        return Summary.Choice(
          range: words.sentences[sentence], score: ranking.scores[sentence].rounded(toDigits: 4),
          extra: ["scores": .object(JSONObject(scores))])
      },
      by: Self.contract.name)
    if let digest = Digest(of: document, words, best: ranking.best(standings)) {
      summary.extra["digest"] = .string(digest.line)
    }
    return summary
  }
}

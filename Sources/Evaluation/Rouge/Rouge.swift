/// The ROUGE measures of a summary beside references, with the values of the Python package `rouge-score` 0.1.2.
///
/// Chin-Yew Lin: ROUGE: A Package for Automatic Evaluation of Summaries, 2004 (https://aclanthology.org/W04-1013).
///
///     Rouge().scores(of: "The cat sat.", against: ["A cat sat down."]).rouge1.f1
public struct Rouge: Sendable {
  /// Whether words of more than three letters count by their Porter stems.
  public let stems: Bool

  public init(stems: Bool = true) { self.stems = stems }

  /// The measures that are common.
  public struct Scores: Hashable, Sendable {
    /// Words in common.
    public var rouge1 = Score.zero
    /// Pairs of neighbours in common.
    public var rouge2 = Score.zero
    /// The longest sequence of words in common, gaps allowed.
    public var rougeL = Score.zero
    /// The same, sentence by sentence.
    public var rougeLsum = Score.zero

    public init() {}
  }

  /// The scores of `summary`, each against the reference that it is nearest to in that measure.
  ///
  /// Only `rougeLsum` heeds sentences: they end at line feeds. Of letters and digits only those of ASCII count.
  ///
  /// - Complexity: O(words of the summary × words of the reference / 64) for each reference.
  public func scores(of summary: String, against references: [String]) -> Scores {
    var vocabulary = RougeVocabulary(stems: stems)
    let found = RougeText(summary, &vocabulary)
    var best: Scores?
    for reference in references {
      let scores = found.scores(against: RougeText(reference, &vocabulary))
      best = best.map { $0.best(of: scores) } ?? scores
    }
    return best ?? Scores()
  }
}

extension Rouge.Scores {
  fileprivate func best(of other: Self) -> Self {
    var best = self
    best.rouge1 = rouge1.best(of: other.rouge1)
    best.rouge2 = rouge2.best(of: other.rouge2)
    best.rougeL = rougeL.best(of: other.rougeL)
    best.rougeLsum = rougeLsum.best(of: other.rougeLsum)
    return best
  }
}

extension Score {
  fileprivate func best(of other: Score) -> Score { other.f1 > f1 ? other : self }
}

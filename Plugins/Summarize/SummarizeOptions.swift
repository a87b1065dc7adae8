public import StageKit

/// How long a summary is, how many keyphrases there are, and what counts.
public struct SummarizeOptions: StageOptions {
  let budget: Budget
  let keyphrases: Int
  let position: Double

  /// How much of a text a summary may take.
  enum Budget: Hashable, Sendable {
    case sentences(Int)
    case share(Double)

    /// The number of sentences out of `total`; of a share the next whole number.
    func count(of total: Int) -> Int {
      switch self {
      case .sentences(let count): min(count, total)
      case .share(let share): min(Int((share * Double(total)).rounded(.up)), total)
      }
    }
  }

  public init(from reader: inout OptionReader) {
    let sentences = reader.integer(
      "sentences", in: 1...100, help: "Choose this many sentences; 3 where 'share' is not given either.")
    let share = reader.number(
      "share", in: 0...1, help: "Choose this share of the sentences instead, rounded up: 0.1 is one in ten.")
    keyphrases = reader.integer(
      "keyphrases", default: 10, in: 0...100, help: "Find at most this many keyphrases.")
    position = reader.number(
      "position", default: 0.5, in: 0...1,
      help: "How much the place in the text counts against the words: 0 not at all, 1 alone; news begins with the gist."
    )
    if sentences != nil, share != nil {
      reader.refuse("share", "'sentences' is given too; a summary has one length, so leave one of them out")
    }
    budget = share.map { .share($0) } ?? .sentences(sentences ?? 3)
  }
}

public import StageKit

/// How long a summary is, what counts, and how many keyphrases there are.
public struct SummarizeOptions: StageOptions {
  let budget: Budget
  let style: Style
  let keyphrases: Int

  /// How much of a text a summary may take.
  enum Budget: Hashable, Sendable {
    case sentences(Int)
    case share(Double)
    case words(Int)
    case characters(Int)
  }

  /// What kind of text it is.
  enum Style: String, CaseIterable, Sendable {
    /// By the length of the text.
    case auto
    /// News: what comes first counts most.
    case lead
    /// Reports: what opens sections and what others repeat counts most.
    case covering

    /// Texts with more sentences than this are no news.
    static let longestNews = 80

    /// The weights for a text of so many sentences.
    func weights(sentenceCount: Int) -> FeatureWeights {
      switch self {
      case .auto: sentenceCount > Self.longestNews ? .covering : .lead
      case .lead: .lead
      case .covering: .covering
      }
    }
  }

  public init(from reader: inout OptionReader) {
    let sentences = reader.integer(
      "sentences", in: 1...100, help: "Choose this many sentences; 3 where no other length is given.")
    let share = reader.number(
      "share", in: 0...1, help: "Choose this share of the sentences instead, rounded up: 0.1 is one in ten.")
    let words = reader.integer(
      "words", in: 1...100_000, help: "Choose sentences of at most this many words together instead.")
    let characters = reader.integer(
      "characters", in: 1...1_000_000,
      help:
        "Choose sentences of at most this many characters (code points) together instead, the spaces between counted."
    )
    style = reader.choice(
      "style", default: Style.auto,
      help: "What counts: lead is for news, which begins with the gist, covering for reports, which have it all over; "
        + "auto takes texts of more than \(Style.longestNews) sentences for reports.")
    keyphrases = reader.integer(
      "keyphrases", default: 10, in: 0...100, help: "Find at most this many keyphrases.")
    let lengths: [(key: String, budget: Budget?)] = [
      ("sentences", sentences.map { .sentences($0) }), ("share", share.map { .share($0) }),
      ("words", words.map { .words($0) }), ("characters", characters.map { .characters($0) }),
    ]
    let given = lengths.filter { $0.budget != nil }
    for (key, _) in given.dropFirst() {
      reader.refuse(key, "'\(given[0].key)' is given too; a summary has one length, so leave one of them out")
    }
    budget = given.first?.budget ?? .sentences(3)
  }
}

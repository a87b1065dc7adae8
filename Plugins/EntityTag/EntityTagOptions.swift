internal import DocumentModel
public import StageKit

/// What of an article's entities is wanted.
public struct EntityTagOptions: StageOptions {
  /// The labels to give; all where it is `nil`, also those of the user's own files.
  public let labels: [String]?
  /// Whether mentions are joined.
  public let chains: Bool
  /// Which mentions besides names are looked for.
  public let mentions: Mentions
  /// The least score of an entity.
  public let minimumScore: Double
  /// The file of a model of the user's own; that for people, organizations and places inside the plugin where it is `nil`.
  public let model: String?
  /// Whether dates, times and amounts get their normal forms.
  public let normalForms: Bool
  /// Files of the user's own names.
  public let gazetteers: [String]
  /// Whether these count more than what else is found at their place.
  public let gazetteersWin: Bool
  /// Files of the user's own patterns.
  public let patterns: [String]
  /// Whether what they find counts more than what else is found at its place.
  public let patternsWin: Bool

  public init(from reader: inout OptionReader) {
    labels = reader.strings(
      "labels", suggestions: EntityLabel.ontoNotes.map(\.rawValue),
      help: "The kinds of entity to give, also those that files of your own name; all of them by default.")
    chains = reader.boolean("chains", default: true, help: "Join the mentions of one thing into a chain.")
    mentions = reader.choice(
      "mentions", default: Mentions.names,
      help:
        """
        What chains mention: names, also the inner ones of longer names, also roles and kinds that only one person or place \
        has (the president, the County), or also pronouns that can mean one only.
        """
    )
    model = reader.file(
      "model",
      help: """
        A model of your own, made by galley-train: for people, organizations and places, or for labels of your own beside \
        these.
        """)
    normalForms = reader.boolean(
      "normal-forms", default: true,
      help: "Say what dates, times and amounts stand for: 2026-07-03, USD 3200000, 12.5%.")
    gazetteers = reader.files(
      "gazetteers",
      help: """
        Names of your own: files with a line for each, tab-separated: term, label, and as wanted canonical name and id. \
        Of a term in several files the first counts.
        """)
    gazetteersWin = reader.boolean(
      "gazetteers-win", default: true,
      help: "Take names of your own also in place of what else is found there; else only where nothing is.")
    patterns = reader.files(
      "patterns",
      help: """
        Patterns of your own: files with a JSON object for each, as spaCy's entity ruler has them: label, a pattern of tokens \
        or a regex, and as wanted canonical name and id.
        """)
    patternsWin = reader.boolean(
      "patterns-win", default: true,
      help: "Take what your patterns find also in place of what else is found there; else only where nothing is.")
    minimumScore = reader.number(
      "minimum-score", default: 0, in: 0...1,
      help: "Leave out entities that are less sure: guesses have 0.5, single hints 0.6, good rules 0.8, full names 0.9."
    )
  }
}

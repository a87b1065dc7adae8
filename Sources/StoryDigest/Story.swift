public import DocumentModel

/// One thing that happened, and what several articles tell of it.
public struct Story: Sendable {
  /// The title of the article that is most like all the others.
  public let title: String
  /// The articles in the order of time, those without a date last; copies stand with the article that they repeat.
  public let articles: [Telling]
  /// The sentences that say most, in the order of time.
  public let sentences: [Sentence]
  /// Who is quoted, the one whom most articles quote first.
  public let speakers: [Speaker]
  /// The names of those who are quoted besides: what they say stands among the sentences already, or is told no more.
  public let otherSpeakers: [String]
  /// Who and what the story is about, by how many articles name it.
  public let names: [Name]

  /// An article and those that repeat it.
  public struct Telling: Sendable {
    public let source: StorySource
    /// What it says first: the first sentence of its summary, unless that is told of the story already.
    public let gist: String?
    public fileprivate(set) var copies: [StorySource]
  }

  /// A sentence, word for word, and where it stands.
  public struct Sentence: Sendable {
    public let text: String
    public let source: StorySource
  }

  /// Somebody who is quoted, with one of the remarks.
  public struct Speaker: Sendable {
    public let name: String
    /// The name with what its bearer is, in the words of an article: "Anna Berg, the mayor"; else the name alone.
    public let description: String
    public let remark: String
    /// Whether the remark is a sentence of an article that gives its sense, and not the speaker's own words.
    public let isBySense: Bool
    public let source: StorySource
    /// How many different remarks of theirs the articles have.
    let remarkCount: Int
  }

  /// A person, body, place or other named thing.
  public struct Name: Sendable {
    public let text: String
    public let label: EntityLabel
    public let articleCount: Int
  }

  /// How many articles tell it, copies included.
  public var articleCount: Int { articles.count + copyCount }
  var copyCount: Int { articles.reduce(0) { $0 + $1.copies.count } }
  /// From the first article to the last.
  public var days: ClosedRange<CalendarDay>? {
    let days = articles.flatMap { [$0.source] + $0.copies }.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }

  init(_ material: StoryMaterial, _ index: SentenceIndex, _ options: DigestOptions) {
    title = material.originals[material.mostCentral].article.source.title
    let sentences = SentenceChoice(material, index).best(options.sentences)
    self.sentences = sentences
    articles = material.originals.map { original in
      let gist = original.article.sentences.first?.text
      return Telling(
        source: original.article.source, gist: sentences.contains { $0.text == gist } ? nil : gist,
        copies: original.copies.map(\.source))
    }
    let roll = NameRoll(material.originals.map(\.article))
    names = roll.mostNamed
    let list = SpeakerList(material.originals.map(\.article), roll, besides: sentences.map(\.text))
    speakers = list.mostQuoted
    otherSpeakers = list.others
  }
}

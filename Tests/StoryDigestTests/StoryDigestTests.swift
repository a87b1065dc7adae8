import DocumentModel
import Pages
import StageTesting
import Testing

@testable import StoryDigest

@Suite struct StoryDigestTests {
  @Test func joinsArticlesOfOneStory() {
    let stories = digest(sampleArticles).stories
    #expect(
      stories.map { $0.articles.map(\.source.id) } == [["a/ferry-1", "b/ferry-2"], ["b/storm", "c/storm"]])
    #expect(stories.map { $0.articles.map { $0.copies.map(\.id) } } == [[["a/ferry-copy"], []], [[], []]])
  }

  @Test func orderOfReadingDoesNotMatter() {
    let expected = DigestPage(digest(sampleArticles)).html
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20 {
      #expect(DigestPage(digest(sampleArticles.shuffled(using: &generator))).html == expected)
    }
  }

  @Test func documentTakenTwiceCountsOnce() {
    #expect(digest(sampleArticles + sampleArticles).articleCount == sampleArticles.count)
  }

  @Test func windowPartsWhatIsTooFarApart() {
    #expect(digest(sampleArticles) { $0.window = 1 }.stories.map(\.title) == ["Storm Takes Roofs in Bergamo"])
  }

  @Test func storyGoesOnFromArticleToArticle() throws {
    let days = ["2026-05-01", "2026-05-03", "2026-05-05", "2026-05-07"]
    let events = ["pickets blocked the gates", "owners offered less", "ministers came by train", "cranes stood still"]
    let articles = zip(days, events).map { day, event in
      article(
        day, "Strike at the Docks", published: day, keyphrases: ["strike", "docks"], places: ["Gdansk"],
        "The strike at the docks of Gdansk went on while \(event).")
    }
    let story = try #require(digest(articles) { $0.window = 2 }.stories.first)
    #expect(story.days?.lowerBound.iso == "2026-05-01" && story.days?.upperBound.iso == "2026-05-07")
    #expect(digest(articles) { $0.window = 1 }.stories.isEmpty)
  }

  @Test func undatedArticlesJoinAnyDay() {
    var undated = sampleArticles[2]
    undated.metadata.published = "last week"
    let result = digest([sampleArticles[0], undated]) { $0.window = 0 }
    #expect(result.stories.map(\.articleCount) == [2])
    #expect(result.undatedCount == 1)
  }

  @Test func copiesAloneAreNoStory() {
    #expect(digest(Array(sampleArticles[0...1])).stories.isEmpty)
  }

  @Test func sinceAndUntilBoundTheDays() throws {
    let first = try #require(CalendarDay(iso: "2026-05-04"))
    let result = digest(sampleArticles) {
      $0.since = first
      $0.until = first
      $0.minimumArticles = 1
    }
    #expect(result.stories.map(\.title).sorted() == ["A Draw in Riga", "Storm Takes Roofs in Bergamo"])
  }

  @Test func repeatedSentencesAreToldOnce() throws {
    let ferry = try #require(digest(sampleArticles) { $0.sentences = 10 }.stories.first)
    #expect(Set(ferry.sentences.map(\.text)).count == ferry.sentences.count)
    #expect(!ferry.sentences.contains { $0.source.id == "a/ferry-copy" })
  }

  @Test func surnameAloneIsTheSamePerson() throws {
    let ferry = try #require(digest(sampleArticles).stories.first)
    #expect(ferry.names.contains { $0.text == "Anna Berg" && $0.articleCount == 2 })
    #expect(!ferry.names.contains { $0.text == "Berg" })
  }

  @Test func speakersAreToldWithAWholeRemark() throws {
    let ferry = try #require(digest(sampleArticles).stories.first)
    #expect(ferry.speakers.map(\.name) == ["Anna Berg", "Jonas Lie"])
    #expect(ferry.speakers[0].remark == "\"We have waited for this line longer than anyone should wait\"")
  }

  /// Who is quoted by sense alone is among the speakers too: with the sentence that gives it, or by name where the story has
  /// that sentence already.
  @Test func speakersBySenseAreTold() throws {
    var documents = Array(sampleArticles.prefix(3))
    for index in documents.indices {
      let text = documents[index].text
      for (words, name) in [("half as many", "Berg"), ("Nine thousand passengers", "Jonas Lie")] {
        guard let range = text.ranges(of: words).first else { continue }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let chain = documents[index].chains?.firstIndex { $0.canonical == name }
        documents[index].quotations?.removeAll { $0.speaker == chain }
        documents[index].quotations?.append(
          Quotation(range: TextRange(start, start + words.utf8.count), speaker: chain, kind: .indirect, by: "test"))
      }
    }
    documents[0].quotations = []
    documents[1].quotations = []
    let story = try #require(digest(documents).stories.first)
    #expect(story.speakers.isEmpty)
    #expect(story.otherSpeakers == ["Anna Berg", "Jonas Lie"])
    let page = DigestMarkdown(digest(documents)).text
    #expect(page.contains("### Who is quoted\n\nAnna Berg, Jonas Lie\n"))
    documents[2] = article(
      "b/ferry-2", "Oslo's new ferry carries 9,000 in two days", published: "2026-05-05",
      keyphrases: ["ferry line", "passengers"], people: ["Anna Berg"], places: ["Oslo"], summary: [0],
      "Nine thousand passengers took the new ferry line in Oslo on its first two days, the harbour office counted.",
      "Anna Berg said that the ferry line would have a second boat by the summer.")
    documents[2].quotations = [
      Quotation(range: TextRange(125, 180), speaker: 0, kind: .indirect, by: "test")
    ]
    let speaker = try #require(digest(documents).stories.first?.speakers.first)
    #expect(speaker.remark == "Anna Berg said that the ferry line would have a second boat by the summer.")
    #expect(speaker.isBySense)
  }

  @Test func speakersAreToldWithWhatTheyAre() throws {
    var articles = sampleArticles
    let remark = try #require(articles[0].quotations?.first)
    let words = try #require(articles[0].text.firstRange(of: "Mayor Anna Berg"))
    let start = articles[0].text.utf8.distance(from: articles[0].text.startIndex, to: words.lowerBound)
    articles[0].quotations = [
      Quotation(
        range: remark.range, speaker: remark.speaker, source: TextRange(start, start + "Mayor Anna Berg".utf8.count),
        kind: .direct, by: "test")
    ]
    let ferry = try #require(digest(articles).stories.first)
    #expect(ferry.speakers.map(\.description) == ["Mayor Anna Berg", "Jonas Lie"])
    #expect(ferry.speakers.map(\.name) == ["Anna Berg", "Jonas Lie"])
  }

  @Test func nobodysWordsAreToldTwice() throws {
    let long = "\"The harbour of Riga has had no ice since the second week of a very mild February,\" said Ilze Kalns."
    let short = "\"The tugs of Riga can rest until the next winter comes,\" said Ilze Kalns."
    let articles = [("a", 0, "pilots"), ("b", 1, "sailors")].map { id, summary, who in
      article(
        id, "No Ice in Riga", keyphrases: ["ice", "harbour", "tugs"], people: ["Ilze Kalns"], places: ["Riga"],
        summary: [summary], long, "The ice of Riga is gone, and the tugs of the harbour lie still, the \(who) say.",
        "The \(who) of Riga play cards on the tugs of the harbour.", "No \(who) miss the ice of Riga.", short)
    }
    let story = try #require(digest(articles).stories.first)
    #expect(story.sentences.contains { $0.text == long })
    #expect(story.speakers.map(\.remark) == ["\"The tugs of Riga can rest until the next winter comes\""])
  }

  @Test func storiesAreCountedWhereSomeAreLeftOut() {
    let result = digest(sampleArticles) { $0.stories = 1 }
    #expect(result.stories.count == 1 && result.untoldCount == 1)
  }

  /// However many articles are alike, each is compared with a few dozens.
  @Test func manyArticlesAlikeMakeFewPairsAndOneStory() {
    let vector = SparseVector(heaviest: 30, of: (0..<30).map { SparseVector.Entry(term: $0, weight: 1) }).normalized
    let vectors = [SparseVector](repeating: vector, count: 3_000)
    let days = [CalendarDay?](repeating: nil, count: vectors.count)
    #expect(NeighbourSearch.pairs(among: vectors, days: days, window: 0, least: 0.2).count <= 40 * vectors.count)
    #expect(StoryClusters(vectors, days: days, DigestOptions()).clusters == [Array(vectors.indices)])
  }

  @Test func nothingGivesNothing() {
    #expect(digest([]).stories.isEmpty)
    #expect(digest([Document(id: "a", text: ""), Document(id: "b", text: "")]).stories.isEmpty)
    #expect(DigestMaker().knowsNothing)
  }
}

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-28T16:33:04Z", 20_785), ("1969-12-31", -1),
    ("0000-03-01", -719_468),
  ])
  func readsDays(text: String, number: Int) { #expect(CalendarDay(iso: text)?.number == number) }

  @Test(arguments: [
    "", "2026", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31", "2026-04-00", "26-04-01", "2026/04/01",
    "2026-04-011", "٢٠٢٦-04-01", "yesterday",
  ])
  func refusesOthers(text: String) { #expect(CalendarDay(iso: text) == nil) }
}

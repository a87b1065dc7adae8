import DocumentModel
import StageTesting
import Testing

@testable import SectionSplitPlugin

/// Whole articles of the usual shapes, compared with drawings of what is found in them.
@Suite struct ArticleTests {
  @Test(arguments: articles)
  func drawsArticle(_ article: Article) throws {
    var document = Document(id: article.name, text: article.text)
    document.metadata.title = article.title
    let result = try run(SectionSplitStage.self, on: document)
    #expect(brokenLaws(result) == [])
    expectGolden(result.drawing, at: "Goldens/\(article.name).txt")
  }

  struct Article: CustomTestStringConvertible, Sendable {
    var name: String
    var title: String?
    var text: String

    var testDescription: String { name }
  }

  static let articles = [
    Article(
      name: "headed", title: "Strait Ferry Talks Resume After U.S. Offer",
      text: """
        Strait Ferry Talks Resume After U.S. Offer

        VALMERE, May 2 - Negotiators from the two shores met again on Monday, 14 months after the last ferry sailed. \
        Gen. Tomas Reyl, who leads the northern delegation, arrived at 9 a.m. and said little.

        "We are here. That is the news," Reyl told reporters. "Ask me again on Friday."

        What Is on the Table

        The U.S. envoy, Dr. Ada L. Marsh, has proposed a joint company. It would own two ships, i.e. one for each port. \
        The envoy put the cost at $48.5 million.

        Doubts in the South

        "Who pays?" asked Minister Ines Coll. "Nobody has told us ... and nobody will."

        She left before lunch. (Her deputy stayed.) A vote is due at No. 7 Harbour St. on May 9.

        What Comes Next

        Three dates have been named:

        - May 9: the vote in the south
        - May 12: a visit by Mr. Reyl
        - June 1: the first crossing, if there is one
        """),
    Article(
      name: "wrapped", title: nil,
      text: """
        Observatory loses sight of the sky for a month
        ==============================================

        By Tilda Ferrant

        The dome of the Carrow Observatory has been stuck since the frost
        of Jan. 6, and its astronomers have had to borrow time elsewhere,
        the director, Prof. H. Okoro, said on Tuesday.

        What broke
        ----------

        A gear of 1923 lost three of its teeth. No firm makes it any more;
        the nearest, in Turin, closed in 1988. "We asked a museum," Okoro
        said. "They asked us for ours."

        > It is a beautiful gear.
        > It deserves a rest.

        What now
        --------

        1. The gear will be cast anew.
        2. The dome will be turned by hand, two people at a time,
           until it is.
        """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")),
    Article(
      name: "numbered", title: "Report on the Lowmoor flood",
      text: """
        Report on the Lowmoor flood
        1. Background
        The river Ebbe rose 3.2 metres in six hours on the night of 4 Nov. and broke its bank near St. Anne's. Nobody drowned.
        1.1 Earlier floods
        There were floods in 1911, in 1953 and, less badly, in 1998. Each was called the last.
        2. What the panel found
        2.1 The bank
        The bank had been dug by rabbits! No one had looked since 2019 (the year of the last grant).
        2.2 The warning
        The siren sounded at 2 a.m. It was heard by 40 percent of the town. "I thought it was the mill," said Mrs. Pell.
        3. Conclusion
        The panel asks for a new bank, a louder siren and fewer rabbits, in that order and before the winter comes.
        """),
    Article(
      name: "capitals", title: nil,
      text: """
        COUNCIL SAVES THE LAST BOOK BUS

        Wednesday, 21 January 2026

        The bus will go on calling at 31 villages, councillors decided by 20 votes to 18 in the early hours. It was close.

        THE VOTE

        “I have changed my mind,” said Cllr. Brand. “Twice.” He would not say in which direction he had changed it last.

        WHAT READERS SAY

        Marge Dunn, 81, borrows nine books a fortnight… and reads them all. What would she do without the bus? “Walk.”
        """),
  ]
}

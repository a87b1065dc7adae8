import DocumentModel
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct NumberFinderTests {
  static let finder = NumberFinder()

  @Test(arguments: [
    "The pier opened on [DATE July 3].",
    "The pier opened on [DATE July 3, 2026], after rain.",
    "The pier opened on [DATE 3 July 2026].",
    "The pier opened on [DATE Monday, July 3].",
    "On [DATE Friday, 3 July 2026] the pier opened.",
    "On [DATE March 14-16] and [DATE 14-16 March] they met.",
    "On [DATE the 4th of July] they met.",
    "On [DATE July 4th] and [DATE the 21st of March, 2025] they met.",
    "On [DATE May fifth] they met.",
    "In [DATE March 2026] and in [DATE August] it snowed.",
    "In [DATE Sept. 2025] and on [DATE Sept. 5] it snowed.",
    "Signed [DATE 2026-03-14], copied [DATE 3/7/2024], filed [DATE 14.03.2026].",
    "Since [DATE last March] and until [DATE May] it may rain.",
    "Mrs May may march in [DATE May].",
    "They March on. Theresa May spoke to June Oak.",
    "Prices rose in [DATE 2019] and fell in [DATE 2021].",
    "Between [DATE 2019] and [DATE 2021] prices fell.",
    "The [DATE 2019-20] budget and the [DATE 2026] election.",
    "In [DATE the 2019-20 season] they lost.",
    "In [DATE the 1990s], [DATE the '80s] and [DATE the late 1970s] they won.",
    "It was [DATE the 19th century]; a [DATE 17th-century] house.",
    "A shrine of [DATE 400 BC] and a bowl of [DATE AD 79].",
    "In [DATE the third quarter] and [DATE the first half of 2025] sales fell.",
    "Sales of [DATE Q3 2025] fell in [DATE fiscal 2026].",
    "[DATE Last year], [DATE this week] and [DATE next Tuesday].",
    "[DATE The following day] they left; [DATE the next day] too.",
    "[DATE Two years ago] it burned; [DATE a week later] it was rebuilt.",
    "In [DATE the coming years] and [DATE the last two years].",
    "[DATE Earlier this month] and [DATE late last year] it flooded.",
    "It flooded in [DATE early 2020] and in [DATE mid-March].",
    "At [DATE the end of the year], at [DATE the beginning of March].",
    "[DATE Yesterday], [DATE today] and [DATE tomorrow].",
    "They met [DATE every Monday] and [DATE every two weeks].",
    "For [DATE decades] nobody came, and for [DATE years] nobody asked.",
    "It lasted [DATE two years], [DATE six weeks] and [DATE three and a half months].",
    "A [DATE 43-year-old] man and a [DATE two-day] strike.",
    "Ann Oak, [DATE 43], said it; she retired at [DATE the age of 60].",
    "He was [DATE 43 years old], she was [DATE aged 51].",
    "On [DATE Christmas Eve], at [DATE Easter] and during [DATE Ramadan].",
    "[DATE New Year's Day 2026] was cold.",
    "They left in [DATE the summer of 2019], or in [DATE winter].",
    "[DATE This spring] he may fall; the fall was long.",
    "On [DATE Friday the 13th] nothing happened.",
    "In [DATE recent years] and [DATE the past few months].",
    "Since [DATE 9/11] the rule stands.",
    "[DATE The weekend] was quiet, [DATE the year 2020] was not.",
    "a post-[DATE 2014] order",
    "[DATE March 14, 2026]\n\nNext block.",
    "On [DATE March 14]\n\n[DATE 2026] was good.",
  ])
  func findsDates(text: String) { expectMarks(text) }

  @Test(arguments: [
    "At [TIME 3 p.m.] and at [TIME 14:05] it rang.",
    "At [TIME 10:30 a.m. EST] and [TIME 16:00 GMT] it rang.",
    "At [TIME 1600 GMT] and [TIME 10.30pm] it rang.",
    "Open [TIME 5-6 p.m.] and [TIME 9 am to 5 pm].",
    "At [TIME 3 o'clock in the morning] it rang.",
    "At [TIME 5 p.m. local time] and [TIME 7 p.m. Moscow time] it rang.",
    "[TIME Friday morning], [TIME last night] and [TIME tomorrow evening].",
    "[TIME This morning] and [TIME tonight] at [TIME noon] or [TIME midnight].",
    "It took [TIME 45 minutes], then [TIME three hours].",
    "A [TIME 30-minute] walk, [TIME an hour later].",
    "[TIME 20 seconds] and [TIME one second] passed.",
    "In [TIME the last few hours] it froze.",
    "On [DATE Monday] at [TIME 8:15 p.m.] it rang.",
    "I am [DATE 30 years old].",
  ])
  func findsTimes(text: String) { expectMarks(text) }

  @Test(arguments: [
    "It fell [PERCENT 5%], [PERCENT 5 percent] and [PERCENT 5 per cent].",
    "It fell by [PERCENT 5.2 percentage points].",
    "It fell [PERCENT 10 to 20 percent], or [PERCENT 3-4%].",
    "A [PERCENT 12-percent] rise, [PERCENT twenty-five percent] in all.",
    "About [PERCENT 40 %] agreed.",
    "between [PERCENT 10 and 20 percent] of them",
    "from [PERCENT 5 percent] to [PERCENT 7 percent]",
    "the percentage was high",
  ])
  func findsShares(text: String) { expectMarks(text) }

  @Test(arguments: [
    "It cost [MONEY $5 million], about [MONEY US$ 3.2 billion].",
    "It cost [MONEY €40], [MONEY 40 euros] and [MONEY £2m].",
    "It cost [MONEY Rs 500 crore], or [MONEY Rs. 1,500].",
    "It cost [MONEY A$1.5bn] and [MONEY HK$300].",
    "It cost [MONEY EUR 40 million], not [MONEY 40 USD].",
    "It cost [MONEY five dollars] and [MONEY 20 cents].",
    "It cost [MONEY 300 Swiss francs] and [MONEY 2,000 Hong Kong dollars].",
    "It cost [MONEY a million dollars], [MONEY two and a half million pounds].",
    "It cost [MONEY 2 billion won]; they won.",
    "[CARDINAL 20] won and [CARDINAL 30] lost.",
    "It cost [MONEY 50 pounds sterling].",
    "He weighs [QUANTITY 200 pounds]; a [QUANTITY 40-pound] sack.",
    "It cost [MONEY $5-10 million] and [MONEY $20] a head.",
    "between [MONEY $5] and [MONEY $10]",
    "It cost [MONEY 40 €].",
    "a $-sign and 'EUR' alone",
  ])
  func findsMoney(text: String) { expectMarks(text) }

  @Test(arguments: [
    "It does [QUANTITY 72 km/h] over [QUANTITY 1,500 square miles].",
    "A [QUANTITY 30-metre] mast, [QUANTITY 3.2 tonnes] heavy.",
    "It was [QUANTITY 12 degrees Celsius], then [QUANTITY 12°C] and [QUANTITY 5 °F].",
    "It is [QUANTITY 6-foot-2] and [QUANTITY 5 feet 10 inches].",
    "Running at [QUANTITY 60 miles per hour], [QUANTITY 60 mph] at most.",
    "They sold [QUANTITY two million barrels] and [QUANTITY 500 hectares].",
    "[QUANTITY 10 to 15 kilometres] away, [QUANTITY 30m] deep.",
    "[QUANTITY 4.2 light years] away, [QUANTITY 10 nautical miles].",
    "It makes [QUANTITY 300 MW] and stores [QUANTITY 2 GB].",
    "[QUANTITY 20 m²] and [QUANTITY 5 g]",
    "[QUANTITY two and a half miles] on, [QUANTITY half a mile] on",
    "on 5G and 4K screens",
  ])
  func findsMeasures(text: String) { expectMarks(text) }

  @Test(arguments: [
    "The [ORDINAL first] and the [ORDINAL 21st] came.",
    "The [ORDINAL twenty-first] guest, a [ORDINAL second] term.",
    "the [ORDINAL 1,000th] visitor",
    "the First Lady and the first aid kit",
    "At first it rained; wait a second.",
    "the [ORDINAL second]-largest port",
    "the First World War",
    "a second-hand car",
    "[ORDINAL Third], it is late.",
    "the [ORDINAL third] man",
  ])
  func findsOrdinals(text: String) { expectMarks(text) }

  @Test(arguments: [
    "[CARDINAL Three] men, [CARDINAL 1,500] women, [CARDINAL twenty-five] dogs.",
    "[CARDINAL Dozens] came, [CARDINAL hundreds of thousands] fled.",
    "[CARDINAL two-thirds] of them, [CARDINAL a third] of us",
    "[CARDINAL two hundred and six] bones",
    "[CARDINAL one] of them, at least [CARDINAL one] soldier",
    "no one came; one can see that this one, one another",
    "[CARDINAL one] in [CARDINAL five] homes",
    "They won [CARDINAL 3-2] and [CARDINAL 7-5].",
    "[CARDINAL 10 to 15] people, [CARDINAL two or three] cars",
    "from [CARDINAL 5] to [CARDINAL 10] seats",
    "[CARDINAL a dozen] eggs, [CARDINAL half a million] birds, [CARDINAL several hundred] fish",
    "[CARDINAL 5 million] voters, [CARDINAL 2.5bn] users",
    "[CARDINAL 2000] soldiers and [CARDINAL 1,900] tents",
    "an F-16, a MiG-29, COVID-19 and the G-7",
    "Article 5, section 12 and Room 101",
    "the Boeing 747 and Apollo 11",
    "call 555-123-4567 about version 2.0.1",
    "1. Open the box\n2. Close the box",
    "the tower#7 and footnote",
    "[CARDINAL 3 1/2] cups, [CARDINAL 3½] cups, [CARDINAL 3/4] full",
    "In [CARDINAL 500] towns; About [CARDINAL 300] towns",
    "a 4x4, 3D films and 7-Eleven",
    "[CARDINAL zero] tolerance",
    "a few men, several women, many dogs",
    "see a/b/3 and x_7",
    "the [CARDINAL three]-storey house",
    "the [CARDINAL two] sides",
    "[CARDINAL Ten] of [CARDINAL a hundred and fifty] stayed.",
  ])
  func findsCounts(text: String) { expectMarks(text) }

  @Test(arguments: 0..<96)
  func keepsItsPromisesOnAnything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var text = ""
    for _ in 0..<300 { text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }

    let tokenized = TokenizedText(text)
    var position = 0
    for candidate in Self.finder.find(in: tokenized) {
      #expect(candidate.tokens.lowerBound >= position)
      #expect(!candidate.tokens.isEmpty && candidate.tokens.upperBound <= tokenized.count)
      #expect(candidate.range == tokenized.range(of: candidate.tokens))
      #expect(!candidate.label.isName)
      #expect(0...1 ~= candidate.score)
      position = candidate.tokens.upperBound
    }
  }

  private static let pieces: [String] =
    "the last next this early late mid earlier end of year two one a an half dozen hundred million and - – ' 's s st th % per cent"
    .split(separator: " ").map { "\($0) " }
    + [
      "$", "€", "US", "-", "-", "/", ":", ".", ",", "’", "5", "12", "30", "2026", "1,000", "3.14", "1.2.3",
      "99999999999999999999",
      "May ", "March ", "July ", "Mon. ", "Friday ", "morning ", "Christmas ", "New Year's Eve ", "second ", "third ",
      "quarter ",
      "hours ", "days ", "ago ", "old ", "km", "/h ", "m", "°", "C ", "p.m. ", "EST ", "\n", "\n\n", " ", "(", "[", "]",
      "é", "😀", "\0",
      "BC ", "AD ", "every ", "between ", "to ", "or ", "pounds ", "won ", "Hong Kong dollars ", "few ", "couple of ",
      "age ",
    ]

  @Test func readsLongRunsInOneGo() {
    // Rules that look ahead without a bound would take minutes for these.
    for piece in [
      "early ", "the ", "a ", "5-", "5 to ", "two hundred and ", "end of the ", "5/", "5:", "dozens of ", "last ",
      "every ",
    ] {
      let text = TokenizedText(String(repeating: piece, count: 4_000))
      #expect(Self.finder.find(in: text).count <= text.count)
    }
  }

  private func expectMarks(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(marked(unmarked(text), by: Self.finder) == text, sourceLocation: sourceLocation)
  }
}

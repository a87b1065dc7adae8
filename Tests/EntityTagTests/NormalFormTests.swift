import DocumentModel
import JSON
import StageTesting
import Testing

@testable import EntityTagPlugin

/// What dates, times and amounts stand for. Cases are `words → form`, with `–` for none; the document is of a Friday,
/// 2026-07-03.
@Suite struct NormalFormTests {
  private static let finder = NumberFinder()

  /// The forms of all numbers in `text`, joined.
  private func forms(_ text: String, published: String? = "2026-07-03") -> String {
    let tokens = TokenizedText(text)
    let forms = NormalForms(in: tokens, by: Self.finder, published: published)
    return Self.finder.find(in: tokens).map { forms.form(of: $0) ?? "–" }.joined(separator: ", ")
  }

  private func check(_ table: String, published: String? = "2026-07-03") {
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "→").map { $0.trimmed }
      #expect(parts.count == 2, "\(line)")
      #expect(forms(parts[0], published: published) == parts[1], "\(parts[0])")
    }
  }

  @Test func days() {
    check(
      """
      It opened on July 3, 2026. → 2026-07-03
      It opened on 3 July 2026. → 2026-07-03
      It opened on July 3rd, 2025. → 2025-07-03
      It opened on the 3rd of July 2025. → 2025-07-03
      It opened on Friday, 3 July 2026. → 2026-07-03
      It opened on Monday, July 6. → 2026-07-06
      It opens on 2026-09-14. → 2026-09-14
      It opened on 14.03.2026. → 2026-03-14
      It opened on 3/27/2024. → 2024-03-27
      It opened on 27/3/2024. → 2024-03-27
      It opened on 5/5/2024. → 2024-05-05
      It opened on 3/7/2024. → –
      It opened on Sept. 5, 2024. → 2024-09-05
      It opened on March 14-16, 2025. → 2025-03-14/2025-03-16
      It opened on 14-16 March 2025. → 2025-03-14/2025-03-16
      It opened on February 29, 2024. → 2024-02-29
      It opened on February 30, 2024. → –
      Signed on 31 October 1950 there. → 1950-10-31
      Signed on August 2, 1754, there. → 1754-08-02
      Signed on Dec. 7, 1941. → 1941-12-07
      Signed on 1 Jan 2000. → 2000-01-01
      Signed on June 30 to 31, 2024. → –
      Signed on April 9 to 11, 2024. → 2024-04-09/2024-04-11
      Signed on 9 and 11 April 2024. → 2024-04-09/2024-04-11
      Signed on Tuesday, 1 April 2025. → 2025-04-01
      Signed on Tues., April 1, 2025. → 2025-04-01
      Signed on Wednesday, March 5th, 2025. → 2025-03-05
      Signed on 29.02.2023. → –
      Signed on 13-5-2024. → 2024-05-13
      Signed on 12/31/99. → 1999-12-31
      Signed on May fifth, 2024. → 2024-05-05
      """)
  }

  @Test func daysWithoutAYear() {
    check(
      """
      It opened on July 1. → 2026-07-01
      It opens on September 14. → 2026-09-14
      It opened on December 30. → 2026-12-30
      It opened on January 5. → 2026-01-05
      It opens on 14 January. → 2026-01-14
      It opened on the 21st of March. → 2026-03-21
      It opened in March. → 2026-03
      It opens in August. → 2026-08
      It opens in November. → 2026-11
      It opens next May and in May. → 2027-05, 2026-05
      It opened on May 5, 2024. → 2024-05-05
      """)
    check(
      """
      It opened on July 1. → XXXX-07-01
      It opened on March 14-16. → XXXX-03-14/XXXX-03-16
      It opened in August. → XXXX-08
      It opened on Monday. → –
      It opened yesterday. → –
      It opened last year. → –
      It opened in 2019. → 2019
      """, published: nil)
  }

  @Test func monthsAndYears() {
    check(
      """
      It opened in March 2024. → 2024-03
      It opened in March, 2024. → 2024-03
      Prices rose in 2019. → 2019
      The 2019-20 budget is out. → 2019/2020
      In the 1999-2000 season they won. → 1999/2000
      In the 1990s they won. → 199X
      In the late 1970s they won. → 197X
      In the '80s they won. → 198X
      In the 19th century they won. → 18XX
      A 17th-century house. → 16XX
      A shrine of 400 BC. → -0399
      A bowl of AD 79. → 0079
      In the year 2020 it rained. → 2020
      In early 2020 it rained. → 2020
      In mid-March it rained. → 2026-03
      At the end of March 2024 it rained. → 2024-03
      In the 1960s it rained. → 196X
      In the early 1990s it rained. → 199X
      In the 90s it rained. → 199X
      In late 2019 it rained. → 2019
      In the 20th century it rained. → 19XX
      In the first century AD it rained. → 00XX
      In the 5th century BC it rained. → –
      From 1914-18 it rained. → 1914/1918
      In 1 BC it rained. → 0000
      By the middle of 2024 it rained. → 2024
      In fiscal 2024 it rained. → –
      In May 2023 it rained. → 2023-05
      In late October 2023 it rained. → 2023-10
      """)
  }

  @Test func partsOfYears() {
    check(
      """
      Sales fell in the third quarter of 2025. → 2025-35
      Sales fell in Q3 2025. → 2025-35
      Sales fell in the first half of 2025. → 2025-40
      Sales fell in the second half of last year. → 2025-41
      Sales fell in the third quarter. → –
      They left in the summer of 2019. → 2019-22
      They left in winter 1995-96. → 1995-24
      They left in autumn 2024. → 2024-23
      They left in the spring of 2023. → 2023-21
      They left in the fall of 2023. → 2023-23
      Sales fell in the fourth quarter of last year. → 2025-36
      Sales fell in the first quarter of this year. → 2026-33
      Sales fell in Q1 2024. → 2024-33
      """)
  }

  @Test func relativeDates() {
    check(
      """
      It opened yesterday. → 2026-07-02
      It opens today. → 2026-07-03
      It opens tomorrow. → 2026-07-04
      It opened on Monday. → 2026-06-29
      It opened on Friday. → 2026-07-03
      It opened last Friday. → 2026-06-26
      It opened last Monday. → 2026-06-29
      It opens next Tuesday. → 2026-07-07
      It opens next Friday. → 2026-07-10
      It opens this Wednesday. → 2026-07-01
      It opened last week. → 2026-W26
      It opens this week. → 2026-W27
      It opens next month. → 2026-08
      It opened last month. → 2026-06
      It opened last year. → 2025
      It opens this year. → 2026
      It opens next year. → 2027
      It opened last March. → 2026-03
      It opened last August. → 2025-08
      It opens next May. → 2027-05
      It opens this September. → 2026-09
      It burned two years ago. → 2024
      It burned three months ago. → 2026-04
      It burned two weeks ago. → 2026-W25
      It burned five days ago. → 2026-06-28
      It burned a year ago. → 2025
      It rained at the end of the year. → 2026
      It burned a week later. → –
      It burned two days ago. → 2026-07-01
      It burned 10 years ago. → 2016
      It burned six months ago. → 2026-01
      It burned a month ago. → 2026-06
      It burned decades ago. → –
      It opens on Thursday. → 2026-07-02
      It opened last Sunday. → 2026-06-28
      It opens next Monday. → 2026-07-06
      It opens this month. → 2026-07
      It opens next week. → 2026-W28
      It opened late last year. → 2025
      It opened earlier this month. → 2026-07
      It opened early this year. → 2026
      It opens later this week. → 2026-W27
      It opened late Friday. → 2026-07-03
      The following day they left. → –
      """)
  }

  @Test func durations() {
    check(
      """
      It lasted two years. → P2Y
      It lasted six weeks. → P6W
      It lasted three and a half months. → P3.5M
      A two-day strike ended. → P2D
      A 43-year-old man came. → P43Y
      He was 43 years old. → P43Y
      Ann Oak, 43, said it. → P43Y
      She retired at the age of 60. → P60Y
      She was aged 51. → P51Y
      In the last two years it rained. → P2Y
      It took two to three years. → P2Y/P3Y
      They meet every two weeks. → R/P2W
      They meet every year. → R/P1Y
      For decades nobody came. → –
      It took 45 minutes. → PT45M
      It took three hours. → PT3H
      A 30-minute walk. → PT30M
      It took 20 seconds. → PT20S
      It took half an hour. → PT0.5H
      It took 5 hours. → PT5H
      It took 20 minutes. → PT20M
      In recent years it rained. → –
      It lasted one day. → P1D
      It lasted 30 days. → P30D
      It lasted 18 months. → P18M
      A six-month term began. → P6M
      A 14-year-old came. → P14Y
      A three-week-old strike ended. → P3W
      It took 10 to 12 days. → P10D/P12D
      It took five consecutive days. → P5D
      It took two decades. → P20Y
      It took the past two weeks. → P2W
      They meet every day. → R/P1D
      They meet every other week. → R/P2W
      They meet every three hours. → R/PT3H
      It took twenty-four hours. → PT24H
      It took 90 seconds. → PT90S
      It took 1.5 hours. → PT1.5H
      """)
  }

  @Test func times() {
    check(
      """
      At 3 p.m. it rang. → T15:00
      At 14:05 it rang. → T14:05
      At 14:05:30 it rang. → T14:05:30
      At 10:30 a.m. EST it rang. → T10:30-05:00
      At 16:00 GMT it rang. → T16:00Z
      At 1600 GMT it rang. → T16:00Z
      At 10.30pm it rang. → T22:30
      At 12 a.m. it rang. → T00:00
      At 12 p.m. it rang. → T12:00
      Open 5-6 p.m. today → T17:00/T18:00, 2026-07-03
      Open 9 am to 5 pm. → T09:00/T17:00
      Open 11-1 p.m. → T11:00/T13:00
      At 3 o'clock in the morning it rang. → T03:00
      At 5 p.m. local time it rang. → T17:00
      At noon it rang. → T12:00
      At 7 pm it rang. → T19:00
      At 03:00 pm it rang. → T15:00
      At 6:13 P.M. EDT it rang. → T18:13-04:00
      At 8:15 p.m. CET it rang. → T20:15+01:00
      At 23:59 it rang. → T23:59
      At 5 o'clock it rang. → T05:00
      At 9 a.m. Moscow time it rang. → T09:00
      At 7:30 a.m. on Monday it rang. → T07:30, 2026-06-29
      On Sunday night it rang. → 2026-06-28TNI
      Yesterday afternoon it rang. → 2026-07-02TAF
      On Monday evening it rang. → 2026-06-29TEV
      At midnight it rang. → T00:00
      On Friday morning it rang. → 2026-07-03TMO
      Last night it rang. → 2026-07-02TNI
      Tomorrow evening it rings. → 2026-07-04TEV
      This morning it rang. → 2026-07-03TMO
      It rings tonight. → 2026-07-03TNI
      """)
  }

  @Test func shares() {
    check(
      """
      It fell 5%. → 5%
      It fell 5 percent. → 5%
      It fell 12.5 per cent. → 12.5%
      It fell twenty-five percent. → 25%
      It fell 10 to 20 percent. → 10%/20%
      It fell 3-4%. → 3%/4%
      It fell by 5.2 percentage points. → 5.2pp
      A 12-percent rise came. → 12%
      It fell 0.5 percent. → 0.5%
      It fell one percent. → 1%
      It fell between 18 and 20 percent. → 18%/20%
      It fell 6 to 7 per cent. → 6%/7%
      It fell half a percent. → 0.5%
      It fell a hundred percent. → 100%
      It fell three percentage points. → 3pp
      It fell 1,200%. → 1200%
      It fell 2½ percent. → 2.5%
      It fell 99.99 %. → 99.99%
      """)
  }

  @Test func money() {
    check(
      """
      It cost $5 million. → USD 5000000
      It cost US$ 3.2 billion. → USD 3200000000
      It cost $0.1 million. → USD 100000
      It cost €40. → EUR 40
      It cost 40 euros. → EUR 40
      It cost £2m. → GBP 2000000
      It cost A$1.5bn. → AUD 1500000000
      It cost HK$300. → HKD 300
      It cost EUR 40 million. → EUR 40000000
      It cost 40 USD. → USD 40
      It cost Rs 500 crore. → INR 5000000000
      It cost Rs. 1,500. → INR 1500
      It cost five dollars. → USD 5
      It cost 20 cents. → USD 0.2
      It cost 50 pence. → GBP 0.5
      It cost 300 Swiss francs. → CHF 300
      It cost 300 francs. → –
      It cost 2,000 Hong Kong dollars. → HKD 2000
      It cost a million dollars. → USD 1000000
      It cost two and a half million pounds. → GBP 2500000
      It cost $5-10 million. → USD 5000000/10000000
      It cost $1,234.56. → USD 1234.56
      It cost 50 pounds sterling. → GBP 50
      It cost half a million dollars. → USD 500000
      It cost 2 billion won. → KRW 2000000000
      It cost millions of dollars. → –
      It cost $2 trillion. → USD 2000000000000
      It cost $ 8.00 there. → USD 8
      It cost $60,000 there. → USD 60000
      It cost fifty-one cents. → USD 0.51
      It cost three hundred and sixteen dollars. → USD 316
      It cost 350 DKK. → DKK 350
      It cost US$20,000. → USD 20000
      It cost C$300 million. → CAD 300000000
      It cost ¥5,000. → JPY 5000
      It cost 5000 yen. → JPY 5000
      It cost ₹1,50,000 there. → INR 150000
      It cost €1.2bn. → EUR 1200000000
      It cost £3.4 billion. → GBP 3400000000
      It cost 300 million Norwegian kroner. → NOK 300000000
      It cost 2 million Australian dollars. → AUD 2000000
      It cost 500 Pakistani rupees. → PKR 500
      It cost 10 million Mexican pesos. → MXN 10000000
      It cost 700 South Korean won. → KRW 700
      It cost 40 billion roubles. → RUB 40000000000
      It cost 1.5 billion yuan. → CNY 1500000000
      It cost several million dollars. → –
      It cost $20-million there. → USD 20000000
      It cost $1 to $2. → USD 1, USD 2
      """)
  }

  @Test func measures() {
    check(
      """
      It does 72 km/h there. → 72 km/h
      It does 60 miles per hour. → 60 mi/h
      It does 60 mph. → 60 mi/h
      It has 1,500 square miles. → 1500 mi²
      It has 20 m² there. → 20 m²
      A 30-metre mast fell. → 30 m
      It weighs 3.2 tonnes. → 3.2 t
      It was 12 degrees Celsius. → 12 °C
      It was 12°C there. → 12 °C
      It was 5 °F there. → 5 °F
      He is 6-foot-2 tall. → 6 ft 2 in
      He is 5 feet 10 inches tall. → 5 ft 10 in
      They sold two million barrels. → 2000000 bbl
      It is 10 to 15 kilometres away. → 10 km/15 km
      It is 10 nautical miles away. → 10 nmi
      It makes 300 MW there. → 300 MW
      It is two and a half miles on. → 2.5 mi
      It is 4.2 light years away. → 4.2 ly
      It is 1,8 metres long. → –
      It is 1km² there. → 1 km²
      It is 240,000 square metres. → 240000 m²
      It is 20 cubic metres. → 20 m³
      It is forty-eight metres long. → 48 m
      It is half a mile long. → 0.5 mi
      It is one inch long. → 1 in
      It weighs 82 kg there. → 82 kg
      It was 89 degrees there. → 89 °
      It was 75°F there. → 75 °F
      It was 32 degrees Fahrenheit. → 32 °F
      It does 3 knots. → 3 kn
      They sold 500 hectares. → 500 ha
      They sold 2 million acres. → 2000000 ac
      They sold 1.5 million barrels per day. → 1500000 bbl/d
      He weighs 200 pounds. → 200 lb
      It is 30m deep. → 30 m
      It stores 2 GB there. → 2 GB
      """)
  }

  @Test func numerals() {
    check(
      """
      The first came. → 1
      The 21st came. → 21
      The twenty-first guest came. → 21
      The 1,000th visitor came. → 1000
      Three men came. → 3
      They had 1,500 tents. → 1500
      They had twenty-five dogs. → 25
      They had two hundred and six bones. → 206
      They had a hundred and fifty tents. → 150
      They had 5 million voters. → 5000000
      They had 2.5bn users. → 2500000000
      They had half a million birds. → 500000
      They had a dozen eggs. → 12
      They had two-thirds of it. → 2/3
      They had 3 1/2 cups. → 3.5
      They had 3½ cups. → 3.5
      They had 3/4 of it. → 0.75
      They had 10 to 15 people. → 10/15
      They had two or three cars. → 2/3
      They won 3-2. → –
      Dozens came. → –
      They had one of them. → 1
      They had 84,121 votes. → 84121
      They had 1,8 of them. → –
      They had zero votes. → 0
      They had five or six cars. → 5/6
      They had 107 seats. → 107
      They had ten thousand tents. → 10000
      They had three hundred thousand tents. → 300000
      They had 1.25 million tents. → 1250000
      They had a quarter of it. → 0.25
      They had several hundred fish. → –
      They had hundreds of thousands. → –
      They had three and a half of it. → 3.5
      The fifth came. → 5
      The 50,000th came. → 50000
      The 112th came. → 112
      The thirty-third came. → 33
      The millionth came. → 1000000
      They had two million three hundred thousand sheep. → 2300000
      """)
  }

  /// A form is a fact of the words: short, on one line, without blanks at its ends, and the same each time.
  @Test(arguments: 0..<48) func saysSomethingOfAnything(seed: UInt64) {
    let pieces = [
      "the ", "last ", "next ", "two ", "and ", "a ", "half ", "hundred ", "million ", "-", "–", "/", ":", ".", ",",
      "5 ", "12", "30 ", "2026 ", "99999999999999999999 ", "1.2.3 ", "0 ", "May ", "Feb. ", "Friday ", "morning ",
      "third ", "quarter ", "of ", "years ", "ago ", "old ", "km", "/h ", "°", "C ", "p.m. ", "EST ", "BC ", "AD ",
      "every ", "to ", "or ", "$", "US", "€", "pounds ", "cents ", "percent ", "points ", "'", "s ", "½ ", "feet ",
      "billion ", "quadrillion ", "trillion ", "9999 ", "31 ", "century ", "early ", "end ", "tonight ", "age ",
    ]
    var random = SplitMix64(seed: seed)
    let text = (0..<400).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let tokens = TokenizedText(text)
    for published in [nil, "0001-01-01", "9999-12-31", "2024-02-29T23:59:00Z", "nonsense"] {
      let forms = NormalForms(in: tokens, by: Self.finder, published: published)
      for candidate in Self.finder.find(in: tokens) {
        let form = forms.form(of: candidate)
        #expect(form == forms.form(of: candidate))
        if let form { #expect(!form.isEmpty && form.trimmed == form && !form.contains("\n") && form.utf8.count < 100) }
      }
    }
  }

  @Test func calendarGoesBothWays() throws {
    for ordinal in stride(from: 306, to: 3_652_000, by: 97) {
      guard let day = CalendarDay(ordinal: ordinal) else { continue }
      #expect(day.ordinal == ordinal && CalendarDay(iso: day.iso) == day && 1...7 ~= day.weekday)
    }
    #expect(CalendarDay(2026, 7, 3)?.weekday == 5)
    #expect(CalendarDay(2021, 1, 3)?.isoWeek == "2020-W53")
    #expect(CalendarDay(2024, 12, 30)?.isoWeek == "2025-W01")
    #expect(CalendarDay(2024, 3, 31)?.adding(months: -1)?.iso == "2024-02-29")
  }

  @Test func documentsCarryThem() throws {
    var document = Document(text: "On Monday it cost $5 million.")
    document.metadata.published = "2026-07-03"
    #expect(try run(EntityTagStage.self, on: document).entities?.map(\.normal) == ["2026-06-29", "USD 5000000"])
    #expect(
      try run(EntityTagStage.self, with: ["normal-forms": false], on: document).entities?.map(\.normal) == [nil, nil])
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}

extension String {
  fileprivate var trimmed: String {
    let words = drop { $0 == " " }
    return String(words.prefix(words.count - words.reversed().prefix { $0 == " " }.count))
  }
}

internal import DocumentModel

/// Finds DATE, TIME, PERCENT, MONEY, QUANTITY, ORDINAL and CARDINAL by rules over tokens.
///
/// Spans are drawn as OntoNotes 5 draws them (https://catalog.ldc.upenn.edu/docs/LDC2013T19/OntoNotes-Release-5.0.pdf,
/// §2.6), with these choices where its annotators differ or a reader would:
///
/// - A unit, a sign, "the" and "last", "next", "early" belong to the span ("the last two years", "early 2020",
///   "US$5 million"); approximators ("about", "more than") and a possessive "'s" do not.
/// - A day with a part of it is one TIME ("Friday morning"); date and clock time are two spans.
/// - A range with one unit is one span ("14-16 March", "10 to 20 percent"); "between 2019 and 2021" are two dates.
/// - An age is a DATE ("43-year-old", "aged 43", the "43" of "Ann Oak, 43, said").
/// - A number that is part of a name is nothing ("F-16", "Article 5", "Room 12").
/// - Words such as "annual", "daily", "now" and "once" are nothing.
struct NumberFinder: Sendable {
  private let table: WordTable
  private let holidays: [[UInt64]]

  init() {
    let lists =
      NumberWords.lists + Currencies.lists + Units.lists + CalendarWords.lists + ClockWords.lists + Holidays.lists
    table = WordTable(lists.flatMap(\.meanings))
    holidays = Holidays.names.map { TokenizedText($0).tokens.map(\.hash) }
  }

  /// The tokens of `text` with what each can be.
  func reader(of text: TokenizedText) -> NumberReader { NumberReader(text: text, table: table, holidays: holidays) }

  /// The candidates in reading order; they don't overlap, and of the readings that begin at a token the longest wins.
  func find(in text: TokenizedText) -> [Candidate] {
    let reader = reader(of: text)
    var found: [Candidate] = []
    var index = 0
    var free = 0
    while index < text.count {
      guard let reading = reader.reading(at: index), reading.end > index else {
        index += 1
        continue
      }
      if let label = reading.label {
        let tokens = max(reading.start, free)..<reading.end
        found.append(
          Candidate(tokens: tokens, range: text.range(of: tokens), label: label, why: .rule, score: reading.score))
        free = reading.end
      }
      index = reading.end
    }
    return found
  }
}

/// What some tokens mean; without a label they are known to mean nothing here.
struct Reading {
  var start: Int
  var end: Int
  var label: Label?
  var score = 0.9

  init(_ start: Int, _ end: Int, _ label: Label?, score: Double = 0.9) {
    self.start = start
    self.end = end
    self.label = label
    self.score = score
  }
}

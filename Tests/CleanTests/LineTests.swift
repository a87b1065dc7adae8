import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct LineTests {
  @Test(arguments: [
    Case(
      "hard-wrapped paragraphs are joined",
      """
      The council decided on Tuesday night that all six
      libraries will stay open, though four of them are
      to be closed on Mondays and none of them will be
      open after seven.

      The vote ended a dispute that had filled the public
      gallery three times since the month of October.
      """,
      """
      The council decided on Tuesday night that all six libraries will stay open, though four of them are to be closed on Mondays and none of them will be open after seven.

      The vote ended a dispute that had filled the public gallery three times since the month of October.
      """),
    Case(
      "wrapped quotations are joined without their marks",
      """
      > The council decided on Tuesday night that all six
      > libraries will stay open, though four of them are
      > to be closed on Mondays.
      >
      >> And none of them will be open, says the council of
      >> the town, after seven.
      > The vote ended a dispute that had filled the public
      > gallery three times since the month of October.
      >
      > - Mill Lane
      > - Eastfield
      """,
      """
      > The council decided on Tuesday night that all six libraries will stay open, though four of them are to be closed on Mondays.
      >
      >> And none of them will be open, says the council of the town, after seven.
      > The vote ended a dispute that had filled the public gallery three times since the month of October.
      >
      > - Mill Lane
      > - Eastfield
      """),
    Case(
      "prompts of programs are no quotation",
      """
      > The council decided on Tuesday night that all six
      > libraries will stay open, though four of them are
      > to be closed on Mondays, and says how they will be
      > paid for.
      >
      >>> from town import libraries, the council, mondays
      >>> print(libraries, mondays, and what else there is)
      """,
      """
      > The council decided on Tuesday night that all six libraries will stay open, though four of them are to be closed on Mondays, and says how they will be paid for.
      >
      >>> from town import libraries, the council, mondays
      >>> print(libraries, mondays, and what else there is)
      """),
    Case(
      "quotations have a width of their own, and their words in the dictionary",
      """
      On decision-making they write, and on decision-making for all of us who have
      anything to say about the rooms that the town has, and about those who clean
      them, or paint them.

      > Ferries are late.
      > Buses are never late.
      > Trains are as ever.

      > And the council asks how its own decision-
      > making went on, for the board decided what
      > nobody had asked.
      """,
      """
      On decision-making they write, and on decision-making for all of us who have anything to say about the rooms that the town has, and about those who clean them, or paint them.

      > Ferries are late.
      > Buses are never late.
      > Trains are as ever.

      > And the council asks how its own decision-making went on, for the board decided what nobody had asked.
      """),
    Case(
      "an indented line begins a paragraph",
      """
         The council decided on Tuesday night that all six
      libraries will stay open, though four of them are
      to be closed on Mondays.
         The vote ended a dispute that had filled the public
      gallery three times since the month of October, when
      the plan was made.
      """,
      """
      The council decided on Tuesday night that all six libraries will stay open, though four of them are to be closed on Mondays.

      The vote ended a dispute that had filled the public gallery three times since the month of October, when the plan was made.
      """),
    Case(
      "items of a wrapped list are joined each by itself",
      """
      - Central Library: Monday to Saturday, and on other
        days as will be told on the board at the entrance
      - Mill Lane
      1. Eastfield: on Tuesdays and on Wednesdays, but not
         in the holidays of the schools
      """,
      """
      - Central Library: Monday to Saturday, and on other days as will be told on the board at the entrance
      - Mill Lane
      1. Eastfield: on Tuesdays and on Wednesdays, but not in the holidays of the schools
      """),
    Case(
      "indented lines go on with the item above, in text that is not wrapped",
      """
      The council voted on Tuesday to keep all six libraries open, though four of them are to be closed on Mondays.

      - Roads will be repaired
        before the winter
      - Schools get new roofs.
        The work begins in May.
        a. Mill Lane, which
           waits since June
        b. Eastfield
      - Closed on Mondays:
        Harbour Street
        Old Mill
      """,
      """
      The council voted on Tuesday to keep all six libraries open, though four of them are to be closed on Mondays.

      - Roads will be repaired before the winter
      - Schools get new roofs. The work begins in May.
      a. Mill Lane, which waits since June
      b. Eastfield
      - Closed on Mondays:
      Harbour Street
      Old Mill
      """),
    Case(
      "an abbreviation that begins a line begins no item",
      """
      Der Rat von Dornbruck hat beschlossen, alle sechs der
      d. h. auch die beiden in der alten Schule und in dem,
      was von der Mühle noch steht, auf Dauer zu behalten.
      """,
      """
      Der Rat von Dornbruck hat beschlossen, alle sechs der d. h. auch die beiden in der alten Schule und in dem, was von der Mühle noch steht, auf Dauer zu behalten.
      """),
    Case(
      "short lines of their own stay", "John Smith\n12 Mill Lane\nThornbridge", "John Smith\n12 Mill Lane\nThornbridge"),
    Case(
      "verse stays",
      "The ferry sails at early dawn\nAnd no one knows from where it came\nThe mayor stands upon the lawn\nAnd calls the captain by his name",
      "The ferry sails at early dawn\nAnd no one knows from where it came\nThe mayor stands upon the lawn\nAnd calls the captain by his name"
    ),
    Case(
      "a dash amid a sentence begins no item",
      """
      The council of Thornbridge has kept all its libraries
      — as it had promised in the year of the flood — and it
      will open a seventh in the old mill before the winter.
      """,
      """
      The council of Thornbridge has kept all its libraries — as it had promised in the year of the flood — and it will open a seventh in the old mill before the winter.
      """),
    Case(
      "nor does a number in brackets, nor a tag",
      """
      The council of Thornbridge has decided at last, after
      a dispute of many months, and they went by what is in
      (4) of the law on libraries, and the many who wrote to
      them in those weeks, on cards that had the word of all,
      #sixlibraries, on them, were glad of that for once, as
      the mayor was.
      """,
      """
      The council of Thornbridge has decided at last, after a dispute of many months, and they went by what is in (4) of the law on libraries, and the many who wrote to them in those weeks, on cards that had the word of all, #sixlibraries, on them, were glad of that for once, as the mayor was.
      """),
    Case(
      "items behind an item that fills its line stay items",
      """
      The seven libraries that the council will keep are the
      1. Central Library in the old grammar school, which is
      2. Eastfield, open on Tuesdays
      """,
      """
      The seven libraries that the council will keep are the
      1. Central Library in the old grammar school, which is
      2. Eastfield, open on Tuesdays
      """),
    Case(
      "letters in a series are items, though lines before them are full",
      """
      The council of Thornbridge has decided at last, after
      a dispute of many months, that it will keep the seven
      a. Central Library in the old grammar school, which is
      b. Eastfield, open on Tuesdays and on Fridays, and the
      c. Mill Lane library
      """,
      """
      The council of Thornbridge has decided at last, after a dispute of many months, that it will keep the seven
      a. Central Library in the old grammar school, which is
      b. Eastfield, open on Tuesdays and on Fridays, and the
      c. Mill Lane library
      """),
    Case(
      "a dash of two hyphens keeps its space",
      """
      The man had been arrested in the city of Columbus --
      the third arrest since May, the officers in the town
      told us -- and was set free again on the next morning.
      """,
      """
      The man had been arrested in the city of Columbus -- the third arrest since May, the officers in the town told us -- and was set free again on the next morning.
      """),
    Case("an underlined heading stays", "Background\n----------", "Background\n----------"),
    Case("Chinese lines are joined without a space", cjk.joined(separator: "\n"), cjk.joined()),
  ])
  func reflows(_ example: Case) throws {
    #expect(try run(CleanStage.self, on: example.before).text == example.after)
  }

  /// Abbreviations of single letters, at the start of lines as they fall.
  @Test(arguments: 40...80)
  func joinsLinesThatBeginWithAbbreviations(width: Int) throws {
    let text = """
      Der Stadtrat beschloss am Dienstag den Umbau des Kais, und die Arbeiten sollen im Mai beginnen, wie er in einer \
      langen Erklärung mitteilte. Viele Betriebe, z. B. die Werft und die Reederei, waren dagegen, d. h. sie wollten \
      den alten Kai behalten, u. a. wegen der Kosten, die i. d. R. von den Betrieben zu tragen sind, und v. a. wegen \
      der langen Bauzeit. Das Urteil in Roe v. Wade steht auf p. 23 und wurde c. 1850 von jemandem mit der Nr. 5 \
      (b. 1964) geschrieben, s. o. und s. u. an anderer Stelle, m. E. zu Recht, o. Ä. gilt z. T. auch hier und i. A. \
      überall. Was sie dort so lange und so oft gesagt haben, das ist bis heute nicht ganz klar, aber es war wohl \
      nicht das, was sie alle hören wollten, als sie nach und nach erst hier und dann auch dort ankamen und fragten, \
      wie es denn nun weiter gehen soll und wer das alles am Ende noch bezahlen kann.
      """
    #expect(try run(CleanStage.self, on: wrapped(text, at: width)).text == text)
  }

  /// Lines of words that fit within `width` columns.
  private func wrapped(_ text: String, at width: Int) -> String {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    .joined(separator: "\n")
  }

  static let cjk = [
    "他们在北京的会议上讨论了这个问题并且决定在明年春天之前", "完成所有的准备工作以便新的铁路可以按时开通并且为居民服", "务。",
  ]

  @Test func keepsParagraphsOfOneLineEachApart() throws {
    let first =
      "The council decided on Tuesday night that all six libraries will stay open, though four of them are to be closed on Mondays, it said."
    let second = "\"It is not what we wanted.\""
    let clean = try run(CleanStage.self, on: "\(first)\n\(second)\n\(first)").text
    #expect(clean == "\(first)\n\n\(second)\n\n\(first)")
  }

  @Test(arguments: [
    Case("a divided word is joined", "the Austrian Fed-\neral Railways", "the Austrian Federal Railways"),
    Case("a compound keeps its hyphen", "A slow-\nmoving low", "A slow-moving low"),
    Case(
      "the word elsewhere decides: joined", "a long-\nshoreman and a longshoreman", "a longshoreman and a longshoreman"),
    Case("the word elsewhere decides: with hyphen", "a by-\npass and a by-pass", "a by-pass and a by-pass"),
    Case("a name before a part stays apart", "Moscow, and a Moscow-\nbacked plan", "Moscow, and a Moscow-backed plan"),
    Case("one letter keeps its hyphen", "an e-\nmail", "an e-mail"),
    Case("parts of compounds can be parts of words", "a state-\nment on Thurs-\nday", "a statement on Thursday"),
    Case("a small word elsewhere is no name", "As it is, the As-\nsociated Press", "As it is, the Associated Press"),
    Case("a chain of hyphens is kept", "state-of-the-\nart work", "state-of-the-art work"),
    Case("a suspended hyphen keeps its space", "two-\nand three-year terms", "two- and three-year terms"),
    Case("a dash close to its word is no hyphen", "of bad marks-\nthat is all", "of bad marks- that is all"),
    Case("a dash is no hyphen", "the plan -\nhe said", "the plan -\nhe said"),
    Case("a hyphen before a capital is left where lines are not wrapped", "Anglo-\nAmerican", "Anglo-\nAmerican"),
  ])
  func joinsDividedWords(_ example: Case) throws {
    #expect(try run(CleanStage.self, on: example.before).text == example.after)
  }

  /// Of the widest line that counts, and a word that a wide character carries over it.
  @Test func columnsStopAtTheLimit() throws {
    let line = String(repeating: "港", count: 60)
    let word = "“" + String(repeating: "船", count: 70)
    let text = "\(line)\n\(word)\n\(word)"
    #expect(try run(CleanStage.self, on: text).text.count { $0 == "港" } == 60)
    for width in 110...130 {
      let line = String(repeating: "a", count: width)
      _ = try run(CleanStage.self, on: "\(line)\n\(word)\n\(line)")
    }
  }

  /// A text of many lines of which one ends in a hyphen divides no words.
  @Test func aRareHyphenIsTheTextsOwn() throws {
    let line = "The ferry left the old quay at nine in the morning, as it does each day,\n"
    let text = String(repeating: line, count: 50) + "and the man said pf-\nboats were late, he said, as they are.\n"
    #expect(try run(CleanStage.self, on: text).text.contains("pf-boats"))
    let divided = text + String(repeating: "It is a harb-\nour, and the harbour is old.\n", count: 2)
    #expect(try run(CleanStage.self, on: divided).text.contains("pfboats"))
  }

  @Test(arguments: [
    ("always", "one two\nthree\nfour", "one two three four"),
    (
      "never", "the council decided on this very Tuesday\nthat it was open",
      "the council decided on this very Tuesday\nthat it was open"
    ),
  ])
  func unwrapsAsAsked(unwrap: String, before: String, after: String) throws {
    #expect(try run(CleanStage.self, with: ["unwrap": .string(unwrap)], on: before).text == after)
  }

  @Test func leavesDividedWordsWhenAsked() throws {
    #expect(try run(CleanStage.self, with: ["dehyphenate": false], on: "Fed-\neral").text == "Fed-\neral")
  }
}

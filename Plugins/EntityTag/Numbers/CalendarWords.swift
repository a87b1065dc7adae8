/// Words that name days, months and seasons, and words that lead to them.
enum CalendarWords {
  static let lists = [
    WordList(
      .month,
      "january=1 february=2 april=4 june=6 july=7 august=8 september=9 october=10 november=11 december=12"),
    WordList([.month, .doubtfulMonth], "march=3 may=5"),
    WordList(
      .shortMonth, "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12"),
    WordList(
      .weekday,
      """
      monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mondays=1 tuesdays=2 wednesdays=3
      thursdays=4 fridays=5 saturdays=6 sundays=7
      """),
    WordList(.shortWeekday, "mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7"),
    WordList(.dateUnit, "day week fortnight month quarter semester year decade century millennium weekend weekday yr"),
    WordList(
      [.dateUnit, .plural],
      "days weeks fortnights months quarters semesters years decades centuries millennia weekends weekdays yrs"),
    WordList(.relativeDay, "today=0 yesterday=-1 tomorrow=1"),
    WordList(.season, "spring=1 summer=2 autumn=3 fall=3 winter=4 midsummer=2 midwinter=4"),
    WordList(.era, "bc bce ad ce b.c. a.d. b.c.e. c.e."),
    WordList(.yearKind, "fiscal financial academic school calendar tax"),
    WordList(.shortQuarter, "q1=1 q2=2 q3=3 q4=4 h1=1 h2=2"),
    WordList(
      .deictic, "last next this that past coming following previous current same recent preceding upcoming ensuing"),
    WordList(.part, "early late mid earlier later"),
    WordList(.edge, "end beginning start middle rest close turn remainder"),
    WordList(.each, "each every"),
    WordList(.ago, "ago earlier later"),
    WordList(
      .datePreposition,
      """
      in since by until till from during of before after between through throughout on around circa about early late
      mid to and last next this every for
      """),
    WordList(.age, "age aged ages"),
    WordList(.the, "the"),
    WordList(.article, "a an"),
  ]
}

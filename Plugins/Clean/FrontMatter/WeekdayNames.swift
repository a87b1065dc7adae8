/// The days of a week by their names in the languages that articles print dates in.
enum WeekdayNames {
  /// Whether a word in lower case, without a full stop, is one.
  static func contains(_ word: String, inAnyLanguage: Bool) -> Bool { (inAnyLanguage ? all : english).contains(word) }

  private static let english = names(lists.prefix(1))
  private static let all = names(lists[...])

  private static func names(_ lists: ArraySlice<String>) -> Set<String> {
    Set(lists.flatMap(\.words))
  }

  /// A list for each language, Monday to Sunday: English with short forms, German, French, Spanish, Italian, Portuguese,
  /// Dutch, Polish, Swedish, Danish and Norwegian.
  private static let lists = [
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda terça quarta quinta sexta sábado domingo",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "måndag tisdag onsdag torsdag fredag lördag söndag",
    "mandag tirsdag onsdag torsdag fredag lørdag søndag",
  ]
}

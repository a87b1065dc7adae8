/// The months of a year by their names in the languages that articles print dates in, and by their common short forms.
enum MonthNames {
  /// 1 to 12 for a word in lower case, without a full stop; `nil` for any other word.
  static func month(_ word: String, inAnyLanguage: Bool) -> Int? { (inAnyLanguage ? all : english)[word] }

  private static let english = months(lists.prefix(1))
  private static let all = months(lists[...])

  private static func months(_ lists: ArraySlice<String>) -> [String: Int] {
    var months: [String: Int] = [:]
    for list in lists {
      for (index, names) in list.words.enumerated() {
        for name in names.split(separator: "/") { months[String(name)] = index + 1 }
      }
    }
    return months
  }

  /// A list for each language, January to December: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
  /// Swedish, Danish and Norwegian, Finnish, Russian, Ukrainian, Romanian, Greek, Turkish, Indonesian, Czech; the genitive
  /// where dates have it.
  private static let lists = [
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
    "januar/jänner februar/feber märz/mär april mai juni juli august september oktober/okt november dezember/dez",
    "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août/aoû septembre octobre novembre décembre/déc",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
    "gennaio febbraio/febbr marzo aprile maggio giugno/giu luglio/lug agosto settembre/sett ottobre/ott novembre dicembre",
    "janeiro fevereiro/fev março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember/des",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг сентября/сен октября/окт ноября/ноя декабря/дек",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "ledna února března dubna května června července srpna září října listopadu prosince",
  ]
}

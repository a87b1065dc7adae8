/// Words of the clock: parts of the day, units below a day, time zones (https://www.iana.org/time-zones).
enum ClockWords {
  static let lists = [
    WordList(.clockUnit, "second minute hour sec min hr"),
    WordList([.clockUnit, .plural], "seconds minutes hours secs mins hrs milliseconds microseconds"),
    WordList(.clockWord, "tonight midnight noon midday overnight"),
    WordList(
      .dayPart, "morning afternoon evening night dawn dusk lunchtime nighttime mornings afternoons evenings nights"),
    WordList(.meridiem, "am pm a.m. p.m. a.m p.m"),
    WordList(
      .timeZone,
      """
      gmt utc bst cet cest eet eest wet west msk ist pkt jst kst hkt sgt est edt et cst cdt ct mst mdt mt pst pdt pt
      akst akdt hst ast adt nst aest aedt acst awst nzst nzdt sast wat eat cat art brt clt
      """),
  ]
}

/// Days with a name, as their tokens; longer names before shorter ones that begin alike.
enum Holidays {
  static let names = [
    "New Year's Eve", "New Year's Day", "New Year's", "New Year", "Christmas Eve", "Christmas Day", "Christmas",
    "Boxing Day", "Easter Sunday", "Easter Monday", "Easter", "Good Friday", "Palm Sunday", "Ash Wednesday",
    "Maundy Thursday", "Holy Week", "Pentecost", "Epiphany", "Lent", "All Saints' Day", "All Souls' Day", "Halloween",
    "Thanksgiving Day", "Thanksgiving", "Memorial Day", "Labor Day", "Labour Day", "May Day", "Independence Day",
    "Veterans Day", "Armistice Day", "Remembrance Day", "Remembrance Sunday", "Presidents Day", "Presidents' Day",
    "Columbus Day", "Martin Luther King Day", "Valentine's Day", "St. Patrick's Day", "St Patrick's Day",
    "Mother's Day",
    "Father's Day", "Bastille Day", "Anzac Day", "Australia Day", "Canada Day", "Victoria Day", "Victory Day",
    "Republic Day", "Earth Day", "Election Day", "Inauguration Day", "Groundhog Day", "April Fools' Day",
    "April Fool's Day", "Black Friday", "Cyber Monday", "Super Tuesday", "Ramadan", "Eid al-Fitr", "Eid al-Adha",
    "Eid ul-Fitr", "Eid ul-Adha", "Eid", "Ashura", "Muharram", "Nowruz", "Passover", "Yom Kippur", "Rosh Hashanah",
    "Hanukkah", "Chanukah", "Sukkot", "Purim", "Diwali", "Deepavali", "Holi", "Vesak", "Lunar New Year",
    "Chinese New Year", "Kwanzaa", "Juneteenth", "Mardi Gras", "Women's Day", "International Women's Day",
    "World AIDS Day",
  ]

  static let lists = [
    WordList(
      .holiday, names.map { $0.prefix { $0 != " " && $0 != "'" && $0 != "." } }.joined(separator: " "))
  ]
}

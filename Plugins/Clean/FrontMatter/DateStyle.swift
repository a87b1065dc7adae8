/// How dates that are written in figures, or in other languages than English, are to be read.
struct DateStyle: Sendable {
  /// Which figure of `05/06/2026` is the day.
  enum DayPlace {
    case first
    case second
  }

  /// Whether dates are told in other languages than English too.
  var isOfAnyLanguage = false
  /// `nil` where nothing tells: then `25/06/2026` is a date and `05/06/2026` is none.
  var dayPlace: DayPlace?
  /// Whether `14.03.26` and `3/14/26` are dates.
  var hasShortYears = false

  /// What dates on a page look like.
  ///
  /// - Parameters:
  ///   - language: a BCP 47 tag.
  ///   - host: where the page is from, which tells of pages in English what their language does not: `herald.co.uk`.
  static func ofPage(in language: String?, from host: String?) -> DateStyle {
    var style = DateStyle(isOfAnyLanguage: true, hasShortYears: true)
    let parts = language?.lowercased().split(separator: "-") ?? []
    guard let spoken = parts.first, !yearFirst.contains(String(spoken)) else { return style }
    let region = parts.dropFirst().last.map(String.init)
    if let region, monthFirst.contains(region) {
      style.dayPlace = .second
    } else if spoken != "en" || region.map(dayFirst.contains) ?? false {
      style.dayPlace = .first
    } else if region == nil, let domain = host?.lowercased().split(separator: ".").last.map(String.init) {
      style.dayPlace = dayFirst.contains(domain) ? .first : monthFirst.contains(domain) ? .second : nil
    }
    return style
  }

  // The order of the short dates in Unicode's CLDR, by language and region.

  private static let yearFirst: Set<String> = ["zh", "ja", "ko", "hu", "mn"]
  private static let monthFirst: Set<String> = ["us", "ph", "pr", "gov", "edu", "mil"]
  /// Regions with pages in English, and what their hosts end in.
  private static let dayFirst: Set<String> = [
    "gb", "uk", "ie", "au", "nz", "in", "za", "ng", "ke", "gh", "ug", "tz", "zw", "sg", "my", "hk", "pk", "bd", "lk",
    "jm", "tt", "mt", "eu",
  ]
}

/// The kind of thing that an entity is.
///
/// The named ones are the eighteen of OntoNotes 5 (https://catalog.ldc.upenn.edu/LDC2013T19), so that results compare
/// with other tools' label by label; any other name can be used.
public struct EntityLabel: Hashable, Sendable, RawRepresentable {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// People, also fictional ones.
  public static let person = EntityLabel(rawValue: "PERSON")
  /// Nationalities, religious and political groups: "Russian", "Republicans".
  public static let norp = EntityLabel(rawValue: "NORP")
  /// Buildings, airports, highways, bridges.
  public static let fac = EntityLabel(rawValue: "FAC")
  /// Companies, agencies, institutions.
  public static let org = EntityLabel(rawValue: "ORG")
  /// Countries, cities, states.
  public static let gpe = EntityLabel(rawValue: "GPE")
  /// Other places: mountain ranges, bodies of water, continents.
  public static let loc = EntityLabel(rawValue: "LOC")
  /// Vehicles, weapons, foods; not services.
  public static let product = EntityLabel(rawValue: "PRODUCT")
  /// Named storms, battles, wars, sports events.
  public static let event = EntityLabel(rawValue: "EVENT")
  /// Titles of books, songs and the like.
  public static let workOfArt = EntityLabel(rawValue: "WORK_OF_ART")
  /// Documents made into laws, and treaties.
  public static let law = EntityLabel(rawValue: "LAW")
  /// Named languages.
  public static let language = EntityLabel(rawValue: "LANGUAGE")
  /// Absolute or relative dates and periods.
  public static let date = EntityLabel(rawValue: "DATE")
  /// Times shorter than a day.
  public static let time = EntityLabel(rawValue: "TIME")
  /// Percentages, the sign or word included.
  public static let percent = EntityLabel(rawValue: "PERCENT")
  /// Amounts of money, the unit included.
  public static let money = EntityLabel(rawValue: "MONEY")
  /// Measurements of weight, distance and the like.
  public static let quantity = EntityLabel(rawValue: "QUANTITY")
  /// "first", "2nd".
  public static let ordinal = EntityLabel(rawValue: "ORDINAL")
  /// Numerals of no other kind.
  public static let cardinal = EntityLabel(rawValue: "CARDINAL")

  /// The eighteen labels of OntoNotes 5, in its order.
  public static let ontoNotes: [EntityLabel] = [
    .person, .norp, .fac, .org, .gpe, .loc, .product, .event, .workOfArt, .law, .language, .date, .time, .percent,
    .money, .quantity, .ordinal, .cardinal,
  ]
}

/// Makes news articles of about 4 KB out of a grammar of our own: the same ones for the same number, on any machine.
///
/// They have what real ones have (a title, headings, names and their short forms, quotations, amounts, dates), so that
/// stages have their usual work; their words repeat more than real ones', so figures from real text stand beside theirs.
struct SyntheticArticles {
  private var state: UInt64

  /// The article number `index` begins a sequence of its own.
  init(article index: Int) { state = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15 }

  /// The text of article number `index`.
  static func article(_ index: Int) -> String {
    var maker = SyntheticArticles(article: index)
    return maker.makeArticle()
  }

  private mutating func makeArticle() -> String {
    let person = "\(pick(Words.givenNames)) \(pick(Words.surnames))"
    let surname = person.split(separator: " ").last.map(String.init) ?? person
    let place = pick(Words.places)
    let body = pick(Words.organizations)
    var text = "\(place) \(pick(Words.headlineVerbs)) \(pick(Words.headlineObjects))\n\n"
    for section in 0..<4 {
      if section > 0 { text += "\(pick(Words.headings))\n\n" }
      for _ in 0..<3 {
        let sentences = (0..<(2 + Int(next() % 3))).map { _ in sentence(person, surname, place, body) }
        text += sentences.joined(separator: " ") + "\n\n"
      }
    }
    return text
  }

  private mutating func sentence(_ person: String, _ surname: String, _ place: String, _ body: String) -> String {
    let amount = "$\(1 + next() % 90).\(next() % 10) million"
    let date = "\(pick(Words.months)) \(1 + next() % 28)"
    switch next() % 8 {
    case 0: return "\(pick(Words.roles)) \(person) told reporters in \(place) that \(pick(Words.claims))."
    case 1: return "\"\(pick(Words.quotes)),\" \(surname) said on \(date)."
    case 2: return "According to \(body), \(pick(Words.claims)), at a cost of \(amount)."
    case 3: return "The plan, which \(body) published on \(date), 2026, says that \(pick(Words.claims))."
    case 4: return "Some \(3 + next() % 90)% of those asked in \(pick(Words.places)) agreed, \(surname) added."
    case 5: return "It is the \(pick(Words.ordinals)) time in \(2 + next() % 20) years that \(pick(Words.claims))."
    case 6: return "Officials of \(pick(Words.organizations)) and \(body) met in \(pick(Words.places)) last week."
    default: return "\(pick(Words.plain)) \(pick(Words.plain))"
    }
  }

  private mutating func pick(_ words: [String]) -> String { words[Int(next() % UInt64(words.count))] }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private enum Words {
  static let givenNames = ["Anna", "Boris", "Carla", "David", "Elena", "Farid", "Grace", "Henrik", "Ines", "Jonas"]
  static let surnames = [
    "Berg", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Novak", "Silva", "Haddad", "Keller", "Rossi",
  ]
  static let places = ["Oslo", "Nairobi", "Geneva", "Jakarta", "Lisbon", "Warsaw", "Ottawa", "Lima", "Hanoi", "Cairo"]
  static let roles = ["Mayor", "Prime Minister", "Professor", "Foreign Minister", "Senator", "Judge", "Dr."]
  static let organizations = [
    "the World Health Organization", "the Ministry of Transport", "the European Union", "Harbour Lines Ltd.",
    "the University of Bergen", "the International Monetary Fund", "Northwind Energy Inc.", "the city council",
  ]
  static let months = ["January", "March", "April", "July", "September", "November"]
  static let ordinals = ["first", "second", "third", "fourth", "fifth"]
  static let headlineVerbs = ["Approves", "Delays", "Debates", "Welcomes", "Reviews"]
  static let headlineObjects = ["New Ferry Terminal", "Plans for Night Trains", "Flood Barrier", "Budget for Schools"]
  static let headings = ["What Happens Next", "A Long Dispute", "Costs and Benefits", "Reactions", "Background"]
  static let claims = [
    "work on the terminal will begin before the winter", "the number of passengers has doubled since the line opened",
    "no decision has been taken on the older of the two bridges",
    "the harbour will be closed to heavy traffic at night",
    "prices have risen faster than anyone expected", "the agreement covers fishing, freight and tourism",
  ]
  static let quotes = [
    "We have waited for this for a very long time", "Nobody in this room believes that it will be easy",
    "The figures speak for themselves", "What matters now is that the work gets done",
  ]
  static let plain = [
    "The older residents remember a time when the street was quiet.", "It rained for most of the afternoon.",
    "Few of the shops along the quay have opened again.", "A final report is expected in the spring.",
    "The discussion went on until late in the evening.", "Questions of noise and dust remain open.",
  ]
}

/// How lines begin that stand in an article's element without being part of it: what to read next, whom to follow,
/// whose picture it is. In lower case; a line begins with one of them as whole words.
enum TailPhrases {
  /// Lines that announce other articles, by themselves or above a list of them.
  static let related = [
    "read more", "read also", "also read", "read next", "see also", "more on this", "more from", "more stories",
    "more news",
    "related articles", "related posts", "related stories", "related content", "related news", "related links",
    "related topics", "related", "recommended", "you may also like", "you might also like", "most read", "most popular",
    "trending", "further reading", "up next", "latest news", "don't miss", "similar articles", "similar posts",
    "recent posts", "popular posts", "keep reading", "watch more", "watch:", "watch now", "listen:", "video:",
    "lesen sie auch", "lesen sie hier", "lesen sie mehr", "lesen sie weiter", "lesen sie dazu", "auch interessant",
    "das könnte sie auch interessieren", "das könnte dich auch interessieren", "das könnte ihnen auch gefallen",
    "mehr zum thema", "mehr dazu", "mehr zu", "mehr von", "weitere artikel", "weitere beiträge",
    "weitere informationen",
    "weitere meldungen", "weitere nachrichten", "weitere themen", "weiterführende links", "verwandte artikel",
    "verwandte themen", "verwandte beiträge", "ähnliche artikel", "ähnliche beiträge", "passend dazu", "siehe auch",
    "zum thema", "meistgelesen", "unsere empfehlung", "empfehlung der redaktion", "auch spannend",
    "lire aussi", "à lire aussi", "à lire", "voir aussi", "sur le même sujet", "articles similaires",
    "pour aller plus loin",
    "lea también", "lee también", "leer más", "le puede interesar", "te puede interesar", "puede interesarte",
    "también te puede interesar", "ver también", "más información", "noticias relacionadas", "artículos relacionados",
    "leggi anche", "leggi di più", "potrebbe interessarti", "articoli correlati", "vedi anche",
    "leia também", "leia mais", "veja também", "saiba mais", "notícias relacionadas",
    "czytaj także", "czytaj też", "czytaj więcej", "zobacz także", "zobacz też", "przeczytaj także", "przeczytaj też",
    "powiązane artykuły", "lees ook", "lees meer", "zie ook", "läs mer", "läs också", "les også", "læs også",
    "читайте также", "смотрите также", "czytasz właśnie",
  ]

  /// Lines about the page, its makers and its readers.
  static let service = [
    "share this", "share on", "share via", "share the", "tweet this", "follow us", "follow me", "like us on",
    "find us on",
    "join us on", "subscribe to", "subscribe now", "sign up for", "sign up to", "get our newsletter", "get the latest",
    "join our newsletter", "enter your email", "leave a comment", "leave a reply", "post a comment",
    "comments are closed",
    "join the conversation", "print this", "email this", "advertisement", "sponsored", "about the author",
    "about author",
    "photo:", "photos:", "photo by", "photo credit", "image:", "image credit", "image source", "picture:", "credit:",
    "credits:", "getty images", "copyright ©", "© ", "all rights reserved", "click here to", "download the app",
    "if you enjoyed", "if you liked", "support us", "support our", "support independent", "donate", "become a member",
    "this post contains", "this article contains affiliate", "we may earn", "disclosure:",
    "this article was originally",
    "filed under", "posted in", "tagged with", "tags:", "tagged:", "categories:", "topics:", "last updated",
    "möchten sie den artikel teilen", "artikel teilen", "teilen sie", "jetzt teilen", "diesen artikel teilen",
    "beitrag teilen", "folgen sie uns", "folge uns", "folgt uns", "newsletter", "jetzt abonnieren", "abonnieren sie",
    "jetzt anmelden", "melden sie sich", "anzeige", "werbung", "über den autor", "über die autorin", "zum autor",
    "zur autorin", "über die autoren", "titelbild:", "beitragsbild", "foto:", "fotos:", "bild:", "bilder:",
    "bildquelle",
    "bildnachweis", "quelle:", "(quelle:", "(foto:", "abbildung:", "alle angaben ohne gewähr",
    "alle rechte vorbehalten",
    "kommentar schreiben", "kommentare", "schreibe einen kommentar", "diskutieren sie", "unterstütze",
    "unterstützen sie",
    "jetzt spenden", "dieser artikel erschien", "dieser beitrag erschien", "drucken", "schlagwörter", "schlagworte",
    "partagez", "partager", "suivez-nous", "abonnez-vous", "inscrivez-vous", "publicité", "crédit photo", "photo ©",
    "compartir", "comparte", "síguenos", "suscríbete", "publicidad", "hazte miembro", "únete", "condividi", "seguici",
    "iscriviti", "pubblicità", "compartilhe", "siga-nos", "publicidade", "udostępnij", "zapisz się", "reklama",
    "obserwuj nas", "deel dit", "volg ons", "advertentie", "fot.", "źródło:",
  ]

  /// So many bytes of a line tell whether it begins with a phrase.
  static let longest = 48

  private static let relatedLines = byFirstByte(related)
  private static let serviceLines = byFirstByte(service)

  static func isRelated(_ line: [UInt8]) -> Bool { begins(line, in: relatedLines) }
  static func isService(_ line: [UInt8]) -> Bool { begins(line, in: serviceLines) }

  private static func byFirstByte(_ phrases: [String]) -> [[[UInt8]]] {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases { if let first = phrase.utf8.first { table[Int(first)].append(Array(phrase.utf8)) } }
    return table
  }

  private static func begins(_ line: [UInt8], in table: [[[UInt8]]]) -> Bool {
    guard let first = line.first else { return false }
    return table[Int(first)].contains { begins(line, with: $0) }
  }

  private static func begins(_ line: [UInt8], with phrase: [UInt8]) -> Bool {
    guard line.count >= phrase.count, phrase.indices.allSatisfy({ line[$0] == phrase[$0] }) else { return false }
    guard let last = phrase.last, last.isLetter, line.count > phrase.count else { return true }
    return !line[phrase.count].isLetter && line[phrase.count] < 0x80
  }
}

internal import TextBytes

/// How lines begin that stand in an article's element without being part of it: what to read next, whom to follow,
/// whose picture it is. In lower case; a line begins with one of them as whole words.
enum TailPhrases {
  /// Lines that announce other articles, by themselves or above a list of them.
  static let related = """
    read more, read also, also read, read next, see also, more on this, more from, more stories, more news,
    related articles, related posts, related stories, related content, related news, related links, related topics,
    related, recommended, you may also like, you might also like, most read, most popular, trending, further reading,
    up next, latest news, don't miss, similar articles, similar posts, recent posts, popular posts, keep reading,
    watch more, watch:, watch now, listen:, video:, lesen sie auch, lesen sie hier, lesen sie mehr, lesen sie weiter,
    lesen sie dazu, auch interessant, das könnte sie auch interessieren, das könnte dich auch interessieren,
    das könnte ihnen auch gefallen, mehr zum thema, mehr dazu, mehr zu, mehr von, weitere artikel, weitere beiträge,
    weitere informationen, weitere meldungen, weitere nachrichten, weitere themen, weiterführende links,
    verwandte artikel, verwandte themen, verwandte beiträge, ähnliche artikel, ähnliche beiträge, passend dazu,
    siehe auch, zum thema, meistgelesen, unsere empfehlung, empfehlung der redaktion, auch spannend, lire aussi,
    à lire aussi, à lire, voir aussi, sur le même sujet, articles similaires, pour aller plus loin, lea también,
    lee también, leer más, le puede interesar, te puede interesar, puede interesarte, también te puede interesar,
    ver también, más información, noticias relacionadas, artículos relacionados, leggi anche, leggi di più,
    potrebbe interessarti, articoli correlati, vedi anche, leia também, leia mais, veja também, saiba mais,
    notícias relacionadas, czytaj także, czytaj też, czytaj więcej, zobacz także, zobacz też, przeczytaj także,
    przeczytaj też, powiązane artykuły, lees ook, lees meer, zie ook, läs mer, läs också, les også, læs også,
    читайте также, смотрите также, czytasz właśnie
    """.phrases

  /// Lines about the page, its makers and its readers.
  static let service = """
    share this, share on, share via, share the, tweet this, follow us, follow me, like us on, find us on, join us on,
    subscribe to, subscribe now, sign up for, sign up to, get our newsletter, get the latest, join our newsletter,
    enter your email, leave a comment, leave a reply, post a comment, comments are closed, join the conversation,
    print this, email this, advertisement, sponsored, about the author, about author, photo:, photos:, photo by,
    photo credit, image:, image credit, image source, picture:, credit:, credits:, getty images, copyright ©,
    all rights reserved, click here to, download the app, if you enjoyed, if you liked, support us, support our,
    support independent, donate, become a member, this post contains, this article contains affiliate, we may earn,
    disclosure:, this article was originally, filed under, posted in, tagged with, tags:, tagged:, categories:,
    topics:, last updated, möchten sie den artikel teilen, artikel teilen, teilen sie, jetzt teilen,
    diesen artikel teilen, beitrag teilen, folgen sie uns, folge uns, folgt uns, newsletter, jetzt abonnieren,
    abonnieren sie, jetzt anmelden, melden sie sich, anzeige, werbung, über den autor, über die autorin, zum autor,
    zur autorin, über die autoren, titelbild:, beitragsbild, foto:, fotos:, bild:, bilder:, bildquelle, bildnachweis,
    quelle:, (quelle:, (foto:, abbildung:, alle angaben ohne gewähr, alle rechte vorbehalten, kommentar schreiben,
    kommentare, schreibe einen kommentar, diskutieren sie, unterstütze, unterstützen sie, jetzt spenden,
    dieser artikel erschien, dieser beitrag erschien, drucken, schlagwörter, schlagworte, partagez, partager,
    suivez-nous, abonnez-vous, inscrivez-vous, publicité, crédit photo, photo ©, compartir, comparte, síguenos,
    suscríbete, publicidad, hazte miembro, únete, condividi, seguici, iscriviti, pubblicità, compartilhe, siga-nos,
    publicidade, udostępnij, zapisz się, reklama, obserwuj nas, deel dit, volg ons, advertentie, fot., źródło:
    """.phrases + ["© "]

  /// More of both kinds, which the trees do not know: they have to find such a line likely to take it.
  static let asides = """
    ©, courtesy of, courtesy:, copyright, posted by, posted at, please enable, view more, featured image, main image,
    header image, lead image, cover image, reporting by, editing by, don't forget to, don’t forget to, don't miss,
    don’t miss, want to save, want more, did you make, pin for later, pin this, check out more, check out our,
    please follow, please subscribe, please share, please like, looking for more, click to, tap to, scroll down,
    sign in, log in to, register to, to comment on, your email address, we welcome your, have a story, got a tip,
    got a story, send us, contact us, email us, call us, listen to this, watch the video, view gallery, view comments,
    view photos, show more, load more, find out more, order now, buy now, shop now, download now, this story was,
    this story originally, this article first, this article originally, this post was, originally published,
    republished with, reprinted with, the views expressed, views expressed, opinions expressed,
    the opinions expressed, disclaimer:, for media inquiries, media contact, press contact, sources:, via:, h/t,
    image via, image courtesy, photos courtesy, photo courtesy, photograph:, illustration by, illustration:, graphic:,
    video by, main article:, advertising, suggested language, save this, view this post, a post shared by, written by,
    edited by, lesezeit, jetzt lesen, jetzt testen, jetzt kaufen, jetzt bestellen, jetzt downloaden,
    jetzt herunterladen, hier geht es zu, hier geht's, hier geht’s, hier klicken, klicken sie hier,
    einfach hier klicken, mehr erfahren, mehr lesen, weiterlesen, zur startseite, zurück zur, zum seitenanfang,
    nach oben, seite drucken, sie haben fragen, haben sie fragen, noch fragen, kontakt:, ansprechpartner,
    pressekontakt, impressum, datenschutz, symbolbild, symbolfoto, archivbild, archivfoto, grafik:, mit material von,
    dpa/, stand:, redaktion:, von der redaktion, die aktuelle ausgabe, noch keine bewertungen, bewerten sie,
    ihre meinung, schreiben sie uns, hat ihnen, gefällt ihnen, wie hat ihnen, spendenkonto, bestellen sie, abonnieren,
    ein beitrag geteilt von, mitglied seit, zuletzt aktualisiert, letzte aktualisierung, veröffentlicht am,
    erstellt am, autorin:, alle rechte, dieser text erschien, dieser artikel ist, das interview führte,
    die fragen stellte, lire la suite, en savoir plus, à découvrir, crédit, photo :, source :, propos recueillis par,
    voir la vidéo, ne manquez pas, cliquez ici, tous droits, cet article a été, réagir, publié le, mis à jour,
    mira también, mire también, mira aquí, ver más, sigue leyendo, fuente:, haga clic, haz clic, te recomendamos,
    recomendamos, no te pierdas, con información de, puedes ver, hacemos periodismo, lea más, vea también, vea además,
    publicado el, clique aqui, fonte:, crédito:, continua após, foto de, publicado em, guarda anche, guarda il video,
    clicca qui, continua a leggere, lees verder, bekijk ook, bron:, klik hier, meer weten, schrijf je in, zobacz,
    czytaj, przeczytaj, sprawdź, kliknij, dołącz, źródło, zdjęcie, szukasz, fot:
    """.phrases

  /// Whole lines above advertisements.
  static let labels = Set(
    """
    advertisement, advertising, anzeige, werbung, publicité, publicidad, publicidade, pubblicità, advertentie, annonce,
    annons, annonse, reklama, reklam, mainos, реклама, 広告, 광고, 广告
    """.phrases.map { Array($0.utf8) })

  /// Lines in place of what a page shows to subscribers, or once its reader lets it load what others have.
  static let notices = """
    empfohlener redaktioneller inhalt, empfohlener externer inhalt, ein klick für den datenschutz, placeholder image,
    an dieser stelle finden sie einen von unseren, an dieser stelle finden sie einen externen inhalt,
    für die darstellung von zdfheute, この記事は会員限定です
    """.phrases + ["ich bin damit einverstanden, dass mir"]

  /// So many bytes of a line tell whether it begins with a phrase.
  static let longest = 48

  private static let relatedLines = byFirstByte(related)
  private static let serviceLines = byFirstByte(service)
  private static let asideLines = byFirstByte(service + asides)
  private static let noticeLines = byFirstByte(notices)

  static func isRelated(_ line: [UInt8]) -> Bool { begins(line, in: relatedLines) }
  static func isService(_ line: [UInt8]) -> Bool { begins(line, in: serviceLines) }

  /// Whether a line says something beside the article, behind the bracket, bullet or quotation mark that it may begin with.
  static func isAside(_ line: [UInt8]) -> Bool {
    begins(Array(line.drop { $0 < 0x80 && !$0.isLetter && !$0.isDigit }), in: asideLines)
  }

  /// Whether a line says nothing but that something is not shown here, or is an advertisement.
  static func isNotice(_ line: [UInt8]) -> Bool {
    func isMark(_ byte: UInt8) -> Bool { byte < 0x80 && !byte.isLetter }
    guard let first = line.firstIndex(where: { !isMark($0) }), let last = line.lastIndex(where: { !isMark($0) }) else {
      return false
    }
    return labels.contains(Array(line[first...last])) || begins(line, in: noticeLines)
  }

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

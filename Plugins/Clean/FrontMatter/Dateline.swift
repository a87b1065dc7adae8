internal import TextBytes

/// Place, date and agency before the first sentence of a report: `GENEVA, March 14 (Galley Wire) - `, `(Reuters) - `.
///
/// Read all or not at all: a single word before the dash that fits nowhere and the sentence stays whole.
struct Dateline {
  /// `GENEVA`, `TAMPERE, Finland`; `nil` where an agency stands alone.
  let place: String?
  let date: PublicationDate?
  let agency: String?
  /// The bytes before the first sentence.
  let count: Int
  /// The bytes of the place's first name.
  let headCount: Int
  /// Whether only the capital letters say that it is a place, not a date or an agency.
  let isBare: Bool
  /// Whether its place is in capitals.
  let isCapitals: Bool

  fileprivate static let longest = 120
  private static let leastRest = 20

  /// Reads the start of the paragraph at `range`.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if let found = EastAsianDateline(bytes, range) {
      (place, agency, date, count) = (found.place, found.agency, nil, found.count)
      (headCount, isBare, isCapitals) = (0, false, false)
      return
    }
    guard let first = range.first.map({ bytes[$0] }),
      first.isUpper || first >= 0xC3 || first == UInt8(ascii: "*") || first == UInt8(ascii: "(")
    else { return nil }
    guard let opening = Opening(bytes, range), range.upperBound - opening.textStart >= Self.leastRest,
      Self.beginsSentence(bytes, at: opening.textStart)
    else { return nil }
    var parts = Parts(bytes.text(range.lowerBound..<opening.end).trimming("* "))
    if !opening.isSeparated, parts.agency == nil { return nil }
    let isKnownAgency = parts.agency.map { Self.isKnownAgency($0[...]) } ?? false
    if isKnownAgency, parts.isAgencyAlone {
      (place, headCount, isBare, isCapitals) = (nil, 0, false, false)
    } else {
      guard let named = parts.takePlace() else { return nil }
      isCapitals = !named.head.contains { $0.isLowercase }
      // Any word in brackets can look like an agency: `Apple (AAPL)`, `Smith (Labour)`.
      let isPlain = parts.date == nil && (isCapitals ? parts.agency == nil : !isKnownAgency)
      if isCapitals {
        guard opening.isSeparated || isKnownAgency, !isPlain || Self.isBarePlace(named.head, of: named.full) else {
          return nil
        }
      } else {
        let isRegional = Regions.isBehindCity(in: named.full) && !Self.isNotice(named.head)
        guard isKnownAgency || (opening.isSeparated && (!isPlain || isRegional)) else { return nil }
      }
      (place, headCount, isBare) = (named.full, named.head.utf8.count, isPlain && isCapitals)
    }
    date = parts.date
    agency = parts.agency
    count = opening.textStart - range.lowerBound
  }

  /// Whether `text` could be the name of a place: one to four capitalized words, perhaps a region behind a comma.
  static func isPlace(_ text: Substring) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimming(" ") }
    return (1...2).contains(parts.count) && parts.allSatisfy(isPlaceName)
  }

  fileprivate static func isPlaceName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    guard (1...4).contains(words.count), text.count(where: \.isLetter) >= 2 else { return false }
    guard text.allSatisfy({ $0.isLetter || " .'’-/".contains($0) }),
      !words.contains(where: { WeekdayNames.contains($0.lowercased(), inAnyLanguage: true) })
    else { return false }
    return Byline.isCapitalized(words[0])
      && words.allSatisfy { Byline.isCapitalized($0) || placeParticles.contains($0.lowercased()) }
  }

  /// Whether capital letters alone may be taken for the place `full`, whose first name is `head`.
  private static func isBarePlace(_ head: Substring, of full: String) -> Bool {
    (head.count(where: \.isLetter) >= 5 || full.contains(",")) && !isNotice(head)
  }

  private static func beginsSentence(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let scalar = bytes.scalar(at: offset).value
    if "\"'([$“‘«„£€¿¡…*".unicodeScalars.contains(where: { $0.value == scalar }) { return true }
    guard let character = Unicode.Scalar(scalar)?.properties else { return false }
    return character.numericType != nil || (character.isAlphabetic && !character.isLowercase)
  }

  /// Whether `name` is that of an agency, with or without the office behind it: `dpa/lni`.
  fileprivate static func isKnownAgency(_ name: Substring) -> Bool {
    let name = name.lowercased()
    return agencies.contains(name) || (name.split(separator: "/").first.map { agencies.contains(String($0)) } ?? false)
  }

  /// Whether capital letters announce something that is no place.
  private static func isNotice(_ place: Substring) -> Bool {
    place.split(separator: " ").contains { notices.contains($0.lowercased()) }
  }

  /// The place before the first paragraph of a page: a sentence, `Berlin. `, that has a `span` of its own there, which
  /// `endsSpan` tells of where its full stop ends. What is bold or in capitals there is a label as often.
  init?(ofPage bytes: Span<UInt8>, _ range: Range<Int>, endsSpan: (Int) -> Bool) {
    guard let end = range.prefix(Self.longestPlace).first(where: { bytes[$0] == UInt8(ascii: ".") }),
      end + 1 < range.upperBound, bytes[end + 1] == UInt8(ascii: " "),
      range.upperBound - end >= Self.leastParagraph,
      Self.beginsSentence(bytes, at: end + 2)
    else { return nil }
    let name = bytes.text(range.lowerBound..<end)[...]
    guard Self.isPlaceName(name), name.split(separator: " ").count <= 2, name.count(where: \.isLetter) >= 4,
      !Self.isNotice(name), endsSpan(end + 1)
    else { return nil }
    isCapitals = !name.contains { $0.isLowercase }
    (place, headCount, isBare) = (String(name), name.utf8.count, isCapitals)
    (date, agency, count) = (nil, nil, end + 2 - range.lowerBound)
  }

  private static let longestPlace = 30
  private static let leastParagraph = 80
  private static let placeParticles = Set("and de la le el of sur upon am al the".words)
  private static let notices = Set(
    """
    breaking exclusive update updated updates warning analysis opinion watch live review note editor correction
    clarification photo video file close spoiler read more news sports commentary question answer interview summary
    background report special chapter part section conclusion introduction urgent alert factbox timeline profile
    caution president senator chairman speaker moderator narrator reporter host judge in on to for with at is are was
    not why how what who top court but and from however meanwhile like unlike revealed explained explainer spoiler
    spoilers fact check editorial letter letters poll quiz podcast gallery pictures ranked tested verdict claim
    question notice advisory sponsored advertisement trending viral confirmed shock horror tip tips rule step
    hintergrund kommentar analyse meinung exklusiv eilmeldung fazit achtung hinweis wichtig endlich nein doch
    abstract objective objectives method methods result results discussion purpose aim aims findings definition theorem
    lemma proof remark example transcript recipe disclaimer important obituary reminder statement translation preview
    maybe really obviously wrong correct true false enough nothing silence stop hello dear today tomorrow yesterday
    zusammenfassung einleitung ziel methoden ergebnisse frage antwort richtig falsch heute gestern morgen guten hallo
    liebe lieber eigentlich vielleicht introducción resumen objetivo métodos resultados hola entrevista análisis
    résumé sommaire contexte objectif méthodes résultats vrai faux bonjour bref voilà entretien vidéo
    """.words)
  private static let agencies = Set(
    """
    ap, reuters, afp, upi, cnn, cnnmoney, cnn business, xinhua, tass, itar-tass, ria novosti, interfax, dpa, ansa,
    efe, pti, ians, kyodo, kyodo news, yonhap, bloomberg, dow jones, pa, pa media, bbc, bbc news, cbs, cbs news, abc,
    abc news, nbc, nbc news, npr, cp, aap, kuna, wam, spa, ana, apa, tanjug, mti, pap, ctk, belta, ukrinform,
    marketwatch, thomson reuters, associated press, the associated press, agence france-presse, voa, voa news, rfe/rl,
    sid, epd, kna, sda, ats, anp, belga, ntb, ritzau, stt, lusa, agi, adnkronos, tasr, sita, bta, hina, fena,
    agerpres, elta, bns, leta, unian, sana, petra, mena, irna, wafa, anadolu, bernama, antara, europa press,
    europapress, askanews, apcom, italpress, telam, télam, notimex, awp, dpa-afx, keystone-sda, dpo
    """.phrases)
}

/// Where a dateline would end and the sentence begin.
private struct Opening {
  let end: Int
  let textStart: Int
  /// Whether a dash stands between them.
  let isSeparated: Bool

  /// The first dash outside brackets, `/. ` of `/TASS/. `, or a closing bracket with a space behind.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let limit = min(range.upperBound, range.lowerBound + Dateline.longest)
    var closed: Int?
    var depth = 0
    var offset = range.lowerBound
    while offset < limit {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        depth -= 1
        if closed == nil { closed = offset + 1 }
      }
      if depth == 0, !byte.isLetter, let length = Self.separator(at: offset, in: bytes, range) {
        var start = offset + length
        while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
        guard start < range.upperBound else { return nil }
        end = byte == UInt8(ascii: "/") ? offset + 1 : offset
        textStart = start
        isSeparated = true
        return
      }
      // A sentence that ends before any dash has none; initials and months may be short for something.
      if byte == UInt8(ascii: "."), closed == nil, offset > range.lowerBound + 60 { return nil }
      offset += 1
    }
    guard let closed, closed + 1 < range.upperBound, bytes[closed] == UInt8(ascii: " ") else { return nil }
    end = closed
    textStart = closed + 1
    isSeparated = false
  }

  /// The length of the mark at `offset` if it parts a dateline from its sentence.
  private static func separator(at offset: Int, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    func byte(_ distance: Int) -> UInt8 {
      range.contains(offset + distance) ? bytes[offset + distance] : UInt8(ascii: "\n")
    }
    switch bytes[offset] {
    case UInt8(ascii: "-"):
      if byte(1) == UInt8(ascii: "-") { return byte(2) == UInt8(ascii: "-") ? 3 : 2 }
      return byte(-1) == UInt8(ascii: " ") && byte(1) == UInt8(ascii: " ") ? 1 : nil
    case 0xE2: return byte(1) == 0x80 && (0x93...0x95).contains(byte(2)) ? 3 : nil
    case UInt8(ascii: "/"):
      if byte(1) == UInt8(ascii: "."), byte(2) == UInt8(ascii: " ") { return 2 }
      return nil
    // `(EFE).- `
    case UInt8(ascii: "."):
      return byte(-1) == UInt8(ascii: ")") && byte(1) == UInt8(ascii: "-") && byte(2) == UInt8(ascii: " ") ? 2 : nil
    default: return nil
    }
  }
}

/// Place, date and agency of a dateline, parted by commas and brackets.
private struct Parts {
  private(set) var agency: String?
  private(set) var date: PublicationDate?
  private var names: [Substring]

  init(_ text: Substring) {
    var rest = text
    for (open, close) in [("(", ")"), ("/", "/")] where rest.hasSuffix(close) {
      guard let start = rest.dropLast().lastIndex(of: Character(open)) else { continue }
      let name = rest[rest.index(after: start)...].dropLast()
      guard Self.isAgency(name) else { continue }
      agency = String(name)
      rest = rest[..<start].trimming(" ,")
    }
    names = rest.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimming(" ") }
    // What an agency dates is a dateline in any language.
    takeDate(DateStyle(isOfAnyLanguage: agency.map { Dateline.isKnownAgency($0[...]) } ?? false))
  }

  var isAgencyAlone: Bool { agency != nil && date == nil && names.allSatisfy(\.isEmpty) }

  /// Takes the longest run of parts at the end that reads as one date.
  private mutating func takeDate(_ dates: DateStyle) {
    for start in names.indices.dropFirst() {
      var tokens = LineTokens(names[start...].joined(separator: ", "), dates: dates)
      guard let date = tokens.date() else { continue }
      _ = tokens.skip(".")
      guard tokens.isAtEnd else { continue }
      self.date = date
      names.removeSubrange(start...)
      return
    }
  }

  /// The place, and its first name alone; `nil` where something is left over.
  mutating func takePlace() -> (full: String, head: Substring)? {
    guard let head = names.first, names.count <= 3, names.allSatisfy(Dateline.isPlaceName) else { return nil }
    return (names.joined(separator: ", "), head)
  }

  private static func isAgency(_ name: Substring) -> Bool {
    let words = name.split(separator: " ")
    guard (1...4).contains(words.count), name.count <= 40 else { return false }
    return Dateline.isKnownAgency(name)
      || (words.allSatisfy { $0.first?.isUppercase == true } && !name.contains { $0.isNumber })
  }
}

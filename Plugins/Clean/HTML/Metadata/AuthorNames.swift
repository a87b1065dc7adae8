/// The names of a page's authors, as they stand in its metadata and its elements.
struct AuthorNames {
  private(set) var names: [String] = []

  /// - Parameter written: names, what is none among them too.
  init(_ written: [String]) { for name in written { append(name) } }

  /// One text of all; `nil` where there is none. A name with a comma in it, `Holm, Ida`, asks for semicolons.
  var text: String? {
    guard !names.isEmpty else { return nil }
    return names.joined(separator: names.contains { $0.contains(",") } ? "; " : ", ")
  }

  /// Whether there is one name here, which `other` has in part or in other letters: `Ida Holm` for `Ida` or `ida holm`.
  func completes(_ other: AuthorNames) -> Bool {
    guard names.count == 1, other.names.count == 1, !Byline.isName(other.names[0][...]), Byline.isName(names[0][...])
    else { return false }
    return "\(names[0]) ".lowercased().hasPrefix("\(other.names[0]) ".lowercased())
  }

  /// Adds a name that is not there yet.
  mutating func append(_ written: String) {
    guard names.count < Self.most, let name = Self.name(of: written) else { return }
    let known = names.flatMap(Self.parts)
    if !Self.parts(name).allSatisfy(known.contains) { names.append(name) }
  }

  /// The name in `written`, such as `Ida Holm` in `By Ida Holm –`; `nil` where it is an address, a handle or no name at all.
  ///
  /// - Parameter hasOpener: whether words may stand before the name that are no part of it.
  static func name(of written: String, hasOpener: Bool = true) -> String? {
    var name = written.withoutReferences.replacing("\u{A0}", with: " ").singleSpaced.withoutMarksAround
    let lower = name.lowercased()
    // Of several roles each stays with its names.
    if hasOpener, !hasRoles(lower) {
      name = withoutParticle(String(name.dropFirst(lengthOfOpener(lower, Byline.openers))).withoutMarksAround)
    }
    name = name.withoutAddresses
    guard let first = name.first, first.isLetter || first.isNumber || "\"'“„«(".contains(first),
      name.contains(where: \.isLetter), !isAddress(name), !placeholders.contains(name.lowercased())
    else { return nil }
    return name
  }

  /// The names in a text such as `Ida Holm and Per Lie`, if each is whole; else the text: `Holm and Lie` may be a firm.
  static func apart(_ text: String) -> [String] {
    let names = parted(text.split(separator: " ")[...]).map { name($0) }
    return names.count > 1 && names.allSatisfy { Byline.isName($0[...]) } ? names : [text]
  }

  /// The words by the names that they may be, each with the conjunction before it and the comma behind it.
  fileprivate static func parted(_ words: ArraySlice<Substring>) -> [ArraySlice<Substring>] {
    func isConjunction(_ index: Int) -> Bool { conjunctions.contains(String(words[index])) }
    let starts = words.indices.dropFirst().filter {
      isConjunction($0) || (words[$0 - 1].hasSuffix(",") && !isConjunction($0 - 1))
    }
    return zip([words.startIndex] + starts, starts + [words.endIndex]).map { words[$0..<$1] }
  }

  /// The name in a part of `parted(_:)`.
  fileprivate static func name(_ part: ArraySlice<Substring>) -> String {
    part.drop { conjunctions.contains(String($0)) }.joined(separator: " ").withoutMarksAround
  }

  /// Whether `text` is nothing but what stands before a name.
  static func isOpener(_ text: String) -> Bool {
    let lower = text.lowercased() + " "
    return lengthOfOpener(lower, shownOpeners) == lower.count
  }

  /// `text` as a page shows it without what stands before a name in it.
  static func withoutOpener(_ text: String) -> Substring {
    text.dropFirst(lengthOfOpener(text.lowercased() + " ", shownOpeners))
  }

  /// How many characters stand before a name in a text in lower case: `by `, `recipe by: `, `posted on 3 may by `.
  private static func lengthOfOpener(_ lower: String, _ openers: [String]) -> Int {
    if let opener = openers.first(where: lower.hasPrefix) { return opener.count }
    let first = lower.prefix { $0 != " " }
    guard deeds.contains(first) || things.contains(first) else { return 0 }
    let words = lower.split(separator: " ", maxSplits: 8)
    guard
      let by = words.dropFirst().firstIndex(where: { prepositions.contains($0.last == ":" ? $0.dropLast() : $0) }),
      // Between the two stands nothing but a day.
      by == 1 || (deeds.contains(first) && words[1..<by].contains { $0.contains(where: \.isFigure) })
    else { return 0 }
    return words[...by].reduce(0) { $0 + $1.count + 1 }
  }

  /// `Robin Lie` of `Von Robin Lie`, as machines are told it too; `Von Lie` as it is, which may be a name.
  private static func withoutParticle(_ name: String) -> String {
    guard let space = name.firstIndex(of: " "), prepositions.contains(name[..<space].lowercased()[...]),
      Byline.isName(name[space...].dropFirst())
    else { return name }
    return String(name[space...].dropFirst())
  }

  /// Whether `text` tells who did what: `Written by Ida Holm Edited by Per Lie`.
  static func hasRoles(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    return roles.contains { role in bytes.indices.contains { bytes[$0...].starts(with: role) } }
  }

  /// Whether `text` begins with what stands before a name.
  static func hasOpener(_ text: String) -> Bool {
    lengthOfOpener(text.lowercased() + " ", shownOpeners) > 0
  }

  /// What stands between two names.
  static let conjunctions: Set<String> = [",", "and", "&", ", and", "und", "et", "y", "e", "en", "og", "och", "i"]

  private static func parts(_ name: String) -> [Substring] { name.lowercased().split(separator: ", ") }

  private static func isAddress(_ name: String) -> Bool {
    guard !name.contains(" ") else { return false }
    return name.contains("@") || name.contains("://") || name.hasPrefix("www.")
      || (name.contains("/") && name.contains("."))
  }

  private static let most = 50
  /// What stands before names as pages have them for their readers. Only there is `Di` sure to be no name.
  static let shownOpeners =
    Byline.openers + [
      "von ", "von: ", "text: ", "par ", "por ", "di ", "door ", "av ", "af ", "autor: ", "autora: ", "auteur : ",
      "scritto da ", "a cura di ", "作者：", "著者：", "文｜", "记者：", "記者：", "この記事を書いた人 ",
    ]
  /// What was done by someone: it stands before the preposition, or by itself.
  static let deeds: Set<Substring> = [
    "posted", "published", "submitted", "updated", "written", "reported", "contributed", "eingestellt", "gepostet",
    "geschrieben", "verfasst", "publiziert", "veröffentlicht", "erstellt", "publié", "publiée", "rédigé", "écrit",
    "publicado", "publicada", "escrito", "pubblicato", "geschreven", "gemaakt", "geplaatst", "skrevet", "skriven",
  ]
  /// What has an author, before the preposition.
  private static let things: Set<Substring> = [
    "recipe", "article", "story", "words", "text", "rezept", "artikel", "beitrag", "recette", "recept", "receta",
    "receita", "ricetta",
  ]
  private static let prepositions: Set<Substring> = ["by", "von", "par", "por", "door", "av", "af"]
  private static let roles = [
    " edited by ", " reviewed by ", " photos by ", " photographs by ", " photography by ", " illustrations by ",
    " illustrated by ", " translated by ",
  ].map { Array($0.utf8) }
  /// What templates write where they know no name.
  private static let placeholders: Set<String> = [
    "admin", "administrator", "author", "none", "null", "undefined", "unknown", "n/a",
  ]
}

extension String {
  /// Without what parts a name from what stands beside it.
  fileprivate var withoutMarksAround: String {
    func isMark(_ character: Character) -> Bool { " ,;:|/·•–—-&".contains(character) }
    let rest = drop(while: isMark)
    return String(rest.prefix(rest.count - rest.reversed().prefix(while: isMark).count))
  }

  /// Without the handle or the address behind each name, and what stands behind that.
  fileprivate var withoutAddresses: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":") }) else { return self }
    func isAddress(_ word: Substring) -> Bool { word.contains("@") || word.contains("://") }
    let words = split(separator: " ")
    let head = words.prefix { !isAddress($0) }
    guard !head.isEmpty, head.count < words.count else { return self }
    var names = [head.joined(separator: " ").withoutMarksAround]
    // Behind a comma may stand what someone is: `Ida Holm @ida, Staff Writer`.
    for part in AuthorNames.parted(words[head.count...]).dropFirst() {
      let mayBeName =
        AuthorNames.conjunctions.contains(String(words[part.startIndex]))
        || words[part.startIndex...].contains(where: isAddress)
      let name = AuthorNames.name(part.prefix { !isAddress($0) })
      if mayBeName, Byline.isName(name[...]) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}

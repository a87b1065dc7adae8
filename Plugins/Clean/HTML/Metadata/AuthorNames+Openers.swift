/// What stands before a name: `by `, `recipe by: `, `posted on 3 may by `.
extension AuthorNames {
  /// Whether `text` is nothing but what stands before a name.
  static func isOpener(_ text: String) -> Bool {
    let lower = text.lowercased() + " "
    return lengthOfOpener(lower, shownOpeners) == lower.count
  }

  /// Whether `text` begins with what stands before a name.
  static func hasOpener(_ text: String) -> Bool {
    lengthOfOpener(text.lowercased() + " ", shownOpeners) > 0
  }

  /// `text` as a page shows it without what stands before a name in it.
  static func withoutOpener(_ text: String) -> Substring {
    text.dropFirst(lengthOfOpener(text.lowercased() + " ", shownOpeners))
  }

  /// How many characters stand before a name in a text in lower case: `by `, `recipe by: `, `posted on 3 may by `.
  static func lengthOfOpener(_ lower: String, _ openers: [String]) -> Int {
    if let opener = openers.first(where: { lower.utf8.starts(with: $0.utf8) }) { return opener.count }
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
  static func withoutParticle(_ name: String) -> String {
    guard let space = name.firstIndex(of: " "), prepositions.contains(name[..<space].lowercased()[...]),
      Byline.isName(name[space...].dropFirst())
    else { return name }
    return String(name[space...].dropFirst())
  }

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
}

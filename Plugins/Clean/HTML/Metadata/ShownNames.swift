/// The authors in the texts of an element that is named after them, without what stands beside their names: the day, what
/// they are, how long it takes to read, what can be clicked.
struct ShownNames {
  private(set) var names: [String] = []

  /// - Parameter texts: of an element, in order, each as long as no tag parts it, and whether it is a link.
  init(_ texts: [(text: String, isLink: Bool)]) {
    var mayFollow = true
    var isBehindLink = false
    var isLabelled = false
    for (text, isLink) in Self.joined(texts) {
      if AuthorNames.isOpener(text) {
        isLabelled = true
        continue
      }
      if AuthorNames.conjunctions.contains(text.lowercased()) {
        mayFollow = true
        continue
      }
      // What stands before the first name is a label, what stands behind one ends them: a role, a day.
      guard let name = mayFollow || (isLink && isBehindLink) ? Self.name(in: text, isLabelled: isLabelled) : nil else {
        if names.isEmpty { continue } else { break }
      }
      names.append(name)
      isLabelled = false
      isBehindLink = isLink
      mayFollow = AuthorNames.conjunctions.contains { text.lowercased().hasSuffix($0 == "," ? $0 : " \($0)") }
    }
  }

  /// The texts, a name that ends in an initial with the word that stands behind it in an element of its own.
  private static func joined(_ texts: [(text: String, isLink: Bool)]) -> [(text: String, isLink: Bool)] {
    texts.reduce(into: []) { joined, next in
      let last = joined.last?.text.split(separator: " ").last ?? ""
      if last.count == 2, last.first?.isUppercase ?? false, last.last == ".", !next.text.contains(" "),
        Byline.isCapitalized(next.text[...])
      {
        joined[joined.count - 1].text += " " + next.text
      } else {
        joined.append(next)
      }
    }
  }

  /// One name, or several with commas and `and` between them.
  ///
  /// - Parameter isLabelled: whether a label stands before it: a name in Chinese letters is one word, as any other.
  private static func name(in text: String, isLabelled: Bool) -> String? {
    let head = head(of: text)
    guard let name = AuthorNames.name(of: head, hasOpener: false) else { return nil }
    if Byline.isName(name[...]) || (isLabelled && Byline.isEastAsianName(name[...])) { return name }
    return Byline.names(of: "by \(name)"[...])
  }

  /// The words of a text behind what opens it and before the first that is of no name: a number, a day, a mark between
  /// two things.
  static func head(of text: String) -> String {
    var words = AuthorNames.withoutOpener(text).split(separator: " ")[...]
    // `Email Ida Holm` is to be clicked, as `Email this article` is.
    if let first = words.first, labels.contains(first.lowercased()),
      Byline.isNames(words.dropFirst().joined(separator: " ")[...])
    {
      words = words.dropFirst()
    }
    var head: [Substring] = []
    for (index, word) in zip(words.indices, words) {
      let bare = word.lowercased().filter(\.isLetter)
      let next = index + 1 < words.endIndex ? words[index + 1].first : nil
      // `May` and `Jan` are names too, and so are `Link` and `Sun`, unless a whole name stands before them.
      let isDay = next?.isFigure ?? false && MonthNames.month(bare, inAnyLanguage: true) != nil
      let isWeekday = bare.hasSuffix("day") && WeekdayNames.contains(bare, inAnyLanguage: false)
      let isOther =
        head.count > 1 && (isWeekday || others.contains(bare)) || labels.contains(bare)
        || AuthorNames.deeds.contains(bare[...])
      if isDay || isOther || marks.contains(String(word)) || prepositions.contains(bare) {
        break
      }
      if let digit = word.firstIndex(where: \.isFigure) {
        // Scripts that part words by no spaces.
        if let first = word.first, !first.isASCII { head.append(word[..<digit]) }
        break
      }
      head.append(word)
    }
    return head.joined(separator: " ")
  }

  private static let marks: Set<String> = ["|", "·", "•", "–", "—", "-", "/"]
  private static let prepositions: Set<String> = ["in", "on", "at", "about", "am", "vom"]
  /// What stands behind names, in lower case.
  private static let others: Set<String> = [
    "view", "follow", "share", "link", "read", "leave", "comments",
  ]
  /// What is no part of any name.
  private static let labels: Set<String> = ["email"]
}

extension Character {
  /// Whether it stands in numbers only: `三` is a number too, and a letter of names.
  var isFigure: Bool { isNumber && !isLetter }
}

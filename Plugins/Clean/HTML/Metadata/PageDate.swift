/// The day of publication that a page shows to its readers: beside its title, or in its address.
enum PageDate {
  /// How many nodes before and behind the title are looked at.
  private static let reach = (before: 60, behind: 300)
  /// Bytes of a text beyond which it is no line of a byline.
  private static let longestLine = 160
  private static let deepest = 50

  /// In ISO 8601; `nil` where none is shown.
  ///
  /// - Parameters:
  ///   - title: the page's, where it is known.
  ///   - addresses: the page's, as it tells them.
  static func published(_ page: Page, title: String?, at addresses: [String], _ bytes: Span<UInt8>) -> String? {
    heading(of: title, page, bytes).flatMap { beside($0, page, bytes) }
      ?? addresses.lazy.compactMap(day(inAddress:)).first
  }

  /// The heading that has the title, or the first one; where there is none, the element that holds the article.
  private static func heading(of title: String?, _ page: Page, _ bytes: Span<UInt8>) -> Int? {
    let nodes = page.tree.nodes
    let headings = nodes.indices.lazy.filter { nodes[$0].tag == .h1 }.prefix(mostHeadings)
    let own = headings.first { index in
      // A logo is a heading without words, and no words are alike to all.
      guard let title, let words = page.words(of: index, bytes, upTo: 300) else { return false }
      return PageTitle.isAlike(title, words)
    }
    return own ?? headings.first ?? nodes.firstIndex { $0.tag == .article || $0.tag == .main }
  }

  private static let mostHeadings = 10

  /// The date nearest to the title, of an element that is named after one or of a line that holds one.
  private static func beside(_ title: Int, _ page: Page, _ bytes: Span<UInt8>) -> String? {
    let nodes = page.tree.nodes
    let end = nodes[title].tag == .h1 ? Int(nodes[title].end) : title
    let around = [end..<min(nodes.count, end + reach.behind), max(0, title - reach.before)..<title]
    for isNamed in [true, false] {
      for range in around {
        for index in range {
          guard nodes[index].tag != .text, isNamed ? isDate(page, index) : isLine(page, index),
            !isOfOthers(page, index, title), let line = page.words(of: index, bytes, upTo: longestLine + 1),
            line.utf8.count <= longestLine, let date = date(in: line)
          else { continue }
          return date
        }
      }
    }
    return nil
  }

  private static func isDate(_ page: Page, _ index: Int) -> Bool {
    page.tree.nodes[index].tag == .time || !page.hints[index].isDisjoint(with: [.date, .byline])
  }

  /// Whether an element holds a text itself, among the first things in it.
  private static func isLine(_ page: Page, _ index: Int) -> Bool {
    ![.footer, .nav].contains(page.tree.nodes[index].tag)
      && page.tree.inside(index).prefix(60).contains {
        page.tree.nodes[$0].parent == Int32(index) && page.tree.nodes[$0].tag == .text && !page.tree.nodes[$0].isBlank
      }
  }

  /// Whether an element stands, without the title, in what other articles are named in, or what readers say.
  private static func isOfOthers(_ page: Page, _ index: Int, _ title: Int) -> Bool {
    let around = page.ancestors(of: index).prefix(deepest)
      .prefix { !($0 <= title && title < page.tree.nodes[$0].end) }
    return around.contains {
      !page.hints[$0].isDisjoint(with: [.comments, .comment, .related, .footer, .invisible])
        || [.footer, .nav].contains(page.tree.nodes[$0].tag)
    }
  }

  /// The first date with a year in a line that is not of a change.
  private static func date(in line: String) -> String? {
    var tokens = LineTokens(line, isOfAnyLanguage: true)
    var word = ""
    while !tokens.isAtEnd {
      if !changes.contains(word), let date = tokens.date() {
        guard date.year == nil else { return date.iso }
        continue
      }
      guard let skipped = tokens.skipAny() else { break }
      if skipped.first?.isLetter ?? false, !fillers.contains(skipped) { word = skipped }
    }
    return nil
  }

  /// What stands before the date of the last change.
  private static let changes: Set<String> = [
    "updated", "update", "modified", "aktualisiert", "actualizado", "mis", "modifié", "atualizado", "aggiornato",
    "bijgewerkt", "oppdatert", "uppdaterad", "opdateret",
  ]
  /// What may stand between such a word and the date.
  private static let fillers: Set<String> = ["on", "at", "am", "um", "le", "el", "il", "em", "op", "den", "à", "jour"]

  /// `2026-03-14` of `https://harbour-herald.example/2026/03/14/quay`.
  private static func day(inAddress address: String) -> String? {
    let parts = address.split { "/-_".contains($0) }
    for index in parts.indices.dropLast(2) {
      guard parts[index].utf8.count == 4, let year = Int(parts[index]), (1990...2100).contains(year),
        parts[index + 1].utf8.count == 2, parts[index + 2].utf8.count == 2
      else { continue }
      var tokens = LineTokens(parts[index...index + 2].joined(separator: "-"))
      if let date = tokens.date(), tokens.isAtEnd { return date.iso }
    }
    return nil
  }
}

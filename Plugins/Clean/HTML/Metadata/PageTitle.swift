internal import TextBytes

/// Takes the name of its site off a page's title.
struct PageTitle {
  private let sites: [String]
  private let headings: [String]
  /// The letters of the site's names.
  private let siteLetters: [String]
  /// The letters of what the host is called.
  private let hostLetters: [String]

  /// - Parameters:
  ///   - sites: the names that the site goes by.
  ///   - host: where the page is, as `www.harbour-herald.example`: many a site is called like it.
  ///   - headings: the page's of the first level, one of which may have the title alone.
  init(sites: [String] = [], host: String? = nil, headings: [String] = []) {
    (self.sites, self.headings) = (sites, headings)
    siteLetters = sites.map(Self.letters).filter { !$0.isEmpty }
    let parts = host?.split(separator: ".") ?? []
    let whole = parts.first == "www" ? parts.dropFirst() : parts[...]
    hostLetters = (parts.dropLast().map(String.init) + [whole.joined()]).map(Self.letters).filter { $0.count >= 2 }
  }

  private static let separators = [
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " › ", " // ", " « ",
  ]
  /// Those that some sites write without spaces.
  private static let marks = ["|", "｜", "_", "-", "–", "—", "·", "»"]

  /// What also parts a heading of the page from what stands behind it in the title.
  private static let tails = [": ", " : ", "：", ":", "｜", " ｜ ", "|", "_", " － "]

  /// The title without the name of the site.
  func text(of title: String) -> String {
    if let heading = headings.first(where: { begins(title, with: $0) }) { return heading }
    for separator in Self.separators {
      guard let (head, tail) = title.cutLast(separator) else { continue }
      if isSite(tail, beside: head) { return head }
      // The name of what the site is made with may stand behind its own.
      if let (first, site) = head.cutLast(separator), isSite(site), headings.contains(where: { Self.isSame($0, first) })
      {
        return first
      }
      if let (first, rest) = title.cutFirst(separator), isSite(first, beside: rest) { return rest }
    }
    for mark in Self.marks where !sites.isEmpty {
      guard let (head, tail) = title.cutLast(mark), siteLetters.contains(Self.letters(tail)) else { continue }
      // A hyphen parts names from titles only in scripts that have none inside their words.
      if mark == "-", head.last?.isASCII ?? true { continue }
      return head.singleSpaced
    }
    // Without a name to go by: a short tail behind a bar or a dash, if the head is a title still.
    for separator in Self.separators.prefix(5) where sites.isEmpty {
      guard let (head, tail) = title.cutLast(separator) else { continue }
      if headings.contains(where: { Self.isSame($0, head) }) { return head }
      let headWords = head.split(separator: " ").count
      let tailWords = tail.split(separator: " ").count
      if headWords >= 4, tailWords <= 4, tailWords * 2 <= headWords { return head }
    }
    return title
  }

  /// What stands before the last bar or dash of a title, where names of sites stand behind; the title where it has none.
  static func withoutTail(_ title: String) -> String {
    (separators + ["_", "|", "｜"]).lazy.compactMap { title.cutLast($0)?.head }.min { $0.utf8.count > $1.utf8.count }
      ?? title
  }

  /// Whether `title` is nothing but the name of the site.
  func isSite(_ title: String) -> Bool {
    let letters = Self.letters(title)
    return siteLetters.contains(letters) || hostLetters.contains(letters)
  }

  /// Whether `text` is the name of the site, or begins like it, as `Herald Online` does.
  private func isSite(_ text: String, beside rest: String) -> Bool {
    if isSite(text) { return true }
    let isLonger = rest.split(separator: " ").count >= text.split(separator: " ").count
    return sites.contains { Self.begins(text, like: $0) && (isLonger || text.utf8.count <= $0.utf8.count) }
  }

  /// Whether the title is the heading with something else behind it.
  private func begins(_ title: String, with heading: String) -> Bool {
    heading.utf8.count >= 10 && title.hasPrefix(heading) && !isSite(heading)
      && (Self.separators + Self.tails).contains { title.dropFirst(heading.count).hasPrefix($0) }
  }

  /// Whether half of the words of one are in the other.
  static func isAlike(_ one: String, _ other: String) -> Bool {
    let (one, other) = (words(one), words(other))
    return 2 * one.intersection(other).count >= min(one.count, other.count)
  }

  /// What part of the words of `title` is in `name`, from 0 to 1.
  static func coverage(of title: String, by name: String) -> Double {
    let words = words(title)
    return Double(words.intersection(self.words(name)).count) / Double(max(1, words.count))
  }

  /// Whether `title` is the beginning of `whole` with an ellipsis.
  static func isShortened(_ title: String, from whole: String) -> Bool {
    guard let ellipsis = ellipsis(of: title) else { return false }
    let beginning = String(title.dropLast(ellipsis.count)).singleSpaced
    return beginning.utf8.count >= 10 && whole != title && whole.utf8.count > beginning.utf8.count
      && whole.hasPrefix(beginning)
  }

  static func ellipsis(of title: String) -> String? { ["…", "..."].first(where: title.hasSuffix) }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isInWords })
  }

  /// Whether the letters and digits of both are the same, but for their case.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let one = letters(one)
    return !one.isEmpty && one == letters(other)
  }

  private static func begins(_ one: String, like other: String) -> Bool {
    let (one, other) = (letters(one), letters(other))
    return min(one.count, other.count) >= 4 && (one.hasPrefix(other) || other.hasPrefix(one))
  }

  /// The letters and digits of a name, in lower case, without `The` before them.
  private static func letters(_ name: String) -> String {
    let lower = name.lowercased()
    return (lower.hasPrefix("the ") ? lower.dropFirst(4) : lower[...]).filter(\.isInWords)
  }
}

extension Character {
  /// Whether it is a letter or a digit. Nearly all that are asked about are ASCII, where that takes no tables of Unicode.
  fileprivate var isInWords: Bool {
    guard utf8.count == 1, let byte = utf8.first else { return isLetter || isNumber }
    return byte.isAlphanumeric
  }
}

extension String {
  fileprivate func cutLast(_ separator: String) -> (head: String, tail: String)? {
    cut(separator, at: utf8.indices.last { stands(separator, at: $0) })
  }

  fileprivate func cutFirst(_ separator: String) -> (head: String, tail: String)? {
    cut(separator, at: utf8.indices.first { stands(separator, at: $0) })
  }

  private func stands(_ separator: String, at index: String.Index) -> Bool {
    utf8[index] == separator.utf8.first && utf8[index...].starts(with: separator.utf8)
  }

  private func cut(_ separator: String, at index: String.Index?) -> (head: String, tail: String)? {
    guard let index else { return nil }
    let tail = utf8[index...].dropFirst(separator.utf8.count)
    return (String(decoding: utf8[..<index], as: UTF8.self), String(decoding: tail, as: UTF8.self))
  }
}

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

  /// Adds a name that is not there yet.
  mutating func append(_ written: String) {
    guard names.count < Self.most, let name = Self.name(of: written) else { return }
    let known = names.flatMap(Self.parts)
    if !Self.parts(name).allSatisfy(known.contains) { names.append(name) }
  }

  /// The name in `written`, such as `Ida Holm` in `By Ida Holm –`; `nil` where it is an address, a handle or no name at all.
  ///
  /// - Parameter openers: the words before a name that are no part of it.
  static func name(of written: String, without openers: [String] = Byline.openers) -> String? {
    var name = written.withoutReferences.replacing("\u{A0}", with: " ").singleSpaced.withoutMarksAround
    let lower = name.lowercased()
    // Of several roles each stays with its names.
    if !hasRoles(lower), let opener = openers.first(where: lower.hasPrefix) {
      name = String(name.dropFirst(opener.count)).withoutMarksAround
    }
    guard let first = name.first, first.isLetter || first.isNumber || "\"'“„«(".contains(first),
      name.contains(where: \.isLetter), !isAddress(name), !placeholders.contains(name.lowercased())
    else { return nil }
    return name
  }

  /// Whether `text` is nothing but what stands before a name.
  static func isOpener(_ text: String) -> Bool {
    let lower = text.lowercased() + " "
    return shownOpeners.contains { $0 == lower }
  }

  /// Whether `text` tells who did what: `Written by Ida Holm Edited by Per Lie`.
  static func hasRoles(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    return roles.contains { role in bytes.indices.contains { bytes[$0...].starts(with: role) } }
  }

  /// Whether `text` begins with what stands before a name.
  static func hasOpener(_ text: String) -> Bool {
    let lower = text.lowercased() + " "
    return shownOpeners.contains(where: lower.hasPrefix)
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
      "published by ", "von ", "von: ", "text: ", "par ", "por ", "di ", "door ", "av ", "af ", "autor: ", "autora: ",
      "auteur : ", "escrito por ", "écrit par ", "geschrieben von ", "scritto da ", "a cura di ", "作者：", "著者：", "文｜",
    ]
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
    func isMark(_ character: Character) -> Bool { " ,;:|/·•–—-".contains(character) }
    let rest = drop(while: isMark)
    return String(rest.prefix(rest.count - rest.reversed().prefix(while: isMark).count))
  }
}

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
    var name = written.withoutReferences.withPlainSpaces.singleSpaced.withoutMarksAround
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
  static func parted(_ words: ArraySlice<Substring>) -> [ArraySlice<Substring>] {
    func isConjunction(_ index: Int) -> Bool { conjunctions.contains(String(words[index])) }
    let starts = words.indices.dropFirst().filter {
      isConjunction($0) || (words[$0 - 1].hasSuffix(",") && !isConjunction($0 - 1))
    }
    return zip([words.startIndex] + starts, starts + [words.endIndex]).map { words[$0..<$1] }
  }

  /// The name in a part of `parted(_:)`.
  static func name(_ part: ArraySlice<Substring>) -> String {
    part.drop { conjunctions.contains(String($0)) }.joined(separator: " ").withoutMarksAround
  }

  /// Whether `text` tells who did what: `Written by Ida Holm Edited by Per Lie`.
  static func hasRoles(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    return roles.contains { role in bytes.indices.contains { bytes[$0...].starts(with: role) } }
  }

  /// What stands between two names.
  static let conjunctions: Set<String> = [",", "and", "&", ", and", "und", "et", "y", "e", "en", "og", "och", "i"]

  private static func parts(_ name: String) -> [Substring] { name.lowercased().split(separator: ", ") }

  private static let most = 50
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
  var withoutMarksAround: String { String(trimming(" ,;:|/·•–—-&")) }
}

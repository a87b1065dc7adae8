internal import CCLD2
internal import DocumentModel

/// The ways in which documents and CLD2 name a language.
enum LanguageNames {
  /// The BCP 47 tag of one of CLD2's codes, some of which are out of date; `nil` where it stands for a script only.
  static func tag(_ code: String) -> String? {
    if code.hasPrefix("xx") { return nil }
    if code == "sr-ME" { return "cnr" }
    return code.contains("-") ? code : LanguageTag(code)?.code
  }

  /// What the words of a document that says its language mean: a tag as it is (`en-GB`), the tag for a name or a code of
  /// three letters (`English`, `eng`), or `nil` for what names none (`und`, `-`, `UTF-8`).
  static func tag(declared words: String) -> String? {
    // Of a list the first.
    let tag = words.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    let subtags = tag.split { $0 == "-" || $0 == "_" }
    guard let first = subtags.first else { return nil }
    // No tag ends in a single letter or digit, but names of charsets do.
    if (2...3).contains(first.utf8.count), subtags.last.map({ $0.utf8.count > 1 }) ?? false {
      let code = first.lowercased()
      if let language = LanguageTag(code), language.isKnown || ccld2_code(code.uppercased()) != nil {
        return code.utf8.count > language.code.utf8.count ? language.code : String(tag)
      }
    }
    return ccld2_code(words.uppercased()).flatMap { self.tag(String(cString: $0)) }
  }

  /// Whether CLD2 tells texts in a language, as it does not for all that it has names for.
  static func isTold(_ tag: String) -> Bool { told.contains { agree(declared: tag, text: $0) } }

  private static let told = """
    af ar az be bg bn ca ceb chr cs cy da de dv el en es et eu fa fi fr ga gd gl gu he hi hmn hr ht hu hy id is it iu ja
    jv ka km kn ko lg lif lo lt lv mk ml mr ms mt ne nl no or pa pl pt ro ru rw si sk sl sq sr sv sw syr ta te th tl tr
    uk ur vi yi zh
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// Whether a text that reads like `text`, as `tag(_:)` names it, may be in the language that its document says it has.
  static func agree(declared: String, text: String) -> Bool {
    guard let declared = LanguageTag(declared), let text = LanguageTag(text) else { return false }
    return declared.agrees(with: text)
  }
}

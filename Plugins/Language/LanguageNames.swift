internal import CCLD2

/// The ways in which documents and CLD2 name a language.
enum LanguageNames {
  /// The BCP 47 tag of one of CLD2's codes, some of which are out of date; `nil` where it stands for a script only.
  static func tag(_ code: String) -> String? {
    if code.hasPrefix("xx") { return nil }
    return renamed[code] ?? code
  }

  /// What the words of a document that says its language mean: a tag as it is (`en-GB`), the tag for a name or a code of
  /// three letters (`English`, `eng`), or `nil` for what names none (`und`, `-`).
  static func tag(declared words: String) -> String? {
    let subtag = words.prefix { $0 != "-" && $0 != "_" }.lowercased()
    if ["und", "mul", "zxx", "mis"].contains(subtag) { return nil }
    let isCode = (2...3).contains(subtag.utf8.count) && subtag.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    if isCode { return threeLetters[subtag] ?? words }
    return ccld2_code(words.uppercased()).flatMap { tag(String(cString: $0)) }
  }

  /// Codes that ISO 639-1 has withdrawn, and those that IANA's registry prefers others to.
  private static let renamed = [
    "iw": "he", "jw": "jv", "in": "id", "ji": "yi", "mo": "ro", "tl": "fil", "sr-ME": "cnr",
  ]

  /// Codes of ISO 639-2, in both of its forms, of languages that have two letters, which BCP 47 asks for.
  private static let threeLetters = [
    "ara": "ar", "bul": "bg", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el",
    "eng": "en", "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gre": "el", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl",
    "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl",
    "spa": "es", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
  ]
}

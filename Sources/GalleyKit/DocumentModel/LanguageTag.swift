/// A language as tags name it (BCP 47), read so that two can be compared.
///
/// Tags of one language differ: `iw` and `he`, `zh-TW` and `zh-Hant`, `eng` and `en`, `nb` and `no`. And some languages can't
/// be told from one another by a text: Bosnian, Croatian, Montenegrin and Serbian in Latin letters.
public struct LanguageTag: Hashable, Sendable {
  /// The code of today in lower case, of two letters where ISO 639 has one: `he` of `iw`, `en` of `eng-GB`.
  public let code: String
  /// The language that it is a kind of, such as `no` of `nb`; else the same as `code`.
  public let language: String
  /// What is compared: the language, or the one for all of a group that texts don't tell apart.
  private let group: String
  /// The script, as far as the tag tells it, be it by a region: `hant` of `zh-TW`.
  private let script: String?
  /// The other subtags, in lower case: regions and variants.
  private let others: [String]

  /// - Parameter tag: with hyphens or underscores, in whatever case.
  /// - Returns: `nil` where there is nothing in it.
  public init?(_ tag: String) {
    let subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let first = subtags.first else { return nil }
    let code = LanguageCodes.current(first)
    self.code = String(code)
    language = String(Self.parents[code] ?? code)
    group = Self.southSlavic.contains(language) ? "sh" : language
    let named = subtags.dropFirst().first { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 >= 0x61 } }
    others = subtags.dropFirst().filter { $0 != named }.map(String.init)
    if let named {
      script = String(named)
    } else if language == "zh" {
      script = others.lazy.compactMap { Self.chineseScripts[$0] }.first ?? (code == "yue" ? "hant" : nil)
    } else {
      script = group == "sh" && language != "sr" ? "latn" : nil
    }
  }

  /// Whether the code is one of ISO 639-2, or one that was.
  public var isKnown: Bool { LanguageCodes.has(language[...]) }

  /// Whether `tag` is this language or a variety of it: `en` includes `en-GB`, `no` includes `nb`, `zh-Hant` includes `zh-TW`.
  ///
  /// A tag that tells less stands for what it usually is: `nb` includes `no`, and `zh-Hans` includes `zh`.
  public func includes(_ tag: LanguageTag) -> Bool {
    guard group == tag.group else { return false }
    if code != language, code != tag.usualCode { return false }
    if let script, script != tag.usualScript { return false }
    // Of Chinese, texts tell the script, not the region.
    if language == "zh", tag.others.isEmpty { return true }
    return others.allSatisfy(tag.others.contains)
  }

  /// Whether a text that reads like `tag` may be in this language: whether they are of one group, and in one script as far as
  /// both tell it.
  public func agrees(with tag: LanguageTag) -> Bool {
    guard group == tag.group else { return false }
    guard let script, let other = tag.usualScript else { return true }
    return script == other
  }

  private var usualCode: String { code == "no" ? "nb" : code }

  private var usualScript: String? { script ?? Self.usualScripts[language] }

  private static let parents: [Substring: Substring] = ["nb": "no", "nn": "no", "yue": "zh"]
  private static let southSlavic: Set<String> = ["bs", "cnr", "hr", "sh", "sr"]
  private static let usualScripts = ["sr": "cyrl", "zh": "hans"]
  private static let chineseScripts = ["tw": "hant", "hk": "hant", "mo": "hant", "cn": "hans", "sg": "hans"]
}

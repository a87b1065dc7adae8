import DocumentModel
import JSON
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("EN-gb", "en"), ("eng_GB", "en"), ("deu", "de"), ("ger", "de"), ("iw", "he"), ("heb", "he"),
    ("in", "id"), ("ji", "yi"), ("tgl", "fil"), ("cmn-Hans", "zh"), ("nob", "nb"), ("sr-Latn", "sr"), ("ast", "ast"),
    ("klingon", "klingon"),
  ])
  func readsCodes(tag: String, code: String) throws {
    let tag = try #require(LanguageTag(tag))
    #expect(tag.code == code)
    #expect(tag.language == (code == "nb" ? "no" : code))
    #expect(tag.isKnown == (code != "klingon"))
  }

  @Test(arguments: ["", "-", "_-"]) func isNothing(tag: String) { #expect(LanguageTag(tag) == nil) }

  /// What `when` and contracts name, and the languages of documents.
  @Test(arguments: [
    ("en", "en-GB", true), ("en-GB", "en", false), ("en-GB", "en_gb", true), ("en", "eng", true),
    ("eng", "en-GB", true), ("en", "enm", false), ("de-1996", "de-AT-1996", true), ("de-AT", "de-CH", false),
    ("he", "iw-IL", true),
    ("no", "nb-NO", true), ("no", "nn", true), ("nb", "no", true), ("nn", "no", false), ("nb", "nn", false),
    ("nb", "nob", true), ("da", "no", false), ("zh", "zh-TW", true), ("zh", "cmn", true), ("zh", "yue", true),
    ("yue", "zh", false), ("zh-Hant", "zh-TW", true), ("zh-Hant", "zh-HK", true), ("zh-Hant", "yue", true),
    ("zh-Hant", "zh", false), ("zh-Hans", "zh", true), ("zh-Hans", "zh-SG", true), ("zh-Hans", "zh-MO", false),
    ("zh-TW", "zh-Hant", true), ("zh-TW", "zh-HK", false), ("zh-CN", "zh", true), ("zh-Hant", "zh-Hant-CN", true),
    ("hr", "bs", true), ("hr", "sr-Latn-RS", true), ("hr", "sr", false), ("sr", "hr", true), ("sr-Cyrl", "hr", false),
    ("sr", "sr-Latn", true), ("sl", "hr", false), ("uz-Latn", "uz-Latn-UZ", true), ("uz-Latn", "uz-Cyrl", false),
    ("uz-Latn", "uz", false), ("tl", "fil", true),
  ])
  func includesVarieties(tag: String, other: String, isIncluded: Bool) throws {
    #expect(try #require(LanguageTag(tag)).includes(try #require(LanguageTag(other))) == isIncluded)
    #expect(Metadata(["language": .string(other)]).isWritten(in: tag) == isIncluded)
  }
}

public import JSON

/// What is known of an article as a whole, under well-known keys and any others.
public struct Metadata: Hashable, Sendable {
  /// All keys with their values, in the order in which they were found out.
  public var values: JSONObject

  public init(_ values: JSONObject = [:]) { self.values = values }

  public var title: String? {
    get { self["title"] }
    set { self["title"] = newValue }
  }

  /// Who wrote it, without "By": `Maria Keller`.
  public var byline: String? {
    get { self["byline"] }
    set { self["byline"] = newValue }
  }

  /// Where it was filed from, as agencies print it: `GENEVA`.
  public var dateline: String? {
    get { self["dateline"] }
    set { self["dateline"] = newValue }
  }

  /// When it was published: an ISO 8601 date or date and time.
  public var published: String? {
    get { self["published"] }
    set { self["published"] = newValue }
  }

  /// The language as BCP 47 has it: `en`.
  public var language: String? {
    get { self["language"] }
    set { self["language"] = newValue }
  }

  /// Whether `language` is the one of `tag` or a variety of it: `en-GB` is in `en`, see `LanguageTag`.
  public func isWritten(in tag: String) -> Bool {
    guard let language = language.flatMap(LanguageTag.init), let tag = LanguageTag(tag) else { return false }
    return tag.includes(language)
  }

  /// The string at `key`; `nil` where there is none or it is no string.
  public subscript(key: String) -> String? {
    get { values[key]?.string }
    set { values[key] = newValue.map { .string($0) } }
  }
}

internal import DocumentModel

/// The named things of a story, each once, whatever each article calls them.
struct NameRoll {
  /// What is told of a story's names.
  private static let told = 8

  /// By the key of the name.
  private var entries: [String: Entry] = [:]
  /// The full name's key for a name of one word that only one of the names ends with: "putin" for "vladimir putin".
  private var fullKeys: [String: String] = [:]

  private struct Entry {
    var label: EntityLabel
    var spellings: [String: Int] = [:]
    var articles = 0
    var mentions = 0
  }

  init(_ articles: [Article]) {
    var namesByLast: [String: Set<String>] = [:]
    for name in articles.flatMap(\.names) where name.label == .person {
      let key = Self.key(of: name.text)
      guard let space = key.lastIndex(of: " ") else { continue }
      namesByLast[String(key[key.index(after: space)...]), default: []].insert(key)
    }
    fullKeys = namesByLast.compactMapValues { $0.count == 1 ? $0.first : nil }
    for article in articles {
      var named: Set<String> = []
      for name in article.names {
        let key = self.key(of: name.text)
        var entry = entries[key] ?? Entry(label: name.label)
        entry.spellings[name.text, default: 0] += 1
        entry.mentions += name.mentions
        if named.insert(key).inserted { entry.articles += 1 }
        entries[key] = entry
      }
    }
  }

  /// What all mentions of a person or thing have in common, whichever of its names an article uses.
  func key(of name: String) -> String {
    let key = Self.key(of: name)
    return fullKeys[key] ?? key
  }

  /// The name that most articles use for the thing of `key`; of equals the longest.
  func spelling(ofKey key: String) -> String {
    entries[key]?.spellings.max { left, right in
      (left.key.utf8.count * (left.key.contains(" ") ? 2 : 1), left.value, right.key)
        < (right.key.utf8.count * (right.key.contains(" ") ? 2 : 1), right.value, left.key)
    }?.key ?? key
  }

  /// Those that most articles name; nationalities and the like are left out.
  var mostNamed: [Story.Name] {
    entries.filter { $0.value.label != .norp }
      .sorted { ($1.value.articles, $1.value.mentions, $0.key) < ($0.value.articles, $0.value.mentions, $1.key) }
      .prefix(Self.told)
      .map { Story.Name(text: spelling(ofKey: $0.key), label: $0.value.label, articleCount: $0.value.articles) }
  }

  private static func key(of name: String) -> String {
    let lowered = name.lowercased()
    return lowered.hasPrefix("the ") ? String(lowered.dropFirst(4)) : lowered
  }
}

/// Who is quoted in a story, with the remark that says most about as much as fits a line or two.
struct SpeakerList {
  /// The speakers, the one whom most articles quote first.
  private(set) var mostQuoted: [Story.Speaker] = []
  /// The names of those who are quoted too, in the same order.
  private(set) var others: [String] = []

  private static let told = 5
  private static let named = 8
  /// The bytes of a remark that is told: no fragment, and no speech.
  private static let length = 40...280
  /// The bytes of the longest words that tell who somebody is.
  private static let longestDescription = 100

  private struct Entry {
    var articles = 0
    var remarks: Set<String> = []
    var best: (remark: Article.Remark, source: StorySource, value: Double)?
    var description = ""

    /// Takes the longest words in reach that begin or end in the whole name: of equals the first by letters.
    mutating func describe(as words: String, name: String) {
      let isAtEdge = words.hasPrefix(name + ", ") || words.hasSuffix(" " + name) && !words.contains(",")
      guard isAtEdge, words.utf8.count <= SpeakerList.longestDescription, !words.hasPrefix("the " + name),
        !words.dropLast(name.utf8.count).contains(" and ") || words.hasPrefix(name)
      else {
        return
      }
      guard (-words.utf8.count, words) < (-description.utf8.count, description) else { return }
      description = words
    }
  }

  /// - Parameter told: sentences that the story has already, so that nobody's words stand there twice if others will do.
  init(_ articles: [Article], _ roll: NameRoll, besides told: [String]) {
    var entries: [String: Entry] = [:]
    for article in articles {
      for (key, remarks) in Dictionary(grouping: article.remarks, by: { roll.key(of: $0.speaker) }) {
        var entry = entries[key] ?? Entry()
        entry.articles += 1
        for remark in remarks {
          entry.describe(as: remark.source, name: roll.spelling(ofKey: key))
          guard entry.remarks.insert(remark.text).inserted, let value = Self.value(of: remark, told),
            value > entry.best?.value ?? 0
          else { continue }
          entry.best = (remark, article.source, value)
        }
        entries[key] = entry
      }
    }
    let sorted = entries.sorted {
      ($1.value.articles, $1.value.remarks.count, $0.key) < ($0.value.articles, $0.value.remarks.count, $1.key)
    }
    for (key, entry) in sorted {
      let name = roll.spelling(ofKey: key)
      if let best = entry.best, mostQuoted.count < Self.told {
        mostQuoted.append(
          Story.Speaker(
            name: name, description: entry.description.isEmpty ? name : entry.description, remark: best.remark.text,
            isBySense: best.remark.isBySense, source: best.source, remarkCount: entry.remarks.count))
      } else if others.count < Self.named {
        others.append(name)
      }
    }
  }

  /// What a remark is worth: its length, and where it only gives the sense less than any word for word. What the story tells
  /// already is worth less than all others, and nothing where it is a sentence. `nil` for what is too long or too short.
  private static func value(of remark: Article.Remark, _ told: [String]) -> Double? {
    let length = Double(remark.text.utf8.count)
    guard Self.length.contains(remark.text.utf8.count) else { return nil }
    if remark.isBySense { return told.contains(remark.text) ? nil : length / 100 }
    let words = remark.text.dropFirst().dropLast()
    return told.contains { $0.contains(words) } ? length / 1000 : length
  }
}

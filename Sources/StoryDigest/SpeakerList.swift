/// Who is quoted in a story, with the remark that says most about as much as fits a line or two.
struct SpeakerList {
  /// The speakers, the one whom most articles quote first.
  let mostQuoted: [Story.Speaker]

  private static let told = 5
  /// The bytes of a remark that is told: no fragment, and no speech.
  private static let length = 40...280
  /// The bytes of the longest words that tell who somebody is.
  private static let longestDescription = 100

  private struct Entry {
    var articles = 0
    var remarks: Set<String> = []
    var best: (text: String, source: StorySource)?
    var description = ""

    /// Takes the longest words in reach that begin or end in the whole name: of equals the first by letters.
    mutating func describe(as words: String, name: String) {
      let isAtEdge = words.hasPrefix(name + ", ") || words.hasSuffix(" " + name) && !words.contains(",")
      guard isAtEdge, words.utf8.count <= SpeakerList.longestDescription, !words.hasPrefix("the " + name) else {
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
          guard entry.remarks.insert(remark.text).inserted, Self.length.contains(remark.text.utf8.count) else {
            continue
          }
          let value = Self.value(of: remark.text, told)
          guard value > entry.best.map({ Self.value(of: $0.text, told) }) ?? 0 else { continue }
          entry.best = (remark.text, article.source)
        }
        entries[key] = entry
      }
    }
    mostQuoted = entries.filter { $0.value.best != nil }
      .sorted {
        ($1.value.articles, $1.value.remarks.count, $0.key) < ($0.value.articles, $0.value.remarks.count, $1.key)
      }
      .prefix(Self.told)
      .compactMap { key, entry in
        entry.best.map {
          Story.Speaker(
            name: roll.spelling(ofKey: key),
            description: entry.description.isEmpty ? roll.spelling(ofKey: key) : entry.description, remark: $0.text,
            source: $0.source, remarkCount: entry.remarks.count)
        }
      }
  }

  /// What a remark is worth: its length, and less than any other where the story tells it already.
  private static func value(of remark: String, _ told: [String]) -> Double {
    let length = Double(remark.utf8.count)
    let words = remark.dropFirst().dropLast()
    return told.contains { $0.contains(words) } ? length / 1000 : length
  }
}

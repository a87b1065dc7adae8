/// Who is quoted in a story, with the remark that says most about as much as fits a line or two.
struct SpeakerList {
  /// The speakers, the one whom most articles quote first.
  let mostQuoted: [Story.Speaker]

  private static let told = 5
  /// The bytes of a remark that is told: no fragment, and no speech.
  private static let length = 40...280

  private struct Entry {
    var articles = 0
    var remarks: Set<String> = []
    var best: (text: String, source: StorySource)?
  }

  init(_ articles: [Article], _ roll: NameRoll) {
    var entries: [String: Entry] = [:]
    for article in articles {
      for (key, remarks) in Dictionary(grouping: article.remarks, by: { roll.key(of: $0.speaker) }) {
        var entry = entries[key] ?? Entry()
        entry.articles += 1
        for remark in remarks where entry.remarks.insert(remark.text).inserted {
          let count = remark.text.utf8.count
          guard Self.length.contains(count), count > entry.best?.text.utf8.count ?? 0 else { continue }
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
            name: roll.spelling(ofKey: key), remark: $0.text, source: $0.source, remarkCount: entry.remarks.count)
        }
      }
  }
}

internal import Pages

extension StoryDigest {
  /// What the digest is made of, in a line: `12 stories of 41 articles · 3 May 2026 – 5 May 2026 · 7 articles alone`.
  var inWords: String {
    var parts = ["\(counted(stories.count, "story", "stories")) of \(counted(toldArticleCount, "article", "articles"))"]
    if let days { parts.append(days.inWords + (undatedCount > 0 ? ", \(undatedCount.grouped) undated" : "")) }
    if untoldCount > 0 { parts.append("\(counted(untoldCount, "smaller story", "smaller stories")) left out") }
    parts.append("\(counted(articleCount, "article", "articles")) in all")
    return parts.joined(separator: " · ")
  }

  /// What stands in the place of stories where there is none.
  var wordsForNone: String { "No articles tell the same story." }
}

extension Story {
  /// How many articles tell the story: `5 articles, 2 of them copies`.
  var countInWords: String {
    counted(articleCount, "article", "articles")
      + (copyCount == 0 ? "" : ", \(copyCount.grouped) of them \(copyCount == 1 ? "a copy" : "copies")")
  }
}

extension Story {
  /// Whether anybody is quoted.
  var hasSpeakers: Bool { !speakers.isEmpty || !otherSpeakers.isEmpty }
  /// Who is quoted without a remark of their own: `Also: Anna Berg, Jonas Lie`.
  var otherSpeakersInWords: String? {
    guard !otherSpeakers.isEmpty else { return nil }
    return (speakers.isEmpty ? "" : "Also: ") + otherSpeakers.joined(separator: ", ")
  }
}

extension Story.Speaker {
  /// What is told of the remarks: `by sense, quoted 3 times`.
  var facts: String? {
    let facts = (isBySense ? ["by sense"] : []) + (remarkCount > 1 ? ["quoted \(remarkCount.grouped) times"] : [])
    return facts.isEmpty ? nil : facts.joined(separator: ", ")
  }
}

extension Story.Telling {
  /// Where the same text stands too, the first few by name.
  var copiesInWords: String {
    let named = copies.prefix(5).map { $0.site ?? $0.id }.joined(separator: ", ")
    return "the same text: \(named)" + (copies.count > 5 ? " and \((copies.count - 5).grouped) more" : "")
  }
}

extension StorySource {
  /// When it was published: `3 May 2026, 18:00`; `nil` without a day.
  var timeInWords: String? { day.map { $0.inWords + (clock.map { ", " + $0 } ?? "") } }
}

extension CalendarDay {
  /// The day as people write it: `3 May 2026`.
  var inWords: String {
    let months = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }
}

extension ClosedRange<CalendarDay> {
  /// `3 May 2026`, `3 May 2026 – 5 May 2026`.
  var inWords: String {
    lowerBound == upperBound ? lowerBound.inWords : "\(lowerBound.inWords) – \(upperBound.inWords)"
  }
}

private func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count.grouped) \(count == 1 ? one : many)"
}

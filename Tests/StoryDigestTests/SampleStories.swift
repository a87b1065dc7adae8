import DocumentModel
import StageTesting

@testable import StoryDigest

/// An article of `sentences`, whose names are `people` and `places`, wherever the text has them.
func article(
  _ id: String, _ title: String, published: String? = nil, keyphrases: [String] = [], people: [String] = [],
  places: [String] = [], summary: [Int] = [0], _ sentences: String...
) -> Document {
  var document = Document(id: id, text: sentences.joined(separator: "\n\n"))
  document.metadata.title = title
  document.metadata.published = published
  var start = 0
  document.sentences = sentences.map { sentence in
    defer { start += sentence.utf8.count + 2 }
    return Sentence(range: TextRange(start, start + sentence.utf8.count), by: "test")
  }
  document.entities = []
  document.chains = []
  for (name, label) in people.map({ ($0, EntityLabel.person) }) + places.map({ ($0, .gpe) }) {
    document.addChain(name, label)
  }
  document.keyphrases = keyphrases.map { Keyphrase(text: $0, score: 1, by: "test") }
  let chosen = (document.sentences ?? []).enumerated().filter { summary.contains($0.offset) }.map(\.element.range)
  document.summary = Summary(
    text: chosen.map { String(document[$0]) }.joined(separator: " "),
    sentences: chosen.map { Summary.Choice(range: $0, score: 1) }, by: "test")
  document.quotations = document.quoted
  return document
}

extension Document {
  fileprivate mutating func addChain(_ name: String, _ label: EntityLabel) {
    let mentions = text.ranges(of: name).map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextRange(start, start + name.utf8.count)
    }
    let chain = chains?.count ?? 0
    let first = entities?.count ?? 0
    entities? += mentions.map { Entity(range: $0, label: label, chain: chain, by: "test") }
    chains?.append(
      Chain(canonical: name, label: label, mentions: Array(first..<first + mentions.count), by: "test"))
  }

  /// What stands in quotation marks, said by the first person of its sentence.
  fileprivate var quoted: [Quotation] {
    (sentences ?? []).compactMap { sentence in
      let words = self[sentence.range]
      guard let open = words.utf8.firstIndex(of: UInt8(ascii: "\"")),
        let close = words.utf8.lastIndex(of: UInt8(ascii: "\"")), open < close
      else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: open)
      let end = text.utf8.distance(from: text.startIndex, to: close) + 1
      let speaker = entities?.first { $0.label == .person && sentence.range.contains($0.range) }
      return Quotation(range: TextRange(start, end), speaker: speaker?.chain, kind: .direct, by: "test")
    }
  }
}

/// Two stories of three and two articles, of which one is a copy, and an article of its own.
let sampleArticles: [Document] = [
  article(
    "a/ferry-1", "Ferry Line Opens in Oslo", published: "2026-05-03", keyphrases: ["ferry line", "harbour"],
    people: ["Anna Berg"], places: ["Oslo"], summary: [0, 1],
    "The ferry line across the harbour of Oslo opened on Sunday after three years of building.",
    "\"We have waited for this line longer than anyone should wait,\" said Mayor Anna Berg at the pier.",
    "Tickets for the ferry cost forty kroner, and children travel free on all days."),
  article(
    "a/ferry-copy", "Ferry opens", published: "2026-05-03T18:00:00Z", keyphrases: ["ferry line"], people: ["Anna Berg"],
    places: ["Oslo"], summary: [0],
    "The ferry line across the harbour of Oslo opened on Sunday after three years of building.",
    "\"We have waited for this line longer than anyone should wait,\" said Mayor Anna Berg at the pier."),
  article(
    "b/ferry-2", "Oslo's new ferry carries 9,000 in two days", published: "2026-05-05",
    keyphrases: ["ferry line", "passengers"], people: ["Berg", "Jonas Lie"], places: ["Oslo"], summary: [0, 2],
    "Nine thousand passengers took the new ferry line in Oslo on its first two days, the harbour office counted.",
    "Berg had hoped for half as many.",
    "\"The ferry line is full by eight, and by nine we turn people away,\" said captain Jonas Lie."),
  article(
    "b/storm", "Storm Takes Roofs in Bergamo", published: "2026-05-04", keyphrases: ["storm", "roofs"],
    people: ["Carla Neri"], places: ["Bergamo"],
    "A storm took the roofs off forty houses in Bergamo, the fire brigade said.",
    "Carla Neri, whose house lost half its roof, slept in the school."),
  article(
    "c/storm", "Bergamo counts the storm's damage", published: "2026-05-05", keyphrases: ["storm", "roofs", "damage"],
    people: ["Carla Neri"], places: ["Bergamo"],
    "Bergamo put the damage of the storm at nine million euros, most of it roofs.",
    "\"Nobody was hurt, which is the only number that counts here,\" said Carla Neri."),
  article(
    "c/chess", "A Draw in Riga", published: "2026-05-04", keyphrases: ["chess", "draw"], people: ["Ilze Kalns"],
    places: ["Riga"], "Ilze Kalns drew her game of chess in Riga after seven hours."),
]

func digest(_ documents: [Document], _ change: (inout DigestOptions) -> Void = { _ in }) -> StoryDigest {
  var options = DigestOptions()
  change(&options)
  var maker = DigestMaker()
  for document in documents { maker.add(document) }
  return maker.digest(options)
}

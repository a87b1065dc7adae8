/// Clusters of words as a file has them: a word, its coarse cluster and its fine one a line, separated by tabs.
struct WordClusterFile {
  struct Entry {
    /// The word alone, looked up.
    var text: LookedUpText
    var clusters: WordClusters

    var key: UInt64 { WordForm.key(of: text.text[0]) }
  }

  let entries: [Entry]

  init(_ content: String, gazetteer: Gazetteer) {
    entries = content.utf8.split(separator: 0x0A).compactMap { line in
      let columns = line.split(separator: 0x09).map { String(Substring($0)) }
      guard columns.count == 3, let coarse = UInt16(columns[1]), let fine = UInt16(columns[2]) else { return nil }
      let text = LookedUpText(TokenizedText(columns[0]), gazetteer: gazetteer)
      return text.count == 1 ? Entry(text: text, clusters: WordClusters(coarse: coarse, fine: fine)) : nil
    }
  }

  /// The clusters by the words' keys.
  var clusters: [UInt64: WordClusters] { Dictionary(entries.map { ($0.key, $0.clusters) }) { first, _ in first } }
}

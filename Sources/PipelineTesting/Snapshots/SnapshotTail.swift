internal import DocumentModel
internal import JSON

/// What stands below the text: chains, the summary's words, keyphrases, notes and skipped stages.
struct SnapshotTail {
  let lines: [String]

  init(_ document: Document) {
    let names = Self.names(of: document.chains ?? [])
    let links = document.linksToChains
    let maker = document.chains?.first?.by
    var lines = (document.chains ?? []).enumerated().map { index, chain in
      Self.line(for: chain, names[index], links: links[index] ?? [], maker, document)
    }
    if let summary = document.summary, !summary.text.isIdentical(to: document.joinedSummary) {
      lines.append("summary-text \(SnapshotWords.quoted(summary.text))")
    }
    lines += (document.keyphrases ?? []).map { "keyphrase \(SnapshotWords.quoted($0.text))" }
    lines += document.diagnostics.map { finding in
      "\(finding.severity.rawValue) \(SnapshotWords.word(finding.code)) by \(SnapshotWords.word(finding.by)) "
        + SnapshotWords.quoted(finding.message)
    }
    for entry in document.trace {
      if let reason = entry.skipped {
        lines.append("skipped \(SnapshotWords.word(entry.stage)) \(SnapshotWords.quoted(reason))")
      }
    }
    self.lines = lines
  }

  /// The chains' names in quotation marks, numbered where several have one.
  static func names(of chains: [Chain]) -> [String] {
    var counts: [JSON: Int] = [:]
    return chains.map { chain in
      let count = counts[.string(chain.canonical), default: 0] + 1
      counts[.string(chain.canonical)] = count
      return SnapshotWords.quoted(chain.canonical) + (count == 1 ? "" : " #\(count)")
    }
  }

  private static func line(
    for chain: Chain, _ name: String, links: [Int], _ maker: String?, _ document: Document
  ) -> String {
    let id = chain.id.map { " id \(SnapshotWords.word($0))" } ?? ""
    var line = "chain \(name) \(SnapshotWords.word(chain.label.rawValue))\(id): \(mentions(of: chain, document))"
    // Told apart by the entities' own links, unless the two disagree.
    if chain.mentions != links {
      line += " mentions \(chain.mentions.map { "\($0)" }.joined(separator: " "))"
    }
    if chain.by != maker { line += " by \(SnapshotWords.word(chain.by))" }
    return chain.extra.isEmpty ? line : "\(line) extra \(JSON.object(chain.extra).text())"
  }

  /// The different names, each with how often it is there.
  private static func mentions(of chain: Chain, _ document: Document) -> String {
    let entities = document.entities ?? []
    var names: [(name: String, count: Int)] = []
    for mention in chain.mentions
    where entities.indices.contains(mention) && document.isWellFormed(entities[mention].range) {
      let name = String(document[entities[mention].range])
      if let index = names.firstIndex(where: { $0.name.isIdentical(to: name) }) {
        names[index].count += 1
      } else {
        names.append((name, 1))
      }
    }
    return names.map { SnapshotWords.quoted($0.name) + ($0.count == 1 ? "" : " ×\($0.count)") }.joined(separator: ", ")
  }
}

extension Document {
  /// The indices of the entities that name each chain as theirs.
  var linksToChains: [Int: [Int]] {
    var links: [Int: [Int]] = [:]
    for (index, entity) in (entities ?? []).enumerated() {
      if let chain = entity.chain { links[chain, default: []].append(index) }
    }
    return links
  }

  /// The sentences of the summary on one line, with spaces between.
  var joinedSummary: String {
    (summary?.sentences ?? []).filter { isWellFormed($0.range) }.map { String(self[$0.range]).onOneLine }
      .joined(separator: " ")
  }
}

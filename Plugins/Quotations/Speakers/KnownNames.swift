internal import DocumentModel

/// The names of a document that tell what words in quotation marks are.
struct KnownNames {
  private let works: [TextRange]
  private let speakers: [TextRange]

  init(_ document: Document) {
    let entities = document.entities ?? []
    var works: [TextRange] = []
    var speakers: [TextRange] = []
    // By index: entities themselves are much to move about.
    for index in entities.indices {
      switch entities[index].label {
      case .workOfArt: works.append(entities[index].range)
      case .person, .org: speakers.append(entities[index].range)
      default: break
      }
    }
    self.works = works.sorted()
    self.speakers = speakers.sorted()
  }

  /// Whether the title of a work stands within `range`.
  func holdsWork(_ range: TextRange) -> Bool { Self.isAny(of: works, within: range) }

  /// Whether a person or an organization is named within `range`.
  func holdsSpeaker(_ range: TextRange) -> Bool { Self.isAny(of: speakers, within: range) }

  private static func isAny(of ranges: [TextRange], within range: TextRange) -> Bool {
    let first = ranges.partitioningIndex { $0.start >= range.start }
    return first < ranges.count && range.contains(ranges[first])
  }
}

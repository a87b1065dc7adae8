internal import DocumentModel

/// The names of a document that tell what words in quotation marks are.
struct KnownNames {
  private let works: [TextRange]
  private let speakers: [TextRange]

  init(_ document: Document) {
    let entities = document.entities ?? []
    works = entities.filter { $0.label == .workOfArt }.map(\.range).sorted()
    speakers = entities.filter { $0.label == .person || $0.label == .org }.map(\.range).sorted()
  }

  /// Whether the title of a work stands within `range`.
  func holdsWork(_ range: TextRange) -> Bool { Self.first(of: works, from: range.start, within: range) }

  /// Whether a person or an organization is named within `range`.
  func holdsSpeaker(_ range: TextRange) -> Bool { Self.first(of: speakers, from: range.start, within: range) }

  private static func first(of ranges: [TextRange], from start: Int, within range: TextRange) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && range.contains(ranges[low])
  }
}

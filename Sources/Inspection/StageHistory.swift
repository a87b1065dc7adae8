internal import DocumentModel
internal import JSON

/// A document, and what it was between the stages before, as far as that was captured.
struct StageHistory {
  /// The document as it came out.
  private(set) var document: Document
  /// What it was before, the earliest first.
  private(set) var earlier: [Document] = []

  private init(_ document: Document) { self.document = document }

  /// All versions in the order of the stages.
  var versions: [Document] { earlier + [document] }

  /// Documents of one id whose traces continue each other are one document at several stages; all others stay apart.
  ///
  /// - Returns: in the order in which the documents come first.
  static func histories(of documents: [Document]) -> [StageHistory] {
    var places: [ExactID: Int] = [:]
    var groups: [[Document]] = []
    for document in documents {
      let place = places[ExactID(document.id)] ?? groups.count
      if place == groups.count {
        places[ExactID(document.id)] = place
        groups.append([])
      }
      groups[place].append(document)
    }
    return groups.flatMap(histories(ofOneID:))
  }

  private static func histories(ofOneID documents: [Document]) -> [StageHistory] {
    var histories: [StageHistory] = []
    let ordered = documents.enumerated().sorted {
      ($0.element.trace.count, $0.offset) < ($1.element.trace.count, $1.offset)
    }
    for (_, document) in ordered {
      if let index = histories.firstIndex(where: { $0.holds(document) }) {
        histories[index].takeSource(of: document)
      } else if let index = histories.firstIndex(where: { $0.document.trace.isBeginning(of: document.trace) }) {
        histories[index].earlier.append(histories[index].document)
        histories[index].document = document
      } else {
        histories.append(StageHistory(document))
      }
    }
    return histories
  }

  /// Whether `document` is the last version again, as a captured file and an export are.
  private func holds(_ document: Document) -> Bool {
    document.trace == self.document.trace && document.text.isIdentical(to: self.document.text)
      && document.layers(differingFrom: self.document).isEmpty
  }
}

extension StageHistory {
  /// Keeps the text as it was read, which not every file of a document has.
  private mutating func takeSource(of document: Document) {
    if self.document.source.text == nil { self.document.source.text = document.source.text }
  }
}

/// An id compared by its exact scalars.
private struct ExactID: Hashable {
  private let bytes: [UInt8]
  init(_ id: String) { bytes = Array(id.utf8) }
}

extension [TraceEntry] {
  /// Whether `other` goes on from here.
  fileprivate func isBeginning(of other: [TraceEntry]) -> Bool {
    count < other.count && self == Array(other.prefix(count))
  }
}

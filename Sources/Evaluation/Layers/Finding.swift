public import DocumentModel

/// An annotation as far as it is compared with others.
public struct Finding: Hashable, Sendable {
  /// Its place in the gold's text; `nil` where what the pipeline found has no exact place there.
  public var range: TextRange?
  /// The label, kind or level; empty where there is none.
  public var label: String
  /// The words that it is about.
  public var words: String
}

/// What two findings at one place have in common.
struct FindingPlace: Hashable {
  private let range: TextRange?
  private let label: String

  init(_ finding: Finding, heedsLabel: Bool) {
    range = finding.range
    label = heedsLabel ? finding.label : ""
  }
}

extension [Finding] {
  /// Each once: two labels that a map makes one may be at the same place.
  var unique: [Finding] {
    var seen: Set<FindingPlace> = []
    return filter { $0.range == nil || seen.insert(FindingPlace($0, heedsLabel: true)).inserted }
  }
}

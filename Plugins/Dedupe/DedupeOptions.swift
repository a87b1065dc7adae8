public import StageKit

/// What counts as a copy, and what becomes of one.
public struct DedupeOptions: StageOptions {
  let threshold: Double
  let shingle: Int
  let minimumWords: Int
  let scope: Scope
  let duplicates: Handling

  /// Which documents are compared with each other.
  enum Scope: String, CaseIterable {
    case batch
    case folder
  }

  enum Handling: String, CaseIterable {
    case mark
    case filter
  }

  public init(from reader: inout OptionReader) {
    threshold = reader.number(
      "threshold", default: 0.7, in: 0.5...1,
      help: "Take two texts for copies where this share of their runs of words is the same (Jaccard similarity). It is "
        + "estimated, with a standard error of up to 0.06, so that of those near the threshold some are missed and some "
        + "taken; 1 asks for the same words in the same order.")
    shingle = reader.integer("shingle", default: 3, in: 1...10, help: "How many words a run has.")
    minimumWords = reader.integer(
      "minimum-words", default: 20, in: 1...1000, help: "Compare no texts of fewer words: they may be equal by chance.")
    scope = reader.choice(
      "scope", default: Scope.batch, help: "Compare the whole batch, or only documents of the same folder.")
    duplicates = reader.choice(
      "duplicates", default: Handling.mark,
      help:
        "What becomes of a copy: mark (metadata says duplicate: yes and duplicate-of), or filter (it leaves the run).")
  }
}

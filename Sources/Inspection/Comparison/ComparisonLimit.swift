internal import DocumentModel
internal import Pages
internal import StageKit

/// A limit to what may differ: `entities.removed>2%`, `summary.rouge-1<0.8`, `documents.failed>0`. Where it holds, the
/// comparison has failed.
public struct ComparisonLimit: Hashable, Sendable {
  /// As it was written.
  public let text: String
  private let subject: String
  private let measure: String
  private let comparison: Comparator
  private let bound: Double
  private let isShare: Bool

  private enum Comparator: String, CaseIterable {
    // The longer ones first: one that begins with another is looked for before it.
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
  }

  /// - Throws: `ComparisonLimitError`.
  public init(_ text: String) throws(ComparisonLimitError) {
    self.text = text
    let compact = text.filter { $0 != " " }
    guard let comparator = Comparator.allCases.first(where: { compact.contains($0.rawValue) }),
      let place = compact.firstRange(of: comparator.rawValue)
    else { throw ComparisonLimitError(text: text, problem: .form) }
    let names = compact[..<place.lowerBound].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let number = compact[place.upperBound...]
    guard names.count == 2, let bound = Double(number.hasSuffix("%") ? number.dropLast() : number), bound.isFinite
    else {
      throw ComparisonLimitError(text: text, problem: .form)
    }
    guard let measures = Self.measures[names[0]] else {
      throw ComparisonLimitError(text: text, problem: .unknown(names[0], known: Self.measures.keys.sorted()))
    }
    // Both words are used for what is not there any more.
    let measure = names[1] == "gone" ? "removed" : names[1]
    guard measures.contains(measure) else {
      throw ComparisonLimitError(text: text, problem: .unknown(names[1], known: measures))
    }
    (subject, self.measure, comparison, self.bound) = (names[0], measure, comparator, bound)
    isShare = number.hasSuffix("%")
  }

  private static let changes = ["added", "removed", "moved", "relabelled", "changed", "differing"]

  /// What can be limited, by what it is about.
  private static let measures: [String: [String]] = {
    var measures: [String: [String]] = ["documents": ["differing", "failed"]]
    for layer in Layer.all.map(\.rawValue) + ["text", "extensions"] { measures[layer] = changes }
    measures["chains"] = changes + ["merged", "split"]
    measures["summary"] = changes + ["rouge-1", "rouge-2", "rouge-l"]
    return measures
  }()

  /// Whether the limit is passed; of shares, what `comparison` has of the first pipeline's annotations, or of the documents
  /// compared.
  public func isPassed(by comparison: Comparison) -> Bool {
    let value = value(in: comparison)
    return switch self.comparison {
    case .more: value > bound
    case .atLeast: value >= bound
    case .less: value < bound
    case .atMost: value <= bound
    }
  }

  /// What is limited, as `comparison` has it: `3.41%`, `12`, `0.77`.
  public func measured(in comparison: Comparison) -> String {
    let value = value(in: comparison)
    if isShare { return "\(value.rounded(to: 2))%" }
    return measure.hasPrefix("rouge") ? value.rounded(to: 4) : Int(value).grouped
  }

  private func value(in comparison: Comparison) -> Double {
    let (count, whole) = count(in: comparison)
    guard isShare else { return count }
    // Of nothing, anything is more than all.
    guard whole > 0 else { return count > 0 ? Double.greatestFiniteMagnitude : 0 }
    return 100 * count / whole
  }

  private func count(in comparison: Comparison) -> (count: Double, whole: Double) {
    switch (subject, measure) {
    case ("documents", "failed"):
      let failures = comparison.failures.count
      return (Double(failures), Double(comparison.compared + failures))
    case ("documents", _): return (Double(comparison.differingCount), Double(comparison.compared))
    case (_, let measure) where measure.hasPrefix("rouge"):
      let summaries = comparison.summaries
      // Where there are none to compare, none is far from another.
      guard summaries.documents > 0 else { return (1, 1) }
      return (measure == "rouge-1" ? summaries.rouge1 : measure == "rouge-2" ? summaries.rouge2 : summaries.rougeL, 1)
    case (let layer, let measure):
      guard let tally = comparison[layer] else { return (0, 0) }
      return (Double(count(of: measure, tally, comparison)), Double(tally.first))
    }
  }

  private func count(of measure: String, _ tally: LayerTally, _ comparison: Comparison) -> Int {
    switch measure {
    case "added": tally[.added]
    case "removed": tally[.gone]
    case "moved": tally[.moved]
    case "relabelled": tally[.relabelled]
    case "changed": tally[.changed]
    case "merged": comparison.chains.merged
    case "split": comparison.chains.split
    default: tally.changed
    }
  }
}

/// Why a limit can't be understood.
public struct ComparisonLimitError: Error, Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public let problem: Problem

  public enum Problem: Hashable, Sendable {
    case form
    case unknown(String, known: [String])
  }

  public var description: String {
    switch problem {
    case .form: return "should look like 'entities.removed>2%' or 'summary.rouge-1<0.8', not '\(text)'"
    case .unknown(let name, let known):
      let advice =
        name.nearest(in: known).map { "did you mean '\($0)'?" } ?? "there are \(known.joined(separator: ", "))"
      return "'\(text)': there is no '\(name)'; \(advice)"
    }
  }
}

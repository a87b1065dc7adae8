internal import JSON

/// Which stages of a pipeline are run: those from one to another, both included.
public struct PipelineSlice: Hashable, Sendable {
  /// The first stage; `nil` for the pipeline's first.
  let first: Bound?
  /// The last stage; `nil` for the pipeline's last.
  let last: Bound?

  /// A stage as the user names it.
  struct Bound: Hashable, Sendable {
    /// Its `id`, its name or its number from 0.
    let stage: String
    /// What named it: `--from summarize`.
    let argument: String

    init?(_ flag: String, _ stage: String?) {
      guard let stage else { return nil }
      (self.stage, argument) = (stage, "\(flag) \(stage)")
    }
  }

  /// All stages.
  public static let whole = PipelineSlice()

  /// Whether one name stands for both, so that a mistake in it is told once.
  var isOneStage: Bool { first != nil && first == last }

  /// - Parameters:
  ///   - from: the `id`, name or number from 0 of the first stage.
  ///   - until: that of the last one.
  public init(from: String? = nil, until: String? = nil) {
    (first, last) = (Bound("--from", from), Bound("--until", until))
  }

  /// The one stage with this `id`, name or number from 0.
  public init(only stage: String) { (first, last) = (Bound("--only", stage), Bound("--only", stage)) }
}

extension PipelineDeclaration {
  /// The places of the stages that `slice` names; `nil` where there is a problem with it, or there are no stages at all.
  func places(of slice: PipelineSlice, problems: inout [PipelineProblem]) -> ClosedRange<Int>? {
    func place(_ bound: PipelineSlice.Bound?, else standard: Int) -> Int? {
      guard let bound else { return standard }
      return index(ofStage: bound.stage, at: .argument(bound.argument), problems: &problems)
    }
    let first = place(slice.first, else: 0)
    let last = slice.isOneStage ? first : place(slice.last, else: stages.count - 1)
    guard let first, let last, !stages.isEmpty else { return nil }
    guard first <= last else {
      let kind = PipelineProblem.Kind.emptySlice(from: stages[first].id, until: stages[last].id)
      problems.append(PipelineProblem(kind, at: slice.last.map { .argument($0.argument) }))
      return nil
    }
    return first...last
  }

  /// What to call a pipeline of the stages at `places` alone: `news (from quotations)`.
  func name(ofStagesAt places: ClosedRange<Int>) -> String {
    let (first, last) = (stages[places.lowerBound].id, stages[places.upperBound].id)
    switch (places.lowerBound == 0, places.upperBound == stages.count - 1) {
    case (true, true): return name
    case (true, false): return "\(name) (until \(last))"
    case (false, true): return "\(name) (from \(first))"
    case (false, false): return "\(name) (\(first == last ? "only \(first)" : "\(first) to \(last)"))"
    }
  }
}

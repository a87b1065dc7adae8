/// A comparison with what the two are called, and the work that it took.
public struct ComparisonReport: Sendable {
  /// What the two pipelines, or folders, are called.
  public let names: (first: String, second: String)
  public let comparison: Comparison
  /// The stages that were run; empty where folders are compared.
  public let stages: [StageWork]
  public let limits: [ComparisonLimit]

  public init(
    _ comparison: Comparison, names: (first: String, second: String), stages: [StageWork] = [],
    limits: [ComparisonLimit] = []
  ) {
    self.comparison = comparison
    self.names = names
    self.stages = stages
    self.limits = limits
  }

  /// The limits that were passed.
  public var passedLimits: [ComparisonLimit] { limits.filter { $0.isPassed(by: comparison) } }
}

/// What a stage of one pipeline, or of both, did in a comparison.
public struct StageWork: Hashable, Sendable {
  public let stage: String
  public let version: String
  /// Whose stage it is: of both, where it was run once.
  public let side: Comparison.Side
  /// How many documents it was run on.
  public internal(set) var documents = 0
  /// The time that it took, of all workers together.
  public internal(set) var seconds = 0.0

  public init(stage: String, version: String, side: Comparison.Side) {
    self.stage = stage
    self.version = version
    self.side = side
  }

  /// Takes in one more document, on which the stage took so long; nothing where it did not run.
  public mutating func add(nanoseconds: Int64) {
    guard nanoseconds > 0 else { return }
    documents += 1
    seconds += Double(nanoseconds) / 1e9
  }
}

internal import JSON

/// What a batch stage has decided about the inputs of a run.
struct BatchDecisions: Sendable {
  /// The stage's name.
  let stage: String
  /// As compact JSON, by the input's position.
  private var decisions: [Int: String] = [:]

  init(by stage: String) { self.stage = stage }

  mutating func set(_ decision: JSON, at position: Int) { decisions[position] = decision.text() }

  subscript(position: Int) -> String? { decisions[position] }
}

/// Takes inputs through a pipeline; each worker thread has its own.
protocol DocumentProcessor {
  /// Reads `inputs` and runs every step on each.
  ///
  /// - Returns: what came of each, in their order, as if it had been taken alone.
  func callAsFunction(_ inputs: [Input]) -> [ProcessedInput]
}

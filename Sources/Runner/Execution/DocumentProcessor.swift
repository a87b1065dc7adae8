/// Takes inputs through a pipeline; each worker thread has its own.
protocol DocumentProcessor {
  /// Reads `inputs` and runs every step on each.
  ///
  /// - Parameter finish: is given what came of each, in their order, as if it had been taken alone.
  func take(_ inputs: [Input], finish: (ProcessedInput) -> Void)
}

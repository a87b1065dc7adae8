/// Takes inputs through a pipeline, one at a time; each worker thread has its own.
protocol DocumentProcessor {
  /// Reads `input` and runs every step on it.
  func callAsFunction(_ input: Input) -> ProcessedInput
}

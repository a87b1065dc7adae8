/// The options of a stage: read once, each declared in the line that reads it.
public protocol StageOptions: Sendable {
  /// Reads every option from `reader`, always all of them: what is asked for here is what there is.
  ///
  /// Nothing has to be thrown: the reader gathers what is wrong and gives the default in its place, so that all
  /// problems of a file are told at once. `reader.refuse(_:_:)` adds what only a look at several options shows.
  init(from reader: inout OptionReader)
}

/// The options of a stage that has none.
public struct NoOptions: StageOptions {
  public init(from reader: inout OptionReader) {}
}

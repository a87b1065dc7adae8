/// Which documents are kept as they are between the stages, and where.
public struct StageCapture: Hashable, Sendable {
  /// The folder that they are written into, a folder in it for each place between two stages.
  public var folder: String
  /// Globs, one of which the document's id or the path of its input has to match; empty for all. See `Glob`.
  public var only: [String]
  /// How many inputs from the first on are looked at; `nil` for all.
  public var count: Int?

  public init(into folder: String, only: [String] = [], count: Int? = nil) {
    self.folder = folder
    self.only = only
    self.count = count
  }
}

/// Which fields of a record are its text and its id; the others become metadata.
public struct RecordFields: Hashable, Sendable {
  public var text = "text"
  /// The field of the id; `nil` for `id` in those records that have it.
  public var id: String?

  public init() {}

  /// The name of the field to look for.
  var idName: String { id ?? "id" }
}

public import JSON

extension Layer {
  /// Where values of the metadata come from, by their keys, as the stages say that add them.
  public static let metadataOrigins = Layer.extension(originsName)

  fileprivate static let originsName = "metadata-origins"
}

extension Document {
  /// Says where values of the metadata come from: of each key, `front-matter`, `text`, … Those of other keys stay.
  public mutating func addOrigins(_ origins: JSONObject) {
    var told = extensions[Layer.originsName]?.object ?? [:]
    for member in origins { told[member.key] = member.value }
    extensions[Layer.originsName] = .object(told)
  }
}

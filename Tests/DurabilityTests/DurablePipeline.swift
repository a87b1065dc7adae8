import Testing

/// A pipeline that delivers in one of the ways that a run can be killed in.
struct DurablePipeline: CustomTestStringConvertible {
  let name: String
  /// The stages, as a pipeline file has them.
  let stages: String
  /// Outputs that are compared by what a command of the shell prints of them (`{}` is the file), not by their bytes.
  var dumps: [String: String] = [:]

  var testDescription: String { name }

  static let all = [
    DurablePipeline(name: "files", stages: #"{"use": "export", "with": {"format": "json"}}"#),
    DurablePipeline(name: "json-lines", stages: #"{"use": "export", "with": {"format": "jsonl"}}"#),
    DurablePipeline(
      name: "all-at-once",
      stages: #"""
        {"use": "clean"}, {"use": "entity-tag", "with": {"labels": ["DATE"]}}, {"use": "export", "with": {"format": "csv"}},
        {"use": "export", "with": {"format": "text", "to": "{folder}/{title-slug}.txt"}},
        {"use": "export", "with": {"format": "jsonl", "layers": ["entities"]}}
        """#),
  ]

  /// The pipeline file.
  var file: String { "{\"name\": \"\(name)\", \"stages\": [\(stages)]}\n" }

  /// What a run has left in a folder of `workplace`.
  func contents(of folder: String, in workplace: Workplace) throws -> FolderContents {
    var contents = try workplace.contents(of: folder)
    for (name, command) in dumps where contents.files[name] != nil {
      let dump = "\(workplace.path)/.dump"
      try shell("\(command.replacing("{}", with: "'\(workplace.path)/\(folder)/\(name)'")) > '\(dump)'")
      contents.files[name] = try bytes(at: dump)
    }
    return contents
  }
}

import Testing

/// A pipeline whose outputs the model can foretell.
struct ModelPipeline: CustomTestStringConvertible {
  let name: String
  /// Which outputs a document has: a file of its own, one named after its title, a line of a shared file.
  var hasFile = false
  var hasTitleFile = false
  var hasLine = false

  var testDescription: String { name }

  static let all = [
    ModelPipeline(name: "files", hasFile: true),
    ModelPipeline(name: "titles", hasTitleFile: true),
    ModelPipeline(name: "lines", hasLine: true),
    ModelPipeline(name: "everything", hasFile: true, hasTitleFile: true, hasLine: true),
  ]

  /// The pipeline file: only articles by Ana Sousa are exported, and those by Kari Lunde lack what a stage needs.
  func file(offsets: String) -> String {
    func when(_ author: String) -> String { #""when": {"metadata": {"byline": ["\#(author)"]}}"# }
    var stages = [
      #"{"use": "clean"}"#, #"{"use": "section-split", \#(when("Nobody"))}"#,
      #"{"use": "summarize", \#(when("Kari Lunde"))}"#,
    ]
    func export(_ options: String) {
      stages.append(#"{"use": "export", \#(when("Ana Sousa")), "with": {\#(options), "offsets": "\#(offsets)"}}"#)
    }
    if hasFile { export(#""format": "json""#) }
    if hasTitleFile { export(#""format": "text", "to": "by-title/{title-slug}.txt""#) }
    if hasLine { export(#""format": "jsonl", "to": "\#(Self.sharedFile)""#) }
    return #"{"name": "model", "stages": ["# + stages.joined(separator: ", ") + "]}"
  }

  static let sharedFile = "all.jsonl"

  /// The files of its own that a document has.
  func files(of article: Article) -> [String] {
    var names: [String] = []
    if hasFile { names.append("\(article.name).json") }
    if hasTitleFile { names.append("by-title/\(article.title.lowercased())-ferries-sail.txt") }
    return names
  }
}

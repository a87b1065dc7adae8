import PostgreSQLTesting
import Testing

@testable import Runner

/// A pipeline that delivers in one of the ways that a run can be killed in.
struct DurablePipeline: CustomTestStringConvertible {
  let name: String
  /// The stages, as a pipeline file has them.
  let stages: String
  /// SQLite databases that are compared by what is asked of them, a column of text each, not by their bytes.
  var queries: [String: [String]] = [:]
  /// The PostgreSQL server that rows go to, each output folder's into the schema of its name.
  var server: PostgreSQLServer?

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
    DurablePipeline(
      name: "sqlite",
      stages: #"""
        {"use": "clean"}, {"use": "entity-tag", "with": {"labels": ["DATE"]}},
        {"use": "export", "with": {"format": "sqlite", "to": "articles.sqlite"}}
        """#,
      queries: [
        "articles.sqlite": [
          "SELECT json_array(key, id, uri, sha256, title, text, offsets, metadata, trace) FROM documents ORDER BY key",
          "SELECT json_array(document, number, label, text, starts, ends, by) FROM entities ORDER BY document, number",
          "SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'harbour' ORDER BY rowid",
          "PRAGMA integrity_check",
        ]
      ]),
  ]

  /// The pipeline file.
  var file: String { "{\"name\": \"\(name)\", \(server == nil ? "" : Self.parameters)\"stages\": [\(stages)]}\n" }

  /// Starts a run of the pipeline, whose file is there.
  func start(_ inputs: String = "in", into folder: String, in workplace: Workplace) throws -> RunningProgram {
    let run = "run pipeline.json \(inputs) -o \(folder) -q --jobs 2"
    guard let server else { return try workplace.galley.start(run) }
    return try workplace.galley.start("\(run) --param schema=\(folder)", prefix: "DATABASE='\(server.address)'")
  }

  /// Runs the pipeline to its end.
  func run(_ inputs: String = "in", into folder: String, in workplace: Workplace) throws -> Ended {
    try start(inputs, into: folder, in: workplace).wait()
  }

  /// Removes what runs have left, in the folder and on the server.
  func removeOutput(_ folder: String, in workplace: Workplace) throws {
    try workplace.remove(folder)
    try server?.dropSchema(folder)
  }

  /// What a run has left in a folder of `workplace`.
  func contents(of folder: String, in workplace: Workplace) throws -> FolderContents {
    var contents = try workplace.contents(of: folder)
    for (name, questions) in queries where contents.files[name] != nil {
      let database = try SQLiteDatabase("\(workplace.path)/\(folder)/\(name)", .readOnly)
      var answers: [String] = []
      for question in questions { try database.prepare(question).eachRow { answers.append($0.text(0)) } }
      contents.files[name] = Array(answers.joined(separator: "\n").utf8)
    }
    for (table, rows) in try server?.tables(of: folder) ?? [:] { contents.files["table \(table)"] = Array(rows.utf8) }
    return contents
  }
}

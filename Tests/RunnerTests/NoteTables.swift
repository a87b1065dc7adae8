import StageKit

/// Tables of notes and their words: every kind of column, an index, a view, and a text to search.
let noteTables = TableSchema(
  documents: .init(
    "notes",
    [
      .init("title", .text, isOptional: true), .init("body", .text), .init("weight", .real, isOptional: true),
      .init("tags", .json),
    ], indexes: [["title"]]),
  details: [
    .init("words", [.init("text", .text), .init("starts", .integer), .init("kind", .text, isOptional: true)]),
    .init("marks", [.init("at", .integer)]),
  ],
  searched: ["title", "body"],
  views: [.init("said", "SELECT n.id, w.text FROM words w JOIN notes n ON n.key = w.document")])

/// Rows of a note: `words` stand one after the other in the body.
func note(_ title: String, _ words: String...) -> [UInt8] {
  var starts = 0
  let rows = words.map { word in
    defer { starts += word.unicodeScalars.count + 1 }
    return "[\"\(word)\",\(starts),null]"
  }
  let body = words.joined(separator: " ")
  return Array(
    #"{"notes":[["\#(title)","\#(body)",0.5,{"n":\#(words.count)}]],"words":[\#(rows.joined(separator: ","))],"marks":[]}"#
      .utf8)
}

func noteDatabase(_ place: Database.Place = .file) -> Database { Database(place, noteTables) }

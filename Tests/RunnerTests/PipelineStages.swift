import DocumentModel
import JSON
import StageKit

/// Rewrites the text to capitals.
struct ShoutStage: Stage {
  static let contract = Contract("shout", version: "1.0.0", summary: "Shouts.", rewritesText: true)
  init(options: NoOptions, resources: Resources) {}
  func process(_ document: inout Document) throws {
    let text = document.text.uppercased()
    try document.rewrite([TextEdit(document.textRange, text, rule: "shout")], by: "shout")
  }
}

/// One sentence, the text.
struct SentenceStage: Stage {
  static let contract = Contract(
    "one-sentence", version: "1.0.0", summary: "Takes the text for a sentence.", provides: [.sentences])
  init(options: NoOptions, resources: Resources) {}
  func process(_ document: inout Document) {
    document.sentences = [Sentence(range: document.textRange, by: "one-sentence")]
  }
}

/// Counts sentences, with an option of each kind.
struct CountStage: Stage {
  struct Options: StageOptions {
    let least: Int
    let words: [String]
    let terms: String?
    let note: String

    init(from reader: inout OptionReader) {
      least = reader.integer("least", default: 1, in: 1...10, help: "Count from here.")
      words = reader.strings("words", default: [], choices: ["red", "green"], help: "Colours to count.")
      terms = reader.file("terms", help: "A file of terms.")
      note = reader.string("note", default: "", help: "Anything.")
    }
  }

  static let contract = Contract(
    "count", version: "1.0.0", summary: "Counts.", requires: [.sentences], provides: [.extension("count")])
  let options: Options
  let terms: [UInt8]

  init(options: Options, resources: Resources) throws {
    self.options = options
    terms = try options.terms.map { try resources.bytes(of: $0) } ?? []
  }

  func process(_ document: inout Document) {
    document.extensions["count"] = [
      "sentences": .integer(document.sentences?.count ?? 0), "least": .integer(options.least),
      "terms": .integer(terms.count), "note": .string(options.note),
    ]
  }
}

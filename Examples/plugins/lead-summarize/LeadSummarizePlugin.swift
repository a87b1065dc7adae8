import DocumentModel
import StageKit

/// Summarizes by the first sentences, as a news agency cuts from the end.
///
/// It bears the name of Galley's own summarizer, so a pipeline file that says `"use": "summarize"` runs this one where
/// this library stands in the other's place.
struct LeadSummarizeStage: Stage {
  struct Options: StageOptions {
    let sentences: Int

    init(from reader: inout OptionReader) {
      sentences = reader.integer("sentences", default: 3, in: 1...100, help: "Take this many sentences.")
    }
  }

  static let contract = Contract(
    "summarize", version: "1.0.0", summary: "Takes the first sentences.", requires: [.sentences],
    provides: [.summary, .keyphrases])

  let options: Options

  init(options: Options, resources: Resources) { self.options = options }

  func process(_ document: inout Document) {
    let lead = (document.sentences ?? []).prefix(options.sentences)
    let words = lead.map { document[$0.range].split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    document.summary = Summary(
      text: words.joined(separator: " "),
      sentences: lead.enumerated().map { Summary.Choice(range: $1.range, score: 1 / Double($0 + 1)) },
      by: "lead-summarize")
    document.keyphrases = []
  }
}

/// The tag by which the host knows that this library was built with its kit.
@c(galley_plugin_abi)
public func pluginABI() -> UnsafePointer<CChar> { Plugin.abiTag }

/// What this library brings to the host.
@c(galley_plugin)
public func plugin() -> UnsafeMutableRawPointer { Plugin(stages: [LeadSummarizeStage.self]).handOver() }

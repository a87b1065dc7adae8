internal import DocumentModel
internal import JSON
public import StageKit

/// The options of `export`.
public struct ExportOptions: StageOptions {
  let format: ExportFormat
  let name: NameTemplate
  let form: DocumentForm
  /// The layers that the JSON formats write.
  let layers: Set<Layer>
  let keepsAllLayers: Bool
  let parts: Set<MarkdownPage.Part>

  public init(from reader: inout OptionReader) {
    let format = reader.choice(
      "format", default: ExportFormat.json,
      help: "What to write: a JSON file, lines of JSON, a Markdown page, plain text, or a CSV table of entities.")
    let template = reader.string(
      "to",
      help: "The output's name under the output folder, with fields: {id} (with its folders), {stem} (its last part), "
        + "{folder} (the rest of it), {title-slug}, {published}, {language}, {sha256} (12 digits). Default: {id}.json, "
        + "documents.jsonl, {id}.md, {id}.txt or entities.csv. Lines and rows of many documents share a file unless "
        + "its name tells them apart.")
    let offsets = reader.choice(
      "offsets", default: OffsetUnit.unicode,
      help: "What the ranges in JSON and CSV count: Unicode code points, UTF-8 bytes or UTF-16 code units.")
    let includesSourceText = reader.boolean(
      "source-text", default: false,
      help: "Write the text as it was read into the JSON too, where stages have rewritten it.")
    let known = Layer.all.filter { $0 != .metadata }.map(\.rawValue)
    let layers = reader.strings(
      "layers", default: known, choices: known,
      help: "The layers that the JSON keeps, beside id, source, metadata, text and extensions.")
    let parts = reader.strings(
      "parts", default: MarkdownPage.Part.standard.map(\.rawValue), choices: MarkdownPage.Part.allCases.map(\.rawValue),
      help: "The parts of a Markdown page below its title; keyphrases stand in the front matter as keywords anyway.")

    self.format = format
    self.layers = Set(layers.map(Layer.init))
    keepsAllLayers = self.layers.isSuperset(of: known.map(Layer.init))
    self.parts = Set(parts.compactMap(MarkdownPage.Part.init))
    form = DocumentForm(
      offsets: offsets, layout: format == .json ? .lines(depth: 2) : .compact, includesSourceText: includesSourceText)
    do {
      name = try NameTemplate(template ?? format.defaultName)
    } catch {
      reader.refuse("to", error.description)
      name = .id
    }
  }
}

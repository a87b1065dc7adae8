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
  /// The database that rows go into, with what messages call it; `nil` for files, and for an SQLite database, which is
  /// one.
  let server: (name: String, place: Database.Place)?

  public init(from reader: inout OptionReader) {
    let format = reader.choice(
      "format", default: ExportFormat.json,
      help:
        "What to write: a JSON file, lines of JSON, a Markdown page, plain text, a CSV table of entities, or rows of an "
        + "SQLite or PostgreSQL database.")
    let template = reader.string(
      "to",
      help: "The output's name under the output folder, with fields: {id} (with its folders), {stem} (its last part), "
        + "{folder} (the rest of it), {title-slug}, {published}, {language}, {sha256} (12 digits). Default: {id}.json, "
        + "documents.jsonl, {id}.md, {id}.txt, entities.csv or articles.sqlite. Lines and rows of many documents share a "
        + "file unless its name tells them apart. For postgresql, the database's address: "
        + "postgresql://user@host/database.")
    let namespace = reader.string(
      "schema", default: "public",
      help: "The schema of the PostgreSQL database that the tables are in; made where it is not there.")
    let offsets = reader.choice(
      "offsets", default: OffsetUnit.unicode,
      help: "What the ranges in JSON, CSV and tables count: Unicode code points, UTF-8 bytes or UTF-16 code units.")
    let includesSourceText = reader.boolean(
      "source-text", default: false,
      help: "Write the text as it was read into the JSON too, where stages have rewritten it.")
    let known = Layer.all.filter { $0 != .metadata }.map(\.rawValue)
    let layers = reader.strings(
      "layers", default: known, choices: known,
      help: "The layers that JSON and tables keep, beside id, source, metadata, text and extensions.")
    let parts = reader.strings(
      "parts", default: MarkdownPage.Part.standard.map(\.rawValue), choices: MarkdownPage.Part.allCases.map(\.rawValue),
      help: "The parts of a Markdown page below its title; keyphrases stand in the front matter as keywords anyway.")

    self.format = format
    self.layers = Set(layers.map(Layer.init))
    keepsAllLayers = self.layers.isSuperset(of: known.map(Layer.init))
    self.parts = Set(parts.compactMap(MarkdownPage.Part.init))
    form = DocumentForm(
      offsets: offsets, layout: format == .json ? .lines(depth: 2) : .compact, includesSourceText: includesSourceText)
    server = format == .postgresql ? Self.server(template, namespace, &reader) : nil
    name = format == .postgresql ? .id : Self.name(template, format, &reader)
  }

  private static func name(_ template: String?, _ format: ExportFormat, _ reader: inout OptionReader) -> NameTemplate {
    if let template, PostgreSQLAddress.begins(template) {
      reader.refuse("to", "this is the address of a database; write \"format\": \"postgresql\" with it")
      return .id
    }
    do {
      let name = try NameTemplate(template ?? format.defaultName)
      if format == .sqlite, name.tellsDocumentsApart {
        reader.refuse("to", "each document would have a database of its own; write a name such as \"articles.sqlite\"")
      }
      return name
    } catch {
      reader.refuse("to", error.description)
      return .id
    }
  }

  private static func server(
    _ address: String?, _ namespace: String, _ reader: inout OptionReader
  ) -> (name: String, place: Database.Place)? {
    if namespace.isEmpty || namespace.utf8.count > longestIdentifier || namespace.utf8.contains(0) {
      reader.refuse("schema", "the name of a schema has from 1 to \(longestIdentifier) bytes")
    }
    do {
      let address = try PostgreSQLAddress(address ?? "")
      return ("\(address.name)/\(namespace)", .server(address.connection, namespace: namespace))
    } catch {
      reader.refuse("to", error.description)
      return nil
    }
  }

  /// The bytes that a name has in PostgreSQL (NAMEDATALEN - 1).
  private static let longestIdentifier = 63
}

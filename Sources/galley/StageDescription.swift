internal import DocumentModel
internal import JSON
internal import Runner
internal import StageKit

/// What is told of one stage: contract, options and an example, as text and as JSON.
struct StageDescription {
  private let contract: Contract
  private let options: [OptionDeclaration]
  private let library: String?

  init(_ entry: StageRegistry.Entry) {
    contract = entry.type.contract
    options = entry.type.options
    library = entry.library
  }

  var text: String {
    var text = "\(contract.name) \(contract.version)\n\(contract.summary)\n\n"
    text += "requires  \(names(contract.requires))\n"
    if !contract.uses.isEmpty { text += "uses      \(names(contract.uses))\n" }
    text += "provides  \(names(contract.provides))\n"
    if !contract.mayProvide.isEmpty { text += "and where the source has them  \(names(contract.mayProvide))\n" }
    if contract.rewritesText { text += "rewrites the text: put it before every stage that provides ranges\n" }
    if !contract.languages.isEmpty { text += "languages \(contract.languages.sorted().joined(separator: ", "))\n" }
    if let library { text += "from      \(library)\n" }
    text += options.isEmpty ? "\nno options\n" : "\noptions:\n"
    for option in options {
      let value = option.isRequired ? "required" : option.defaultValue.map { "default \($0)" } ?? "optional"
      text += "  \(option.key): \(Help.wrapped("\(option.kind) (\(value))", indent: 4))\n"
      text += "    \(Help.wrapped(option.help, indent: 4))\n"
    }
    return text + "\nexample:\n  \(example)\n"
  }

  /// A chapter of the reference page.
  var markdown: String {
    var text = "## \(contract.name)\n\n\(contract.summary)\n\n"
    text += "Version \(contract.version) · requires \(names(contract.requires)) · provides \(names(contract.provides))"
    if !contract.uses.isEmpty { text += " · uses \(names(contract.uses)) where they are there" }
    if !contract.mayProvide.isEmpty { text += ", and where the source has them \(names(contract.mayProvide))" }
    if contract.rewritesText { text += " · rewrites the text" }
    if !contract.languages.isEmpty { text += " · for texts in \(contract.languages.sorted().joined(separator: ", "))" }
    text += "\n"
    if !options.isEmpty { text += "\n| option | value | default | what it does |\n|---|---|---|---|\n" }
    for option in options {
      let value = option.isRequired ? "required" : option.defaultValue.map { "`\($0)`" } ?? ""
      let cells = ["`\(option.key)`", "\(option.kind)", value, option.help]
      text += "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n"
    }
    return text + "\n```json\n\(example)\n```\n"
  }

  var json: JSON {
    [
      "name": .string(contract.name), "version": .string(contract.version), "summary": .string(contract.summary),
      "requires": layers(contract.requires), "uses": layers(contract.uses), "provides": layers(contract.provides),
      "may-provide": layers(contract.mayProvide),
      "rewrites-text": .bool(contract.rewritesText),
      "languages": .array(contract.languages.sorted().map { .string($0) }),
      "library": library.map { .string($0) } ?? .null,
      "options": .array(
        options.map { option in
          .object(
            JSONObject(
              [("key", .string(option.key)), ("required", .bool(option.isRequired))]
                + option.schema.map { ($0.key, $0.value) }))
        }),
    ]
  }

  /// An entry for a pipeline file with every option that has a default.
  private var example: JSON {
    var with: JSONObject = [:]
    for option in options {
      if let value = option.defaultValue { with[option.key] = value }
    }
    return with.isEmpty
      ? ["use": .string(contract.name)] : ["use": .string(contract.name), "with": .object(with)]
  }

  private func names(_ layers: Set<Layer>) -> String {
    layers.isEmpty ? "nothing" : layers.sorted().map(\.rawValue).joined(separator: ", ")
  }

  private func layers(_ layers: Set<Layer>) -> JSON { .array(layers.sorted().map { .string($0.rawValue) }) }
}

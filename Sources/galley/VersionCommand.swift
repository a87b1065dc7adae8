internal import DocumentModel
internal import JSON
internal import StageKit

/// `galley version`: tells what this is.
enum VersionCommand {
  static let command = Command(
    name: "version", summary: "Tell the versions of Galley, of the plugin interface and of the document format",
    operands: .none, flags: [Flag("json", help: "Print them as JSON.")], examples: [("galley version", "")]
  ) { arguments in
    let tag = String(cString: Plugin.abiTag)
    let json: JSON = [
      "galley": .string("\(Plugin.kitVersion)"), "plugin-interface": .string(tag),
      "document-format": .integer(DocumentForm.version),
    ]
    let text = "galley \(Plugin.kitVersion) (plugins: \(tag); document format \(DocumentForm.version))"
    try Terminal.standardOutput.print((arguments.has("json") ? json.text() : text) + "\n")
    return ExitStatus.success
  }
}

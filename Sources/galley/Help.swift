/// The help texts, made from the commands' own declarations.
enum Help {
  /// What `galley` alone and `galley help` say.
  static var overview: String {
    let width = Galley.commands.map(\.name.count).max() ?? 0
    let commands = Galley.commands.map { "  \(padded($0.name, width))  \($0.summary)\n" }.joined()
    return """
      Turns folders of articles into clean, sectioned, entity-tagged, summarized records.

      usage: galley COMMAND …

      \(commands)
      examples:
        galley run Pipelines/news.json ARTICLES/ -o out     run a pipeline over a folder
        galley run Pipelines/sentences.json story.txt       one article, to standard output
        galley validate my-pipeline.json                    find every mistake without running
        galley describe summarize                           a stage's options, with an example

      'galley COMMAND --help' tells more of each.

      """
  }

  /// The usage line of `command`.
  static func usage(of command: Command) -> String {
    let parts = ["galley", command.name, command.operands.usage, command.flags.isEmpty ? "" : "[options]"]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The help of one command.
  static func text(of command: Command) -> String {
    let flags = command.allFlags.map { flag in
      let short = flag.short.map { "-\($0), " } ?? "    "
      return (
        short + "--\(flag.name)" + (flag.value.map { " \($0)" } ?? ""), flag.help + (flag.repeats ? " Repeatable." : "")
      )
    }
    let width = flags.map(\.0.count).max() ?? 0
    var text = "\(command.summary)\n\nusage: \(usage(of: command))\n\noptions:\n"
    for (flag, help) in flags {
      text += "  \(padded(flag, width))  \(wrapped(help, indent: width + 4))\n"
    }
    if !command.notes.isEmpty { text += "\n\(command.notes)\n" }
    if !command.examples.isEmpty {
      let width = command.examples.map(\.line.count).max() ?? 0
      text += "\nexamples:\n"
      for example in command.examples {
        text +=
          width <= 60
          ? "  \(padded(example.line, width))   \(example.does)\n" : "  # \(example.does)\n  \(example.line)\n"
      }
    }
    return text
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// `text` broken into lines of at most 100 columns, all but the first indented.
  static func wrapped(_ text: String, indent: Int) -> String {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      if let last = lines.last, !last.isEmpty, indent + last.count + 1 + word.count > 100 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}

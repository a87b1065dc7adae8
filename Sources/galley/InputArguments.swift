internal import Runner

/// The flags that say what is read and how, and what is made of them.
enum InputArguments {
  /// Which files.
  static let selection = [
    Flag(
      "include", value: "GLOB", repeats: true,
      help: "Of folders and archives, take only files whose name or path matches: --include '2026/**'."),
    Flag("exclude", value: "GLOB", repeats: true, help: "Of these, leave out files and folders that match."),
    Flag(
      "files-from", value: "FILE", repeats: true,
      help: "Read the files that FILE lists, one a line; - for a list on standard input."),
    Flag("null", short: "0", help: "Lists have a NUL after each path, as find -print0 writes them."),
    Flag(
      "format", value: "FORM",
      help: "What files named one by one and standard input hold, whatever their names: "
        + "\(InputFormat.allCases.map(\.rawValue).joined(separator: ", "))."),
    Flag("charset", value: "NAME", help: "The charset of all inputs, where it should not be found out for each."),
  ]

  /// Which fields of records.
  static let fields = [
    Flag("text-field", value: "NAME", help: "The field or column of records with the text ('text' by default)."),
    Flag(
      "id-field", value: "NAME", help: "The one with the id ('id' where there is one, by default). Others are metadata."
    ),
  ]

  static let maximumBytes = Flag("max-bytes", value: "N", help: "Refuse larger inputs (1 GiB by default).")

  static let maximumExpansion = Flag(
    "max-expansion", value: "N",
    help: "Refuse files that unpack to more than N times their size (200 by default; up to 64 MiB always pass).")

  /// What to read.
  ///
  /// - Parameter paths: those of the command line; the operands from the second on where it is not said.
  static func selection(
    _ arguments: Arguments, of command: Command, paths: [String]? = nil
  ) throws -> InputSelection {
    let paths = paths ?? Array(arguments.operands.dropFirst())
    let lists = arguments.values("files-from")
    guard !paths.isEmpty || !lists.isEmpty else {
      throw UsageError(
        arguments.operands.isEmpty
          ? .wrongOperands(found: [])
          : .refused("no input is named: add a folder, a file, a pattern, or - for standard input"), of: command)
    }
    guard (paths + lists).count(where: { $0 == "-" }) <= 1 else {
      throw UsageError(.refused("standard input, '-', can be read only once"), of: command)
    }
    return InputSelection(
      paths: paths, include: arguments.values("include"), exclude: arguments.values("exclude"),
      listed: try lists.map { try PathList(at: $0, isNullSeparated: arguments.has("null")) },
      format: try format(arguments, of: command))
  }

  private static func format(_ arguments: Arguments, of command: Command) throws -> InputFormat? {
    guard let name = arguments.value("format") else { return nil }
    guard let format = InputFormat(rawValue: name) else {
      let known = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(.badValue("format", name, expected: "one of \(known)"), of: command)
    }
    return format
  }

  /// Sets what the flags say about reading.
  static func apply(_ arguments: Arguments, to settings: inout RunSettings, of command: Command) throws {
    settings.maximumBytes = try arguments.integer("max-bytes", in: 1...Int.max, of: command) ?? settings.maximumBytes
    settings.maximumExpansion =
      try arguments.integer("max-expansion", in: 1...Int.max, of: command) ?? settings.maximumExpansion
    settings.charset = arguments.value("charset")
    settings.fields.text = arguments.value("text-field") ?? settings.fields.text
    settings.fields.id = arguments.value("id-field")
  }
}

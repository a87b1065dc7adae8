internal import Evaluation
internal import Runner

/// The gold that operands name, and the flags that say how it is read.
enum GoldArguments {
  static let flags = [
    Flag(
      "format", value: "FORM",
      help: "What the gold files are, whatever their names: "
        + "\(GoldFormat.allCases.map(\.rawValue).joined(separator: ", "))."),
    Flag(
      "join", value: "HOW",
      help: "Join tokens of columns by spaces (spaces, the default), or as English is written (written)."),
    Flag(
      "group", value: "N", help: "Make a document of N sentences of columns that don't say where documents begin (1)."),
    Flag("include", value: "GLOB", repeats: true, help: "Of folders, take only files whose name or path matches."),
    Flag("exclude", value: "GLOB", repeats: true, help: "Of folders, leave out files and folders that match."),
  ]

  /// The documents of all operands but the first.
  ///
  /// - Throws: `UsageError`, `InputError`, `GoldError`, `NoGold`.
  static func documents(_ arguments: Arguments) throws -> [GoldDocument] {
    let command = EvalCommand.command
    var reader = GoldReader()
    reader.format = try choice("format", arguments)
    reader.columns.spacing = try choice("join", arguments) ?? reader.columns.spacing
    reader.columns.sentencesPerDocument = try arguments.integer("group", in: 1...1_000_000, of: command) ?? 1
    let files = try files(arguments)
    return try reader.documents(files + texts(beside: files))
  }

  private static func files(_ arguments: Arguments) throws -> [GoldFile] {
    let include = arguments.values("include")
    let selection = InputSelection(
      paths: Array(arguments.operands.dropFirst()), include: include.isEmpty ? GoldFormat.patterns : include,
      exclude: arguments.values("exclude"))
    let inputs: InputList
    do { inputs = try selection.list() } catch InputError.nothing(let paths, _, _) { throw NoGold(paths: paths) }
    return try inputs.map(file)
  }

  private static func file(_ input: Input) throws(GoldError) -> GoldFile {
    do throws(ReadError) { return GoldFile(uri: input.uri, bytes: try input.bytes(limit: 1 << 31)) } catch {
      throw GoldError(input.uri, "\(error)")
    }
  }

  /// The texts of annotations; that of a file that has none is missed when the annotations are read.
  private static func texts(beside files: [GoldFile]) throws -> [GoldFile] {
    let known = Set(files.map(\.uri))
    return try files.compactMap(\.textPath).filter { !known.contains($0) }.compactMap { path in
      try (try? InputSelection(paths: [path]).list().first).map(file)
    }
  }

  static func evaluationFile(_ path: String) throws -> EvaluationFile {
    guard let input = try InputSelection(paths: [path], format: .json).list().first else {
      throw GoldError(path, "is no file")
    }
    return try EvaluationFile(file(input).bytes, uri: path)
  }

  /// The value of a flag that names one of a closed set.
  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ flag: String, _ arguments: Arguments
  ) throws -> Choice? where Choice.RawValue == String {
    guard let word = arguments.value(flag) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(.badValue(flag, word, expected: "one of \(known)"), of: EvalCommand.command)
    }
    return choice
  }
}

/// Nothing that was named is gold.
struct NoGold: Error, CustomStringConvertible {
  let paths: [String]

  var description: String {
    "there is no gold in \(paths.map { "'\($0)'" }.joined(separator: ", ")): no documents' JSON (.json, .jsonl), no columns "
      + "with tags (.iob2, .bio, .conll, .tsv), no brat annotations (.ann); name files of other names one by one"
  }
}

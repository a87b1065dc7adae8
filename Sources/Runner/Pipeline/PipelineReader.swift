internal import JSON
internal import StageKit
internal import TextBytes

/// Reads a pipeline file and those that it extends into a declaration, gathering every problem of form.
struct PipelineReader {
  private(set) var problems: [PipelineProblem] = []
  /// The files being read, outermost first: a file in it again is a circle.
  private var open: [String] = []

  /// What the file at `path` says, or `nil` where it can't be told.
  ///
  /// - Parameter extending: where another file names this one.
  mutating func read(_ path: String, extending: Origin? = nil) -> PipelineDeclaration? {
    if open.contains(path) {
      problems.append(PipelineProblem(.circle(open + [path]), at: extending))
      return nil
    }
    open.append(path)
    defer { open.removeLast() }
    let bytes: [UInt8]
    do {
      bytes = try Resources().bytes(of: path)
    } catch {
      problems.append(PipelineProblem(.unreadable(file: path, reason: error.reason), at: extending))
      return nil
    }
    let source = SourceText(path: path, bytes: bytes)
    do {
      return readPipeline(try JSON(parsing: bytes), at: .file(source, .root), named: Self.stem(of: path))
    } catch {
      problems.append(PipelineProblem(.syntax(error.problem), place: Place(error.location, in: source)))
      return nil
    }
  }

  private mutating func readPipeline(_ json: JSON, at origin: Origin, named stem: String) -> PipelineDeclaration? {
    guard var members = MemberTaker(json, at: origin, problems: &problems) else { return nil }
    defer { members.finish(&problems) }
    _ = members.string("$schema")
    let name = members.string("name")?.value
    _ = members.string("description")
    let extended = members.string("extends")
    let timeout = members.seconds("timeout")
    let maximumErrors = members.maximumErrors("max-errors")
    let parameters = members.object("parameters").map { readParameters($0) } ?? []
    let stages = members.array("stages")

    var base: PipelineDeclaration?
    if let extended {
      base = read(Resources(folder: origin.folder).resolved(extended.value), extending: extended.origin)
      guard base != nil else { return nil }
    } else if stages.map(\.value.isEmpty) ?? (json["stages"] == nil) {
      members.note(.noStages, at: stages?.origin ?? origin)
    }
    let declared = (stages?.value ?? []).enumerated().compactMap { index, entry in
      stages.flatMap { readStage(entry, at: $0.origin.appending(index), changing: base != nil) }
    }
    noteRepeatedIDs(in: declared)
    guard var base else {
      return PipelineDeclaration(
        name: name ?? stem, parameters: parameters, stages: declared, timeout: timeout, maximumErrors: maximumErrors,
        origin: origin)
    }
    base.name = name ?? stem
    base.timeout = timeout ?? base.timeout
    base.maximumErrors = maximumErrors ?? base.maximumErrors
    base.parameters = base.parameters.filter { old in !parameters.contains { $0.name == old.name } } + parameters
    base.origin = origin
    let hadStages = !base.stages.isEmpty
    for entry in declared { base.apply(entry, problems: &problems) }
    if hadStages, base.stages.isEmpty { members.note(.noStages, at: stages?.origin ?? origin) }
    return base
  }

  /// The pipeline that `entries` alone make.
  mutating func readStages(_ entries: [JSON], at origin: Origin, named name: String) -> PipelineDeclaration {
    let stages = entries.enumerated().compactMap { readStage($1, at: origin.appending($0), changing: false) }
    noteRepeatedIDs(in: stages)
    if entries.isEmpty { problems.append(PipelineProblem(.noStages, at: origin)) }
    return PipelineDeclaration(name: name, parameters: [], stages: stages, origin: origin)
  }

  private mutating func readStage(_ entry: JSON, at origin: Origin, changing: Bool) -> StageDeclaration? {
    guard var members = MemberTaker(entry, at: origin, problems: &problems) else { return nil }
    defer { members.finish(&problems) }
    let use = members.string("use")
    let id = members.string("id")
    let with = members.object("with")
    let when = members.take("when")
    let onError = members.choice("on-error", of: OnError.self)
    let timeout = members.seconds("timeout")
    let retries = members.integer("retries", in: Step.retryBounds)
    var position: StageDeclaration.Position?
    var removes = false
    if changing {
      position =
        members.string("before").map { .before($0) } ?? members.string("after").map { .after($0) }
      removes = members.bool("remove")?.value ?? false
    }
    guard let name = id?.value ?? use?.value, use != nil || changing else {
      if entry["use"] == nil { members.note(.missingKey("use", example: #"{ "use": "clean" }"#), at: origin) }
      return nil
    }
    return StageDeclaration(
      id: name, use: use, condition: when.flatMap { readCondition($0) }, onError: onError, timeout: timeout,
      retries: retries, position: position, removes: removes, with: with, origin: origin)
  }

  private mutating func readCondition(_ when: Sourced<JSON>) -> Condition? {
    guard var members = MemberTaker(when.value, at: when.origin, problems: &problems) else { return nil }
    defer { members.finish(&problems) }
    var condition = Condition(
      mediaTypes: members.strings("media-type").map { $0.lowercased() }, languages: members.strings("language"))
    for type in condition.mediaTypes where !type.contains("/") || type.contains("*") {
      let expected = #"a media type such as "text/plain", "text/html" or "text/markdown""#
      members.note(.badValue("'\(type)'", expected: expected), at: when.origin.appending("media-type"))
    }
    for tag in condition.languages where !tag.isLanguageTag {
      members.note(
        .badValue("'\(tag)'", expected: #"the code of a language such as "en" or "pt-BR""#),
        at: when.origin.appending("language"))
    }
    if let metadata = members.take("metadata"),
      var keys = MemberTaker(metadata.value, at: metadata.origin, problems: &problems)
    {
      for key in metadata.value.object?.keys ?? [] { condition.metadata[key] = keys.strings(key) }
      keys.finish(&problems)
    }
    return condition
  }

  private mutating func readParameters(_ parameters: Sourced<JSONObject>) -> [ParameterDeclaration] {
    parameters.value.compactMap { member in
      let origin = parameters.origin.appending(member.key)
      guard var members = MemberTaker(member.value, at: origin, problems: &problems) else { return nil }
      defer { members.finish(&problems) }
      let type = members.choice("type", of: ParameterType.self)
      if member.value["type"] == nil { members.note(.missingKey("type", example: #""type": "integer""#), at: origin) }
      let parameter = ParameterDeclaration(
        name: member.key, type: type ?? .string, minimum: members.number("minimum")?.value,
        maximum: members.number("maximum")?.value, defaultValue: members.take("default")?.value,
        environment: members.string("environment")?.value, origin: origin)
      _ = members.string("help")
      if let value = parameter.defaultValue, type != nil, !parameter.accepts(value) {
        members.note(
          .badParameter(member.key, value: "\(value)", expected: parameter.expectation),
          at: origin.appending("default"))
      }
      return parameter
    }
  }

  private mutating func noteRepeatedIDs(in stages: [StageDeclaration]) {
    var seen: Set<String> = []
    for stage in stages where stage.id != stage.use?.value && !seen.insert(stage.id).inserted {
      problems.append(PipelineProblem(.ambiguousStage(stage.id), at: stage.origin.appending("id")))
    }
  }

  /// The file's name without folder and extension.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}

extension String {
  /// Whether it has the form of a language's tag (BCP 47): a code of two or three letters first.
  fileprivate var isLanguageTag: Bool {
    let code = utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return (2...3).contains(code.count) && code.allSatisfy { $0.isLetter }
  }
}

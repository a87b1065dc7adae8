internal import JSON
internal import Runner

/// Which stages and options of which pipelines cases touch: a stage that runs in its pipeline or alone, an option that is
/// set to what the pipeline sets it to where its stage runs.
public struct Coverage: Sendable {
  /// In the order in which cases name them, then of the files beside.
  public let pipelines: [PipelineCoverage]

  /// What is touched of one pipeline.
  public struct PipelineCoverage: Sendable {
    public let path: String
    public internal(set) var stages: [StageCoverage]
  }

  /// One stage of a pipeline.
  public struct StageCoverage: Sendable {
    public let id: String
    public internal(set) var isTouched = false
    /// The options that the pipeline sets.
    public internal(set) var options: [(key: String, isTouched: Bool)]
  }
}

extension Coverage {
  /// What `cases` touch of the pipelines that they name and of those at `paths`; files that are no pipelines are left out.
  init(of cases: [TestCase], _ pipelines: TestPipelines, beside paths: [String]) {
    var found: [PipelineCoverage] = []
    let named = cases.compactMap { if case .pipeline(let part) = $0.subject { part.path.resolved } else { nil } }
    var known: Set<String> = []
    for path in named + paths where known.insert(path).inserted {
      if let stages = pipelines.loader.outline(of: path) {
        found.append(
          PipelineCoverage(
            path: path,
            stages: stages.map { StageCoverage(id: $0.id, options: $0.options.keys.map { ($0, false) }) }))
        for test in cases { found[found.count - 1].touch(by: test.subject, stages, pipelines) }
      }
    }
    self.pipelines = found
  }

  /// What no case touches, a line for each pipeline: `news.json: export (markdown), summarize with.sentences`.
  public var gaps: [String] {
    pipelines.compactMap { pipeline in
      let gaps = pipeline.stages.flatMap { stage in
        stage.isTouched ? stage.options.filter { !$0.isTouched }.map { "\(stage.id).\($0.key)" } : [stage.id]
      }
      return gaps.isEmpty ? nil : "\(pipeline.path): \(gaps.joined(separator: ", "))"
    }
  }

  /// The line below a report: how much is touched, and what is not.
  public var text: String {
    let stages = pipelines.flatMap(\.stages)
    let options = stages.flatMap(\.options)
    let counts =
      "\(stages.count(where: \.isTouched)) of \(stages.count) stages, \(options.count { $0.isTouched }) of "
      + "\(options.count) options set in \(pipelines.count) \(pipelines.count == 1 ? "pipeline" : "pipelines")"
    let gaps = gaps
    return "coverage: \(counts)"
      + (gaps.isEmpty ? "" : "; no case touches\n" + gaps.map { "  \($0)" }.joined(separator: "\n"))
  }

  var json: JSON {
    .array(
      pipelines.map { pipeline in
        [
          "pipeline": .string(pipeline.path),
          "stages": .array(
            pipeline.stages.map { stage in
              [
                "stage": .string(stage.id), "touched": .bool(stage.isTouched),
                "options": .object(JSONObject(stage.options.map { ($0.key, .bool($0.isTouched)) })),
              ]
            }),
        ]
      })
  }
}

extension Coverage.PipelineCoverage {
  fileprivate mutating func touch(by subject: Subject, _ outline: [StageOutline], _ pipelines: TestPipelines) {
    switch subject {
    case .stage(let stage, let options): touch(stage.value, options?.value ?? [:], outline)
    case .stages(let entries, _):
      for entry in entries { touch(entry["use"]?.string ?? "", entry["with"]?.object ?? [:], outline) }
    case .pipeline(let part):
      guard part.path.resolved == path, let run = try? pipelines.pipeline(for: subject) else { return }
      let places = run.stepsBefore.count..<run.stepsBefore.count + run.steps.count
      for index in stages.indices where places.contains(index) {
        stages[index].isTouched = true
        for option in stages[index].options.indices { stages[index].options[option].isTouched = true }
      }
    }
  }

  /// Notes a stage that runs by itself.
  private mutating func touch(_ name: String, _ options: JSONObject, _ outline: [StageOutline]) {
    for index in stages.indices where outline[index].stage == name {
      stages[index].isTouched = true
      for option in stages[index].options.indices {
        let key = stages[index].options[option].key
        if let value = options[key], value == outline[index].options[key] {
          stages[index].options[option].isTouched = true
        }
      }
    }
  }
}

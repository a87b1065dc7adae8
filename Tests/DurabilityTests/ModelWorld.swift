import Glibc

/// What a model holds to be in the folders of inputs and outputs, and the folders themselves.
struct ModelWorld {
  let workplace: Workplace
  let pipeline: ModelPipeline
  let points: CrashPoints
  /// The inputs by name.
  private var articles: [String: Article] = [:]
  /// The documents that have outputs, those whose inputs are gone too.
  private var documents: [String: Delivered] = [:]
  /// The shared file's length as written.
  private var sharedLength = 0

  /// What the last run that delivered a document wrote.
  private struct Delivered {
    var text: String
    var offsets: String
    /// Its files and their lengths.
    var files: [String: Int]
    /// Whether it has to be run again, because something of it was lost.
    var isSpoilt = false
  }

  /// What a run has to make of the inputs.
  private struct Plan {
    var delivered: [Article] = []
    var filtered = 0
    var quarantined = 0
    /// Who gets each file.
    var owners: [String: String] = [:]
    var unchanged: Set<String> = []
  }

  init(_ workplace: Workplace, _ pipeline: ModelPipeline) throws {
    (self.workplace, self.pipeline) = (workplace, pipeline)
    points = try CrashPoints(in: workplace)
    try workplace.shell("mkdir in out")
  }

  /// Lives through a chapter, and gives what is not as the model has it.
  mutating func live(_ chapter: Story.Chapter) throws -> String? {
    for edit in chapter.edits { try apply(edit) }
    guard !articles.isEmpty else { return nil }
    try workplace.write("pipeline.json", pipeline.file(offsets: chapter.offsets))
    let before = try workplace.contents(of: "out")
    let plan = plan(chapter.offsets, before)

    try workplace.remove("fresh")
    let fresh = try workplace.galley.run("run pipeline.json in -o fresh --no-ledger --json")
    if let fault = try faults(of: fresh, plan, unchanged: 0...0) { return "a first run: \(fault)" }
    let run = "run pipeline.json in -o out --json\(chapter.prunes ? " --prune" : "")"
    for call in chapter.kills { _ = try workplace.galley.run(run, prefix: points.prefix(.kill, at: call)) }
    let ended = try workplace.galley.run(run)
    let most = chapter.kills.isEmpty ? plan.unchanged.count : plan.delivered.count
    if let fault = try faults(of: ended, plan, unchanged: plan.unchanged.count...most) { return fault }

    let expected = try expectedContents(plan, chapter, before)
    let differences = try workplace.contents(of: "out").differences(from: expected)
    if let difference = differences.first { return difference }
    try remember(plan, chapter, expected)
    let again = try workplace.galley.run(run)
    let all = plan.delivered.count
    if let fault = try faults(of: again, plan, unchanged: all...all) { return "run again: \(fault)" }
    if try workplace.contents(of: "out") != expected { return "run again, the outputs change" }
    // Nobody mends what was done to outputs of inputs that are gone.
    let damaged = documents.values.flatMap(\.files).filter { expected.files[$0.key]?.count != $0.value }.map(\.key)
    return try auditedFaults(in: "\(workplace.path)/out").first { fault in !damaged.contains { fault.contains($0) } }
  }

  private mutating func apply(_ edit: Edit) throws {
    let names = articles.keys.sorted()
    func name(_ place: Int) -> String? { names.isEmpty ? nil : names[place % names.count] }
    func output(_ place: Int) throws -> String? {
      let names = try workplace.contents(of: "out").files.keys.sorted()
      return names.isEmpty ? nil : names[place % names.count]
    }
    switch edit {
    case .add(let article):
      articles[article.name] = article
      try workplace.write("in/\(article.name).txt", article.text)
    case .change(let place, var article):
      guard let name = name(place) else { return }
      article.name = name
      try apply(.add(article))
    case .touch(let place): if let name = name(place) { try workplace.shell("touch 'in/\(name).txt'") }
    case .delete(let place):
      guard let name = name(place) else { return }
      articles[name] = nil
      try workplace.remove("in/\(name).txt")
    case .rename(let place, let newName):
      guard let name = name(place), name != newName, var article = articles[name] else { return }
      try apply(.delete(place))
      article.name = newName
      try apply(.add(article))
    case .deleteOutput(let place): if let name = try output(place) { try workplace.remove("out/\(name)") }
    case .truncateOutput(let place):
      if let name = try output(place) { try workplace.shell("truncate -s 5 'out/\(name)'") }
    }
  }

  /// What the next run has to do, with `before` in the output folder.
  private mutating func plan(_ offsets: String, _ before: FolderContents) -> Plan {
    var plan = Plan()
    if pipeline.hasLine, sharedLength > 0, before.files[ModelPipeline.sharedFile]?.count != sharedLength {
      for name in documents.keys { documents[name]?.isSpoilt = true }
      sharedLength = 0
    }
    for article in articles.values.sorted(by: { "\($0.name).txt".utf8.lexicographicallyPrecedes("\($1.name).txt".utf8) }
    ) {
      let files = pipeline.files(of: article)
      switch article.kind {
      case .unwanted: plan.filtered += 1
      case .failing, .binary: plan.quarantined += 1
      case .good where files.contains(where: { plan.owners[$0] != nil }): plan.quarantined += 1
      case .good:
        plan.delivered.append(article)
        for file in files { plan.owners[file] = article.name }
        guard let known = documents[article.name], !known.isSpoilt else { break }
        let isWhole = known.files.allSatisfy { before.files[$0.key]?.count == $0.value }
        if known.text == article.text, known.offsets == offsets, isWhole { plan.unchanged.insert(article.name) }
      }
    }
    return plan
  }

  private func faults(of ended: Ended, _ plan: Plan, unchanged: ClosedRange<Int>) throws -> String? {
    let status: CInt = plan.quarantined > 0 ? 1 : 0
    guard ended.status == status else { return "exit status \(ended.status), not \(status): \(ended.errors)" }
    let (delivered, same) = (try ended.count("delivered"), try ended.count("unchanged"))
    let counts = [delivered + same, try ended.count("filtered"), try ended.count("quarantined")]
    let expected = [plan.delivered.count, plan.filtered, plan.quarantined]
    guard counts == expected else {
      return "delivered or unchanged, filtered, quarantined are \(counts), not \(expected): \(ended.errors)"
    }
    return unchanged.contains(same) ? nil : "\(same) unchanged, not \(unchanged): \(plan.unchanged.sorted())"
  }

  /// What the output folder has after the run: the outputs of a first run, and what is kept of inputs that are gone.
  private func expectedContents(
    _ plan: Plan, _ chapter: Story.Chapter, _ before: FolderContents
  ) throws -> FolderContents {
    var contents = try workplace.contents(of: "fresh")
    guard !chapter.prunes else { return contents }
    let gone = documents.filter { articles[$0.key] == nil }
    for file in gone.values.flatMap(\.files.keys) where plan.owners[file] == nil {
      contents.files[file] = before.files[file]
    }
    let shared = ModelPipeline.sharedFile
    if sharedLength > 0, let lines = before.files[shared]?.split(separator: 0x0A) {
      let kept = lines.filter { line in
        gone.keys.contains { line.starts(with: #"{"galley":1,"id":"\#($0)","#.utf8) }
      }
      if !kept.isEmpty { contents.files[shared, default: []] += kept.joined(separator: [0x0A]) + [0x0A] }
    }
    return contents
  }

  /// Takes note of what the run has done.
  private mutating func remember(_ plan: Plan, _ chapter: Story.Chapter, _ contents: FolderContents) throws {
    for name in documents.keys where articles[name] != nil || chapter.prunes {
      if !plan.unchanged.contains(name) { documents[name] = nil }
    }
    for article in plan.delivered {
      let files = pipeline.files(of: article).map { ($0, contents.files[$0]?.count ?? -1) }
      documents[article.name] = Delivered(
        text: article.text, offsets: chapter.offsets, files: Dictionary(uniqueKeysWithValues: files))
    }
    // A document whose input is gone loses the names that others take.
    for (name, document) in documents {
      for file in document.files.keys where plan.owners[file] != nil && plan.owners[file] != name {
        documents[name]?.files[file] = nil
        documents[name]?.isSpoilt = true
      }
    }
    sharedLength = contents.files[ModelPipeline.sharedFile]?.count ?? 0
  }
}

internal import DocumentModel
package import JSON
internal import StageKit

/// Makes a pipeline of its file: reads, changes as the command line says, checks everything, creates the stages.
public struct PipelineLoader: Sendable {
  /// The stages that there are.
  public let registry: StageRegistry

  public init(registry: StageRegistry) { self.registry = registry }

  /// What the command line and the environment bring to a pipeline file.
  public struct Arguments: Sendable {
    /// `stages.STAGE.OPTION=VALUE`, in order.
    public var settings: [String]
    /// `NAME=VALUE`, in order.
    public var parameters: [String]
    /// Environment variables, of which only those that a parameter declares are looked at.
    public var environment: [String: String]
    /// The stages that are run. The others are checked all the same.
    public var slice: PipelineSlice

    public init(
      settings: [String] = [], parameters: [String] = [], environment: [String: String] = [:],
      slice: PipelineSlice = .whole
    ) {
      self.settings = settings
      self.parameters = parameters
      self.environment = environment
      self.slice = slice
    }
  }

  /// The pipeline of the file at `path`.
  ///
  /// - Throws: every problem at once. A pipeline with problems does not start.
  public func load(_ path: String, _ arguments: Arguments = Arguments()) throws(PipelineProblems) -> Pipeline {
    var reader = PipelineReader()
    var declaration = reader.read(path)
    var problems = reader.problems
    declaration?.set(arguments.settings, problems: &problems)
    declaration?.resolveParameters(arguments.parameters, environment: arguments.environment, problems: &problems)
    guard let declaration else { throw PipelineProblems(problems) }
    return try pipeline(of: declaration, problems, slice: arguments.slice)
  }

  /// The pipeline of `stages` alone, entries as a pipeline file has them.
  package func load(stages entries: [JSON], at origin: Origin, named name: String) throws(PipelineProblems) -> Pipeline
  {
    var reader = PipelineReader()
    let declaration = reader.readStages(entries, at: origin, named: name)
    return try pipeline(of: declaration, reader.problems)
  }

  /// The pipeline of one stage, whatever layers it requires: documents may bring them.
  package func load(stage: Sourced<String>, options: Sourced<JSONObject>?) throws(PipelineProblems) -> Pipeline {
    let declaration = PipelineDeclaration(
      name: stage.value, parameters: [], stages: [StageDeclaration(use: stage, options: options)], origin: stage.origin)
    return try pipeline(of: declaration, [], checksOrder: false)
  }

  private func pipeline(
    of declaration: PipelineDeclaration, _ known: [PipelineProblem], slice: PipelineSlice = .whole,
    checksOrder: Bool = true
  ) throws(PipelineProblems) -> Pipeline {
    var problems = known
    let places = declaration.places(of: slice, problems: &problems)
    let steps = declaration.stages.map { makeStep($0, problems: &problems) }
    if checksOrder { checkOrder(of: steps, declaration.stages, problems: &problems) }
    checkBatchStages(of: steps, declaration.stages, problems: &problems)
    checkOutputs(of: steps, declaration.stages, problems: &problems)
    guard problems.isEmpty, let places else { throw PipelineProblems(problems) }
    var pipeline = Pipeline(
      name: declaration.name(ofStagesAt: places), steps: steps.compactMap(\.step), timeout: declaration.timeout,
      maximumErrors: declaration.maximumErrors
    ).steps(at: places)
    pipeline.warnings = warnings(about: pipeline.steps, Array(declaration.stages[places]))
    return pipeline
  }

  /// The stages whose findings are in no output, though there are some. What checks or filters documents finds nothing, or
  /// decides about the outputs before it, too.
  private func warnings(about steps: [Step], _ declarations: [StageDeclaration]) -> [PipelineProblem] {
    guard let last = steps.lastIndex(where: { $0.stage is any Renderer }) else { return [] }
    return zip(steps, declarations).dropFirst(last + 1)
      .filter { step, _ in !step.contract.provides.isEmpty && !(step.stage is any BatchStage) }
      .map { _, declaration in
        PipelineProblem(
          .afterLastExport(stage: declaration.id, export: declarations[last].id),
          at: declaration.use?.origin ?? declaration.origin)
      }
  }

  /// A step, or as much of it as could be made: a contract is known before its stage is.
  private struct Draft {
    var contract: Contract?
    var step: Step?
  }

  private func makeStep(_ declaration: StageDeclaration, problems: inout [PipelineProblem]) -> Draft {
    guard let use = declaration.use else { return Draft() }
    guard let type = registry.stage(named: use.value) else {
      problems.append(PipelineProblem(.unknownStage(use.value, known: registry.names), at: use.origin))
      return Draft()
    }
    let before = problems.count
    if let errors = type.optionErrors(declaration.values) { add(errors, of: type, declaration, to: &problems) }
    let files = StageFiles(declaration, options: type.options)
    problems += files.problems
    guard problems.count == before else { return Draft(contract: type.contract) }
    do {
      let stage = try type.init(with: files.located, resources: Resources(folder: "."))
      let step = Step(
        stage: stage, optionsFingerprint: files.fingerprint(type.resolvedOptions(declaration.values)),
        library: registry.entry(named: use.value)?.library, condition: declaration.condition ?? .always,
        onError: declaration.onError ?? .quarantine, timeout: declaration.timeout, retries: declaration.retries ?? 0)
      return Draft(contract: step.contract, step: step)
    } catch let errors as OptionErrors {
      add(errors, of: type, declaration, to: &problems)
      return Draft(contract: type.contract)
    } catch {
      problems.append(
        PipelineProblem(.stageFailed(stage: use.value, reason: "\(error)"), at: declaration.origin))
      return Draft(contract: type.contract)
    }
  }

  /// Adds what is wrong with options, each at its place in the file.
  private func add(
    _ errors: OptionErrors, of type: any Stage.Type, _ declaration: StageDeclaration,
    to problems: inout [PipelineProblem]
  ) {
    for error in errors.errors {
      let key: String? = if case .key(let key) = error.pointer.tokens.first { key } else { nil }
      let inner = JSONPointer(Array(error.pointer.tokens.dropFirst()))
      let origin = key.flatMap { declaration.options[$0]?.origin.appending(inner) } ?? declaration.origin
      let part: JSONLocator.Part = if case .unknownKey = error.problem { .key } else { .value }
      let kind = PipelineProblem.Kind.option(error, stage: type.contract.name)
      problems.append(PipelineProblem(kind, at: origin, part))
    }
  }

  /// What one stage decides about all documents, another could only decide once more.
  private func checkBatchStages(
    of drafts: [Draft], _ declarations: [StageDeclaration], problems: inout [PipelineProblem]
  ) {
    let batchStages = zip(drafts, declarations).filter { $0.0.step?.stage is any BatchStage }
    guard let first = batchStages.first?.0.contract?.name else { return }
    for (draft, declaration) in batchStages.dropFirst() {
      let kind = PipelineProblem.Kind.secondBatchStage(draft.contract?.name ?? "", first: first)
      problems.append(PipelineProblem(kind, at: declaration.use?.origin ?? declaration.origin))
    }
  }

  /// Two stages' outputs of one document have two names, as far as these can be told without any.
  private func checkOutputs(
    of drafts: [Draft], _ declarations: [StageDeclaration], problems: inout [PipelineProblem]
  ) {
    let document = Document(id: "folder/name", text: "")
    var names: Set<String> = []
    for (draft, declaration) in zip(drafts, declarations) {
      guard let renderer = draft.step?.stage as? any Renderer, let name = renderer.plannedName(for: document),
        !names.insert(name).inserted
      else { continue }
      problems.append(
        PipelineProblem(.equalOutputs(stage: declaration.id), at: declaration.use?.origin ?? declaration.origin))
    }
  }

  /// Every layer that a stage requires is provided before it, and text is rewritten only before there are ranges.
  private func checkOrder(
    of drafts: [Draft], _ declarations: [StageDeclaration], problems: inout [PipelineProblem]
  ) {
    var providers: [Layer: String] = [:]
    // What only stages with a condition provide.
    var conditional: Set<Layer> = []
    for (draft, declaration) in zip(drafts, declarations) {
      guard let contract = draft.contract else { continue }
      let isConditional = (declaration.condition ?? .always) != .always
      for layer in contract.requires.sorted() where conditional.contains(layer) && !isConditional {
        let kind = PipelineProblem.Kind.layerUnderCondition(
          layer, stage: contract.name, provider: providers[layer] ?? "")
        problems.append(PipelineProblem(kind, at: declaration.use?.origin ?? declaration.origin))
      }
      for layer in contract.requires.sorted() where providers[layer] == nil {
        // A stage that is not known might have provided it: one problem at a time.
        if drafts.contains(where: { $0.contract == nil }) { continue }
        let kind = PipelineProblem.Kind.missingLayer(
          layer, stage: contract.name, providers: registry.providers(of: layer))
        problems.append(PipelineProblem(kind, at: declaration.use?.origin ?? declaration.origin))
      }
      let ranged = Layer.ranged.filter { providers[$0] != nil }
      if contract.rewritesText, let layer = ranged.first, let provider = providers[layer] {
        let kind = PipelineProblem.Kind.rewriteAfterRanges(stage: contract.name, layer: layer, provider: provider)
        problems.append(PipelineProblem(kind, at: declaration.use?.origin ?? declaration.origin))
      }
      for layer in contract.provides {
        if !isConditional {
          conditional.remove(layer)
        } else if providers[layer] == nil {
          conditional.insert(layer)
        }
        providers[layer] = contract.name
      }
    }
  }
}

extension Stage {
  /// What is wrong with `values`, or `nil`.
  fileprivate static func optionErrors(_ values: JSONObject) -> OptionErrors? {
    do throws(OptionErrors) {
      _ = try readOptions(values)
      return nil
    } catch {
      return error
    }
  }
}

/// What a pipeline file says of one stage.
package struct StageOutline: Sendable {
  package let id: String
  /// The stage's name.
  package let stage: String
  /// The options that it sets, parameters as they are written.
  package let options: JSONObject
}

extension PipelineLoader {
  /// The stages of the file at `path` without making them, `nil` where it is no pipeline.
  package func outline(of path: String) -> [StageOutline]? {
    var reader = PipelineReader()
    guard let declaration = reader.read(path), reader.problems.isEmpty else { return nil }
    return declaration.stages.map { stage in
      StageOutline(id: stage.id, stage: stage.use?.value ?? stage.id, options: stage.values)
    }
  }
}

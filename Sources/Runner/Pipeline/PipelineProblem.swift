public import DocumentModel
package import JSON
public import StageKit

/// One thing that keeps a pipeline from running, as facts; `description` puts it into words.
public struct PipelineProblem: Error, Hashable, Sendable {
  public var kind: Kind
  /// The way to it in its file, `stages[2]`, or the argument that brought it; empty for the file as a whole.
  public var path: String
  /// The place to look at, where there is one.
  public var place: Place?

  /// The kinds of trouble.
  public enum Kind: Hashable, Sendable {
    /// The pipeline file can't be read, with the system's reason.
    case unreadable(file: String, reason: String)
    /// The file is no JSON.
    case syntax(String)
    /// No such key belongs there.
    case unknownKey(String, known: [String])
    /// The value is of another kind.
    case wrongKind(expected: String, found: String)
    /// The value is out of bounds or not in the form that it should have.
    case badValue(String, expected: String)
    /// A key that has to be there is not.
    case missingKey(String, example: String)
    /// The pipeline has no stage at all.
    case noStages
    /// No plugin brings this stage.
    case unknownStage(String, known: [String])
    /// An option of a stage is not right.
    case option(OptionError, stage: String)
    /// A stage needs a layer that no earlier one provides.
    case missingLayer(Layer, stage: String, providers: [String])
    /// A stage needs a layer of documents that the stage which provides it may pass over.
    case layerUnderCondition(Layer, stage: String, provider: String)
    /// A stage rewrites the text after another has made ranges into it.
    case rewriteAfterRanges(stage: String, layer: Layer, provider: String)
    /// A second stage that decides about all documents together.
    case secondBatchStage(String, first: String)
    /// A stage whose outputs would get the names of those of an earlier one.
    case equalOutputs(stage: String)
    /// A stage comes after the last one that makes outputs. A warning.
    case afterLastExport(stage: String, export: String)
    /// A stage could not be made: a resource is missing or broken.
    case stageFailed(stage: String, reason: String)
    /// Files that extend each other in a circle.
    case circle([String])
    /// Several stages fit the name, or two have the same `id`.
    case ambiguousStage(String)
    /// A change names a stage that the pipeline does not have.
    case noSuchStage(String, known: [String])
    /// The stage to begin with comes after the one to end with.
    case emptySlice(from: String, until: String)
    /// A word is none of those that there are.
    case notAChoice(String, choices: [String])
    /// A `${name}` without a declaration.
    case unknownParameter(String, known: [String])
    /// A parameter without default that nobody gave.
    case parameterWithoutValue(String, environment: String?)
    /// A parameter's value is not of its type or out of bounds.
    case badParameter(String, value: String, expected: String)
    /// An argument of `--set` or `--param` that can't be understood.
    case badArgument(expected: String)
    /// Something else, in words that say what to do.
    case refused(String)
  }

  package init(_ kind: Kind, at origin: Origin?, _ part: JSONLocator.Part = .value) {
    self.kind = kind
    path = origin?.path ?? ""
    if case .file(let source, let pointer) = origin { place = source.place(of: pointer, part) }
  }

  package init(_ kind: Kind, place: Place?) {
    self.kind = kind
    self.path = ""
    self.place = place
  }
}

/// Everything that keeps a pipeline from running.
public struct PipelineProblems: Error, Sendable {
  /// In the order of the file, as far as they have a place.
  public var problems: [PipelineProblem]

  /// Problems that are in the order of their files already.
  public init(inFileOrder problems: [PipelineProblem]) { self.problems = problems }

  package init(_ problems: [PipelineProblem]) {
    self.problems = problems.enumerated().sorted { left, right in
      let leftPlace = (left.element.place?.line ?? Int.max, left.element.place?.column ?? Int.max, left.offset)
      let rightPlace = (right.element.place?.line ?? Int.max, right.element.place?.column ?? Int.max, right.offset)
      return leftPlace < rightPlace
    }.map(\.element)
  }
}

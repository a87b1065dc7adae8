public import DocumentModel
public import StageKit

/// What workers made of one input, before it is delivered.
struct ProcessedInput: Sendable {
  let input: Input
  var outcome: Outcome
  var bytesRead = 0
  /// How long reading took.
  var readNanoseconds: Int64 = 0
  /// How long each step of the pipeline took, as far as the document came; 0 where a step was left out.
  var stepNanoseconds: [Int64] = []
  /// The codes of the document's warnings and errors.
  var warningCodes: [String] = []

  enum Outcome: Sendable {
    case processed(Delivered)
    case filtered
    case skipped(reason: String)
    case failed(DocumentFailure, endsRun: Bool)
  }

  init(_ input: Input, _ outcome: Outcome) {
    self.input = input
    self.outcome = outcome
  }

  /// The memory that it takes while it waits for delivery, roughly.
  var byteCount: Int {
    guard case .processed(let delivered) = outcome else { return 0 }
    return bytesRead + delivered.outputs.reduce(0) { $0 + $1.artifact.bytes.count }
  }
}

/// What a finished document has to deliver.
public struct Delivered: Sendable {
  /// The document, where the pipeline has no renderer that makes outputs of it.
  public internal(set) var document: Document?
  /// What the pipeline's renderers made of it, in the order of the steps.
  public internal(set) var outputs: [Output] = []

  /// One output and who made it.
  public struct Output: Sendable {
    public let renderer: any Renderer
    public let artifact: Artifact
  }
}

/// Where and why a document failed.
public struct DocumentFailure: Error, Hashable, Sendable {
  public let place: Place
  /// The error in its own words.
  public let reason: String

  /// Where on a document's way.
  public enum Place: Hashable, Sendable {
    case reading
    /// In the stage of this name.
    case stage(String)
    case delivery
  }

  init(_ place: Place, _ error: any Error) {
    self.place = place
    reason = "\(error)"
  }
}

extension DocumentFailure: CustomStringConvertible {
  public var description: String {
    switch place {
    case .reading, .delivery: reason
    case .stage(let name): "stage '\(name)': \(reason)"
    }
  }
}

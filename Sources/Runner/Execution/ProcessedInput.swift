public import DocumentModel
public import StageKit

/// What workers made of one input, before it is delivered.
public struct ProcessedInput: Sendable {
  /// With the id that its bytes told.
  public let input: Input
  /// The document's id; `nil` where the input did not become one.
  public internal(set) var documentID: String?
  /// What the bytes that were read are told by, see `Input.digest(of:)`; `nil` where they were not.
  public internal(set) var sourceDigest: String?
  var outcome: Outcome
  var bytesRead = 0
  /// How long reading took, in nanoseconds.
  var readNanoseconds: Int64 = 0
  /// How long each step took, all its attempts together, in nanoseconds; 0 where it did not run. For reports only: no
  /// output may depend on it.
  var stepNanoseconds: [Int64] = []
  /// The codes of the document's warnings and errors.
  var warningCodes: [String] = []
  /// The first step that was run; those before it an earlier run had done.
  var firstStep = 0
  /// How many files it was captured in.
  var capturedFiles = 0
  /// What of it may save a later run some steps.
  var snapshot: Snapshot?
  /// The index of the step in which the document failed, and the document as it was before, as JSON; `nil` where it
  /// failed elsewhere, or could not be brought there again.
  var failedStep: Int?
  var documentBefore: [UInt8]?

  enum Outcome: Sendable {
    case processed(Delivered)
    case filtered
    case skipped(reason: String)
    case failed(DocumentFailure, endsRun: Bool)
    /// An earlier run has done it.
    case settled(SettledInput)
    /// The outputs could not be made ready for delivery.
    case undeliverable(DeliveryError)
    /// There is no process left that could take it.
    case notRun(reason: String)
  }

  init(_ input: Input, _ outcome: Outcome) {
    self.input = input
    self.outcome = outcome
  }

  /// The memory that it takes while it waits for delivery, roughly.
  var byteCount: Int {
    let payload = input.payload?.bytes.count ?? 0
    guard case .processed(let delivered) = outcome else { return payload }
    let document = delivered.document == nil ? delivered.json?.count ?? 0 : bytesRead
    let branches = delivered.branches.reduce(payload + document) { $0 + $1.byteCount }
    return delivered.outputs.reduce(branches) { $0 + $1.artifact.bytes.count }
  }
}

/// What a finished document has to deliver.
public struct Delivered: Sendable {
  /// The document, where the pipeline has no renderer that makes outputs of it.
  public internal(set) var document: Document?
  /// The same as JSON in the form that `RunSettings.documentForm` names, instead of the document.
  public internal(set) var json: [UInt8]?
  /// What the pipeline's renderers made of it, in the order of the steps.
  public internal(set) var outputs: [Output] = []

  /// What each branch of a `PipelineFork` made of the document.
  public internal(set) var branches: [Branch] = []

  public enum Branch: Hashable, Sendable {
    /// The document's complete JSON.
    case document([UInt8])
    case failed(DocumentFailure)
    /// A stage took it out of the run.
    case filtered

    var byteCount: Int { if case .document(let json) = self { json.count } else { 0 } }
  }

  /// One output and who made it.
  public struct Output: Sendable {
    /// The index of its step in the pipeline.
    public let step: Int
    public let renderer: any Renderer
    public internal(set) var artifact: Artifact
    /// Where its bytes are, if not in the artifact.
    var draft: Draft?
  }
}

/// Where and why a document failed.
public struct DocumentFailure: Error, Hashable, Sendable {
  public let place: Place
  /// The error in its own words.
  public let reason: String
  /// How many times the stage was tried.
  public let attempts: Int
  /// Whether the input's bytes could not be had, so that nothing is known of the document but that it may be there.
  let isUnread: Bool

  /// Where on a document's way.
  public enum Place: Hashable, Sendable {
    case reading
    /// In the stage of this name.
    case stage(String)
    case delivery
  }

  init(_ place: Place, reason: String, attempts: Int = 1, isUnread: Bool = false) {
    self.place = place
    self.reason = reason
    self.attempts = attempts
    self.isUnread = isUnread
  }

  init(_ place: Place, _ error: any Error, attempts: Int = 1) {
    let isUnread = (error as? ReadError)?.isUnread ?? false
    self.init(place, reason: "\(error)", attempts: attempts, isUnread: isUnread)
  }
}

extension DocumentFailure: CustomStringConvertible {
  public var description: String {
    switch place {
    case .reading, .delivery: reason
    case .stage(let name): "stage '\(name)': \(reason)" + (attempts > 1 ? " (after \(attempts) attempts)" : "")
    }
  }
}

public import DocumentModel
internal import JSON
public import StageKit

/// Takes single documents through a pipeline and tells all that came of each: for tests and for trying things out.
public final class PipelineTrial {
  private let processors: @Sendable () -> any DocumentProcessor
  private var processor: (any DocumentProcessor)?

  /// - Parameter settings: with isolation this process is forked here, see `Run`.
  /// - Throws: as `Run` does.
  public init(_ pipeline: Pipeline, settings: RunSettings = RunSettings()) throws {
    processors = try Run.processor(of: pipeline, settings, keepsDocuments: true)
    processor = processors()
  }

  /// Lets go of the worker first: its processes end when the last of them has.
  deinit { processor = nil }

  /// What came of one document.
  public enum Outcome: Sendable {
    /// It went through all steps.
    case finished(Document, outputs: [Artifact])
    case failed(DocumentFailure)
    /// A stage took it out of the run.
    case filtered
    /// Its source is of a kind that is not read.
    case skipped(reason: String)
    /// It could not be tried.
    case notRun(reason: String)
  }

  /// Takes a document as it is.
  public func callAsFunction(_ document: Document) -> Outcome {
    var document = document
    let text = document.source.text ?? document.text
    if document.source.byteCount == nil { document.source.byteCount = text.utf8.count }
    if document.source.sha256 == nil { document.source.sha256 = SHA256.hexDigest(of: text.utf8.span) }
    return outcome(
      of: Input(
        id: document.id, uri: document.source.uri ?? document.id, kind: .record, mediaType: nil, form: .json,
        listIndex: 0, position: 0, payload: Payload(bytes: document.json(.complete))))
  }

  /// Takes the document of the file at `path`, as a run that names the file does.
  ///
  /// - Parameter uri: what the document tells of where it comes from.
  /// - Throws: `InputError`; `ReadError` where it is no file of one document.
  public func callAsFunction(fileAt path: String, as uri: String) throws -> Outcome {
    guard let input = try InputSelection(paths: [path]).list().first, input.kind == .named, !input.isContainer else {
      throw ReadError.malformed("is not a file of one document: name one article, or one document's JSON")
    }
    return outcome(
      of: Input(
        id: input.id, uri: uri, kind: input.kind, mediaType: input.mediaType, form: input.form, listIndex: 0,
        position: 0, path: input.path))
  }

  private func outcome(of input: Input) -> Outcome {
    guard let processor else { return .notRun(reason: WireError().description) }
    var outcome = ProcessedInput.Outcome.filtered
    processor.take([input]) { outcome = $0.outcome }
    switch outcome {
    case .processed(let delivered):
      guard let document = delivered.document ?? delivered.json.flatMap(Document.init(parsing:)) else {
        return .notRun(reason: WireError().description)
      }
      return .finished(document, outputs: delivered.outputs.map(\.artifact))
    case .failed(let failure, _): return .failed(failure)
    case .skipped(let reason): return .skipped(reason: reason)
    case .notRun(let reason): return .notRun(reason: reason)
    case .filtered: return .filtered
    case .settled, .undeliverable: return .notRun(reason: WireError().description)
    }
  }
}

extension Document {
  fileprivate init?(parsing bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes), let document = try? Document(json: json) else { return nil }
    self = document
  }
}

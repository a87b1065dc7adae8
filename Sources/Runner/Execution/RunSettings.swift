public import DocumentModel

/// How a run goes about its work; nothing here changes what comes out, but the charset, the limits and the fields.
public struct RunSettings: Hashable, Sendable {
  /// How many documents are processed at once.
  public var jobs = 1
  /// Whether what each stage did is compared with its contract.
  public var checksContracts = false
  /// The charset that all inputs have; `nil` to find it out for each.
  public var charset: String?
  /// The size beyond which an input fails, in bytes.
  public var maximumBytes = 1 << 30
  /// How many times its own size a compressed input or an archive may unpack to.
  public var maximumExpansion = 200
  /// Which fields of records are what.
  public var fields = RecordFields()
  /// How many inputs may fail before the run ends, instead of what the pipeline says.
  public var maximumErrors: MaximumErrors?
  /// The form in which documents are handed over where no renderer makes outputs of them; `nil` for documents as such,
  /// which isolated workers hand over as complete JSON.
  public var documentForm: DocumentForm?
  /// The output folder whose cache of documents between stages is used; `nil` for none.
  public var cacheFolder: String?
  /// What is kept of documents between the stages; `nil` for nothing.
  public var capture: StageCapture?
  public var isolation = Isolation.none

  /// Where the stages run.
  public enum Isolation: Hashable, Sendable {
    /// In this process: a stage that traps ends the run, and nothing keeps the time limits.
    case none
    /// In a process for each worker, so that a stage that traps, hangs or takes too much memory costs one document.
    ///
    /// - Parameter maximumMemory: how many bytes of data a worker may have, what it shares with the others included.
    case process(maximumMemory: Int)

    /// The memory that a worker may have unless more or less is asked for: 4 GiB.
    public static let defaultMemory = 4 << 30
  }

  public init() {}
}

public import DocumentModel
public import JSON

/// One step of a pipeline: reads layers of a document and adds others.
///
///     struct CountStage: Stage {
///       struct Options: StageOptions {
///         let least: Int
///         init(from reader: inout OptionReader) {
///           least = reader.integer("least", default: 1, in: 1...1000, help: "Count words of at least this many bytes.")
///         }
///       }
///       static let contract = Contract(
///         "count", version: "1.0.0", summary: "Counts the words.", provides: [.extension("count")])
///       let options: Options
///       init(options: Options, resources: Resources) { self.options = options }
///       func process(_ document: inout Document) {
///         let words = document.text.split(separator: " ").count { $0.utf8.count >= options.least }
///         document.extensions["count"] = .integer(words)
///       }
///     }
///
/// A stage does not change after `init`, so that one instance serves all workers at once (a cache that no result depends
/// on aside); models and gazetteers are loaded there, once. `process` is a pure function of document and options: no clock, no randomness, no files, no
/// global state. It sets every layer that its contract provides (to an empty one where it found nothing) and touches no
/// other. What it throws sends this document to where the pipeline's `on-error` says; the others go on.
public protocol Stage: Sendable {
  associatedtype Options: StageOptions = NoOptions

  /// The contract with default options.
  static var contract: Contract { get }

  /// Creates the stage. Throws where a resource can't be read or is not what it should be.
  init(options: Options, resources: Resources) throws

  /// The contract with the options that this instance has. Same as the static one unless a stage says otherwise.
  var contract: Contract { get }

  /// Adds to `document` what this stage finds out.
  func process(_ document: inout Document) throws
}

extension Stage {
  public var contract: Contract { Self.contract }

  /// The options that this stage understands, in the order in which it reads them.
  public static var options: [OptionDeclaration] {
    var reader = OptionReader([:])
    _ = Options(from: &reader)
    return reader.declarations
  }

  /// Creates the stage from the `with` object of a pipeline file.
  ///
  /// - Throws: `OptionErrors` with every problem at once, or what `init` throws.
  public init(with values: JSONObject, resources: Resources) throws {
    try self.init(options: try Self.readOptions(values), resources: resources)
  }

  /// Reads and checks `values` without creating the stage, which may mean to load a model.
  public static func readOptions(_ values: JSONObject) throws(OptionErrors) -> Options {
    var reader = OptionReader(values)
    let options = Options(from: &reader)
    try reader.finish()
    return options
  }

  /// Every option with the value that it has for `values`: what results depend on, and what fingerprints are made from.
  public static func resolvedOptions(_ values: JSONObject) -> JSONObject {
    var resolved: JSONObject = [:]
    for option in options { resolved[option.key] = values[option.key] ?? option.defaultValue }
    return resolved
  }
}

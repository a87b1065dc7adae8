public import DocumentModel
public import StageKit

/// The stages that there are, by name, each with the library that brings it.
public struct StageRegistry: Sendable {
  /// One stage.
  public struct Entry: Sendable {
    public let type: any Stage.Type
    /// The library's path; `nil` for a stage of the program or test itself.
    public let library: String?
  }

  /// All stages in the order of their names.
  public private(set) var entries: [Entry] = []

  public init() {}

  /// A registry of stages that are at hand: what a test needs.
  public init(_ stages: [any Stage.Type]) {
    entries = stages.map { Entry(type: $0, library: nil) }.sorted { $0.type.contract.name < $1.type.contract.name }
  }

  /// The names of all stages, sorted.
  public var names: [String] { entries.map { $0.type.contract.name } }

  /// The stage called `name`.
  public func stage(named name: String) -> (any Stage.Type)? { entry(named: name)?.type }

  /// The stage called `name` with where it comes from.
  public func entry(named name: String) -> Entry? { entries.first { $0.type.contract.name == name } }

  /// The names of the stages that provide `layer`, sorted.
  public func providers(of layer: Layer) -> [String] {
    entries.filter { $0.type.contract.provides.contains(layer) }.map { $0.type.contract.name }
  }

  /// Adds a stage.
  ///
  /// - Throws: `PluginError` where another library brings a stage of that name.
  mutating func add(_ type: any Stage.Type, from library: String) throws(PluginError) {
    let name = type.contract.name
    if let other = entry(named: name) {
      throw PluginError(.nameTaken(stage: name, by: other.library ?? "the program"), library: library)
    }
    let place = entries.firstIndex { $0.type.contract.name > name } ?? entries.count
    entries.insert(Entry(type: type, library: library), at: place)
  }
}

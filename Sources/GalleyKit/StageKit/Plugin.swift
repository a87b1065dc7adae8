/// What a plugin's library brings to the host.
///
/// A library exports two C functions. The host asks for the tag first, and for the plugin only where the tag is its own:
///
///     @c(galley_plugin_abi) public func pluginABI() -> UnsafePointer<CChar> { Plugin.abiTag }
///     @c(galley_plugin) public func plugin() -> UnsafeMutableRawPointer { Plugin(stages: [CountStage.self]).handOver() }
public final class Plugin: Sendable {
  /// The stages by type; their contracts name them.
  public let stages: [any Stage.Type]

  public init(stages: [any Stage.Type]) { self.stages = stages }

  /// The C symbol that gives the tag.
  public static let abiSymbol = "galley_plugin_abi"
  /// The C symbol that gives the plugin.
  public static let entrySymbol = "galley_plugin"

  /// This plugin as a pointer that C can return; `Plugin.takingOver` is its one receiver.
  public func handOver() -> UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }

  /// The plugin that a library's entry function handed over.
  ///
  /// - Parameter pointer: what the function returned, in a library whose tag is the host's.
  public static func takingOver(_ pointer: UnsafeMutableRawPointer) -> Plugin {
    Unmanaged<Plugin>.fromOpaque(pointer).takeRetainedValue()
  }
}

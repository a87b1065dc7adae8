internal import StageKit

/// The tag by which the host knows that this library was built with its kit.
@c(galley_plugin_abi)
public func pluginABI() -> UnsafePointer<CChar> { Plugin.abiTag }

/// What this library brings to the host.
@c(galley_plugin)
public func plugin() -> UnsafeMutableRawPointer { Plugin(stages: [DedupeStage.self]).handOver() }

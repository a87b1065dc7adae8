/// Why a plugin's library could not be used.
public struct PluginError: Error, Hashable, Sendable {
  public var problem: Problem
  /// The library's or folder's path.
  public var library: String

  /// The kinds of trouble.
  public enum Problem: Hashable, Sendable {
    /// The folder can't be listed, with the system's reason.
    case unreadableFolder(String)
    /// The folder that the user names has no library.
    case noPlugin
    /// The loader refuses the file, with its reason.
    case notLoadable(String)
    /// The library lacks a C function that plugins have.
    case notAPlugin(missing: String)
    /// The library was built with another kit or compiler.
    case otherKit(plugin: String, host: String)
    /// Another library brings a stage of the same name.
    case nameTaken(stage: String, by: String)
  }

  init(_ problem: Problem, library: String) {
    self.problem = problem
    self.library = library
  }
}

extension PluginError: CustomStringConvertible {
  public var description: String {
    switch problem {
    case .unreadableFolder(let reason): "can't look for plugins in '\(library)': \(reason)"
    case .noPlugin: "there is no plugin in '\(library)': name the folder that the library, lib….so, was built in"
    case .notLoadable(let reason):
      "can't load the plugin '\(library)': \(reason); build it with this Galley's kit, or take it out of the folder"
    case .notAPlugin(let missing):
      "'\(library)' is no Galley plugin: it has no function '\(missing)'; take it out of the plugin folder"
    case .otherKit(let plugin, let host):
      "the plugin '\(library)' was built with \(plugin), but this is \(host); build it again with this kit"
    case .nameTaken(let stage, let other):
      "the plugins '\(other)' and '\(library)' both bring a stage '\(stage)'; take one of them away, or give it the "
        + "other's file name in a folder named by --plugins to put it in the other's place"
    }
  }
}

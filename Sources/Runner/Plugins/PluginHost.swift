internal import Glibc
internal import StageKit

/// Finds plugins' libraries in folders and loads them.
///
/// A library in an earlier folder takes the place of one with the same file name in a later folder, as programs do on
/// `PATH`: this is how a stage is swapped without touching anything. Two libraries of different names that bring the
/// same stage are an error.
public struct PluginHost: Sendable {
  /// The folders in which to look, first to last.
  public let folders: [Folder]

  /// A folder with libraries.
  public struct Folder: Hashable, Sendable {
    public let path: String
    /// Whether the folder is for plugins alone. In the program's own only files called `lib…Plugin.so` are looked at.
    public let isForPlugins: Bool
    /// Whether the user names it for its plugins, so that there has to be one.
    public let isNamed: Bool

    public init(_ path: String, isForPlugins: Bool = true, isNamed: Bool = false) {
      self.path = path
      self.isForPlugins = isForPlugins
      self.isNamed = isNamed
    }
  }

  public init(folders: [Folder]) { self.folders = folders }

  /// The host that looks in `named` folders, then in those of `searchPath` (separated by colons), then beside the
  /// program and in its `../lib/galley`.
  public init(named: [String], searchPath: String?) {
    let listed = (searchPath ?? "").split(separator: ":").map { Folder(String($0)) }
    let program = Self.programFolder
    let own: [String] = [program, "\(program)/../lib/galley"].filter { access($0, R_OK | X_OK) == 0 }
    folders = named.map { Folder($0, isNamed: true) } + listed + own.map { Folder($0, isForPlugins: false) }
  }

  /// Loads every library and gives their stages.
  ///
  /// - Throws: `PluginError` for the first library that is broken, foreign, built with another kit, or brings a stage
  ///   that another one brings.
  public func load() throws(PluginError) -> StageRegistry {
    var registry = StageRegistry()
    for library in try libraries() {
      for type in try Self.plugin(at: library).stages { try registry.add(type, from: library) }
    }
    return registry
  }

  /// The paths of the libraries to load, in the order of folders and names.
  func libraries() throws(PluginError) -> [String] {
    var taken: Set<String> = []
    var paths: [String] = []
    for folder in folders {
      let names = try Self.names(in: folder.path).filter(folder.holdsPlugin).sorted()
      guard !names.isEmpty || !folder.isNamed else { throw PluginError(.noPlugin, library: folder.path) }
      for name in names {
        if taken.insert(name).inserted { paths.append("\(folder.path)/\(name)") }
      }
    }
    return paths
  }

  private static func plugin(at path: String) throws(PluginError) -> Plugin {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw PluginError(.notLoadable(dlerror().map { String(cString: $0) } ?? "no reason given"), library: path)
    }
    guard let tagSymbol = dlsym(handle, Plugin.abiSymbol) else {
      throw PluginError(.notAPlugin(missing: Plugin.abiSymbol), library: path)
    }
    // The tag is asked for before anything else: of a library of another kit nothing else can be trusted.
    let tag = unsafeBitCast(tagSymbol, to: (@convention(c) () -> UnsafePointer<CChar>).self)
    let theirs = String(cString: tag())
    let ours = String(cString: Plugin.abiTag)
    guard theirs == ours else { throw PluginError(.otherKit(plugin: theirs, host: ours), library: path) }
    guard let entrySymbol = dlsym(handle, Plugin.entrySymbol) else {
      throw PluginError(.notAPlugin(missing: Plugin.entrySymbol), library: path)
    }
    let entry = unsafeBitCast(entrySymbol, to: (@convention(c) () -> UnsafeMutableRawPointer).self)
    return Plugin.takingOver(entry())
  }

  private static func names(in folder: String) throws(PluginError) -> [String] {
    guard let directory = opendir(folder) else {
      throw PluginError(.unreadableFolder(String(cString: strerror(errno))), library: folder)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  /// The folder of the running program.
  private static var programFolder: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    guard count > 0, let slash = buffer[..<count].lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return "/" }
    return String(decoding: buffer[..<slash], as: UTF8.self)
  }
}

extension PluginHost.Folder {
  /// Whether a file of this name in the folder is to be loaded.
  fileprivate func holdsPlugin(named name: String) -> Bool {
    guard name.hasSuffix(".so"), name != "libGalleyKit.so" else { return false }
    return isForPlugins || (name.hasPrefix("lib") && name.hasSuffix("Plugin.so"))
  }
}

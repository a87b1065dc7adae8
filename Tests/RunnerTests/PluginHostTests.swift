import Glibc
import StageKit
import Testing

@testable import Runner

@Suite struct PluginHostTests {
  @Test func refusesWhatIsNoLibrary() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("libTornPlugin.so", "not a library")
      let error = #expect(throws: PluginError.self) { try PluginHost(folders: [.init(folder.path)]).load() }
      #expect(error?.library == path)
      guard case .notLoadable = error?.problem else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func refusesForeignLibraries() throws {
    try withTemporaryFolder { folder in
      // Any library that is no plugin will do: the C library that runs this test.
      let library = try cLibrary()
      #expect(symlink(library, "\(folder.path)/libForeign.so") == 0)
      let error = #expect(throws: PluginError.self) { try PluginHost(folders: [.init(folder.path)]).load() }
      #expect(error?.problem == .notAPlugin(missing: "galley_plugin_abi"))
      #expect(error?.description.contains("libForeign.so") == true)
    }
  }

  @Test func namesTheFolderThatIsNotThere() {
    let error = #expect(throws: PluginError.self) { try PluginHost(folders: [.init("/no/such/folder")]).load() }
    #expect(error?.description == "can't look for plugins in '/no/such/folder': No such file or directory")
  }

  @Test func refusesAFolderNamedForPluginsThatHasNone() throws {
    try withTemporaryFolder { folder in
      try folder.write("notes.txt", "")
      let named = PluginHost(named: [folder.path], searchPath: nil)
      #expect(throws: PluginError(.noPlugin, library: folder.path)) { try named.libraries() }
      #expect(throws: Never.self) { try PluginHost(named: [], searchPath: folder.path).libraries() }
    }
  }

  @Test func letsEarlierFoldersReplaceLibrariesByName() throws {
    try withTemporaryFolder { folder in
      for name in ["first", "second"] { #expect(mkdir("\(folder.path)/\(name)", 0o755) == 0) }
      for name in ["first/libA.so", "second/libA.so", "second/libBPlugin.so", "second/notes.txt"] {
        try folder.write(name, "")
      }
      let host = PluginHost(folders: [.init("\(folder.path)/first"), .init("\(folder.path)/second")])
      #expect(try host.libraries() == ["\(folder.path)/first/libA.so", "\(folder.path)/second/libBPlugin.so"])
      let program = PluginHost(folders: [.init("\(folder.path)/second", isForPlugins: false)])
      #expect(try program.libraries() == ["\(folder.path)/second/libBPlugin.so"])
    }
  }

  @Test func namesBothLibrariesOfAStage() throws {
    var registry = StageRegistry()
    try registry.add(SentenceStage.self, from: "/a/libA.so")
    let error = #expect(throws: PluginError.self) { try registry.add(SentenceStage.self, from: "/b/libB.so") }
    #expect(error?.problem == .nameTaken(stage: "one-sentence", by: "/a/libA.so"))
    #expect(error?.description.contains("/b/libB.so") == true)
  }

  /// The path of the C library that runs this test.
  private func cLibrary() throws -> String {
    let maps = String(decoding: try Resources().bytes(of: "/proc/self/maps"), as: UTF8.self)
    let line = maps.split(separator: "\n").first { $0.hasSuffix("/libc.so.6") }
    return try #require(line?.split(separator: " ").last.map(String.init))
  }
}

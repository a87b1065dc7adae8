import Glibc
import StageKit
import Testing

@testable import Runner

@Suite struct PluginHostTests {
  @Test func refusesWhatIsNoLibrary() throws {
    try withTemporaryFolder { folder in
      let path = try write("not a library", to: "libTornPlugin.so", in: folder)
      let error = #expect(throws: PluginError.self) { try PluginHost(folders: [.init(folder)]).load() }
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
      #expect(symlink(library, "\(folder)/libForeign.so") == 0)
      let error = #expect(throws: PluginError.self) { try PluginHost(folders: [.init(folder)]).load() }
      #expect(error?.problem == .notAPlugin(missing: "galley_plugin_abi"))
      #expect(error?.description.contains("libForeign.so") == true)
    }
  }

  @Test func namesTheFolderThatIsNotThere() {
    let error = #expect(throws: PluginError.self) { try PluginHost(folders: [.init("/no/such/folder")]).load() }
    #expect(error?.description == "can't look for plugins in '/no/such/folder': No such file or directory")
  }

  @Test func letsEarlierFoldersReplaceLibrariesByName() throws {
    try withTemporaryFolder { folder in
      for name in ["first", "second"] { #expect(mkdir("\(folder)/\(name)", 0o755) == 0) }
      for name in ["first/libA.so", "second/libA.so", "second/libBPlugin.so", "second/notes.txt"] {
        try write("", to: name, in: folder)
      }
      let host = PluginHost(folders: [.init("\(folder)/first"), .init("\(folder)/second")])
      #expect(try host.libraries() == ["\(folder)/first/libA.so", "\(folder)/second/libBPlugin.so"])
      let program = PluginHost(folders: [.init("\(folder)/second", isForPlugins: false)])
      #expect(try program.libraries() == ["\(folder)/second/libBPlugin.so"])
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
